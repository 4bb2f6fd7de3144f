"""What a phrase is cut into: words, numbers, dates and hours, each with its place."""

from dataclasses import dataclass
from enum import Enum, auto

from bot.core.when.tree import Clock, Date, Length


class T(Enum):
    """Kinds of tokens. What `value` holds is said where it is not plain."""

    OTHER = auto()
    COUNTED = auto()  # people and things that are counted: a number before them is no date
    LABEL = auto()  # what carries a number: «salle 12»
    NUM = auto()
    ORD = auto()  # rank, -1 for the last
    DATE = auto()
    CLOCK = auto()
    LENGTH = auto()
    JDAY = auto()  # days from the anchor, or from today
    HOUR_J = auto()  # hours from the anchor
    ISO_WEEK = auto()
    WEEKDAY = auto()  # 0 for Monday
    WEEKDAYS = auto()  # the same, said of every week
    SHY = auto()  # a weekday's abbreviation that is a word of its own too
    MONTH = auto()
    OFFSET = auto()  # days from today
    PART = auto()  # 0 morning, 1 afternoon, 2 evening, 3 night
    THIS_PART = auto()
    HALF_DAY = auto()
    NOON = auto()
    MIDNIGHT = auto()
    LUNCH = auto()  # from noon to two
    QUARTER = auto()  # minutes to add to the hour
    LE = auto()
    LES = auto()
    DU = auto()
    DE = auto()
    AU = auto()
    A = auto()
    AT = auto()
    UN = auto()
    FILLER = auto()
    SHARP = auto()
    AND = auto()
    COMMA = auto()
    OR = auto()
    DASH = auto()
    ARROW = auto()
    SLASH = auto()
    UNTIL = auto()
    BETWEEN = auto()
    THIS = auto()
    NEXT = auto()
    LAST = auto()
    IN_8 = auto()
    IN_15 = auto()
    WEEKEND = auto()
    WEEK = auto()
    NEXT_WEEK = auto()
    MONTHS = auto()
    OF_MONTH = auto()
    YEARS = auto()
    DAYS = auto()
    WORKDAYS = auto()
    EVERY = auto()  # interval
    PER = auto()
    OUT_OF = auto()
    FREQ = auto()  # 0 daily, 1 weekly, 2 monthly, 3 yearly
    BEFORE = auto()
    BY = auto()
    FROM = auto()
    AFTER = auto()
    LATEST = auto()  # «max», after a date
    INCLUDED = auto()  # 1 when it says «not included»
    EARLIEST = auto()
    IN = auto()
    WITHIN = auto()
    AGO = auto()
    FOR = auto()
    EVE = auto()  # days from the anchor
    END_OF = auto()
    ALL_DAY = auto()
    SUMMER = auto()
    WINTER = auto()
    NOW = auto()
    VAGUE = auto()
    ABOUT = auto()  # vague beside a date: «vers»
    HASTE = auto()  # vague unless hours are written: «dès que possible»
    LATER = auto()  # «à définir»: vague only where nothing else is said
    NOT = auto()
    PAST = auto()
    FEAST = auto()  # month * 100 + day
    MOVABLE = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A token and where it stands in the phrase as written: characters `start` to `end`.

    `weekday` is what a date must fall on when that was said apart («les samedis 12 et 19»).
    """

    kind: T
    text: str
    start: int
    end: int
    value: int = 0
    date: Date | None = None
    clock: Clock | None = None
    length: Length | None = None
    weekday: int | None = None
    spaced: bool = True
