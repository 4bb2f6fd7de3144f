"""Shifts and meetings in one's own calendar: as a file, and at a secret address."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from bot.core import Role
from bot.web.pages import page_routes
from handlers.meetings.rules import ics
from handlers.meetings.rules.ics import Entry
from storage import feeds
from tests.meetings.people import LINE, announced, members
from tests.meetings.reading import NOW, PARIS
from tests.playground import Person, Playground

CALL = "/mobiliser Centre | sam 12/12 9h-13h | 2 infirmier | Gymnase Pagnol | payé"


def events(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def file_of(person: Person) -> bytes:
    found = person.messages[-1].wording.attachment
    assert found is not None, person.screen()
    assert found.mime == "text/calendar"
    return found.data


async def test_a_meeting_as_a_file_with_the_times_that_follow(play: Playground) -> None:
    """INT-6, REM-4."""
    [ana] = await members(play, "Ana")
    await announced(play, f"{LINE} | tous les mois")
    await ana.taps("Sur place")
    await ana.taps(".ics")
    found = events(file_of(ana))
    assert ana.sees("ouvrez le fichier pour ajouter ces 13 dates"), ana.screen()
    first = found[0]
    assert first["SUMMARY"] == "CA de décembre"
    assert first["DTSTART"].params["TZID"] == "Europe/Paris"
    assert first.start == datetime(2026, 12, 15, 20, tzinfo=PARIS)
    assert first["LOCATION"] == "Maison de santé"
    assert [one["STATUS"] for one in found[:2]] == ["CONFIRMED", "TENTATIVE"]
    assert {one.start.hour for one in found} == {20}


async def test_the_agenda_has_shifts_and_meetings_in_their_order(play: Playground) -> None:
    """REM-13."""
    ana, bob = await members(play, "Ana", "Bob")
    claire = await announced(play)
    await claire.says(CALL)
    await claire.taps("Envoyer")
    await ana.taps("9 h")
    await ana.says("/agenda")
    assert ana.sees(
        "MON AGENDA", "• samedi 12 décembre, de 9 h à 13 h : Centre",
        "• mardi 15 décembre, de 20 h à 21 h 30 : CA de décembre (à confirmer)",
    ), ana.screen()  # fmt: skip
    await ana.taps("Fichier .ics")
    assert [str(one["SUMMARY"]) for one in events(file_of(ana))] == ["Centre", "CA de décembre"]
    await bob.taps("Je n'y serai pas")
    await bob.says("/agenda")
    assert bob.sees("Rien de prévu"), bob.screen()


async def subscribed(play: Playground, ana: Person) -> str:
    """Ana's secret address, as the bot shows it once."""
    web = play.settings.web.model_copy(update={"public_url": "https://bot.example"})
    play.app.parts.settings.__dict__["web"] = web
    await ana.says("/agenda")
    await ana.taps("Abonnement privé")
    await ana.taps("adresse")
    found = re.search(r"https://bot\.example(/agenda/[a-z0-9]{26}\.ics)", ana.last)
    assert found is not None, ana.screen()
    return found[1]


async def fetched(play: Playground, path: str) -> bytes | None:
    """What the web server would answer at that path; None for «not found»."""
    [(pattern, page)] = play.app.pages.items()
    secret = path.removeprefix(pattern.partition("{")[0]).removesuffix(".ics")
    found = await page({"secret": secret})
    return found.data if found else None


async def test_a_private_address_shows_one_persons_calendar(play: Playground) -> None:
    """REM-13: secret, kept as a digest, revocable."""
    ana, bob = await members(play, "Ana", "Bob")
    await announced(play)
    await ana.taps("Sur place")
    await bob.taps("À distance")
    path = await subscribed(play, ana)
    data = await fetched(play, path)
    assert data is not None
    [meeting] = events(data)
    assert meeting["SUMMARY"] == "CA de décembre"
    assert not any(name in data.decode() for name in ("Ana", "Bob", "Claire"))
    async with play.db.reading() as tx:
        row = await tx.get(feeds.Feed, ana.id)
    assert row is not None
    assert row.digest not in path
    assert path.split("/")[-1].removesuffix(".ics") not in row.digest
    assert await fetched(play, path.replace(path[8:10], "zz")) is None


async def test_a_new_address_ends_the_old_one_and_leaving_ends_all(play: Playground) -> None:
    """REM-13."""
    [ana] = await members(play, "Ana")
    await play.person("Zoé", Role.ADMINISTRATOR)
    await announced(play)
    old = await subscribed(play, ana)
    new = await subscribed(play, ana)
    assert old != new
    assert await fetched(play, old) is None
    assert await fetched(play, new) is not None
    await ana.taps("Supprimer l'adresse")
    assert await fetched(play, new) is None
    last = await subscribed(play, ana)
    await ana.says("/quitter")
    await ana.taps("Oui, quitter")
    await ana.taps("Passer")
    assert await fetched(play, last) is None


async def test_without_an_address_of_the_community_the_file_remains(play: Playground) -> None:
    [ana] = await members(play, "Ana")
    await announced(play)
    await ana.says("/agenda")
    await ana.taps("Abonnement privé")
    assert ana.sees("Le fichier .ics marche sans elle"), ana.screen()


def test_the_web_server_gets_the_pages_of_the_features() -> None:
    async def nothing(pieces: object) -> None:
        return None

    [found] = page_routes({"/agenda/{secret}.ics": nothing})
    assert (found.method, found.path) == ("GET", "/agenda/{secret}.ics")


def test_a_whole_day_is_a_day_in_the_file() -> None:
    """REM-5."""
    start = datetime(2027, 1, 13, 23, tzinfo=UTC)
    entry = Entry("a", 0, "Formation", start, start + timedelta(days=1), whole=True)
    [event] = events(ics.calendar([entry], name="CPTS", now=NOW, zone=PARIS))
    assert (event.start, event.end) == (date(2027, 1, 14), date(2027, 1, 15))


@given(
    st.text(max_size=80), st.text(max_size=120),
    st.datetimes(datetime(2026, 1, 1), datetime(2036, 1, 1)).map(lambda at: at.replace(tzinfo=UTC)),  # noqa: DTZ001
)  # fmt: skip
def test_any_title_and_any_moment_come_back_from_the_file(
    title: str, place: str, start: datetime
) -> None:
    start = start.replace(microsecond=0)
    entry = Entry("a@b", 3, title, start, start + timedelta(hours=1), place=place)
    [event] = events(ics.calendar([entry], name="CPTS", now=NOW, zone=PARIS))
    assert event.start.astimezone(UTC) == start
    assert event["SEQUENCE"] == 3
