"""The grammar of what recurs: «ts les mardis», «le 1er jeudi du mois», «un mardi sur deux»."""

from bot.core.when.cursor import Cursor
from bot.core.when.model import Convention
from bot.core.when.tokens import T
from bot.core.when.tree import Every, Length, Per, Time

PARTS = (Convention.MATIN, Convention.APRES_MIDI, Convention.SOIR, Convention.NUIT)
FREQS = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
WORKING = tuple((0, weekday) for weekday in range(5))
WEEKEND = ((0, 5), (0, 6))
LISTED = (T.AND, T.COMMA, T.SLASH)
MONTHLY = frozenset({T.OF_MONTH, T.MONTHS})
RANKED = (T.ORD, T.LAST)
PER_DAY = 0


def every(c: Cursor) -> Every | tuple[Every, Time] | None:
    start = c.i
    for rule in (ranked, day_of_month, out_of, introduced, plural, adverb, last_day):
        found = rule(c)
        if found is not None:
            return found
        c.i = start
    return None


def introduced(c: Cursor) -> Every | tuple[Every, Time] | None:
    """What follows «tous les», «chaque», «every»."""
    if c.kind() is T.PER and c.kind(1) is T.DAYS:
        c.i += 2
        return Every("DAILY", PER_DAY)
    if c.kind() is not T.EVERY:
        return None
    interval = c.take().value
    if c.kind() is T.NUM and c.kind(1) in (T.WEEKDAY, T.WEEKDAYS):
        interval = c.take().value
    if found := ranked(c) or day_of_month(c):
        return found
    if c.kind() is T.LENGTH:
        return after_length(c)
    if c.kind() is T.DATE:
        return each_year(c)
    if c.kind() is T.PART:
        part = PARTS[c.take().value]
        return Every("DAILY", interval), Time(part=part)
    if weekdays := weekday_list(c):
        return Every("WEEKLY", interval, tuple((0, w) for w in weekdays))
    return simple(c, interval)


def each_year(c: Cursor) -> Every | None:
    """«tous les 14 juillet»."""
    written = c.take().date
    if written is None or written.month is None or written.year:
        return None
    return Every("YEARLY", 1, (), (written.day,), written.month)


def simple(c: Cursor, interval: int) -> Every | None:
    if c.accept(T.WORKDAYS):
        return Every("WEEKLY", interval, WORKING)
    if c.accept(T.WEEKEND):
        return Every("WEEKLY", interval, WEEKEND)
    for kind, freq in ((T.DAYS, 0), (T.WEEK, 1), (T.MONTHS, 2), (T.YEARS, 3)):
        if c.accept(kind):
            return Every(FREQS[freq], interval)
    return None


def after_length(c: Cursor) -> Every | None:
    """«tous les 15 jours» is every other week, «toutes les 2 semaines» too."""
    length = c.take().length or Length(0, Per.MINUTE)
    if length.per is Per.DAY:
        weeks = {7: 1, 8: 1, 14: 2, 15: 2}.get(length.amount)
        return Every("WEEKLY", weeks) if weeks else Every("DAILY", length.amount)
    freq = {Per.WEEK: "WEEKLY", Per.MONTH: "MONTHLY", Per.YEAR: "YEARLY"}.get(length.per)
    return Every(freq, length.amount) if freq else None


def weekday_list(c: Cursor) -> tuple[int, ...]:
    found: list[int] = []
    while c.kind() in (T.WEEKDAY, T.WEEKDAYS):
        found.append(c.take().value)
        here = c.i
        c.skip(*LISTED, T.LES, T.LE, T.EVERY)
        bare = c.kind(1) not in (T.DATE, T.NUM)
        if c.kind() not in (T.WEEKDAY, T.WEEKDAYS) or not bare:
            c.i = here
            break
    return tuple(found)


def plural(c: Cursor) -> Every | None:
    """«les mardis et jeudis», "Tuesdays"."""
    if c.kind() is not T.WEEKDAYS:
        return None
    return Every("WEEKLY", 1, tuple((0, w) for w in weekday_list(c)))


def ranked(c: Cursor) -> Every | None:
    """«le 1er jeudi du mois», «les 2e et 4e mardis de chaque mois»."""
    ranks: list[int] = []
    while c.kind() in RANKED:
        ranks.append(-1 if c.take().kind is T.LAST else c.row.at(c.i - 1).value)
        c.skip(T.AND, T.COMMA, T.LE)
    if not ranks or c.kind() not in (T.WEEKDAY, T.WEEKDAYS) or not all(r <= 5 for r in ranks):
        return None
    weekday = c.take().value
    monthly = c.accept(T.OF_MONTH) or c.row.has(MONTHLY)
    if not monthly or c.kind() is T.NEXT:
        return None
    return Every("MONTHLY", 1, tuple((rank, weekday) for rank in ranks))


def day_of_month(c: Cursor) -> Every | None:
    """«le 5 du mois», «tous les 5 du mois», «le 1er et le 15 de chaque mois»."""
    days: list[int] = []
    while c.kind() in (T.NUM, T.ORD) and 1 <= c.token().value <= 31:
        days.append(c.take().value)
        c.skip(T.AND, T.COMMA, T.LE)
    if not days or not c.accept(T.OF_MONTH) or c.kind() is T.NEXT:
        return None
    return Every("MONTHLY", 1, (), tuple(days))


def last_day(c: Cursor) -> Every | None:
    if c.kind() is T.LAST and c.kind(1) is T.DAYS and c.kind(2) is T.OF_MONTH:
        c.i += 3
        return Every("MONTHLY", 1, (), (-1,))
    return None


def out_of(c: Cursor) -> Every | None:
    """«un mardi sur deux», «une semaine sur 2»."""
    start = c.i
    single = c.kind() is T.UN or (c.kind() is T.NUM and c.token().value == 1)
    if c.kind() is T.LENGTH:
        length = c.take().length
        freq = "WEEKLY" if length == Length(1, Per.WEEK) else "DAILY"
        if length in (Length(1, Per.WEEK), Length(1, Per.DAY)) and (n := out_of_how_many(c)):
            return Every(freq, n)
    elif single and c.kind(1) is T.WEEKDAY:
        weekday = c.token(1).value
        c.i += 2
        if n := out_of_how_many(c):
            return Every("WEEKLY", n, ((0, weekday),))
    c.i = start
    return None


def out_of_how_many(c: Cursor) -> int:
    if c.kind() is T.OUT_OF:
        return c.take().value
    if c.token().text == "sur" and c.kind(1) is T.NUM:
        c.i += 2
        return c.row.at(c.i - 1).value
    return 0


def adverb(c: Cursor) -> Every | None:
    if c.kind() is T.FREQ:
        return Every(FREQS[c.take().value])
    if c.kind() is T.OF_MONTH and c.token().text.startswith(("chaque", "tous")):
        c.i += 1
        return Every("MONTHLY")
    return None
