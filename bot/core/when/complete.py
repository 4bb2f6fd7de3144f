"""Lends months and years: in «les 12 et 13 décembre» the 12th is December's too."""

from dataclasses import replace

from bot.core.when.tree import Date, Day, Days, Night, Unit, Week, Weekend, What

NEAR_MONTH_END = 15


def complete(units: list[Unit]) -> list[Unit]:
    """Every day without a month or year takes them from the next one that has them."""
    lent: Date | None = None
    done: list[Unit] = []
    for unit in reversed(units):
        what, lent = completed(unit.what, lent)
        done.append(Unit(what, unit.link))
    return done[::-1]


def completed(what: What, lent: Date | None) -> tuple[What, Date | None]:
    match what:
        case Day():
            return filled(what, lent)
        case Days(first, last):
            end, lent = filled(last, lent)
            start, lent = filled(first, lent)
            return Days(start, end), lent
        case Night(first, last):
            morning, lent = filled(last, lent) if last else (None, lent)
            evening, lent = filled(first, lent)
            return Night(evening, morning), lent
        case Weekend(_, of) | Week(of, _) if of:
            day, lent = filled(of, lent)
            return replace(what, of=day), lent
        case _:
            return what, lent


def filled(day: Day, lent: Date | None) -> tuple[Day, Date | None]:
    written = day.date
    if written is None:
        return day, lent
    if lent and lent.month:
        month, year = written.month, written.year
        if month is None:
            month, year = month_before(written.day, lent)
        elif year is None and lent.year:
            later = (month, written.day) > (lent.month, lent.day)
            year = lent.year - 1 if later else lent.year
        written = Date(written.day, month, year)
    return replace(day, date=written), written


def month_before(day: int, lent: Date) -> tuple[int, int | None]:
    """The month of a day that comes before a full date: the month before only near its end."""
    month, year = lent.month or 1, lent.year
    if day <= lent.day or 31 - day + lent.day > NEAR_MONTH_END:
        return month, year
    return (month - 1, year) if month > 1 else (12, year - 1 if year else None)
