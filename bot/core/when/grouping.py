"""Which hours go with which days: «sam 12/12 et dim 13/12 9h-13h», «14h lundi et 16h mardi»."""

from dataclasses import dataclass, replace

from bot.core.when.hours import overlaps, suits
from bot.core.when.model import Reason, Unsure
from bot.core.when.tree import (
    Day,
    DayLike,
    Days,
    Link,
    MonthEnd,
    Night,
    Soon,
    Stretch,
    Time,
    Unit,
    Week,
    Weekend,
    What,
)

DAYS = (Day, Days, Weekend, Week, Night, MonthEnd)
TIED = (Link.NONE, Link.TO, Link.DASH)


@dataclass(frozen=True, slots=True)
class Slot:
    """A day or several, and hours of it; one of them may be left unsaid."""

    day: DayLike | None = None
    time: Time | None = None


def is_clock(time: What) -> bool:
    return isinstance(time, Time) and bool(time.first) and not (time.last or time.lasting)


def merge(first: Time, second: Time, link: Link) -> Time | None:
    part_first = first.first is None and second.first is not None and second.part is None
    part_last = second.first is None and first.first is not None and first.part is None
    if (
        part_first
        and first.part
        and (link in TIED or (link is Link.COMMA and overlaps(second, first.part)))
    ):
        return replace(second, part=first.part)
    if part_last and second.part and link in (Link.NONE, Link.TO) and suits(first, second.part):
        return replace(first, part=second.part)
    return None


def slots(units: list[Unit]) -> list[Slot | Stretch | Soon]:
    """Days with the hours beside them, each day with each hour of its group."""
    alone = [u.what for u in units if isinstance(u.what, Stretch | Soon)]
    paired = [u for u in units if isinstance(u.what, (*DAYS, Time))]
    if any(isinstance(a, Soon) for a in alone) and len(units) > 1:
        raise Unsure(Reason.NOT_READ)
    runs = runs_of(paired)
    if len(runs) == 3 and isinstance(runs[0][0].what, Time):
        runs = regroup(runs)
    if len(runs) > 2 and len(runs) % 2:
        timed = isinstance(runs[0][0].what, Time)
        raise Unsure(Reason.WHICH_DAY if timed else Reason.WHICH_HOURS)
    found: list[Slot | Stretch | Soon] = [a for a in alone if isinstance(a, Stretch | Soon)]
    for n in range(0, len(runs), 2):
        found += group(runs[n], runs[n + 1] if n + 1 < len(runs) else [])
    return found


def runs_of(units: list[Unit]) -> list[list[Unit]]:
    runs: list[list[Unit]] = []
    for unit in units:
        if runs and isinstance(runs[-1][0].what, Time) == isinstance(unit.what, Time):
            runs[-1].append(unit)
        else:
            runs.append([unit])
    return runs


def regroup(runs: list[list[Unit]]) -> list[list[Unit]]:
    """«14h demain après-midi»: the part of the day is that of the hour on the other side."""
    before, days, after = runs
    if len(before) == len(after) == 1:
        first, second = before[0].what, after[0].what
        assert isinstance(first, Time)
        assert isinstance(second, Time)
        if merged := merge(first, second, Link.NONE):
            return [days, [Unit(merged)]]
    return runs


def group(one: list[Unit], other: list[Unit]) -> list[Slot | Stretch | Soon]:
    days, times = (other, one) if isinstance(one[0].what, Time) else (one, other)
    for unit, before in zip(times[1:], times, strict=False):
        if unit.link is Link.NONE and is_clock(unit.what) and is_clock(before.what):
            raise Unsure(Reason.WHICH_HOURS)
    broad = any(isinstance(d.what, Week | Weekend) for d in days)
    if broad and any(d.link not in (Link.AND, Link.SLASH) for d in days[1:]):
        raise Unsure(Reason.DAYS_CONTRADICT)
    said_days: list[DayLike | None] = [d.what for d in days if isinstance(d.what, DAYS)]
    said_times: list[Time | None] = [t.what for t in times if isinstance(t.what, Time)]
    return [Slot(day, time) for day in said_days or [None] for time in said_times or [None]]
