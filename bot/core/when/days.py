"""The grammar of days: «samedi 12/12», «lundi en huit», «ce week-end», «la nuit du 24 au 25»."""

from dataclasses import replace

from bot.core.when.cursor import Cursor
from bot.core.when.model import Reason, Wrong
from bot.core.when.tokens import T
from bot.core.when.tree import Date, Day, Days, Length, MonthEnd, Night, Per, Week, Weekend, Which

AFTER_WEEKDAY = {T.NEXT: Which.NEXT, T.NEXT_WEEK: Which.NEXT_WEEK, T.IN_8: Which.IN_8}
AFTER_WEEKDAY |= {T.IN_15: Which.IN_15}
BEFORE_WEEKDAY = {T.NEXT: Which.NEXT, T.THIS: Which.THIS, T.NEXT_WEEK: Which.NEXT_WEEK}
BETWEEN_DAY_WORDS = (T.LE, T.DU, T.FILLER)
RANGE_WORDS = (T.AU, T.A, T.DASH, T.ARROW, T.SLASH, T.AND, T.UNTIL)
CHRISTMAS = Date(25, 12)


def day(c: Cursor) -> Day | None:
    """One day, from all the day words that stand together and complete each other."""
    start = c.i
    found = Day()
    while True:
        grown = grow(c, found, start)
        if grown is None:
            break
        found = grown
    if found == Day():
        return None
    return found


def grow(c: Cursor, found: Day, start: int) -> Day | None:
    """The day with its next word taken, or None when the next word is no part of it."""
    here = c.i
    if here > start:
        c.skip(*BETWEEN_DAY_WORDS)
        skip_comma(c, found)
    for rule in (weekday, date, offset):
        grown = rule(c, found)
        if grown is not None:
            return grown
    c.i = here
    return None


def skip_comma(c: Cursor, found: Day) -> None:
    """«Saturday, 12 December» is one day; «sam, 13/12» are two."""
    ahead = 2 if c.kind(1) is T.LE else 1
    written = c.token(ahead).date
    if c.kind() is not T.COMMA or written is None or found.weekday is None or found.date:
        return
    if c.row.fits(found.weekday, written.day, written.month):
        c.i += ahead


def weekday(c: Cursor, found: Day) -> Day | None:
    if found.weekday is not None or found.nth:
        return None
    which = Which.BARE
    if c.kind() in BEFORE_WEEKDAY and c.kind(1) is T.WEEKDAY:
        which = BEFORE_WEEKDAY[c.take().kind]
    elif c.kind() is T.LAST and c.kind(1) is T.WEEKDAY and c.kind(2) is not T.OF_MONTH:
        raise Wrong(Reason.PAST)
    elif c.kind() is T.NEXT_WEEK and c.kind(1) in (T.LE, T.FILLER) and c.kind(2) is T.WEEKDAY:
        c.i += 2
        which = Which.NEXT_WEEK
    if c.kind() is not T.WEEKDAY:
        return None
    general = c.row.kind(c.i - 1) is T.LE and which is Which.BARE and found == Day()
    number = c.take().value
    after = weekday_suffix(c)
    if after is None and general:
        return Day(number, Which.HABIT)
    return replace(found, weekday=number, which=after or which)


def weekday_suffix(c: Cursor) -> Which | None:
    if c.kind() is T.LAST:
        raise Wrong(Reason.PAST)
    if c.kind() in AFTER_WEEKDAY:
        return AFTER_WEEKDAY[c.take().kind]
    if c.token().text == "en" and c.kind(1) is T.NUM and c.token(1).value in (8, 15):
        c.i += 2
        return Which.IN_8 if c.row.at(c.i - 1).value == 8 else Which.IN_15
    if c.token().text == "week":
        c.i += 1
        return Which.IN_8
    return None


def date(c: Cursor, found: Day) -> Day | None:
    if c.kind() is not T.DATE or found.date:
        return None
    which = Which.BARE if found.which is Which.HABIT else found.which
    token = c.take()
    weekday = found.weekday if token.weekday is None else token.weekday
    return replace(found, date=token.date, weekday=weekday, which=which)


def offset(c: Cursor, found: Day) -> Day | None:
    if found.offset is not None:
        return None
    if c.kind() is T.JDAY and not c.anchored and c.token().value >= 0:
        return replace(found, offset=c.take().value)
    if c.kind() is not T.OFFSET:
        return None
    days = c.take().value
    if c.accept(T.IN_8):
        days += 7
    elif c.accept(T.IN_15):
        days += 14
    return replace(found, offset=days)


def in_days(length: Length) -> Day | None:
    """«dans 2 jours», «dans une semaine»; «dans 8 jours» and «dans 15 jours» may mean weeks."""
    if length.per is Per.DAY:
        which = {8: Which.IN_8, 15: Which.IN_15}.get(length.amount, Which.BARE)
        return Day(offset=length.amount, which=which)
    if length.per is Per.WEEK:
        return Day(offset=7 * length.amount)
    if length.per is Per.MONTH:
        return Day(offset=0, months=length.amount)
    if length.per is Per.YEAR:
        return Day(offset=0, months=12 * length.amount)
    return None


def nth_of_month(c: Cursor) -> Day | None:
    """«le dernier vendredi de novembre»."""
    rank = -1 if c.kind() is T.LAST else c.token().value
    of = 3 if c.kind(2) in (T.DE, T.FILLER) else 2
    if c.kind() not in (T.ORD, T.LAST) or c.kind(1) is not T.WEEKDAY or c.kind(of) is not T.MONTH:
        return None
    found = Day(c.token(1).value, nth=(rank, c.token(of).value))
    c.i += of + 1
    return found


def beside_a_day(c: Cursor) -> Day | None:
    """«la veille de Noël», «deux jours avant le 12/12»."""
    start = c.i
    shift = 0
    if c.kind() is T.EVE:
        shift = c.take().value
        linked = c.kind() in (T.DE, T.DU)
    else:
        length = c.length()
        linked = c.kind() in (T.BEFORE, T.AFTER)
        if length and linked and length.per in (Per.DAY, Per.WEEK):
            days = length.amount * (7 if length.per is Per.WEEK else 1)
            shift = -days if c.take().kind is T.BEFORE else days
    c.skip(T.DE, T.DU, T.LE, T.FILLER)
    found = day(c) if linked and shift and c.starts_day() else None
    if found is None:
        c.i = start
        return None
    return replace(found, shift=shift)


def weekend(c: Cursor) -> Weekend | Days | None:
    start = c.i
    which = BEFORE_WEEKDAY[c.take().kind] if c.kind() in (T.THIS, T.NEXT) else Which.BARE
    if c.kind() is not T.WEEKEND:
        c.i = start
        return None
    c.i += 1
    if c.kind() is T.LAST:
        raise Wrong(Reason.PAST)
    if c.accept(T.NEXT):
        which = Which.NEXT
    at = c.after_small()
    if c.token().text == "des":
        at = c.row.beyond(c.i + 1) - c.i
    if not c.starts_day(at) or (at == 0 and c.kind() is not T.DATE):
        return Weekend(which)
    c.i += at
    first, last = pair(c)
    return Days(first, last) if last else Weekend(which, first)


def pair(c: Cursor) -> tuple[Day, Day | None]:
    """A day, and the one tied to it if there is one: «du 12 au 13/12»."""
    first = day(c)
    assert first is not None
    here = c.i
    if c.accept(*RANGE_WORDS):
        c.skip(T.LE, T.FILLER, T.AU)
        last = day(c) if c.starts_day() else None
        if last:
            return first, last
    c.i = here
    return first, None


def week(c: Cursor) -> Week | Days | None:
    if c.accept(T.NEXT_WEEK):
        return Week()
    if c.kind() is T.ISO_WEEK:
        return Week(number=c.take().value)
    if c.kind() is T.WEEK and c.kind(1) is T.DU and c.starts_day(2):
        c.i += 2
        first, last = pair(c)
        return Days(first, last) if last else Week(first)
    return None


def night(c: Cursor) -> Night | None:
    """«cette nuit», «nuit du 24 au 25», «nuit de vendredi à samedi»."""
    if c.kind() is T.THIS_PART and c.token().value == 3:
        c.i += 1
        return Night(Day(offset=0, which=Which.THIS))
    if c.kind() is not T.PART or c.token().value != 3:
        return None
    start = c.i
    c.i += 1
    tied = c.kind() in (T.DE, T.DU)
    c.skip(T.DE, T.DU, T.LE, T.FILLER)
    if c.starts_day():
        first, last = pair(c)
        if first.date == CHRISTMAS and last is None:
            c.row.doubt(Reason.WHICH_NIGHT)
        if last or tied:
            return Night(first, last)
    c.i = start
    return None


def month_end(c: Cursor) -> MonthEnd | None:
    """«la fin du mois», «fin décembre», «la fin de l'année»."""
    if c.kind() is not T.END_OF:
        return None
    at = c.row.beyond(c.i + 1) - c.i
    kind, month = c.kind(at), c.token(at).value
    if kind in (T.MONTHS, T.OF_MONTH, T.MONTH, T.YEARS):
        c.i += at + 1
        return MonthEnd(month if kind is T.MONTH else 0 if kind is T.YEARS else None)
    return None
