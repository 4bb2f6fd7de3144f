"""Decides which bare numbers are hours: «9-13h», «de 9 à 13h», «demain 9-13», «0900-1300»."""

from bot.core.when.model import Reason
from bot.core.when.row import DAY_LIKE, HOUR_LIKE, NOUNS, Row
from bot.core.when.tokens import T

TO = frozenset({T.DASH, T.ARROW, T.SLASH, T.A, T.UNTIL})
TIED = frozenset({T.DASH, T.ARROW})
OPENING = frozenset({T.DE, T.FROM, T.BETWEEN})
DAYS = DAY_LIKE | {T.THIS_PART, T.EVERY, T.WEEKDAYS, T.PART, T.EVE}


def sort_hours(row: Row) -> None:
    for i in range(len(row)):
        if row.kind(i) is T.NUM and row.kind(i - 1) is not T.LABEL:
            sort_first_hour(row, i)
    for i in range(len(row)):
        if row.kind(i) is T.NUM:
            sort_last_hour(row, i)


def ties(row: Row, i: int) -> bool:
    """Whether the token at `i` ties the hour before it to the one after."""
    between = row.kind(i - 2) is T.BETWEEN and row.kind(i) is T.AND
    return row.kind(i) in TO or between


def sort_first_hour(row: Row, i: int) -> None:
    if not ties(row, i + 1):
        return
    last = row.at(i + 2)
    if last.kind is T.NUM:
        sort_pair(row, i)
    elif last.kind in HOUR_LIKE and row.at(i).value <= 24:
        loose = row.kind(i + 1) is T.A and row.kind(i - 1) in NOUNS
        if not loose:
            end = last.clock.hour if last.clock else 24
            halved = "m" in last.text and last.kind is T.CLOCK and "h" not in last.text
            row.is_hour(i, same_half(row.at(i).value, end) if halved else row.at(i).value)


def same_half(hour: int, end: int) -> int:
    """«9-11am», «2-4pm», «11-1pm»: the first hour is in the half day that comes just before."""
    if hour > 12:
        return hour
    start = hour % 12 + (12 if end >= 12 else 0)
    return start if start < end else start - 12 if start >= 12 else start


def sort_last_hour(row: Row, i: int) -> None:
    """«9h-13», «9h à 13»; not «9h - 3 IDE»."""
    first, token, after = row.kind(i - 2), row.at(i), row.kind(i + 1)
    between = row.kind(i - 3) is T.BETWEEN and row.kind(i - 1) is T.AND
    if first not in HOUR_LIKE or not (row.kind(i - 1) in TO or between) or token.value > 24:
        return
    ended = row.kind(i - 3) in TO and row.kind(i - 4) in HOUR_LIKE
    glued = not token.spaced and not row.at(i - 1).spaced
    if ended or (after in NOUNS and not glued):
        return
    if after is T.COUNTED:
        row.doubt(Reason.COUNT_OR_DATE)
    after_noon = first is T.NOON and token.value < 12
    row.is_hour(i, token.value + 12 if after_noon else token.value)


def sort_pair(row: Row, i: int) -> None:
    """Two bare numbers: hours, or day and month, or the bot asks."""
    first, last, after = row.at(i), row.at(i + 2), row.kind(i + 3)
    if after is T.COUNTED:
        row.is_noise(i)
        row.is_noise(i + 2)
    elif military(row, i) or military(row, i + 2):
        if military(row, i) and military(row, i + 2):
            for at in (i, i + 2):
                row.is_hour(at, row.at(at).value // 100, row.at(at).value % 100)
    elif row.kind(i + 1) in TIED:
        sort_tied_pair(row, i)
    elif max(first.value, last.value) <= 24 and after not in NOUNS and asks_for_hours(row, i):
        row.is_hour(i, first.value)
        row.is_hour(i + 2, last.value)


def asks_for_hours(row: Row, i: int) -> bool:
    return row.kind(i - 1) in OPENING or row.has(DAYS)


def military(row: Row, i: int) -> bool:
    token = row.at(i)
    hour, minute = divmod(token.value, 100)
    return len(token.text) == 4 and hour <= 24 and minute < 60


def sort_tied_pair(row: Row, i: int) -> None:
    first, last = row.at(i).value, row.at(i + 2).value
    before, timed = row.at(i - 1), row.kind(i + 3) in HOUR_LIKE | {T.NUM}
    as_day = 1 <= first <= 31 and 1 <= last <= 12
    as_hours = first <= 24 and last <= 24 and (first < last or (first >= 17 and last <= 10))
    weekday = before.value if before.kind is T.WEEKDAY else None
    if weekday is not None:
        day = as_day and (timed or row.fits(weekday, first, last) or not as_hours)
    else:
        day = as_day and (not row.has(DAYS)) and (timed or not as_hours or row.kind(i + 3) is T.END)
    if as_day and as_hours and not timed and (day or not row.has(DAYS)):
        row.doubt(Reason.DATE_OR_HOURS)
    if day:
        row.is_day(i, last)
        row.joins(i, i + 2, T.DATE, row.at(i).date)
    elif as_hours:
        row.is_hour(i, first)
        row.is_hour(i + 2, last)
