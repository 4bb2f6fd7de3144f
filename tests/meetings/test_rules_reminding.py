"""When people are reminded: by the clock on the wall, never after the start, never twice."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.meetings.rules import reminding
from handlers.meetings.rules.reminding import Before, planned
from tests.meetings.reading import NOW, PARIS, understood

USUAL = (Before(days=7), Before(days=1), Before(minutes=60))
START = datetime(2026, 12, 15, 19, tzinfo=UTC)  # 20:00 in Paris


def local(moments: tuple[datetime, ...]) -> list[str]:
    return [f"{at.astimezone(PARIS):%d/%m %H:%M}" for at in moments]


def test_seven_days_one_day_and_one_hour_before() -> None:
    found = planned(USUAL, START, PARIS, invited_at=NOW, now=NOW)
    assert local(found) == ["08/12 20:00", "14/12 20:00", "15/12 19:00"]


def test_days_before_keep_the_hour_when_the_clocks_change() -> None:
    """Clocks go forward on 28 March: 20:00 the day before is 20:00, not 19:00."""
    start = datetime(2027, 3, 28, 18, tzinfo=UTC)  # 20:00, summer time
    found = planned(USUAL, start, PARIS, invited_at=NOW, now=NOW)
    assert local(found) == ["21/03 20:00", "27/03 20:00", "28/03 19:00"]


def test_nobody_is_reminded_on_the_heels_of_the_invitation() -> None:
    invited = START - timedelta(days=7, hours=3)
    found = planned(USUAL, START, PARIS, invited_at=invited, now=invited)
    assert local(found) == ["14/12 20:00", "15/12 19:00"]
    late = START - timedelta(hours=5)
    assert local(planned(USUAL, START, PARIS, invited_at=late, now=late)) == ["15/12 19:00"]


def test_of_several_that_came_due_at_once_only_the_last_is_sent() -> None:
    """REM-2."""
    days = planned(USUAL, START, PARIS, invited_at=NOW, now=NOW)
    back_on = START - timedelta(hours=20)
    assert [reminding.superseded(at, days, back_on) for at in days] == [True, False, False]


def test_a_day_without_hours_is_reminded_of_in_the_morning() -> None:
    midnight = datetime(2027, 1, 13, 23, tzinfo=UTC)
    found = planned(USUAL, midnight, PARIS, invited_at=NOW, now=NOW, whole=True)
    assert local(found) == ["07/01 09:00", "13/01 09:00"]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("rappels : 7 jours, 1 jour et 1 heure avant", ("7d", "1d", "60m")),
        ("rappels : la veille à 18h, 1 h avant", ("1d18:00", "60m")),
        ("rappels J-7, J-1", ("7d", "1d")),
        ("rappel : 30 min", ("30m",)),
        ("rappels : 2 semaines", ("14d",)),
        ("reminders: 2 days, 1 hour", ("2d", "60m")),
        ("sans rappel", ()),
        ("rappels : aucun", ()),
    ],
)
def test_reminders_as_people_type_them(said: str, kept: tuple[str, ...]) -> None:
    """REM-1."""
    found = understood(f"CA | mar 15/12 20h | {said}")
    assert found.problems == ()
    assert found.draft.reminders == kept


def test_a_reminder_that_is_none_is_asked_again() -> None:
    [problem] = understood("CA | mar 15/12 20h | rappels : bientôt").problems
    assert (problem.part, problem.piece) == ("reminders", "bientôt")


BEFORES = st.builds(Before, days=st.integers(1, 60), at=st.none() | st.integers(0, 1439)) | (
    st.builds(Before, minutes=st.integers(1, 720))
)


@given(st.lists(BEFORES, max_size=6), st.integers(0, 90), st.integers(0, 24 * 60))
def test_no_reminder_is_past_or_comes_after_the_start(
    befores: list[Before], days: int, minutes: int
) -> None:
    """REM-8."""
    now = START - timedelta(days=days, minutes=minutes)
    found = planned(befores, START, PARIS, invited_at=now, now=now)
    assert all(now < at < START for at in found)
    assert list(found) == sorted(set(found))


@given(BEFORES)
def test_a_reminder_is_the_same_after_it_was_kept(before: Before) -> None:
    assert reminding.unwritten(reminding.written(before)) == before
