"""Decides by their neighbours what bare numbers and shy words are: days, hours, counts or noise."""

import re

from bot.core.when.model import Reason
from bot.core.when.row import DATE_LIKE, DAY_LIKE, HOUR_LIKE, NOUNS, TIME_LIKE, Row
from bot.core.when.sorting_hours import sort_hours
from bot.core.when.tokens import T
from bot.core.when.tree import Date

SHYEST = frozenset({"ma", "me", "je", "sa", "lu", "di", "ve"})
CALLING = frozenset(
    {T.NEXT, T.THIS, T.EVERY, T.BY, T.BEFORE, T.FROM, T.AFTER, T.LES, T.UNTIL, T.LAST}
)
LISTING = frozenset({T.COMMA, T.AND, T.DASH, T.SLASH, T.OR})
CHAIN = frozenset({T.AND, T.DASH, T.AU, T.UNTIL, T.ARROW, T.OR, T.SLASH})
HEADS = frozenset({T.LE, T.LES, T.DU, T.WEEKDAY, T.DATE, T.END, T.BETWEEN})
MAY_PRECEDE_A_DAY = frozenset({T.BEFORE, T.BY, T.FROM, T.AFTER, T.UNTIL})
BEFORE_A_RANK = MAY_PRECEDE_A_DAY | {T.LE, T.DU, T.AU, T.WEEKDAY}
AFTER_A_RANK = NOUNS | {T.WEEKDAY, T.WEEKDAYS, T.PART, T.DAYS, T.MONTHS, T.AND}
ARTICLE_AT_END = re.compile(r"(?:\b|u)(?:le|du|au|des|the)$|jusquau$")
MARCH_OR_TUESDAY = re.compile(r"\d\s?mar\.?$")
APART = re.compile(r"h\s\d\d$")


def sort(row: Row) -> None:
    sort_shy_words(row)
    sort_month_first(row)
    question_march(row)
    listed = sort_plural_weekdays(row)
    for i in reversed(range(len(row))):
        sort_chained(row, i)
    i = 0
    while i < len(row):
        sort_day(row, i)
        i += 1
    sort_hours(row)
    for at, weekday in listed:
        name_days(row, at, weekday)


def sort_plural_weekdays(row: Row) -> list[tuple[int, int]]:
    """In «les samedis 12, 19 et 26 décembre» the plural is no recurrence: where, which weekday."""
    found: list[tuple[int, int]] = []
    for i, token in enumerate(row.tokens):
        if token.kind is T.WEEKDAYS and row.kind(i + 1) in (T.NUM, T.DATE):
            found.append((i, token.value))
            row.becomes(i, T.LES)
    return found


def name_days(row: Row, at: int, weekday: int) -> None:
    """Lets each day of the list check that it falls on the weekday."""
    i = at + 1
    while row.kind(i) in (T.DATE, T.AND, T.COMMA, T.LE):
        if row.kind(i) is T.DATE:
            row.falls_on(i, weekday)
        i += 1


def sort_shy_words(row: Row) -> None:
    for i, token in enumerate(row.tokens):
        if token.kind is T.SHY:
            if is_weekday(row, i):
                row.becomes(i, T.WEEKDAY)
            else:
                row.is_noise(i)
        elif token.kind is T.WEEKEND and token.text == "we":
            near = row.kind(i - 1) in CALLING | {T.LE, T.DU} or row.kind(i + 1) in (T.NEXT, T.DU)
            if not near:
                row.is_noise(i)


def is_weekday(row: Row, i: int) -> bool:
    """«mer 25», «jeu 14h», «lun mar mer»; not «bord de mer», «je», «mon équipe»."""
    before, after, next_but_one = row.kind(i - 1), row.kind(i + 1), row.kind(i + 2)
    days = {T.WEEKDAY, T.SHY}
    listed = before is T.WEEKDAY or (before in LISTING and row.kind(i - 2) is T.WEEKDAY)
    listed |= after in days or (after in LISTING and next_but_one in days)
    counted = after is T.NUM and (next_but_one in NOUNS or row.at(i + 1).value > 31)
    dated = after is T.DATE or (after is T.NUM and not counted)
    if row.at(i).text in SHYEST:
        return dated or (listed and shy_list(row, i))
    if before in (T.DE, T.UN, T.DU, T.FILLER) and row.at(i - 1).text != "on":
        return dated or after in HOUR_LIKE
    called = before in CALLING or after in (T.NEXT, T.IN_8, T.IN_15, T.NEXT_WEEK)
    alone = after in (T.END, T.COMMA) and before not in NOUNS and row.at(i).text != "mon"
    return dated or listed or called or alone or after in TIME_LIKE or after is T.A


def shy_list(row: Row, i: int) -> bool:
    """«lu ma je 18h»: at least two weekdays in a row that no noun follows."""
    near = (row.kind(i - 1), row.kind(i + 1))
    far = (row.kind(i - 2), row.kind(i + 2))
    days = {T.WEEKDAY, T.SHY}
    return any(n in days or (n in LISTING and f in days) for n, f in zip(near, far, strict=True))


def sort_month_first(row: Row) -> None:
    """English order: «Dec 12», «December 12th, 2026»."""
    i = 0
    while i < len(row):
        number = row.at(i + 1)
        known = number.kind is T.NUM or (number.kind is T.ORD and number.text[:1].isdigit())
        if row.kind(i) is T.MONTH and known and number.value <= 31 and row.kind(i + 2) not in NOUNS:
            year_at = i + 3 if row.kind(i + 2) is T.COMMA else i + 2
            year = row.at(year_at)
            has_year = year.kind is T.NUM and 2000 <= year.value < 2100
            day = Date(number.value, row.at(i).value, year.value if has_year else None)
            row.joins(i, year_at if has_year else i + 1, T.DATE, day)
        i += 1


def question_march(row: Row) -> None:
    """«24 mar» is in March, unless the 24th is a Tuesday too."""
    for token in row.tokens:
        if token.date and MARCH_OR_TUESDAY.search(token.text) and row.fits(1, token.date.day):
            row.doubt(Reason.MONTH_OR_WEEKDAY)


def sort_chained(row: Row, i: int) -> None:
    """A number tied to a date that follows: «12 et 13/12», «3 au 5 janvier», «3, 4 et 5 mai»."""
    if row.kind(i) is not T.NUM or not 1 <= row.at(i).value <= 31 or row.kind(i - 1) is T.LABEL:
        return
    link = row.kind(i + 1)
    after = row.beyond(i + 2, frozenset({T.LE, T.FILLER}))
    if row.kind(after) is not T.DATE:
        return
    in_chain = row.kind(after + 1) in CHAIN and row.kind(after + 2) is T.DATE
    listed = link is T.COMMA and (row.kind(i - 1) in HEADS or in_chain)
    if listed or link in CHAIN:
        row.is_day(i)


def sort_day(row: Row, i: int) -> None:
    token, before, after = row.at(i), row.kind(i - 1), row.kind(i + 1)
    if token.kind is T.ORD and token.text[:1].isdigit():
        introduced_too = before in BEFORE_A_RANK or row.at(i - 1).text == "the"
        if introduced_too and after not in AFTER_A_RANK:
            row.is_day(i)
        return
    if token.kind is not T.NUM:
        return
    if not 1 <= token.value <= 31:
        if before is T.LE and token.value < 100 and not row.has(DATE_LIKE):
            row.is_day(i)
        return
    if before is T.WEEKDAY:
        sort_after_weekday(row, i)
    elif after is T.OF_MONTH and before is T.LE:
        if row.kind(i + 2) is T.NEXT:
            month = row.today.month % 12 + 1
            row.is_day(i, month)
            row.joins(i, i + 2, T.DATE, Date(token.value, month))
    elif introduced(row, i) and after is not T.COUNTED:
        row.is_day(i)
        continue_list(row, i)


def introduced(row: Row, i: int) -> bool:
    """«le 12», «du 3», «jusqu'au 15», «les 3 et 5»."""
    before, after = row.kind(i - 1), row.kind(i + 1)
    if before in (T.LE, T.DU) or row.at(i - 1).text in ("the", "semaine"):
        return True
    if after is T.PART and row.at(i + 1).text.startswith("au "):
        return True
    if before in MAY_PRECEDE_A_DAY and ARTICLE_AT_END.search(row.at(i - 1).text):
        return True
    if before is T.AU and after not in NOUNS and any(t.kind is T.DATE for t in row.tokens[:i]):
        return True
    if before is T.LES or row.at(i - 1).text == "des":
        return after in (T.AND, T.COMMA) and row.kind(i + 2) in (T.NUM, T.DATE)
    return False


def continue_list(row: Row, i: int) -> None:
    """«du 3 au 5», «les 3, 4 et 5»: the numbers after an introduced day are days too."""
    while row.kind(i + 1) in (T.AU, T.AND, T.COMMA, T.DASH, T.UNTIL, T.OR):
        following, beyond = row.at(i + 2), row.kind(i + 3)
        hours = beyond in (T.DASH, T.SLASH, T.A) and row.kind(i + 4) in (T.NUM, *HOUR_LIKE)
        if following.kind is not T.NUM or beyond in NOUNS or hours:
            return
        if not 1 <= following.value <= 31:
            return
        row.is_day(i + 2)
        i += 2


def sort_after_weekday(row: Row, i: int) -> None:
    """«mardi 24 à 19h» is a day, «lundi 9-13h» are hours, «lundi 3 IDE» is a count."""
    token, after, following = row.at(i), row.kind(i + 1), row.at(i + 2)
    fits = row.fits(row.at(i - 1).value, token.value)
    if after is T.COUNTED:
        if fits:
            row.doubt(Reason.COUNT_OR_DATE)
        return
    if after in NOUNS and not fits:
        return
    if after is T.DASH and following.kind is T.NUM:
        return
    spaced = row.at(i + 1).spaced and following.spaced
    hours = after in (T.DASH, T.SLASH, T.ARROW) and following.kind in HOUR_LIKE
    if hours and not (fits and spaced):
        return
    row.is_day(i)
    continue_list(row, i)


def question_leftovers(row: Row, used: set[int]) -> None:
    """A number that nothing explains, beside a date, is not passed over in silence."""
    if not row.has(DATE_LIKE):
        return
    for i, token in enumerate(row.tokens):
        if token.kind is T.CLOCK and APART.search(token.text) and row.kind(i + 1) is T.COUNTED:
            row.doubt(Reason.COUNT_OR_DATE)
        ranked = token.kind is T.ORD and row.kind(i - 1) is T.LE and row.kind(i + 1) not in NOUNS
        counted = token.kind is T.NUM and not is_explained(row, i)
        if i not in used and (ranked or counted):
            row.doubt(Reason.NOT_READ)


def is_explained(row: Row, i: int) -> bool:
    """A count («3 IDE») or a name («salle 12», «Pagnol 3»)."""
    before, after = row.kind(i - 1), row.kind(i + 1)
    if after is T.COUNTED or before is T.LABEL:
        return True
    if after in NOUNS:
        return not (before in DAY_LIKE and not row.has(HOUR_LIKE))
    beside = DAY_LIKE | TIME_LIKE | {T.LE, T.DU, T.DASH, T.SLASH, T.A}
    return before in NOUNS and after not in beside
