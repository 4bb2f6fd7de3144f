"""What recurs: by the clock on the wall, whatever the clocks do."""

from datetime import date, datetime, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules.pattern import Pattern, times
from tests.meetings.reading import NOW, PARIS, falls, understood

RULES = (
    "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
    "FREQ=MONTHLY;BYDAY=3TU", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYMONTHDAY=15",
    "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=14",
)  # fmt: skip


def test_a_weekly_19_00_stays_19_00_over_520_weeks() -> None:
    """REM-1: ten years, twenty changes of the clocks."""
    weekly = Pattern(date(2026, 11, 23), 19 * 60, 60, "FREQ=WEEKLY;BYDAY=MO")
    found = [one.start.astimezone(PARIS) for one in islice(times(weekly, PARIS, NOW), 520)]
    assert len(found) == 520
    assert {(at.hour, at.minute, at.weekday()) for at in found} == {(19, 0, 0)}
    assert {b.date() - a.date() for a, b in pairwise(found)} == {timedelta(days=7)}
    assert len({at.utcoffset() for at in found}) == 2


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("tous les lundis 19h", ["23/11 19:00", "30/11 19:00", "07/12 19:00"]),
        ("le 2e mardi de chaque mois à 20h", ["08/12 20:00", "12/01 20:00", "09/02 20:00"]),
        ("mar 15/12 20h | tous les mois", ["15/12 20:00", "19/01 20:00", "16/02 20:00"]),
        ("15/12 20h | tous les mois", ["15/12 20:00", "15/01 20:00", "15/02 20:00"]),
        ("un mardi sur deux 12h30", ["24/11 12:30", "08/12 12:30", "22/12 12:30"]),
        ("tous les lundis 19h sauf le 30/11", ["23/11 19:00", "07/12 19:00", "14/12 19:00"]),
        ("le dernier vendredi du mois 9h, sauf en décembre", ["27/11 09:00", "29/01 09:00"]),
        ("tous les lundis 19h | sauf du 28/11 au 10/12", ["23/11 19:00", "14/12 19:00"]),
        ("tous les lundis 19h jusqu'au 30 novembre", ["23/11 19:00", "30/11 19:00"]),
        ("jeu 14/1", ["14/01 00:00"]),
    ],
)
def test_recurrences_as_people_type_them(said: str, days: list[str]) -> None:
    assert falls(understood(f"CA | {said}").draft.pattern)[: len(days)] == days


def test_until_includes_its_day_and_ends_there() -> None:
    until = understood("CA | tous les lundis 19h jusqu'au 30 novembre").draft.pattern
    assert falls(until) == ["23/11 19:00", "30/11 19:00"]


def test_an_hour_that_the_spring_night_lacks_is_the_next() -> None:
    nightly = Pattern(date(2027, 3, 27), 150, 30, "FREQ=DAILY")
    found = [one.start for one in islice(times(nightly, PARIS, NOW), 3)]
    assert [f"{at.astimezone(PARIS):%d %H:%M}" for at in found] == [
        "27 02:30", "28 03:30", "29 02:30",
    ]  # fmt: skip


def test_a_whole_day_never_shifts_a_day() -> None:
    """REM-5."""
    for zone in ("Europe/Paris", "Indian/Reunion", "America/Cayenne", "Pacific/Noumea"):
        there = ZoneInfo(zone)
        days = Pattern(date(2026, 12, 1), 0, 24 * 60, "FREQ=DAILY", whole=True)
        for one in islice(times(days, there, NOW), 200):
            assert one.start.astimezone(there).date() == one.day
            assert one.start.astimezone(there).hour == 0


@given(
    st.sampled_from(RULES), st.dates(date(2026, 1, 1), date(2029, 1, 1)),
    st.integers(0, 24 * 60 - 1), st.integers(1, 12 * 60),
    st.integers(0, 5 * 366).map(lambda days: NOW + timedelta(days=days)),
)  # fmt: skip
def test_times_come_in_order_after_the_moment_on_days_of_the_rule(
    rule: str, first: date, at: int, lasts: int, after: datetime
) -> None:
    pattern = Pattern(first, at, lasts, rule, not_in=(8,))
    found = list(islice(times(pattern, PARIS, after), 12))
    assert found == sorted(found, key=lambda one: one.start)
    assert all(one.start > after and one.end > one.start for one in found)
    assert all(one.day >= first and one.day.month != 8 for one in found)
    assert len({one.day for one in found}) == len(found)


@given(st.sampled_from(RULES), st.dates(date(2026, 1, 1), date(2029, 1, 1)), st.booleans())
def test_a_pattern_is_the_same_after_it_was_kept(rule: str, day: date, whole: bool) -> None:
    kept = Pattern(day, 600, 90, rule, day, (day,), (8,), ((day, 540, 60),), whole)
    assert patterns.unpack(patterns.pack(kept)) == kept
