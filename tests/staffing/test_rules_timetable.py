"""What a call does by itself, and how that moves when its times change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from handlers.staffing.rules import rhythm
from handlers.staffing.rules.timetable import Bell, Hours, Ring, moved_deadline, timetable

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)  # Saturday, 10:00 in Paris
HOURS = Hours(PARIS, 4, (time(22), time(7)))
HOUR = timedelta(hours=1)


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=PARIS)


def rings(
    slots: list[tuple[datetime, datetime]], now: datetime, since: datetime | None = None
) -> dict[Ring, Bell]:
    reply_by = rhythm.reply_by(min(s for s, _ in slots), since or now, PARIS)
    return {bell.ring: bell for bell in timetable(slots, reply_by, now, HOURS, since)}


def test_everything_rings_at_its_time() -> None:
    found = rings([(at(28, 9), at(28, 13))], NOW)
    assert {ring: bell.at for ring, bell in found.items()} == {
        Ring.DEADLINE: at(27, 20), Ring.LAST_LOOK: at(27, 21), Ring.EVE: at(27, 12),
        Ring.EVE_LIST: at(27, 19), Ring.OVER: at(28, 13),
    }  # fmt: skip
    assert found[Ring.EVE].day == date(2026, 11, 28)


def test_a_call_of_this_afternoon_for_tomorrow_asks_no_eve_question() -> None:
    assert not {Ring.EVE, Ring.EVE_LIST} & set(rings([(at(22, 9), at(22, 13))], at(21, 15)))


def test_a_change_after_the_eve_question_keeps_the_list_of_the_silent() -> None:
    found = rings([(at(28, 10), at(28, 14))], at(27, 15), since=NOW)
    assert Ring.EVE not in found
    assert found[Ring.EVE_LIST].at == at(27, 19)


def test_the_last_look_is_for_the_next_slot_to_come() -> None:
    slots = [(at(21, 9), at(21, 13)), (at(28, 14), at(28, 18))]
    assert rings(slots, NOW, since=NOW - 24 * HOUR)[Ring.LAST_LOOK].at == at(28, 10)


def test_a_deadline_that_has_rung_does_not_ring_again() -> None:
    assert Ring.DEADLINE not in rings([(at(28, 9), at(28, 13))], at(27, 21), since=NOW)


def test_the_usual_deadline_follows_the_start_and_one_that_was_said_stays() -> None:
    def moved(reply_by: datetime, after: datetime) -> datetime:
        return moved_deadline(reply_by, at(28, 9), after, made_at=NOW, now=NOW, zone=PARIS)

    assert moved(at(27, 20), at(28, 10)) == at(27, 20)
    assert moved(at(27, 20), at(30, 9)) == at(29, 20)
    assert moved(at(26, 12), at(30, 9)) == at(26, 12)
    assert moved(at(26, 12), at(25, 9)) == at(24, 20)


days = st.integers(1, 60 * 24).map(lambda n: NOW + n * HOUR / 2)


@given(before=days, after=days, reply_by=days, made=st.integers(0, 72))
def test_a_moved_deadline_is_to_come_and_not_after_the_start(
    before: datetime, after: datetime, reply_by: datetime, made: int
) -> None:
    found = moved_deadline(
        min(reply_by, before), before, after, made_at=NOW - made * HOUR, now=NOW, zone=PARIS
    )
    assert found <= after or before == after
    assert found > NOW


@given(slots=st.lists(st.tuples(days, st.integers(1, 12)), min_size=1, max_size=5), passed=days)
def test_nothing_rings_in_the_past_and_every_call_ends_once(
    slots: list[tuple[datetime, int]], passed: datetime
) -> None:
    times = [(start, start + length * HOUR) for start, length in slots]
    end = max(e for _, e in times)
    if passed >= end:
        return
    found = timetable(times, min(times)[0], passed, HOURS, NOW)
    assert [b.at for b in found if b.ring is Ring.OVER] == [end]
    assert all(bell.at > passed for bell in found)
    assert all(bell.until is None or bell.until >= bell.at for bell in found if bell.at < end)
