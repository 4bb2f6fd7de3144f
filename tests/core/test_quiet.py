"""Quiet hours, by example and by property."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.quiet import in_quiet_hours, quiet_until

PARIS = ZoneInfo("Europe/Paris")
YEAR = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)


@given(
    st.datetimes(YEAR, YEAR + timedelta(days=730)),
    st.times(), st.times(),
)  # fmt: skip
def test_quiet_hours_end_later_and_are_over_then(at: datetime, start: time, end: time) -> None:
    now = at.replace(tzinfo=UTC)
    if in_quiet_hours(now, PARIS, start, end):
        over = quiet_until(now, PARIS, end)
        assert now < over <= now + timedelta(hours=26)
        assert not in_quiet_hours(over, PARIS, start, end)


@pytest.mark.parametrize(
    ("hour", "quiet"), [(20, False), (21, True), (23, True), (3, True), (7, True), (8, False)]
)
def test_quiet_hours_run_over_midnight(hour: int, quiet: bool) -> None:
    now = datetime(2026, 11, 21, hour, tzinfo=PARIS)
    assert in_quiet_hours(now, PARIS, time(21), time(7, 30)) is quiet
