"""What a reading is: the answer that everyone outside this package sees."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    POINT = "POINT"
    RANGE = "RANGE"
    DAY = "DAY"
    MULTI = "MULTI"
    RECUR = "RECUR"
    DEADLINE = "DEADLINE"
    OPEN = "OPEN"
    REMINDER = "REMINDER"
    AMBIGUOUS = "AMBIGUOUS"
    INVALID = "INVALID"


class Convention(StrEnum):
    """Which convention supplied the hours that nobody wrote."""

    NONE = ""
    DAY = "DAY"
    MATIN = "MATIN"
    APRES_MIDI = "APRES-MIDI"
    SOIR = "SOIR"
    NUIT = "NUIT"


class Reason(StrEnum):
    """Why the bot asks (AMBIGUOUS) or refuses (INVALID). Durable: texts are keyed by them."""

    NONE = ""
    # refusals
    NO_DATE = "no-date"
    NO_SUCH_DAY = "no-such-day"
    NO_SUCH_HOUR = "no-such-hour"
    PAST = "past"
    TOO_FAR = "too-far"
    DST_GAP = "dst-gap"
    END_BEFORE_START = "end-before-start"
    # questions
    DST_OVERLAP = "dst-overlap"
    WEEKDAY_CONTRADICTS = "weekday-contradicts"
    DAYS_CONTRADICT = "days-contradict"
    PART_CONTRADICTS = "part-contradicts"
    TODAY_OR_NEXT_WEEK = "today-or-next-week"
    TODAY_OR_NEXT_MONTH = "today-or-next-month"
    THIS_WEEK_OR_NEXT = "this-week-or-next"
    WHICH_WEEK = "which-week"
    JUST_PASSED = "just-passed"
    HOUR_PASSED = "hour-passed"
    EACH_DAY_OR_CONTINUOUS = "each-day-or-continuous"
    ONCE_OR_EVERY_WEEK = "once-or-every-week"
    MONTH_OR_WEEKDAY = "month-or-weekday"
    DATE_OR_HOURS = "date-or-hours"
    COUNT_OR_DATE = "count-or-date"
    WHICH_MIDNIGHT = "which-midnight"
    WHICH_NIGHT = "which-night"
    MORNING_OR_AFTERNOON = "morning-or-afternoon"
    ROUND_THE_CLOCK = "round-the-clock"
    EITHER = "either"
    NEGATED = "negated"
    VAGUE = "vague"
    SEVERAL_DATES = "several-dates"
    WHICH_HOURS = "which-hours"
    WHICH_DAY = "which-day"
    DAY_OR_WEEKDAY_OF_MONTH = "day-or-weekday-of-month"
    SHORT_MONTHS = "short-months"
    EIGHT_DAYS = "eight-days"
    NO_ANCHOR = "no-anchor"
    MOVABLE_FEAST = "movable-feast"
    NOT_READ = "not-read"
    NOT_A_SLOT = "not-a-slot"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of local time, aware; `end` is exclusive, None for a moment."""

    start: datetime
    end: datetime | None = None
    convention: Convention = Convention.NONE


@dataclass(frozen=True, slots=True)
class Reading:
    """How a phrase was read.

    `spans` is empty when AMBIGUOUS or INVALID; `rule` holds RFC 5545 recurrence words when RECUR;
    `readings` are the candidates to offer when AMBIGUOUS (none when there is nothing to offer).
    """

    kind: Kind
    spans: tuple[Span, ...] = ()
    rule: str = ""
    reason: Reason = Reason.NONE
    readings: tuple["Reading", ...] = ()


class Wrong(Exception):
    """There is no such time: the phrase is INVALID."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class Unsure(Exception):
    """The phrase can be meant in several ways: `options` settle the question `about`."""

    def __init__(self, reason: Reason, about: object = None, options: tuple[object, ...] = ()):
        super().__init__(reason)
        self.reason = reason
        self.about = about
        self.options = options
