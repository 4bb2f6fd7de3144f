"""From stretches of days as written to their first and last day: week-ends, weeks, nights."""

from datetime import date, timedelta

from bot.core.when.asking import Asking
from bot.core.when.calendar import ONE, WEEK, date_of, months_later, week_of
from bot.core.when.model import Reason, Unsure, Wrong
from bot.core.when.tree import Date, Day, DayLike, Days, MonthEnd, Night, Week, Weekend, Which

NEAR = timedelta(days=100)


def days_of(ask: Asking, days: DayLike) -> tuple[date, date]:
    """The first and the last day, both included."""
    match days:
        case Day():
            found = date_of(ask, days)
            return found, found
        case Days(first, last):
            start = date_of(ask, first)
            return start, end_of(ask, first, last, start)
        case Weekend():
            return weekend_of(ask, days)
        case Week():
            start = week_of(ask, days)
            return start, start + WEEK - ONE
        case MonthEnd(month):
            end = month_end(ask, month)
            return end, end
        case Night(first, last):
            start = (
                tonight(ask) if first == Day(offset=0, which=Which.THIS) else date_of(ask, first)
            )
            return start, date_of(ask, last, after=start) if last else start + ONE


def end_of(ask: Asking, first: Day, last: Day, start: date) -> date:
    """The last day of a stretch: it may lie in the next month or year, but not far."""
    end = date_of(ask, last, after=start)
    said, until = first.date, last.date
    if said and until and said.month is until.month is None and start > ask.today:
        going_on = said.day <= ask.today.day <= until.day
        ask.choose(Reason.JUST_PASSED, (first, last), True) if going_on else None
    backwards = said and until and until.year is None and turns_back(said, until)
    if end < start or (backwards and end - start > NEAR):
        raise Wrong(Reason.END_BEFORE_START)
    return end


def turns_back(said: Date, until: Date) -> bool:
    """Whether the end, by its numbers alone, comes before the beginning."""
    if said.month is None or until.month is None:
        return until.day < said.day
    return (until.month, until.day) < (said.month, said.day)


def tonight(ask: Asking) -> date:
    """Before 8 in the morning, «cette nuit» is the one that is passing."""
    return ask.today - ONE if ask.now.hour < 8 else ask.today


def weekend_of(ask: Asking, weekend: Weekend) -> tuple[date, date]:
    today = ask.today
    if weekend.of:
        day = date_of(ask, weekend.of)
        if day.weekday() < 5:
            raise Unsure(Reason.WEEKDAY_CONTRADICTS)
        saturday = day - timedelta(days=day.weekday() - 5)
        return saturday, saturday + ONE
    saturday = today + timedelta(days=5 - today.weekday())
    following = saturday + WEEK
    during = today.weekday() >= 5
    if weekend.which is Which.NEXT and not during:
        saturday = ask.choose(Reason.THIS_WEEK_OR_NEXT, weekend, saturday, following)
    elif weekend.which is Which.NEXT:
        saturday = following
    elif weekend.which is Which.BARE and during:
        saturday = ask.choose(Reason.TODAY_OR_NEXT_WEEK, weekend, saturday, following)
    return max(saturday, today), saturday + ONE


def month_end(ask: Asking, month: int | None) -> date:
    year, wanted = ask.today.year, 12 if month == 0 else month or ask.today.month
    year += wanted < ask.today.month
    return months_later(date(year, wanted, 1), 1) - ONE
