"""What a picture of availabilities shows, already in the reader's words."""

from dataclasses import dataclass
from enum import StrEnum

from handlers.staffing.pictures.frame import Frame


class Mark(StrEnum):
    """SILENT: has not answered; ELSEWHERE: the slot needs nobody of this profession."""

    FREE = "free"
    MAYBE = "maybe"
    NO = "no"
    SILENT = "silent"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Slot:
    """The head of a column: the number that people type, the day, the hour it begins."""

    number: str
    day: str
    hour: str


@dataclass(frozen=True, slots=True)
class Line:
    """A person, and what they said for each slot."""

    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """People of one profession; `free` counts them for each slot («5», «5 +2»)."""

    name: str
    free: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many are free for a post in a slot: «3 sur 4»; None where the slot has no such post."""

    words: str
    short: bool


@dataclass(frozen=True, slots=True)
class Need:
    name: str
    counts: tuple[Count | None, ...]


@dataclass(frozen=True, slots=True)
class GridLegend:
    free: str
    maybe: str
    no: str
    silent: str
    elsewhere: str
    short: str


@dataclass(frozen=True, slots=True)
class GridFacts:
    frame: Frame
    people: str
    slots: tuple[Slot, ...]
    groups: tuple[Group, ...]
    needs: tuple[Need, ...]
    legend: GridLegend
