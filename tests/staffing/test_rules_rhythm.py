"""When people are asked, by example and by property."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.staffing.rules import rhythm

PARIS = ZoneInfo("Europe/Paris")
YEAR = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
NOW = datetime(2026, 11, 21, 10, tzinfo=PARIS)


def test_the_fast_rhythm_stops_at_the_quiet_hours() -> None:
    now = datetime(2026, 11, 21, 20, 50, tzinfo=PARIS)
    at = rhythm.next_wave(now, PARIS, minutes=15, quiet=(time(21), time(7, 30)))
    assert at == datetime(2026, 11, 22, 7, 30, tzinfo=PARIS)


def test_a_search_rests_twice_as_long_after_each_look_that_finds_nobody_but_not_for_ever() -> None:
    far = timedelta(days=20)
    assert [rhythm.rests(45, idle, far) for idle in (0, 1, 2, 3, 40)] == [45, 90, 180, 180, 180]
    assert [rhythm.rests(15, idle, far) for idle in (0, 1, 2, 3)] == [15, 30, 60, 60]


def test_near_the_start_a_search_that_finds_nobody_looks_as_often_as_ever() -> None:
    left = [timedelta(hours=n) for n in (48, 24, 12, 4, 0)]
    assert [rhythm.rests(45, 9, one) for one in left] == [180, 90, 45, 45, 45]
    assert [rhythm.rests(15, 9, one) for one in left] == [60, 60, 45, 15, 15]


def test_a_useful_answer_comes_the_evening_before_or_half_way() -> None:
    start = datetime(2026, 12, 12, 9, tzinfo=PARIS)
    assert rhythm.reply_by(start, NOW, PARIS) == datetime(2026, 12, 11, 20, tzinfo=PARIS)
    soon = NOW + timedelta(hours=4)
    assert rhythm.reply_by(soon, NOW, PARIS) == NOW + timedelta(hours=2)
