"""Quiet hours: when nobody is asked for anything that can wait."""

from datetime import datetime, time, timedelta, tzinfo


def in_quiet_hours(now: datetime, zone: tzinfo, start: time | None, end: time | None) -> bool:
    """`start` to `end` of local time, over midnight where the start is the later."""
    if start is None or end is None or start == end:
        return False
    local = now.astimezone(zone).time()
    if start < end:
        return start <= local < end
    return local >= start or local < end


def quiet_until(now: datetime, zone: tzinfo, end: time) -> datetime:
    """The next time that quiet hours end."""
    local = now.astimezone(zone)
    at = datetime.combine(local.date(), end, tzinfo=zone)
    return at if at > now else datetime.combine(local.date() + timedelta(days=1), end, tzinfo=zone)
