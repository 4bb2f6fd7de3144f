"""From days as written to days of the calendar, with the conventions for what was left unsaid."""

from datetime import date, timedelta

from bot.core.when.asking import Asking
from bot.core.when.model import Reason, Unsure, Wrong
from bot.core.when.tree import Date, Day, Week, Which

JUST_PASSED = timedelta(days=90)
WEEK = timedelta(days=7)
ONE = timedelta(days=1)
LEAP_YEAR = 2024


def date_of(ask: Asking, day: Day, after: date | None = None) -> date:
    """The day that is meant; with `after`, the first such day from then on."""
    found = unlimited(ask, day, after) + timedelta(days=day.shift)
    if found < ask.today:
        raise Wrong(Reason.PAST)
    if found > years_later(ask.today, 2):
        raise Wrong(Reason.TOO_FAR)
    return found


def unlimited(ask: Asking, day: Day, after: date | None) -> date:
    if day.nth:
        return nth_of_month(ask, day)
    if day.offset is not None:
        found = counted(ask, day)
        if day.date and dated(ask, day, found) != found:
            raise Unsure(Reason.DAYS_CONTRADICT)
    elif day.date:
        found = dated(ask, day, after)
    else:
        return weekday_of(ask, day, after)
    if day.weekday is not None and found.weekday() != day.weekday:
        nearest = found + timedelta(days=(day.weekday - found.weekday() + 3) % 7 - 3)
        return ask.choose(Reason.WEEKDAY_CONTRADICTS, day, found, nearest)
    return found


def counted(ask: Asking, day: Day) -> date:
    """So many days or months from today. «15 jours» may be two weeks, «8 jours» one."""
    days = day.offset or 0
    if day.which in (Which.IN_8, Which.IN_15):
        days = ask.choose(Reason.EIGHT_DAYS, day, days - 1, days)
    return months_later(ask.today, day.months) + timedelta(days=days)


def dated(ask: Asking, day: Day, after: date | None) -> date:
    written = day.date
    assert written is not None
    if written.month is None:
        return next_such_day(ask, day, written, after)
    if make(LEAP_YEAR, written.month, written.day) is None:
        raise Wrong(Reason.NO_SUCH_DAY)
    if written.year is not None:
        found = make(written.year, written.month, written.day)
        if found is None:
            raise Wrong(Reason.NO_SUCH_DAY)
        return found
    return next_anniversary(ask, day, written, after)


def next_such_day(ask: Asking, day: Day, written: Date, after: date | None) -> date:
    """«le 3» is the next 3rd of a month; said on a 3rd, the bot asks."""
    if not 1 <= written.day <= 31:
        raise Wrong(Reason.NO_SUCH_DAY)
    coming = [d for d in days_numbered(after or ask.today, written.day) if not after or d >= after]
    if after or coming[0] != ask.today or day.offset is not None:
        return coming[0]
    if day.weekday is not None:
        if day.weekday == ask.today.weekday():
            return first_chosen(ask, day, coming[0])
        return coming[1]
    return ask.choose(Reason.TODAY_OR_NEXT_MONTH, day, *coming[:2])


def first_chosen(ask: Asking, day: Day, found: date) -> date:
    chosen = ask.choices.get((Reason.JUST_PASSED, day))
    return chosen if isinstance(chosen, date) else found


def days_numbered(start: date, number: int) -> list[date]:
    months = (months_later(start.replace(day=1), n) for n in range(4))
    found = (make(m.year, m.month, number) for m in months)
    return [d for d in found if d and d >= start]


def next_anniversary(ask: Asking, day: Day, written: Date, after: date | None) -> date:
    """The next such day within twelve months; the bot asks if one has just passed."""
    month = written.month or 1
    start = after or ask.today
    found = make(start.year, month, written.day)
    if found is None or found < start:
        found = make(start.year + 1, month, written.day)
    if found is None:
        raise Wrong(Reason.NO_SUCH_DAY)
    before = make(start.year, month, written.day)
    if after is None and before and before < start and start - before <= JUST_PASSED:
        return ask.choose(Reason.JUST_PASSED, day, found)
    return first_chosen(ask, day, found)


def weekday_of(ask: Asking, day: Day, after: date | None) -> date:
    if day.weekday is None:
        raise Wrong(Reason.NO_DATE)
    if after:
        return after + timedelta(days=(day.weekday - after.weekday() - 1) % 7 + 1)
    if day.week:
        return week_of(ask, day.week) + timedelta(days=day.weekday)
    today = ask.today
    coming = today + timedelta(days=(day.weekday - today.weekday() - 1) % 7 + 1)
    next_week = monday_after(today) + timedelta(days=day.weekday)
    is_today = today.weekday() == day.weekday
    match day.which:
        case Which.NEXT_WEEK:
            return next_week
        case Which.NEXT:
            if coming == next_week:
                return coming
            return ask.choose(Reason.THIS_WEEK_OR_NEXT, day, coming, next_week)
        case Which.IN_8 | Which.IN_15:
            weeks = WEEK if day.which is Which.IN_8 else 2 * WEEK
            if is_today:
                return ask.choose(Reason.TODAY_OR_NEXT_WEEK, day, today + weeks, coming + weeks)
            return coming + weeks
        case Which.HABIT:
            options = [today, coming] if is_today else [coming]
            return ask.choose(Reason.ONCE_OR_EVERY_WEEK, day, *options)
        case Which.BARE | Which.THIS:
            if is_today:
                return ask.choose(Reason.TODAY_OR_NEXT_WEEK, day, today, coming)
            return coming


def week_of(ask: Asking, week: Week) -> date:
    """The Monday of a week. An ISO number without a year is the next one of that number."""
    if week.of:
        day = date_of(ask, week.of)
        return day - timedelta(days=day.weekday())
    if week.number is None:
        return monday_after(ask.today)
    passed = False
    for year in (ask.today.year, ask.today.year + 1):
        try:
            monday = date.fromisocalendar(year, week.number, 1)
        except ValueError:
            continue
        if monday + WEEK > ask.today:
            return ask.choose(Reason.JUST_PASSED, week, monday) if passed else monday
        passed = ask.today - monday <= JUST_PASSED
    raise Wrong(Reason.NO_SUCH_DAY)


def nth_of_month(ask: Asking, day: Day) -> date:
    assert day.nth is not None
    assert day.weekday is not None
    rank, month = day.nth
    for year in (ask.today.year, ask.today.year + 1):
        found = nth_weekday(year, month, rank, day.weekday)
        if found and found >= ask.today:
            return found
    raise Wrong(Reason.NO_SUCH_DAY)


def nth_weekday(year: int, month: int, rank: int, weekday: int) -> date | None:
    first = date(year, month, 1)
    days = [first + timedelta(days=n) for n in range(31)]
    matching = [d for d in days if d.month == month and d.weekday() == weekday]
    if rank < 0:
        return matching[-1]
    return matching[rank - 1] if 0 < rank <= len(matching) else None


def monday_after(day: date) -> date:
    return day + timedelta(days=7 - day.weekday())


def make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    last = next(n for n in (31, 30, 29, 28) if make(year, month + 1, n))
    return date(year, month + 1, min(day.day, last))


def years_later(day: date, years: int) -> date:
    return months_later(day, 12 * years)
