"""What was written, before any calendar is opened: days, hours and what ties them together."""

from dataclasses import dataclass
from enum import Enum, auto

from bot.core.when.model import Convention, Reason


@dataclass(frozen=True, slots=True)
class Date:
    """A day by its numbers; `month` and `year` may be left unsaid."""

    day: int
    month: int | None = None
    year: int | None = None


class Which(Enum):
    """Which one of the coming weeks is meant."""

    BARE = auto()
    THIS = auto()
    NEXT = auto()
    NEXT_WEEK = auto()
    IN_8 = auto()
    IN_15 = auto()
    HABIT = auto()


@dataclass(frozen=True, slots=True)
class Week:
    """The next week, the one that holds a day, or the one with an ISO number."""

    of: "Day | None" = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """One day. When several of its parts are given they must agree.

    `weekday` is 0 for Monday; `offset` and `months` count from today; `nth` is (rank, month):
    the rank-th `weekday` of that month, -1 for the last; `shift` moves the result («la veille de»);
    `week` is the one that holds the weekday.
    """

    weekday: int | None = None
    which: Which = Which.BARE
    date: Date | None = None
    offset: int | None = None
    months: int = 0
    nth: tuple[int, int] | None = None
    shift: int = 0
    week: Week | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """From the first day to the last, both included."""

    first: Day
    last: Day


@dataclass(frozen=True, slots=True)
class Weekend:
    which: Which
    of: Day | None = None


@dataclass(frozen=True, slots=True)
class Night:
    """From the evening of `first` to the morning of `last` (the day after, unless said)."""

    first: Day
    last: Day | None = None


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """The last day of a month (None: this one), or of the year when `month` is 0."""

    month: int | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day. Midnight written as a word is 24:00 and may open or close a day.

    `loose` hours were said in words on a twelve-hour dial; `offset` (minutes from UTC) is ISO's.
    """

    hour: int
    minute: int = 0
    midnight: bool = False
    loose: bool = False
    offset: int | None = None

    @property
    def minutes(self) -> int:
        return self.hour * 60 + self.minute


class Per(Enum):
    MINUTE = 1
    HOUR = 60
    DAY = 1440
    WEEK = 10080
    MONTH = 0
    YEAR = -1


@dataclass(frozen=True, slots=True)
class Length:
    amount: int
    per: Per


@dataclass(frozen=True, slots=True)
class Time:
    """Hours of a day: a clock, two clocks, a part of the day, or clocks within a part."""

    first: Clock | None = None
    last: Clock | None = None
    part: Convention | None = None
    lasting: Length | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    day: Day | None
    time: Time


@dataclass(frozen=True, slots=True)
class Stretch:
    """One continuous stretch from a moment to another."""

    first: Moment
    last: Moment


@dataclass(frozen=True, slots=True)
class Soon:
    """So long from now."""

    length: Length


@dataclass(frozen=True, slots=True)
class Relative:
    """Counted from the anchor: whole days keep its wall time, minutes and hours elapse."""

    days: int = 0
    length: Length | None = None


@dataclass(frozen=True, slots=True)
class Every:
    """A recurrence: `weekdays` are (rank, weekday), rank 0 for every one, -1 for the last."""

    freq: str
    interval: int = 1
    weekdays: tuple[tuple[int, int], ...] = ()
    monthdays: tuple[int, ...] = ()
    month: int | None = None


class Mark(Enum):
    BEFORE = auto()
    BY = auto()
    FROM = auto()
    AFTER = auto()
    EARLIEST = auto()
    ALL_DAY = auto()
    SUMMER = auto()
    WINTER = auto()


class Link(Enum):
    """What stands between a unit and the one before it."""

    NONE = auto()
    COMMA = auto()
    AND = auto()
    OR = auto()
    TO = auto()
    UNTIL = auto()
    DASH = auto()
    SLASH = auto()


RANGE_LINKS = frozenset({Link.TO, Link.UNTIL, Link.DASH})
DayLike = Day | Days | Weekend | Week | Night | MonthEnd
What = DayLike | Time | Stretch | Soon | Relative | Every | Length | Mark


@dataclass(frozen=True, slots=True)
class Unit:
    what: What
    link: Link = Link.NONE


@dataclass(frozen=True, slots=True)
class Phrase:
    """All date words of a phrase in order, and what makes its reading doubtful.

    `haste` («dès que possible») and `later` («à définir») matter where nothing exact is said.
    """

    units: tuple[Unit, ...]
    doubts: tuple[Reason, ...] = ()
    haste: bool = False
    later: bool = False
    past: bool = False
