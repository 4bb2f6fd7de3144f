"""When the next group is asked, when the silent are reminded, when everything stops."""

from datetime import date, datetime, time, timedelta, tzinfo
from enum import IntEnum

from bot.core.quiet import in_quiet_hours, quiet_until


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


LONGEST = 4
"""Times a group's time: what a search rests at most while there is nobody left to ask."""

SHARE = 16
"""Nor more than this part of the time that is left: who joins on the last evening is asked then."""


def rests(minutes: int, idle: int, left: timedelta) -> int:
    """Minutes until the next look, after so many that found nobody: twice as long each time, but
    as often as ever where the start is near."""
    most = max(minutes, left // timedelta(minutes=SHARE))
    return min(most, minutes * min(LONGEST, 1 << idle))


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
