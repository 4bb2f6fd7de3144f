"""From units to slots: which hours go with which days, which two ends make one stretch."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.when.complete import complete
from bot.core.when.grouping import DAYS, Slot, is_clock, merge, slots
from bot.core.when.hours import placed
from bot.core.when.model import Reason, Unsure
from bot.core.when.tree import RANGE_LINKS, Day, Days, Every, Length, Link, Mark, Moment
from bot.core.when.tree import Relative, Soon, Stretch, Time, Unit, What


@dataclass(frozen=True, slots=True)
class Plan:
    """A phrase in order: what it says of when, and how it is meant."""

    slots: tuple[Slot | Stretch | Soon, ...] = ()
    every: tuple[Every, ...] = ()
    relative: tuple[Relative, ...] = ()
    marks: frozenset[Mark] = frozenset()
    lengths: tuple[Length, ...] = ()
    alternatives: tuple[tuple[Unit, ...], ...] = ()


def arrange(units: Sequence[Unit]) -> Plan:
    """Raises Unsure when it cannot be told what goes with what."""
    marks = frozenset(u.what for u in units if isinstance(u.what, Mark))
    every = tuple(u.what for u in units if isinstance(u.what, Every))
    plan = Plan(
        every=every,
        relative=tuple(u.what for u in units if isinstance(u.what, Relative)),
        lengths=tuple(u.what for u in units if isinstance(u.what, Length)),
    )
    rest = [u for u in units if isinstance(u.what, (*DAYS, Time, Soon))]
    rest = complete(with_duration(rest))
    rest = merge_parts(tie_hours(rest))
    rest = rest if every else tie_days(rest)
    until = open_ends(rest, bool(every))
    if until:
        marks |= {Mark.BY}
    if branches := alternatives(rest):
        return replace(plan, marks=marks, alternatives=branches)
    return replace(plan, marks=marks, slots=tuple(slots(rest)))


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


def open_ends(units: list[Unit], recurring: bool) -> bool:
    """Whether a «jusqu'à» that ties nothing makes the whole a deadline."""
    until = [n for n, u in enumerate(units) if u.link is Link.UNTIL]
    if not until or recurring:
        return bool(until)
    before = units[: until[0]]
    if any(isinstance(u.what, Time | Stretch | Days) for u in before) or len(before) > 1:
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
