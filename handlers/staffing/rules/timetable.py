"""What a call does by itself, and when: its deadline, the last look, each eve, its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from handlers.staffing.rules import rhythm

LIST_AFTER, NIGHT_AFTER = timedelta(hours=7), timedelta(hours=12)
"""From noon, when the question of the eve is asked: 19 h and midnight."""

SOON = timedelta(minutes=1)


class Ring(StrEnum):
    DEADLINE = "deadline"
    LAST_LOOK = "last-look"
    EVE = "eve"
    EVE_LIST = "eve-list"
    OVER = "over"


@dataclass(frozen=True)
class Bell:
    """`until`: after it the ring is of no use. `day`: whose eve it is."""

    ring: Ring
    at: datetime
    until: datetime | None = None
    day: date | None = None


@dataclass(frozen=True)
class Hours:
    """What the timetable depends on besides the call. `maybe_before`: hours before the start."""

    zone: tzinfo
    maybe_before: int
    quiet: tuple[time, time]


def timetable(
    slots: Sequence[tuple[datetime, datetime]],
    reply_by: datetime,
    now: datetime,
    hours: Hours,
    since: datetime | None = None,
) -> tuple[Bell, ...]:
    """What is still to ring. `since`: when the call was sent, if its times change now; what rang
    already does not ring again, but for the last look, which asks nobody twice."""
    end = max(e for _, e in slots)
    found = [Bell(Ring.OVER, end)]
    if since is None or reply_by > now:
        found.append(Bell(Ring.DEADLINE, reply_by))
    coming = [start for start, _ in slots if start > now]
    if coming:
        before, quiet = hours.maybe_before, hours.quiet
        look = rhythm.last_look(min(coming), hours.zone, hours=before, quiet=quiet)
        found.append(Bell(Ring.LAST_LOOK, max(now + SOON, look), end))
    for day in sorted({s.astimezone(hours.zone).date() for s, _ in slots}):
        found += _eve(day, now, hours.zone, since or now)
    return tuple(found)


def _eve(day: date, now: datetime, zone: tzinfo, since: datetime) -> list[Bell]:
    eve = rhythm.eve_of(day, zone)
    night, late = eve + NIGHT_AFTER, eve + LIST_AFTER
    asks = [Bell(Ring.EVE, eve, night, day)] if eve > now else []
    lists = [Bell(Ring.EVE_LIST, late, night, day)] if late > now and since < eve else []
    return [*asks, *lists]


def moved_deadline(
    reply_by: datetime,
    before: datetime,
    after: datetime,
    *,
    made_at: datetime,
    now: datetime,
    zone: tzinfo,
) -> datetime:
    """Until when an answer helps once the start has moved: the usual time if that is what it was,
    else as the coordinator said, as long as this is still to come and before the start."""
    if before == after:
        return reply_by
    usual = min(rhythm.reply_by(after, now, zone), after)
    was_usual = reply_by == min(rhythm.reply_by(before, made_at, zone), before)
    return usual if was_usual or not now < reply_by < after else reply_by
