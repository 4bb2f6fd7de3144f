"""Deadlines, openings and reminders: moments seen from now or from the anchor."""

from datetime import UTC, date, datetime, timedelta

from bot.core.when.arrange import Plan
from bot.core.when.asking import Asking
from bot.core.when.calendar import ONE, date_of, months_later
from bot.core.when.grouping import Slot
from bot.core.when.hours import bounds
from bot.core.when.model import Kind, Reading, Reason, Span, Unsure, Wrong
from bot.core.when.slots import sometime_today, soon, spans_of
from bot.core.when.stretches import days_of
from bot.core.when.tree import Day, Mark, MonthEnd, Per, Relative, Soon, Stretch, Time


def deadline(ask: Asking, plan: Plan) -> Span:
    """From now to the deadline: «avant vendredi» ends as Friday begins, «d'ici» as it ends."""
    slot = the_only(plan)
    if isinstance(slot, Stretch) or plan.marks & {Mark.FROM, Mark.AFTER}:
        raise Unsure(Reason.NOT_READ)
    end = soon(ask, slot) if isinstance(slot, Soon) else until(ask, slot, Mark.BEFORE in plan.marks)
    if end <= ask.now:
        raise Wrong(Reason.PAST)
    return Span(ask.now, end)


def the_only(plan: Plan) -> Slot | Stretch | Soon:
    if len(plan.slots) != 1:
        raise Unsure(Reason.SEVERAL_DATES)
    return plan.slots[0]


def until(ask: Asking, slot: Slot, strictly: bool) -> datetime:
    if slot.time is None or slot.time.first is None:
        start, end = whole(ask, slot)
        return start if strictly else end
    if slot.time.last:
        raise Unsure(Reason.NOT_READ)
    if slot.day is None:
        return sometime_today(ask, slot.time).start
    minutes, _, _ = bounds(ask, slot.time, of_a_day=not slot.time.first.midnight)
    return ask.at(the_day(ask, slot), minutes)


def the_day(ask: Asking, slot: Slot) -> date:
    if not isinstance(slot.day, Day):
        raise Unsure(Reason.EACH_DAY_OR_CONTINUOUS)
    return date_of(ask, slot.day)


def whole(ask: Asking, slot: Slot) -> tuple[datetime, datetime]:
    """The two ends of a day, of several, or of a part of one."""
    if isinstance(slot.day, MonthEnd):
        last = days_of(ask, slot.day)[1]
        return ask.begin(last + ONE), ask.begin(last + ONE)
    if isinstance(slot.day, Day) or slot.day is None:
        span = spans_of(ask, [slot])[0]
        return span.start, span.end or span.start
    if slot.time:
        raise Unsure(Reason.EACH_DAY_OR_CONTINUOUS)
    first, last = days_of(ask, slot.day)
    return ask.begin(first), ask.begin(last + ONE)


def opening(ask: Asking, plan: Plan) -> Span | None:
    """From a moment on; None when the phrase has an end after all."""
    slot = the_only(plan)
    if isinstance(slot, Stretch):
        return None
    if isinstance(slot, Soon):
        return Span(soon(ask, slot))
    if (slot.time and (slot.time.last or slot.time.lasting)) or not isinstance(
        slot.day, Day | None
    ):
        return None
    span = spans_of(ask, [slot])[0]
    start = span.end if Mark.AFTER in plan.marks and span.end else span.start
    return Span(max(start, ask.now.replace(second=0, microsecond=0)))


def reminder(ask: Asking, plan: Plan) -> Reading:
    """Moments counted from the anchor: days keep its hour unless another is said."""
    if ask.anchor is None:
        raise Unsure(Reason.NO_ANCHOR)
    times = [s.time for s in plan.slots if isinstance(s, Slot) and s.day is None and s.time]
    if len(times) != len(plan.slots) or len(times) > 1 or plan.marks or plan.lengths:
        raise Unsure(Reason.NOT_READ)
    time = times[0] if times else None
    spans = tuple(Span(reminded(ask, relative, time)) for relative in plan.relative)
    if any(span.start <= ask.now for span in spans):
        raise Wrong(Reason.PAST)
    return Reading(Kind.REMINDER, spans)


def reminded(ask: Asking, relative: Relative, time: Time | None) -> datetime:
    assert ask.anchor is not None
    anchor = ask.anchor.astimezone(ask.zone)
    length = relative.length
    if length is None:
        day = anchor.date() + relative.days * ONE
    elif length.per in (Per.MONTH, Per.YEAR):
        day = months_later(anchor.date(), length.amount * (12 if length.per is Per.YEAR else 1))
    else:
        if time:
            raise Unsure(Reason.NOT_READ)
        elapsed = timedelta(minutes=length.amount * length.per.value)
        return (anchor.astimezone(UTC) + elapsed).astimezone(ask.zone)
    if time is None:
        return ask.at(day, anchor.hour * 60 + anchor.minute)
    start, end, convention = bounds(ask, time, of_a_day=True)
    if end is not None and not convention:
        raise Unsure(Reason.NOT_READ)
    return ask.at(day, start)
