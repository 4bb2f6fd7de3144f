"""From units to slots: which hours go with which days, which two ends make one stretch."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.when.complete import complete
from bot.core.when.grouping import DAYS, Slot, slots
from bot.core.when.model import Reason, Unsure
from bot.core.when.series import Series, in_series
from bot.core.when.tree import Day, Every, Length, Link, Mark, Relative, Soon, Stretch, Time, Unit
from bot.core.when.tying import tie


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
    rest = tie(complete(rest))
    if open_ended(rest):
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
