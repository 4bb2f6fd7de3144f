"""When people are reminded of a meeting, and who is asked once more."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.plain import fold
from handlers.meetings.rules.pattern import wall

SOON = timedelta(hours=12)
"""A reminder nearer to the start than this is for those who come, to be on their way."""

REST = timedelta(hours=24)
"""Nobody is reminded sooner than this after they were invited, unless it begins by then."""

MORNING = 9 * 60
"""Minutes: when the reminders of a day without hours come."""

LATE = timedelta(minutes=20)
"""A reminder that comes so late says so."""


NOTICE = timedelta(minutes=30)
"""Whoever wakes with less time than this left before the start is told at once."""


@dataclass(frozen=True, order=True)
class Before:
    """`days` before, by the clock on the wall (`at` minutes of that day, else the hour of the
    start); or else so many `minutes` before."""

    days: int = 0
    at: int | None = None
    minutes: int = 0


_WORDS = re.compile(
    r"(?P<count>\d+)\s*(?P<unit>d|days?|j|jours?|h|hours?|heures?|m|min|minutes?|w|weeks?|semaines?)"
    r"(?:\s*(?:avant|before))?"
)


def parse(words: str) -> Before | None:
    """«7d», «1 jour», «30 min»: as the configuration and the rows have them."""
    found = _WORDS.fullmatch(fold(words).strip())
    if found is None:
        return None
    count, unit = int(found["count"]), found["unit"][0]
    if not 0 < count <= 1000:
        return None
    if unit in "dj":
        return Before(days=count)
    if unit in "ws":
        return Before(days=7 * count)
    return Before(minutes=count * 60 if unit == "h" else count)


def written(before: Before) -> str:
    """As a row keeps it: «7d», «1d18:30», «60m»."""
    if not before.days:
        return f"{before.minutes}m"
    clock = "" if before.at is None else f"{before.at // 60}:{before.at % 60:02}"
    return f"{before.days}d{clock}"


def unwritten(words: str) -> Before:
    days, mark, clock = words.partition("d")
    if not mark:
        return Before(minutes=int(words.removesuffix("m")))
    hour, _, minute = clock.partition(":")
    return Before(days=int(days), at=int(hour) * 60 + int(minute) if clock else None)


def of_moment(at: datetime, start: datetime, zone: ZoneInfo) -> Before:
    """What was read as one moment before the first time, so that it holds for every time."""
    local, begins = at.astimezone(zone), start.astimezone(zone)
    days = (begins.date() - local.date()).days
    if not days:
        return Before(minutes=int((start - at).total_seconds() // 60))
    same = local.time() == begins.time()
    return Before(days=days, at=None if same else local.hour * 60 + local.minute)


def moment(before: Before, start: datetime, zone: ZoneInfo, *, whole: bool = False) -> datetime:
    begins = start.astimezone(zone)
    if not before.days:
        return start - timedelta(minutes=before.minutes)
    usual = MORNING if whole else begins.hour * 60 + begins.minute
    day = begins.date() - timedelta(days=before.days)
    return wall(day, usual if before.at is None else before.at, zone)


def planned(
    befores: Iterable[Before], start: datetime, zone: ZoneInfo, *, invited_at: datetime,
    now: datetime, whole: bool = False,
) -> tuple[datetime, ...]:  # fmt: skip
    """The reminders still to come, none of them on the heels of the invitation."""
    found = {moment(b, start, zone, whole=whole) for b in befores if not (whole and b.minutes)}
    return tuple(
        at
        for at in sorted(found)
        if now < at < start and (start - at < SOON or at - invited_at >= REST)
    )


def is_soon(at: datetime, start: datetime) -> bool:
    return start - at < SOON


def superseded(at: datetime, others: Iterable[datetime], now: datetime) -> bool:
    """Of several that fell due while the machine was off only the last is sent."""
    return any(at < other <= now for other in others)


def invited(start: datetime, days: int, previous_end: datetime | None, zone: ZoneInfo) -> datetime:
    """When people are asked about the next time of what recurs: not before the last one is over."""
    at = moment(Before(days=days), start, zone)
    return at if previous_end is None else max(at, previous_end + timedelta(hours=1))


def told_at(at: datetime, awake: datetime, start: datetime) -> datetime:
    """Not in somebody's quiet hours, unless it would begin too soon after these."""
    return at if start - max(at, awake) < NOTICE else max(at, awake)


def asked_at(
    at: datetime, awake: datetime, paused: datetime | None, start: datetime
) -> datetime | None:  # fmt: skip
    """When somebody is asked: after their pause, if that leaves time; None for not at all."""
    if paused is not None and paused > at:
        return max(paused, awake) if start - paused >= SOON else None
    return told_at(at, awake, start)


def as_kept(befores: Sequence[Before]) -> tuple[str, ...]:
    """As rows keep them, the longest before first."""
    unique = sorted(set(befores), key=lambda b: (-b.days, -b.minutes))
    return tuple(written(one) for one in unique)
