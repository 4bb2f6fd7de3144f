"""A row of tokens that can be looked at by position, beyond both ends too."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bot.core.when.model import Reason
from bot.core.when.tokens import T, Token
from bot.core.when.tree import Clock, Date

DAY_LIKE = frozenset({T.WEEKDAY, T.DATE, T.OFFSET, T.JDAY, T.WEEKEND, T.NEXT_WEEK, T.ISO_WEEK})
HOUR_LIKE = frozenset({T.CLOCK, T.NOON, T.MIDNIGHT})
TIME_LIKE = HOUR_LIKE | {T.PART, T.THIS_PART, T.LUNCH}
DATE_LIKE = DAY_LIKE | TIME_LIKE | {T.EVE, T.MOVABLE, T.WEEKDAYS}
NOUNS = frozenset({T.OTHER, T.COUNTED, T.LABEL})
SMALL = frozenset({T.LE, T.LES, T.DU, T.DE, T.AU, T.A, T.AT, T.FILLER})
NOTHING = Token(T.END, "", 0, 0)


class Row:
    """The tokens of one phrase, changed in place as their meaning is settled."""

    def __init__(self, tokens: Iterable[Token], today: date) -> None:
        self.tokens = list(tokens)
        self.today = today
        self.doubts: list[Reason] = []

    def __len__(self) -> int:
        return len(self.tokens)

    def at(self, i: int) -> Token:
        return self.tokens[i] if 0 <= i < len(self.tokens) else NOTHING

    def kind(self, i: int) -> T:
        return self.tokens[i].kind if 0 <= i < len(self.tokens) else T.END

    def beyond(self, i: int, small: frozenset[T] = SMALL) -> int:
        """The first position from `i` on that holds no small word."""
        while self.kind(i) in small:
            i += 1
        return i

    def has(self, kinds: frozenset[T]) -> bool:
        return any(t.kind in kinds for t in self.tokens)

    def doubt(self, reason: Reason) -> None:
        self.doubts.append(reason)

    def is_day(self, i: int, month: int | None = None, year: int | None = None) -> None:
        day = Date(self.at(i).value, month, year)
        self.tokens[i] = replace(self.at(i), kind=T.DATE, date=day)

    def falls_on(self, i: int, weekday: int) -> None:
        self.tokens[i] = replace(self.at(i), weekday=weekday)

    def is_hour(self, i: int, hour: int, minute: int = 0) -> None:
        self.tokens[i] = replace(self.at(i), kind=T.CLOCK, clock=Clock(hour, minute))

    def becomes(self, i: int, kind: T) -> None:
        self.tokens[i] = replace(self.at(i), kind=kind)

    def is_noise(self, i: int) -> None:
        self.becomes(i, T.OTHER)

    def joins(self, i: int, j: int, kind: T, day: Date | None = None) -> None:
        """Makes the tokens `i` to `j` (included) one."""
        first, last = self.tokens[i], self.tokens[j]
        text = " ".join(t.text for t in self.tokens[i : j + 1])
        self.tokens[i : j + 1] = [replace(first, kind=kind, text=text, end=last.end, date=day)]

    def fits(self, weekday: int, day: int, month: int | None = None) -> bool:
        """Whether the next such day of the month falls on that weekday."""
        return next_day(self.today, day, month) == weekday


def next_day(today: date, day: int, month: int | None) -> int | None:
    """The weekday of the next such day of the month (or of that month), None if there is none."""
    for ahead in range(13):
        months = today.month - 1 + ahead
        year, this = today.year + months // 12, months % 12 + 1
        if month not in (None, this):
            continue
        try:
            found = date(year, this, day)
        except ValueError:
            continue
        if found >= today:
            return found.weekday()
    return None
