"""From units to slots: which hours go with which days, which two ends make one stretch."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.when.complete import complete
from bot.core.when.grouping import DAYS, Slot, is_clock, merge, slots
from bot.core.when.hours import placed
from bot.core.when.model import Reason, Unsure
from bot.core.when.tree import RANGE_LINKS, Day, DayLike, Days, Every, Length, Link, Mark
from bot.core.when.tree import Moment, MonthEnd, Relative, Soon, Stretch, Time, Unit, Week
from bot.core.when.tree import Weekend, What


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


@dataclass(frozen=True, slots=True)
class Plan:
    """What a phrase says of when, and how it is meant."""

    slots: tuple[Slot | Stretch | Soon, ...] = ()
    series: Series | None = None
    relative: tuple[Relative, ...] = ()
    marks: frozenset[Mark] = frozenset()
    lengths: tuple[Length, ...] = ()
    alternatives: tuple[tuple[Unit, ...], ...] = ()


def arrange(units: Sequence[Unit]) -> Plan:
    """Raises Unsure when it cannot be told what goes with what."""
    if any(isinstance(u.what, Every) for u in units):
        return Plan(series=in_series(units))
    marks = frozenset(u.what for u in units if isinstance(u.what, Mark))
    plan = Plan(
        relative=tuple(u.what for u in units if isinstance(u.what, Relative)),
        lengths=tuple(u.what for u in units if isinstance(u.what, Length)),
    )
    rest = with_duration([u for u in units if isinstance(u.what, (*DAYS, Time, Soon))])
    rest = tie_days(merge_parts(tie_hours(within_weeks(complete(rest)))))
    if open_ended(rest):
        marks |= {Mark.BY}
    if branches := alternatives(rest):
        return replace(plan, marks=marks, alternatives=branches)
    return replace(plan, marks=marks, slots=tuple(slots(rest)))


def in_series(units: Sequence[Unit]) -> Series:
    """Reads the words around a recurrence in their order."""
    every = [u.what for u in units if isinstance(u.what, Every)]
    if len(every) == 2 and every[0].freq == every[1].freq:
        every = [e for e in every if e.weekdays or e.monthday]
    if len(every) != 1:
        raise Unsure(Reason.NOT_READ)
    series = Series(every[0])
    mark: Mark | None = None
    for unit in tie_days(merge_parts(tie_hours(complete(list(units))))):
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


def with_duration(units: list[Unit]) -> list[Unit]:
    """«14h pendant 2h»: the length goes with the only hour there is."""
    lengths = [u.what.lasting for u in units if isinstance(u.what, Time) and u.what.lasting]
    if not lengths:
        return units
    rest = [u for u in units if not (isinstance(u.what, Time) and u.what.lasting)]
    hours = [n for n, u in enumerate(rest) if isinstance(u.what, Time) and u.what.first]
    if len(lengths) > 1 or len(hours) != 1:
        raise Unsure(Reason.NOT_READ)
    time = rest[hours[0]].what
    assert isinstance(time, Time)
    rest[hours[0]] = Unit(replace(time, lasting=lengths[0]), rest[hours[0]].link)
    return rest


def within_weeks(units: list[Unit]) -> list[Unit]:
    """«lundi semaine 50», «mardi de la semaine du 7/12» are days of those weeks."""
    done: list[Unit] = []
    for unit in units:
        before = done[-1].what if done else None
        if isinstance(unit.what, Week) and unit.link in (Link.NONE, Link.COMMA):
            if isinstance(before, Day) and before == Day(before.weekday):
                done[-1] = Unit(Day(before.weekday, week=unit.what), done[-1].link)
                continue
        if isinstance(before, Week) and unit.link in (Link.NONE, Link.COMMA):
            if isinstance(unit.what, Day) and unit.what == Day(unit.what.weekday):
                done[-1] = Unit(Day(unit.what.weekday, week=before), done[-1].link)
                continue
        done.append(unit)
    return done


def tie_hours(units: list[Unit]) -> list[Unit]:
    """«9h - 13h», «de 9h à 13h», «9h/13h» are one time."""
    done: list[Unit] = []
    for unit in units:
        before = done[-1].what if done else None
        if (
            isinstance(unit.what, Time)
            and isinstance(before, Time)
            and unit.link in RANGE_LINKS | {Link.SLASH}
            and is_clock(before)
            and is_clock(unit.what)
        ):
            done[-1] = Unit(tied(before, unit.what), done[-1].link)
        else:
            done.append(unit)
    return done


def tied(first: Time, last: Time) -> Time:
    """One time from two clocks; «8 h à 10 h du soir» could begin in the morning: the bot asks."""
    assert first.first is not None and last.first is not None
    start = placed(first.first, first.part) if first.part else first.first
    end = placed(last.first, last.part) if last.part else last.first
    if last.part and not first.part and end != last.first:
        raise Unsure(Reason.MORNING_OR_AFTERNOON)
    return Time(start, end)


def merge_parts(units: list[Unit]) -> list[Unit]:
    """«matin 9h-12h», «20h-8h (nuit)»: the part of the day and its hours are one time."""
    done: list[Unit] = []
    for unit in units:
        before = done[-1].what if done else None
        if isinstance(unit.what, Time) and isinstance(before, Time):
            if merged := merge(before, unit.what, unit.link):
                done[-1] = Unit(merged, done[-1].link)
                continue
        done.append(unit)
    return done


def tie_days(units: list[Unit]) -> list[Unit]:
    """«du 12 au 13/12», «sam 12/12 20h - dim 13/12 8h»."""
    done: list[Unit] = []
    rest = list(units)
    while rest:
        for length, rule in ((4, stretch_of_four), (3, stretch_of_three), (2, range_of_days)):
            whats = [u.what for u in rest[:length]]
            links = [u.link for u in rest[:length]]
            if len(whats) == length and (what := rule(whats, links, bool(done))):
                done.append(Unit(what, links[0]))
                rest = rest[length:]
                break
        else:
            done.append(rest.pop(0))
    return done


def stretch_of_four(whats: list[What], links: list[Link], later: bool) -> Stretch | None:
    first, start, last, end = whats
    if not (isinstance(first, Day) and isinstance(last, Day) and links[2] in RANGE_LINKS):
        return None
    if is_end(start) and is_end(end) and isinstance(start, Time) and isinstance(end, Time):
        return Stretch(Moment(first, start), Moment(last, end))
    return None


def is_end(time: What) -> bool:
    return isinstance(time, Time) and time.last is None and time.lasting is None


def stretch_of_three(whats: list[What], links: list[Link], later: bool) -> Stretch | None:
    start, last, end = whats
    if later or links[1] not in (Link.TO, Link.UNTIL) or not isinstance(last, Day):
        return None
    if is_clock(start) and is_end(end) and isinstance(start, Time) and isinstance(end, Time):
        return Stretch(Moment(None, start), Moment(last, end))
    return None


def range_of_days(whats: list[What], links: list[Link], later: bool) -> Days | None:
    first, last = whats
    if isinstance(first, Day) and isinstance(last, Day) and links[1] in RANGE_LINKS:
        return Days(first, last)
    return None


def open_ended(units: list[Unit]) -> bool:
    """Whether a «jusqu'à» that ties nothing makes the whole a deadline."""
    at = next((n for n, u in enumerate(units) if u.link is Link.UNTIL), None)
    if at is None:
        return False
    before = units[:at]
    if len(before) > 1 or any(not isinstance(u.what, Day) for u in before):
        raise Unsure(Reason.WHICH_HOURS)
    return True


def alternatives(units: list[Unit]) -> tuple[tuple[Unit, ...], ...]:
    """The two phrases that «ou» stands between."""
    at = next((n for n, u in enumerate(units) if u.link is Link.OR and n), None)
    if at is None:
        return ()
    left, right = units[:at], units[at:]
    whole = all(
        any(isinstance(u.what, DAYS) for u in side) and any(isinstance(u.what, Time) for u in side)
        for side in (left, right)
    )
    right = [Unit(right[0].what), *right[1:]]
    if whole:
        return tuple(left), tuple(right)
    return (*left, *right[1:]), (*left[:-1], *right)
