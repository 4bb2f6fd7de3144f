"""Recurrences: their RFC 5545 words, and the first occurrence still to come."""

from dataclasses import replace
from datetime import UTC, date, timedelta

from bot.core.when.asking import Asking
from bot.core.when.calendar import ONE, date_of
from bot.core.when.every import PER_DAY
from bot.core.when.grouping import Slot
from bot.core.when.model import Kind, Reading, Reason, Span, Unsure, Wrong
from bot.core.when.series import Series
from bot.core.when.slots import on_day, spans_of
from bot.core.when.stretches import days_of
from bot.core.when.tree import Clock, Day, Every, Time

NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SEARCHED = 800


def expanded(ask: Asking, series: Series) -> list[Span]:
    """«du 12 au 13/12, 9h-18h chaque jour»: every day with both ends said is a list of days."""
    every, stretch = series.every, series.stretch
    if every.freq != "DAILY" or every.interval > 1 or stretch is None or series.last:
        return []
    times = series.times or (None,)
    return spans_of(ask, [Slot(stretch, time) for time in times], each=True)


def recurring(ask: Asking, series: Series) -> Reading:
    """The first occurrence (of each of its hours), and the rule of all."""
    every, since = settled(ask, series)
    times = series.times or anchored(ask)
    last = date_of_last(ask, series)
    for n in range(SEARCHED):
        day = since + n * ONE
        if not occurs(every, day):
            continue
        spans = on_that_day(ask, day, times)
        if spans and all(span.start > ask.now for span in spans):
            if last and day > last:
                break
            return Reading(Kind.RECUR, spans, rule(ask, every, last))
    raise Wrong(Reason.END_BEFORE_START if last else Reason.NO_SUCH_DAY)


def on_that_day(ask: Asking, day: date, times: tuple[Time, ...]) -> tuple[Span, ...]:
    """Nothing on a night when the clocks skip the hour."""
    try:
        return tuple(on_day(ask, day, time) for time in times) or (on_day(ask, day, None),)
    except Wrong as wrong:
        if wrong.reason is Reason.DST_GAP:
            return ()
        raise


def anchored(ask: Asking) -> tuple[Time, ...]:
    """Without hours of its own, what recurs keeps those of the anchor."""
    if ask.anchor is None:
        return ()
    anchor = ask.anchor.astimezone(ask.zone)
    return (Time(Clock(anchor.hour, anchor.minute)),)


def settled(ask: Asking, series: Series) -> tuple[Every, date]:
    """The recurrence with its days known, and the day to look from."""
    every, first = series.every, series.first
    if every.interval == PER_DAY:
        raise Unsure(Reason.VAGUE)
    weekdays = tuple((0, d.weekday) for d in series.weekdays if d.weekday is not None)
    if weekdays and every.freq == "WEEKLY" and not every.weekdays:
        every = replace(every, weekdays=weekdays)
    elif weekdays:
        raise Unsure(Reason.DAYS_CONTRADICT)
    since = date_of(ask, first) if first else ask.today
    if series.stretch:
        since = days_of(ask, series.stretch)[0]
    elif first is None and ask.anchor:
        since = max(since, ask.anchor.astimezone(ask.zone).date())
    if not complete(every):
        every = on_the_days_of(ask, every, first, since)
    if every.freq == "MONTHLY" and max(every.monthdays, default=0) > 28:
        last = tuple(-1 if day > 28 else day for day in every.monthdays)
        days = ask.choose(Reason.SHORT_MONTHS, every, every.monthdays, last)
        every = replace(every, monthdays=days)
    if first and not series.from_then and not occurs(every, since):
        raise Unsure(Reason.DAYS_CONTRADICT)
    return every, since


def complete(every: Every) -> bool:
    return every.freq == "DAILY" or bool(every.weekdays or every.monthdays)


def on_the_days_of(ask: Asking, every: Every, first: Day | None, since: date) -> Every:
    """«toutes les semaines» and «tous les mois» recur on the day of the first time."""
    if first is None and ask.anchor is None:
        raise Unsure(Reason.WHICH_DAY)
    if every.freq == "WEEKLY":
        return replace(every, weekdays=((0, since.weekday()),))
    by_day = replace(every, monthdays=(since.day,))
    if every.freq == "YEARLY":
        return replace(by_day, month=since.month)
    if first and first.weekday is None:
        return by_day
    rank = (since.day - 1) // 7 + 1
    by_weekday = replace(every, weekdays=((rank if rank < 5 else -1, since.weekday()),))
    return ask.choose(Reason.DAY_OR_WEEKDAY_OF_MONTH, every, by_day, by_weekday)


def occurs(every: Every, day: date) -> bool:
    if every.freq == "YEARLY":
        return day.month == every.month and day.day in every.monthdays
    if every.monthdays:
        is_last = (day + ONE).day == 1
        return day.day in every.monthdays or (is_last and -1 in every.monthdays)
    if not every.weekdays:
        return True
    rank = (day.day - 1) // 7 + 1
    is_last = (day + timedelta(days=7)).month != day.month
    return any(
        weekday == day.weekday() and (wanted in (0, rank) or (wanted == -1 and is_last))
        for wanted, weekday in every.weekdays
    )


def date_of_last(ask: Asking, series: Series) -> date | None:
    if series.last:
        last = days_of(ask, series.last)[1]
        return last - ONE if series.strictly else last
    return days_of(ask, series.stretch)[1] if series.stretch else None


def rule(ask: Asking, every: Every, last: date | None) -> str:
    """RFC 5545 section 3.3.10; UNTIL is in UTC, as section 3.3.10 asks of local times."""
    words = [f"FREQ={every.freq}"]
    if every.interval > 1:
        words.append(f"INTERVAL={every.interval}")
    if every.month:
        words.append(f"BYMONTH={every.month}")
    if every.weekdays:
        names = (f"{rank or ''}{NAMES[weekday]}" for rank, weekday in every.weekdays)
        words.append("BYDAY=" + ",".join(names))
    if every.monthdays:
        words.append("BYMONTHDAY=" + ",".join(map(str, every.monthdays)))
    if last:
        end = ask.begin(last + ONE).astimezone(UTC) - timedelta(seconds=1)
        words.append(f"UNTIL={end:%Y%m%dT%H%M%SZ}")
    return ";".join(words)
