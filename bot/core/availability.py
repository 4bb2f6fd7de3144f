"""The usual week: which parts of it a span of time touches, and whether someone is free then.

A week is 28 letters, «o» for free and «-» for not: Monday first, and for each day the parts
matin (6–13 h), après-midi (13–18 h), soirée (18–22 h) and nuit (22–6 h, into the next day).
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo

DAYS, PARTS = 7, 4
LENGTH = DAYS * PARTS
BEGINS = (6, 13, 18, 22)
"""Local hour at which each part begins; the last one ends when the next day's first begins."""

ENOUGH = timedelta(hours=1)
"""Someone free in the morning can stay until 13:30: less than this of a part does not count."""


def parts_of(start: datetime, end: datetime, zone: tzinfo) -> tuple[int, ...]:
    """Indexes (day * 4 + part) that this span touches by an hour or more, in order of time.

    A span too short for that touches the part that holds most of it.
    """
    if end <= start:
        return ()
    held = list(_held(start, end, zone))
    touched = [index for index, length in held if length >= ENOUGH]
    if not touched:
        touched = [max(held, key=lambda one: one[1])[0]]
    return tuple(dict.fromkeys(touched))


def is_free(week: str, start: datetime, end: datetime, zone: tzinfo) -> bool | None:
    """Free in every part that the span touches; None for someone who never said."""
    if len(week) != LENGTH:
        return None
    return all(week[index] == "o" for index in parts_of(start, end, zone))


def is_away(
    absences: Iterable[tuple[date, date]], start: datetime, end: datetime, zone: tzinfo
) -> bool:
    """Whether one of these absences (first and last day away) touches the span."""
    first = start.astimezone(zone).date()
    last = max(first, (end - timedelta(microseconds=1)).astimezone(zone).date())
    return any(a <= last and b >= first for a, b in absences)


def _held(start: datetime, end: datetime, zone: tzinfo) -> Iterable[tuple[int, timedelta]]:
    """How much of each part the span holds, from the night before its first day on."""
    day = start.astimezone(zone).date() - timedelta(days=1)
    last = end.astimezone(zone).date()
    while day <= last:
        for part in range(PARTS):
            begins, ends = _bounds(day, part, zone)
            length = min(end, ends) - max(start, begins)
            if length > timedelta():
                yield day.weekday() * PARTS + part, length
        day += timedelta(days=1)


def _bounds(day: date, part: int, zone: tzinfo) -> tuple[datetime, datetime]:
    """When a part begins and ends; both are real moments, whatever the clocks did that night."""
    after = day + timedelta(days=1) if part == PARTS - 1 else day
    begins = datetime.combine(day, time(BEGINS[part]), zone)
    ends = datetime.combine(after, time(BEGINS[(part + 1) % PARTS]), zone)
    return begins.astimezone(UTC), ends.astimezone(UTC)
