"""From slots to spans: days and hours put together, with what the conventions say of both."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import assert_never

from bot.core.when.asking import DAY, Asking
from bot.core.when.calendar import ONE, date_of, make, months_later
from bot.core.when.grouping import Slot
from bot.core.when.hours import EVENING, MORNING, PART_HOURS, bounds
from bot.core.when.model import Convention, Reason, Span, Unsure, Wrong
from bot.core.when.stretches import days_of
from bot.core.when.tree import Date, Day, MonthEnd, Night, Soon, Stretch, Time, Which

MANY = 62
EACH, WHOLE = "each", "whole"


def spans_of(
    ask: Asking, slots: Sequence[Slot | Stretch | Soon], *, each: bool = False
) -> list[Span]:
    """All spans in the order of the phrase. With `each`, a stretch of days is taken day by day."""
    spans: list[Span] = []
    before: date | None = None
    for slot in slots:
        match slot:
            case Soon():
                spans.append(Span(soon(ask, slot)))
            case Stretch():
                spans.append(stretch(ask, slot))
            case Slot(None, time):
                spans.append(sometime_today(ask, time or Time()))
            case Slot(Day() as day, time):
                day = in_order(ask, day, before)
                before = date_of(ask, day)
                spans.append(of_one_day(ask, day, before, time))
            case Slot():
                spans += of_several_days(ask, slot, each=each)
            case _:
                assert_never(slot)
    return spans


def soon(ask: Asking, soon: Soon) -> datetime:
    """Elapsed time from now; a clock change in between does not count."""
    minutes = soon.length.amount * max(soon.length.per.value, 1)
    later = ask.now.astimezone(UTC) + timedelta(minutes=minutes)
    return later.astimezone(ask.zone).replace(second=0, microsecond=0)


def in_order(ask: Asking, day: Day, before: date | None) -> Day:
    """In a list, «le 5» is the first after the day before it; of a bare weekday the bot asks."""
    plain = day.offset is None and not day.nth and day.which is Which.BARE
    if before is None or not plain:
        return day
    if day.date:
        unsaid = day.date.month is None and day.weekday is None
        return exactly(date_of(ask, day, after=before)) if unsaid else day
    found = date_of(ask, day)
    if found >= before:
        return day
    following = date_of(ask, day, after=before)
    return exactly(ask.choose(Reason.WHICH_WEEK, (day, before), found, following))


def exactly(day: date) -> Day:
    return Day(date=Date(day.day, day.month, day.year))


def sometime_today(ask: Asking, time: Time) -> Span:
    """Hours alone are today's if they are still to come, else the bot asks."""
    start, end, convention = bounds(ask, time, of_a_day=False)
    span = placed_on(ask, ask.today, time, start, end, convention)
    if span.start > ask.now:
        return span
    going_on = (0,) if span.end and span.end > ask.now else ()
    days = ask.choose(Reason.HOUR_PASSED, time, *going_on, 1)
    return placed_on(ask, ask.today + days * ONE, time, start, end, convention)


def placed_on(
    ask: Asking, day: date, time: Time, start: int, end: int | None, convention: Convention
) -> Span:
    first = ask.at(day, start, time.first.offset if time.first else None)
    if end is None:
        return Span(first, None, convention)
    last = ask.at(day, end, time.last.offset if time.last else None)
    if last <= first:
        raise Wrong(Reason.END_BEFORE_START)
    return Span(first, last, convention)


def of_one_day(ask: Asking, day: Day, found: date, time: Time | None) -> Span:
    span = on_day(ask, found, time)
    if (span.end or span.start) > ask.now:
        return span
    if day.date is None or day.date.year or day.offset is not None:
        raise Wrong(Reason.PAST)
    month = months_later(found, 12) if day.date.month else months_later(found, 1)
    following = make(month.year, month.month, day.date.day)
    ask.choose(Reason.JUST_PASSED, day, *((following,) if following else ()))
    raise Wrong(Reason.PAST)


def on_day(ask: Asking, day: date, time: Time | None) -> Span:
    if time is None:
        return Span(ask.begin(day), ask.begin(day + ONE), Convention.DAY)
    start, end, convention = bounds(ask, time, of_a_day=True)
    if time.part is Convention.NUIT and time.first and start <= MORNING:
        later = ask.choose(Reason.WHICH_NIGHT, time, 0, DAY)
        start, end = start + later, end + later if end else None
    return placed_on(ask, day, time, start, end, convention)


def of_several_days(ask: Asking, slot: Slot, *, each: bool) -> list[Span]:
    """A stretch of days; with hours it is each day's or one continuous stretch: the bot asks."""
    assert slot.day is not None
    if isinstance(slot.day, MonthEnd):
        raise Unsure(Reason.VAGUE)
    first, last = days_of(ask, slot.day)
    if isinstance(slot.day, Night):
        return [night(ask, first, last, slot.time)]
    time = slot.time
    if time is None:
        if not each:
            return [Span(ask.begin(first), ask.begin(last + ONE), Convention.DAY)]
        return [on_day(ask, day, None) for day in days_from(first, last)]
    if first != last and not each:
        ways = (EACH, WHOLE) if time.first and time.last else (EACH,)
        if ask.choose(Reason.EACH_DAY_OR_CONTINUOUS, slot, *ways) == WHOLE:
            return [continuous(ask, first, last, time)]
    spans = [on_day(ask, day, time) for day in days_from(first, last)]
    coming = [s for s in spans if (s.end or s.start) > ask.now]
    if not coming:
        raise Wrong(Reason.PAST)
    return coming


def days_from(first: date, last: date) -> list[date]:
    count = (last - first).days + 1
    if count > MANY:
        raise Unsure(Reason.SEVERAL_DATES)
    return [first + n * ONE for n in range(count)]


def continuous(ask: Asking, first: date, last: date, time: Time) -> Span:
    assert time.last is not None
    start, _, _ = bounds(ask, Time(time.first, None, time.part), of_a_day=True)
    return Span(ask.at(first, start), ask.at(last, time.last.minutes))


def night(ask: Asking, first: date, last: date, time: Time | None) -> Span:
    """Hours from 17:00 on are the evening's, hours until 10:00 the next morning's."""
    nights = (last - first).days
    if nights < 1 or nights > MANY:
        raise Wrong(Reason.END_BEFORE_START)
    if nights > 1:
        raise Unsure(Reason.EACH_DAY_OR_CONTINUOUS)
    if time is None or time.first is None:
        hours = PART_HOURS[Convention.NUIT]
        span = Span(ask.at(first, hours[0] * 60), ask.at(first, hours[1] * 60), Convention.NUIT)
    else:
        start = in_the_night(time.first.minutes)
        end = in_the_night(time.last.minutes) if time.last else None
        span = placed_on(ask, first, time, start, end, Convention.NONE)
    if (span.end or span.start) <= ask.now:
        raise Wrong(Reason.PAST)
    return span


def in_the_night(minutes: int) -> int:
    if minutes >= EVENING:
        return minutes
    if minutes <= MORNING:
        return minutes + DAY
    raise Unsure(Reason.PART_CONTRADICTS)


def stretch(ask: Asking, whole: Stretch) -> Span:
    """One continuous stretch; of parts of the day, from the first's start to the last's end."""
    first = date_of(ask, whole.first.day) if whole.first.day else ask.today
    last = date_of(ask, whole.last.day, after=first) if whole.last.day else first
    start, _, _ = bounds(ask, whole.first.time, of_a_day=True)
    opens, closes, _ = bounds(ask, whole.last.time, of_a_day=False)
    span = Span(ask.at(first, start), ask.at(last, opens if closes is None else closes))
    if span.end is None or span.end <= span.start:
        raise Wrong(Reason.END_BEFORE_START)
    if span.end <= ask.now:
        raise Wrong(Reason.PAST)
    return span
