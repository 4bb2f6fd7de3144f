"""When a meeting takes place: the clock on the wall, and on which days.

What recurs keeps local time and a zone: a weekly 19:00 stays 19:00 when the clocks change.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

DAY = timedelta(days=1)
FURTHEST = timedelta(days=366 * 11)
"""Beyond this after its first day nothing is looked for: «every 29 February» must end too."""


@dataclass(frozen=True)
class Pattern:
    """`day`: the first one. `at` and `lasts`: minutes, of the local day and by the clock.

    `rule`: RFC 5545 words without UNTIL, "" for once; `last`: the last day on which it may fall;
    `not_on` and `not_in`: days and months (1 to 12) without it. `also`: further times, as
    (day, at, lasts). A `whole` day has no hours.
    """

    day: date
    at: int
    lasts: int
    rule: str = ""
    last: date | None = None
    not_on: tuple[date, ...] = ()
    not_in: tuple[int, ...] = ()
    also: tuple[tuple[date, int, int], ...] = ()
    whole: bool = False

    @property
    def recurs(self) -> bool:
        return bool(self.rule)


@dataclass(frozen=True, order=True)
class Times:
    """One time it takes place. `day` is the day that the pattern gave it, whatever it is moved to
    later: its name in calendars."""

    start: datetime
    end: datetime
    day: date


def times(pattern: Pattern, zone: ZoneInfo, after: datetime) -> Iterator[Times]:
    """All that begin after that moment, in order."""
    if not pattern.rule:
        every = [(pattern.day, pattern.at, pattern.lasts), *pattern.also]
        found = sorted(_on(*one, zone) for one in every if _wanted(pattern, one[0]))
    else:
        since = max(pattern.day, after.astimezone(zone).date() - DAY)
        return (
            one for day in days(pattern, since)
            if (one := _on(day, pattern.at, pattern.lasts, zone)).start > after
        )  # fmt: skip
    return (one for one in found if one.start > after)


def days(pattern: Pattern, since: date) -> Iterator[date]:
    """The days of what recurs, from this one on."""
    begin = datetime.combine(pattern.day, time())
    until = datetime.combine(pattern.last or pattern.day + FURTHEST, time())
    for found in falling(pattern.rule, begin, until, datetime.combine(since, time())):
        if _wanted(pattern, found.date()):
            yield found.date()


def falling(
    rule: str, begin: datetime, until: datetime, since: datetime | None = None
) -> Iterator[datetime]:
    """What a rule gives from the one moment to the other. It is told where to end: a rule that
    never comes true («every 31 February») would be looked for up to the year 9999."""
    every = rrulestr(rule, dtstart=begin).replace(until=until)
    yield from every.xafter(since or begin, inc=True)


def first(pattern: Pattern, zone: ZoneInfo) -> Times:
    """The first time, past or not."""
    return _on(pattern.day, pattern.at, pattern.lasts, zone)


def _wanted(pattern: Pattern, day: date) -> bool:
    return day not in pattern.not_on and day.month not in pattern.not_in


def _on(day: date, at: int, lasts: int, zone: ZoneInfo) -> Times:
    start, end = wall(day, at, zone), wall(day, at + lasts, zone)
    return Times(start, max(end, start + timedelta(minutes=1)), day)


def wall(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """The moment at which the clock on the wall shows so many minutes after midnight. In the hour
    that a spring night lacks, what it would have been (RFC 5545, 3.3.5)."""
    shown = datetime.combine(day, time()) + timedelta(minutes=minutes)
    return shown.replace(tzinfo=zone).astimezone(UTC)


def clock(minutes: int) -> time:
    """The time of day so many minutes after midnight."""
    return time(minutes // 60 % 24, minutes % 60)


def without_until(rule: str, zone: ZoneInfo) -> tuple[str, date | None]:
    """A rule as dates are read (UNTIL in UTC), as its bare words and its last local day."""
    kept, last = [], None
    for word in rule.split(";"):
        name, _, value = word.partition("=")
        if name == "UNTIL":
            end = datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            last = end.astimezone(zone).date()
        else:
            kept.append(word)
    return ";".join(kept), last


def moved(pattern: Pattern, start: datetime, end: datetime, zone: ZoneInfo) -> Pattern:
    """The same days at other hours."""
    local = start.astimezone(zone)
    lasts = int((_naive(end, zone) - _naive(start, zone)).total_seconds() // 60)
    return replace(pattern, at=local.hour * 60 + local.minute, lasts=lasts, whole=False)


def of(start: datetime, end: datetime, zone: ZoneInfo, *, whole: bool = False) -> Pattern:
    """Once, at this time."""
    day = start.astimezone(zone).date()
    return replace(moved(Pattern(day, 0, 0), start, end, zone), whole=whole)


def _naive(at: datetime, zone: ZoneInfo) -> datetime:
    return at.astimezone(zone).replace(tzinfo=None)


def pack(pattern: Pattern) -> dict[str, Any]:
    """JSON, for a row."""
    return {
        "day": pattern.day.isoformat(), "at": pattern.at, "lasts": pattern.lasts,
        "rule": pattern.rule, "last": pattern.last.isoformat() if pattern.last else None,
        "not_on": [d.isoformat() for d in pattern.not_on], "not_in": list(pattern.not_in),
        "also": [[d.isoformat(), at, lasts] for d, at, lasts in pattern.also],
        "whole": pattern.whole,
    }  # fmt: skip


def unpack(row: Mapping[str, Any]) -> Pattern:
    return Pattern(
        date.fromisoformat(row["day"]), row["at"], row["lasts"], row["rule"],
        date.fromisoformat(row["last"]) if row["last"] else None,
        tuple(date.fromisoformat(d) for d in row["not_on"]), tuple(row["not_in"]),
        tuple((date.fromisoformat(d), at, lasts) for d, at, lasts in row["also"]), row["whole"],
    )  # fmt: skip
