"""Reads the words around a recurrence: its hours, its weekdays, from when and until when."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.when.complete import complete
from bot.core.when.grouping import merge
from bot.core.when.model import Reason, Unsure
from bot.core.when.tree import (
    Day,
    DayLike,
    Days,
    Every,
    Link,
    Mark,
    MonthEnd,
    Time,
    Unit,
    Week,
    Weekend,
    What,
)
from bot.core.when.tying import tie


@dataclass(frozen=True, slots=True)
class Series:
    """A recurrence with its hours, and the days between which it runs.

    `weekdays` are those said beside it; `strictly`: until before `last`; `from_then`: the first
    day is where to start looking, not itself an occurrence.
    """

    every: Every
    times: tuple[Time, ...] = ()
    weekdays: tuple[Day, ...] = ()
    first: Day | None = None
    last: DayLike | None = None
    stretch: DayLike | None = None
    strictly: bool = False
    from_then: bool = False


def in_series(units: Sequence[Unit]) -> Series:
    """Reads the words around a recurrence in their order."""
    every = [u.what for u in units if isinstance(u.what, Every)]
    if len(every) == 2 and every[0].freq == every[1].freq:
        every = [e for e in every if e.weekdays or e.monthdays]
    if len(every) != 1:
        raise Unsure(Reason.NOT_READ)
    series = Series(every[0])
    mark: Mark | None = None
    for unit in tie(complete(list(units))):
        if isinstance(unit.what, Mark):
            mark = unit.what
            continue
        if unit.link is Link.UNTIL:
            mark = Mark.BY
        series = joined(series, unit.what, mark)
        mark = None
    return in_one_part(series)


def in_one_part(series: Series) -> Series:
    """«tous les soirs, 18h-22h»: the part of the day and the hours are one time."""
    if len(series.times) != 2:
        return series
    merged = merge(*series.times, Link.NONE)
    return replace(series, times=(merged,)) if merged else series


def joined(series: Series, what: What, mark: Mark | None) -> Series:
    match what:
        case Every():
            return series
        case Time() if not what.lasting:
            return replace(series, times=(*series.times, what))
        case Day() if mark in (Mark.BY, Mark.BEFORE):
            return replace(series, last=what, strictly=mark is Mark.BEFORE)
        case MonthEnd():
            return replace(series, last=what)
        case Day() if mark in (Mark.FROM, Mark.AFTER):
            return replace(series, first=what, from_then=True)
        case Day(date=None, offset=None):
            return replace(series, weekdays=(*series.weekdays, what))
        case Day() if series.first is None:
            return replace(series, first=what)
        case Days() | Weekend() | Week() if series.stretch is None and mark is None:
            return replace(series, stretch=what)
        case Days() if mark is Mark.FROM:
            return replace(series, stretch=what)
        case _:
            raise Unsure(Reason.NOT_READ)
