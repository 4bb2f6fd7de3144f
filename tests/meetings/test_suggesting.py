"""Dates proposed from what members have said of their week."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.core.availability import LENGTH
from handlers.meetings.rules import suggesting as rules
from handlers.meetings.rules.suggesting import Person, suggested
from storage.absences import Absence
from tests.meetings.people import members, organiser
from tests.meetings.reading import NOW, PARIS
from tests.playground import Playground

EVENINGS = "--o-" * 5 + "----" * 2
TUESDAYS = "----" + "--o-" + "----" * 5
HOUR = timedelta(minutes=90)


async def test_the_dates_that_suit_most_are_proposed_and_ticked(play: Playground) -> None:
    """REM-14."""
    claire = await organiser(play)
    await play.person("Ana", week=TUESDAYS)
    bob = await play.person("Bob", week=EVENINGS)
    await play.person("Zoé")
    async with play.db.transaction() as tx:
        tx.add(Absence(member_id=bob.id, first=date(2026, 12, 1), last=date(2026, 12, 1)))
    await claire.says("/sondage dates")
    await claire.says("Groupe diabète")
    await claire.taps("Selon les disponibilités")
    assert claire.sees("d'après leur semaine habituelle (2 l'ont dite)"), claire.screen()
    assert "☑ Mar. 08/12 20 h : 2 libres sur 2" in claire.buttons(), claire.screen()
    assert not any("01/12 20 h : 2" in label for label in claire.buttons()), "Bob is away"
    await claire.taps("C'est tout")
    assert claire.sees("mardi 8 décembre, de 20 h à 21 h 30", "mardi 15 décembre"), claire.screen()


async def test_one_date_alone_is_asked_again(play: Playground) -> None:
    claire = await organiser(play)
    await play.person("Ana", week=EVENINGS)
    await claire.says("/sondage dates Groupe")
    await claire.taps("Selon les disponibilités")
    for label in [one for one in claire.buttons() if one.startswith("☑")][1:]:
        await claire.taps(label)
    await claire.taps("C'est tout")
    assert claire.sees("Laissez cochées"), claire.screen()


async def test_where_nobody_has_said_it_is_not_offered(play: Playground) -> None:
    claire = await organiser(play)
    await members(play, "Ana")
    await claire.says("/sondage dates Groupe")
    assert not any("disponibilités" in label for label in claire.buttons())


@given(
    st.lists(st.text("o-", min_size=LENGTH, max_size=LENGTH) | st.just(""), max_size=8),
    st.integers(0, 400),
)
def test_what_is_proposed_lies_ahead_on_working_days_of_its_own(
    weeks: list[str], days: int
) -> None:
    now: datetime = NOW + timedelta(days=days)
    found = suggested([Person(week) for week in weeks], now, PARIS, HOUR)
    starts = [one.start for one in found]
    assert starts == sorted(starts)
    assert len({at.date() for at in starts}) == len(starts) <= rules.MOST
    assert all(at > now + timedelta(days=4) and at.weekday() < 5 for at in starts)
    assert all(0 < one.free <= len(weeks) for one in found)
