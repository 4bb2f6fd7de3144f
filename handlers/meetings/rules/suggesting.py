"""Dates at which most are free, by the usual week that people have said (REM-14)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.core.availability import is_away, is_free

FROM, UNTIL = 5, 26
"""Days from now on: time to answer, and not so far that nobody knows."""
HOURS = (time(9), time(12, 30), time(20))
WORKING = 5
MOST = 5


@dataclass(frozen=True)
class Person:
    """`week` as `bot.core.availability` has it, "" for whoever never said; `away` first and last
    days of absences."""

    week: str
    away: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True)
class Suggestion:
    start: datetime
    end: datetime
    free: int


def suggested(
    people: Sequence[Person], now: datetime, zone: ZoneInfo, lasts: timedelta
) -> tuple[Suggestion, ...]:
    """The best few, on days of their own, in order of time; none where nobody is known to be
    free. From Monday to Friday: at weekends people are with their families."""
    known = [one for one in people if one.week]
    first = now.astimezone(zone).date()
    found = [
        _looked_at(known, datetime.combine(first + timedelta(days=n), at, tzinfo=zone), zone, lasts)
        for n in range(FROM, UNTIL)
        for at in HOURS
        if (first + timedelta(days=n)).weekday() < WORKING
    ]
    best: dict[date, Suggestion] = {}
    for one in sorted(found, key=lambda s: (-s.free, s.start)):
        if one.free and len(best) < MOST:
            best.setdefault(one.start.date(), one)
    return tuple(sorted(best.values(), key=lambda s: s.start))


def _looked_at(
    people: Sequence[Person], start: datetime, zone: ZoneInfo, lasts: timedelta
) -> Suggestion:
    end = start + lasts
    free = sum(
        bool(is_free(one.week, start, end, zone)) and not is_away(one.away, start, end, zone)
        for one in people
    )
    return Suggestion(start, end, free)
