"""Where reading stands in a row of tokens, and the small checks every rule makes."""

from bot.core.when.row import DATE_LIKE, HOUR_LIKE, Row
from bot.core.when.tokens import T, Token
from bot.core.when.tree import Length, Per

DAY_STARTS = frozenset({T.WEEKDAY, T.DATE, T.OFFSET})
DAY_HEADS = frozenset({T.NEXT, T.THIS, T.LAST})


class Cursor:
    def __init__(self, row: Row, anchored: bool) -> None:
        self.row = row
        self.i = 0
        self.anchored = anchored
        self.used: set[int] = set()

    def token(self, ahead: int = 0) -> Token:
        return self.row.at(self.i + ahead)

    def kind(self, ahead: int = 0) -> T:
        return self.row.kind(self.i + ahead)

    def take(self) -> Token:
        token = self.token()
        self.i += 1
        return token

    def skip(self, *kinds: T) -> None:
        while self.kind() in kinds:
            self.i += 1

    def accept(self, *kinds: T) -> bool:
        """Takes the next token if it is one of these."""
        found = self.kind() in kinds
        self.i += found
        return found

    def after_small(self) -> int:
        """How far ahead the first token lies that is no small word."""
        return self.row.beyond(self.i) - self.i

    def starts_day(self, ahead: int = 0) -> bool:
        headed = self.kind(ahead) in DAY_HEADS and self.kind(ahead + 1) is T.WEEKDAY
        return self.kind(ahead) in DAY_STARTS or headed

    def starts_date(self, ahead: int = 0) -> bool:
        at = self.row.beyond(self.i + ahead) - self.i
        weekend = self.kind(at) in DAY_HEADS and self.kind(at + 1) is T.WEEKEND
        weekend |= self.kind(at) is T.NOW
        return self.kind(at) in DATE_LIKE or self.starts_day(at) or weekend

    def length(self) -> Length | None:
        """A length of time, taken: «2 jours», «3h», «une heure et demie»."""
        token = self.token()
        if token.kind is T.LENGTH:
            self.i += 1
            return token.length
        if token.kind in HOUR_LIKE and token.clock:
            self.i += 1
            more = self.take().value if self.kind() is T.QUARTER else 0
            return Length(token.clock.minutes + more, Per.MINUTE)
        return None
