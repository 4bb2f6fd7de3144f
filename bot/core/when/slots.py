"""From slots to spans: days and hours put together, with what the conventions say of both."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import assert_never

from bot.core.when.asking import DAY, Asking
from bot.core.when.calendar import ONE, WEEK, date_of, make, months_later
from bot.core.when.grouping import Slot
from bot.core.when.hours import EVENING, MORNING, PART_HOURS, bounds
from bot.core.when.model import Convention, Reason, Span, Unsure, Wrong
from bot.core.when.stretches import days_of
from bot.core.when.tree import Day, MonthEnd, Moment, Night, Per, Soon, Stretch, Time, Which

MANY_DAYS = 62


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
            case Slot(None, time) if time:
                spans.append(today(ask, time))
            case Slot(day, time) if day:
                if isinstance(day, Day):
                    day = in_order(ask, day, before)
                    before = date_of(ask, day)
                spans += slot_spans(ask, Slot(day, time), each=each)
            case Slot():
                raise Wrong(Reason.NO_DATE)
            case _:
                assert_never(slot)
    return spans


def in_order(ask: Asking, day: Day, before: date | None) -> Day:
    """A bare weekday listed after a later day may be meant after it: the bot asks."""
    if before is None or day.date or day.offset is not None or day.nth or day.which != Which.BARE:
        if before and day.date and day.date.month is None and day.weekday is None:
            return dated(date_of(ask, day, after=before))
        return day
    found = date_of(ask, day)
    if found < before:
        following = date_of(ask, Day(day.weekday), after=before)
        return dated(ask.choose(Reason.WHICH_WEEK, (day, before), found, following))
    return day


def dated(day: date) -> Day:
    from bot.core.when.tree import Date

    return Day(date=Date(day.day, day.month, day.year))


def soon(ask: Asking, soon: Soon):  # type: ignore[no-untyped-def]
    raise NotImplementedError
