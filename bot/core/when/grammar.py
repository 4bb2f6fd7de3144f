"""From tokens to units: every day, hour, recurrence or mark of a phrase, and its link."""

from bot.core.when.cursor import Cursor
from bot.core.when.days import day, month_end, night, nth_of_month, week, weekend
from bot.core.when.every import every
from bot.core.when.model import Reason
from bot.core.when.moments import Found, lasting, relative, soon, this_part, time
from bot.core.when.row import DATE_LIKE, DAY_LIKE, NOUNS, SMALL, TIME_LIKE, Row
from bot.core.when.sorting import question_leftovers
from bot.core.when.tokens import T
from bot.core.when.tree import Link, Mark, Phrase, Unit

LINKS = {
    T.AND: Link.AND, T.COMMA: Link.COMMA, T.OR: Link.OR, T.A: Link.TO, T.AU: Link.TO,
    T.ARROW: Link.TO, T.DASH: Link.DASH, T.SLASH: Link.SLASH, T.UNTIL: Link.UNTIL,
}  # fmt: skip
MARKS = {T.BEFORE: Mark.BEFORE, T.BY: Mark.BY, T.FROM: Mark.FROM, T.AFTER: Mark.AFTER}
PLAIN_MARKS = {T.EARLIEST: Mark.EARLIEST, T.ALL_DAY: Mark.ALL_DAY, T.SUMMER: Mark.SUMMER}
PLAIN_MARKS |= {T.WINTER: Mark.WINTER}
STRICT = frozenset({T.BEFORE})
LIMITS = frozenset({"limite", "delai", "dernier delai", "latest"})
SHY_MONTHS = frozenset(
    ["mars", "mai", "may", "march", "august", "avril", "april", "juin", "june", "jan", "dec"]
)
ALWAYS_DOUBTFUL = {
    T.VAGUE: Reason.VAGUE,
    T.MOVABLE: Reason.MOVABLE_FEAST,
}
NEVER_FIRST = NOUNS | SMALL | LINKS.keys() | {T.BETWEEN, T.VAGUE, T.ABOUT, T.HASTE, T.NOT}
UNREAD = frozenset(
    {T.NEXT, T.LAST, T.IN_8, T.IN_15, T.OUT_OF, T.EVERY, T.OF_MONTH, T.WEEK, T.QUARTER, T.AGO}
)
RULES = (every, relative, soon, weekend, nth_of_month, night, this_part, day, week, time,
         month_end)  # fmt: skip


def parse(row: Row, anchored: bool) -> tuple[Phrase, set[int]]:
    """The units of the phrase, and the positions of the tokens that they are made of."""
    c = Cursor(row, anchored)
    units: list[Unit] = []
    link = Link.NONE
    between = False
    while c.i < len(row):
        start = c.i
        found = first_rule(c) if c.kind() not in NEVER_FIRST else None
        if found is not None:
            c.used |= set(range(start, c.i))
            whats = found if isinstance(found, tuple) else (found,)
            units += [Unit(w, link if n == 0 else Link.NONE) for n, w in enumerate(whats)]
            link = Link.NONE
            continue
        if c.kind() is T.AND and between:
            link, between = Link.TO, False
        else:
            link = next_link(c, link)
        between |= c.kind() is T.BETWEEN
        remark(c)
        c.i += 1
    question_leftovers(row, c.used)
    haste, later, past = (row.has(frozenset({k})) for k in (T.HASTE, T.LATER, T.PAST))
    return Phrase(tuple(units), tuple(row.doubts), haste, later, past), c.used


def next_link(c: Cursor, link: Link) -> Link:
    kind = c.kind()
    if kind in LINKS:
        stronger = link is Link.NONE or link is Link.COMMA or LINKS[kind] is Link.UNTIL
        return LINKS[kind] if stronger else link
    if kind in NOUNS and link not in (Link.AND, Link.COMMA):
        return Link.NONE
    return link


def first_rule(c: Cursor) -> Found:
    for rule in (*RULES, mark, lasting):
        start = c.i
        found = rule(c)
        if found is not None:
            return found
        c.i = start
    return None


def mark(c: Cursor) -> Found:
    kind = c.kind()
    if kind in PLAIN_MARKS:
        c.i += 1
        return PLAIN_MARKS[kind]
    before = (c.i - 1) in c.used
    if kind is T.LATEST or (kind in (T.BY, T.FROM) and before and not c.starts_date(1)):
        heads = c.token().text in LIMITS and c.starts_date(1)
        c.i += 1
        return (Mark.FROM if kind is T.FROM else Mark.BY) if before or heads else None
    if kind in MARKS and (c.starts_date(1) or c.kind(c.row.beyond(c.i + 1) - c.i) is T.END_OF):
        c.i += 1
        return MARKS[kind]
    return None


def remark(c: Cursor) -> None:
    """Notes what makes the phrase doubtful: «vers», «sauf», "in December"."""
    kind = c.kind()
    if kind in (T.SHARP, T.INCLUDED) and c.i - 1 in c.used:
        c.used.add(c.i)
        if kind is T.INCLUDED and (c.row.has(STRICT) or c.token().value):
            c.row.doubt(Reason.NOT_READ)
    elif kind is T.UN and c.kind(1) is T.WEEKDAY and c.kind(2) is not T.DATE:
        c.row.doubt(Reason.VAGUE)
    elif kind in ALWAYS_DOUBTFUL:
        c.row.doubt(ALWAYS_DOUBTFUL[kind])
    elif kind is T.ABOUT and is_about_a_date(c):
        c.row.doubt(Reason.VAGUE)
    elif kind is T.NOT and c.starts_date(1):
        c.row.doubt(Reason.NEGATED)
    elif kind is T.HALF_DAY and (c.i - 1 in c.used or c.starts_date(1)):
        c.row.doubt(Reason.MORNING_OR_AFTERNOON)
    elif kind is T.MONTH and is_month_alone(c):
        c.row.doubt(Reason.VAGUE)
    elif kind in UNREAD and (c.i - 1 in c.used or c.starts_date(1)):
        c.row.doubt(Reason.NOT_READ)


def is_about_a_date(c: Cursor) -> bool:
    """«vers 14h», «14h environ», «début janvier»; not «environ 20 personnes»."""
    beyond = c.kind(c.row.beyond(c.i + 1) - c.i)
    if c.starts_date(1) or beyond in (T.MONTH, T.MONTHS, T.OF_MONTH, T.WEEK, T.YEARS, T.EVE):
        return True
    counts = c.kind(1) in NOUNS | {T.NUM}
    return not counts and c.i - 1 in c.used and c.kind(-1) in TIME_LIKE | DAY_LIKE


def is_month_alone(c: Cursor) -> bool:
    """«en décembre», «décembre»; months' names that are words or first names need the «en»."""
    introduced = c.token(-1).text in ("en", "in")
    if c.kind(-1) is T.DE and not c.row.has(DATE_LIKE | {T.EVERY, T.ABOUT, T.WEEK, T.WEEKEND}):
        return False
    return introduced or c.token().text not in SHY_MONTHS
