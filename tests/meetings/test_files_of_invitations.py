"""An invitation of another calendar, sent as the file that one got by mail."""

import pytest

from bot.core import Role
from bot.core.errors import SendFailed
from handlers.meetings.rules.ics_in import LARGEST, is_file, read_calendar, read_file
from tests.alerts.test_files import given, sends
from tests.meetings.people import members, organiser
from tests.meetings.reading import PARIS, falls
from tests.meetings.test_from_calendars import EVENT
from tests.playground import Person, Playground

ICS = "text/calendar"
TEAMS = """BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:Romance Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
ORGANIZER;CN=Claire:mailto:claire@example.org
ATTENDEE;CN=Ana:mailto:ana@example.org
DESCRIPTION:Budget et projets\\n\\n________________________________________\\nRéunion
 Microsoft Teams\\nRejoindre : https://teams.microsoft.com/l/meetup-join/19%3a
RRULE:FREQ=MONTHLY;UNTIL=20270615T170000Z;INTERVAL=1;BYDAY=3TU
UID:040000008200E00074C5B7101A82E008
SUMMARY;LANGUAGE=fr-FR:CA
DTSTART;TZID=Romance Standard Time:20261215T190000
DTEND;TZID=Romance Standard Time:20261215T203000
LOCATION;LANGUAGE=fr-FR:Réunion Microsoft Teams
END:VEVENT
END:VCALENDAR"""


async def brings(
    play: Playground, who: Person, data: str | bytes, words: str = "", name: str = "invite.ics",
    mime: str = ICS, size: int = 0,
) -> None:  # fmt: skip
    raw = data.encode() if isinstance(data, str) else data
    await sends(who, words, given(play, raw, name, mime, **({"size": size} if size else {})))


async def test_a_file_alone_is_enough(play: Playground) -> None:
    """INT-6: nobody need know of a command."""
    claire = await organiser(play)
    await members(play, "Ana")
    await brings(play, claire, EVENT.format(more="RRULE:FREQ=MONTHLY;BYDAY=3TU\n"))
    assert claire.sees("📎 📅 RÉUNION · CA de décembre · mardi 15 décembre, de 20 h à 21 h 30")
    await claire.taps("En faire une réunion")
    assert claire.sees(
        "Aperçu · 2 destinataires", "🔁 Chaque mois, le 3e mardi.", "Lieu : Maison de santé",
        "Ordre du jour : Budget",
    ), claire.screen()  # fmt: skip


@pytest.mark.parametrize("words", ["/reunion", "voici"])
async def test_words_beside_the_file_change_nothing(play: Playground, words: str) -> None:
    claire = await organiser(play)
    mail = ("application/octet-stream", "CA.ICS")
    await brings(play, claire, EVENT.format(more=""), words, mail[1], mail[0])
    assert claire.sees("📎 📅 RÉUNION · CA de décembre"), claire.screen()


async def test_it_is_kept_over_a_restart(play: Playground) -> None:
    claire = await organiser(play)
    await brings(play, claire, EVENT.format(more=""))
    await play.restart()
    await claire.taps("En faire une réunion")
    await play.restart()
    await claire.taps("Envoyer")
    assert claire.sees("Part dans 30 secondes"), claire.screen()


async def test_an_invitation_of_teams_is_one_from_afar_without_its_small_print(
    play: Playground,
) -> None:
    """REM-11: who else was invited there is nobody's business here."""
    claire = await organiser(play)
    await brings(play, claire, TEAMS)
    await claire.taps("En faire une réunion")
    assert claire.sees(
        "📅 RÉUNION · CA · mardi 15 décembre, de 19 h à 20 h 30", "🔁 Chaque mois, le 3e mardi",
        "À distance : https://teams.microsoft.com/l/meetup-join/19%3a",
        "Ordre du jour : Budget et projets",
    ), claire.screen()  # fmt: skip
    assert not any(w in claire.everything for w in ("Lieu", "Rejoindre", "____", "ana@example"))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("bonjour", "Je n'ai pas compris cette invitation"),
        (b"\xff\xfe\x00", "Je n'ai pas compris cette invitation"),
        (EVENT.format(more="STATUS:CANCELLED\n"), "Cette invitation annule une réunion"),
        (EVENT.format(more="RRULE:FREQ=DAILY;INTERVAL=0\n"), "Je n'ai pas compris cette"),
        (EVENT.format(more="RRULE:FREQ=SECONDLY\n"), "Je n'ai pas compris cette invitation"),
        (EVENT.replace("2026", "2025").format(more=""), "pour une date passée"),
    ],
)
async def test_what_cannot_be_read_says_why_and_what_to_type(
    play: Playground, data: str | bytes, said: str
) -> None:
    claire = await organiser(play)
    await brings(play, claire, data)
    assert claire.sees(said), claire.screen()
    await claire.says("/reunion CA | mar 15/12 20h | Mairie")
    assert claire.sees("Aperçu"), claire.screen()


async def test_a_file_that_is_too_large_or_gone_says_so(
    play: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    claire = await organiser(play)
    await brings(play, claire, EVENT.format(more=""), size=30_000_000)
    assert claire.sees("trop lourd pour une invitation"), claire.screen()

    async def gone(file: str) -> bytes:
        raise SendFailed("gone", permanent=True)

    monkeypatch.setattr(play.local, "fetch", gone)
    await brings(play, claire, EVENT.format(more=""))
    assert claire.sees("Je n'ai pas pu ouvrir ce fichier"), claire.screen()


async def test_a_member_is_told_that_nothing_was_asked(play: Playground) -> None:
    [ana] = await members(play, "Ana")
    await brings(play, ana, EVENT.format(more=""))
    assert ana.sees("Je n'ai rien demandé"), ana.screen()
    pres = await play.person("Paul", Role.OFFICER)
    await brings(play, pres, EVENT.format(more=""))
    assert pres.sees("Je n'ai rien demandé"), pres.screen()


async def test_a_rule_that_never_comes_true_is_not_looked_for_for_ever(play: Playground) -> None:
    """Every 31st of February: the answer comes all the same."""
    claire = await organiser(play)
    await brings(play, claire, EVENT.format(more="RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31\n"))
    assert claire.sees("pour une date passée") or claire.sees("pas compris"), claire.screen()


def test_in_a_series_the_series_is_meant_and_not_the_exception_before_it() -> None:
    moved = EVENT.format(more="RECURRENCE-ID;TZID=Europe/Paris:20261222T200000\n")
    series = EVENT.format(more="RRULE:FREQ=WEEKLY\n")
    both = moved.replace("END:VCALENDAR", series.partition("VERSION:2.0\n")[2])
    draft = read_calendar(both, PARIS)
    assert draft is not None
    assert falls(draft.pattern, 2) == ["15/12 20:00", "22/12 20:00"]


def test_which_files_are_invitations() -> None:
    assert is_file("x", "text/calendar; method=REQUEST")
    assert is_file("Invitation.ICS", "application/octet-stream")
    assert not is_file("photo.jpg", "image/jpeg")
    with pytest.raises(ValueError, match="large"):
        read_file(b"x" * (LARGEST + 1))
