"""Hours of attendance: added up by profession on the board, in the file, and over a year."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import Lang, Role
from bot.core.facts import TimeToForget
from bot.engine.context import Ctx
from bot.engine.owed import Owed
from handlers.meetings.rules.hours import Presence, counted, summed, total
from storage import rsvps
from tests.meetings.people import LINE, announced, members
from tests.playground import Person, Playground
from tests.staffing.test_exporting import Sheets

NINE = datetime(2026, 12, 15, 8, tzinfo=UTC)


async def attended(play: Playground) -> Person:
    """Two nurses and a doctor were at a meeting of an hour and a half."""
    await members(play, "Ana", "Bob")
    await play.person("Doc", profession="medecin")
    claire = await announced(play, f"{LINE} | sans rappel")
    for name in ("ana", "bob", "doc"):
        who = Person(play, name, 0)
        await who.taps("Sur place")
    play.now += timedelta(days=24, hours=10)
    await play.settle()
    await claire.says("/reunions")
    await claire.taps("15/12")
    await claire.taps("Qui est là")
    await claire.taps("Toutes celles et ceux")
    return claire


async def test_the_board_says_how_many_hours_and_whose(play: Playground) -> None:
    """REM-10."""
    claire = await attended(play)
    assert claire.has_seen("📍 Présents : 3 · 4 h 30 en tout"), claire.screen()
    assert claire.has_seen("2 infirmiers (3 h) et 1 médecin (1 h 30)."), claire.screen()


async def test_an_officer_gets_the_year_without_a_name(play: Playground) -> None:
    """REM-10, REP-9: figures for the funder."""
    await attended(play)
    paul = await play.person("Paul", Role.OFFICER)
    await play.wait(days=1)
    await paul.says("/reunions")
    await paul.taps("Heures de présence")
    assert paul.sees(
        "⏱ PRÉSENCES · 2026", "Une réunion. 3 présences de 3 personnes, 4 h 30 en tout.",
        "2 infirmiers (3 h) et 1 médecin (1 h 30).", "une journée entière, pour 7 h",
    ), paul.screen()  # fmt: skip
    await paul.taps("Exporter")
    found = paul.messages[-1].wording.attachment
    assert found is not None, paul.screen()
    assert found.name == "presences-2026.xlsx"
    file = Sheets(found.data)
    assert file.rows(1)[-1][1:] == ["CA de décembre", "réunion", "3", "1.5", "4.5"]
    assert file.rows(2)[-1] == ["Ensemble", "3", "3", "4.5"]
    everything = str(file.rows(1) + file.rows(2))
    assert not any(name in everything for name in ("Ana", "Bob", "Doc", "Claire"))
    await paul.taps("2025")
    assert paul.has_seen("Aucune réunion n'a eu lieu."), paul.screen()


async def test_a_member_reads_no_figures(play: Playground) -> None:
    [ana] = await members(play, "Ana")
    await ana.says("/reunions")
    assert not any("Heures" in label for label in ana.buttons())


async def test_hours_in_english(play: Playground) -> None:
    await attended(play)
    paul = await play.person("Paul", Role.OFFICER, lang=Lang.EN)
    await paul.says("/meetings")
    await paul.taps("Hours of attendance")
    assert paul.sees("3 presences of 3 people, 4 h 30 min in all"), paul.screen()


async def forgets(play: Playground) -> int:
    """The hourly round of retention; how many answers are left."""
    async with play.db.transaction() as tx:
        owed = Owed()
        await Ctx(tx, play.app.parts, play.now, owed).happened(TimeToForget(play.now))
    async with play.db.reading() as tx:
        return len(await rsvps.all_of(tx, 1))


async def test_who_was_there_is_kept_for_ten_years_and_the_answers_for_one(
    play: Playground,
) -> None:
    await attended(play)
    assert await forgets(play) == 4
    play.now += timedelta(days=370)
    assert await forgets(play) == 3
    play.now += timedelta(days=3650 - 370)
    assert await forgets(play) == 3
    play.now += timedelta(days=10)
    assert await forgets(play) == 0


@pytest.mark.parametrize(
    ("lasts", "whole", "hours"),
    [
        (timedelta(minutes=90), False, 1.5), (timedelta(hours=10), False, 10),
        (timedelta(days=1), True, 7), (timedelta(days=2), True, 14),
        (timedelta(hours=23), True, 7), (timedelta(days=1, hours=8), False, 14),
    ],
)  # fmt: skip
def test_a_whole_day_counts_seven_hours_and_not_twenty_four(
    lasts: timedelta, whole: bool, hours: float
) -> None:
    assert counted(NINE, NINE + lasts, whole=whole) == hours * 60


@given(
    st.lists(
        st.builds(
            Presence, st.sampled_from(("medecin", "infirmier", "")), st.integers(1, 9),
            st.integers(0, 900),
        )
    )
)  # fmt: skip
def test_the_professions_add_up_to_the_whole(found: list[Presence]) -> None:
    sums, whole = summed(found), total(found)
    assert sum(one.minutes for one in sums) == whole.minutes
    assert sum(one.times for one in sums) == whole.times == len(found)
    assert len({one.profession for one in sums}) == len(sums)
