"""What a roster picture shows, already in the reader's words."""

from dataclasses import dataclass
from enum import StrEnum

from handlers.staffing.pictures.frame import Frame


class Sure(StrEnum):
    """OFFERED: a seat became free and waits for this person's answer."""

    COMING = "coming"
    CONFIRMED = "confirmed"
    OFFERED = "offered"


@dataclass(frozen=True, slots=True)
class Who:
    label: str
    sure: Sure = Sure.COMING


@dataclass(frozen=True, slots=True)
class Cell:
    """A post in a shift. `missing` («il manque 2») and `waiting` («+1 en attente») are empty
    where there is nothing to say."""

    people: tuple[Who, ...]
    missing: str = ""
    waiting: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A shift; a cell is None where it needs nobody of that post."""

    day: str
    hours: str
    cells: tuple[Cell | None, ...]
    total: str
    full: bool


@dataclass(frozen=True, slots=True)
class Post:
    """The head of a column; `short` is used where `name` does not fit."""

    name: str
    short: str


@dataclass(frozen=True, slots=True)
class Legend:
    coming: str
    confirmed: str
    offered: str
    missing: str


@dataclass(frozen=True, slots=True)
class RosterFacts:
    frame: Frame
    posts: tuple[Post, ...]
    rows: tuple[Row, ...]
    total: str
    legend: Legend
    names: bool = False
