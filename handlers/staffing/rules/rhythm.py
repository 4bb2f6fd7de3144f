"""When the next group is asked, when the silent are reminded, when everything stops."""

from datetime import date, datetime, time, timedelta, tzinfo
from enum import IntEnum


class Stage(IntEnum):
    """How far a call was widened."""

    GROUPS = 0
    EVERYONE = 1
    NEIGHBOURS = 2
    CHANNELS = 3


LAST_HOUR = time(22)
"""In the fast rhythm nobody is asked after this hour, unless the call is urgent."""


def is_near(start: datetime, now: datetime, *, hours: int) -> bool:
    """The start is so near that the fast rhythm is proposed."""
    return start - now <= timedelta(hours=hours)


def reply_by(start: datetime, now: datetime, zone: tzinfo) -> datetime:
    """A useful answer comes before 20 h the day before, or half-way if that is past."""
    evening = datetime.combine(
        start.astimezone(zone).date() - timedelta(days=1), time(20), tzinfo=zone
    )
    if evening > now + timedelta(minutes=30):
        return evening
    return now + (start - now) / 2


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


def next_wave(
    now: datetime, zone: tzinfo, *, minutes: int, quiet: tuple[time, time] | None
) -> datetime:
    """After a group's time; if that falls into the community's quiet hours, when they end."""
    at = now + timedelta(minutes=minutes)
    if quiet is not None and in_quiet_hours(at, zone, *quiet):
        return quiet_until(at, zone, quiet[1])
    return at


def reminder_at(asked: datetime, *, minutes: int, share: float) -> datetime:
    return asked + timedelta(minutes=minutes * share)


def eve_of(day: date, zone: tzinfo) -> datetime:
    """Noon of the day before: time to find somebody else."""
    return datetime.combine(day - timedelta(days=1), time(12), tzinfo=zone)


def last_look(start: datetime, zone: tzinfo, *, hours: int, quiet: tuple[time, time]) -> datetime:
    """When those who said «if needed» are asked at last: so many hours before the start; where
    that is in the community's quiet hours, an hour before these begin."""
    at = start - timedelta(hours=hours)
    begin, end = quiet
    if not in_quiet_hours(at, zone, begin, end):
        return at
    local = at.astimezone(zone)
    evening = datetime.combine(local.date(), begin, tzinfo=zone)
    if evening > at:
        evening = datetime.combine(local.date() - timedelta(days=1), begin, tzinfo=zone)
    return evening - timedelta(hours=1)
