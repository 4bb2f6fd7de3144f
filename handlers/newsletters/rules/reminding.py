"""When those who were asked for a text are reminded: 7 and 2 days before the deadline."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta, tzinfo

AT = time(9)
"""Local time: in nobody's night."""


def reminders(
    deadline: datetime, now: datetime, zone: tzinfo, days: Sequence[int]
) -> list[datetime]:
    """Those still to come, the first first."""
    last = deadline.astimezone(zone).date()
    at = [datetime.combine(last - timedelta(days=n), AT, tzinfo=zone) for n in sorted(set(days))]
    return sorted(one for one in at if now < one < deadline)
