"""Who of those that said «if needed» is asked for the seats that are missing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.staffing.rules.seating import Opening, Place, overlaps, place_for


@dataclass(frozen=True)
class Vacancy:
    """A shift that misses people, and its posts."""

    shift: int
    start: datetime
    end: datetime
    openings: tuple[Opening, ...]


@dataclass(frozen=True)
class Willing:
    """Somebody who would come to this shift if needed, and was not asked yet. `turn` is the
    number of the answer, `held` how many seats of the call they have, `busy` when they are
    expected already."""

    member: int
    shift: int
    profession: str
    turn: int
    held: int = 0
    busy: tuple[tuple[datetime, datetime], ...] = ()
    asleep: bool = False


@dataclass(frozen=True)
class Question:
    """A seat that is held for somebody until they have answered."""

    member: int
    shift: int
    post: int


def questions(vacancies: Sequence[Vacancy], willing: Sequence[Willing]) -> tuple[Question, ...]:
    """One for each missing seat, as long as there is somebody for it: those who are awake first,
    then those who hold least in this call, then the earliest answer. Nobody is asked for two
    shifts that overlap."""
    left = {vacancy.shift: vacancy for vacancy in vacancies}
    found: list[Question] = []
    while (chosen := _next(left, willing, found)) is not None:
        one, place = chosen
        found.append(Question(one.member, one.shift, place.post))
        left[one.shift] = _less(left[one.shift], place.post)
    return tuple(found)


def _next(
    left: dict[int, Vacancy], willing: Sequence[Willing], asked: Sequence[Question]
) -> tuple[Willing, Place] | None:
    def rank(one: Willing) -> tuple[bool, int, int]:
        return one.asleep, one.held + sum(q.member == one.member for q in asked), one.turn

    for one in sorted(willing, key=rank):
        place = _place(left, one, [left[q.shift] for q in asked if q.member == one.member])
        if place is not None:
            return one, place
    return None


def _place(left: dict[int, Vacancy], one: Willing, theirs: Sequence[Vacancy]) -> Place | None:
    """The seat that this person could have. One who is asked for this shift already is busy."""
    vacancy = left.get(one.shift)
    if vacancy is None:
        return None
    busy = [*one.busy, *((v.start, v.end) for v in theirs)]
    if overlaps(vacancy.start, vacancy.end, busy):
        return None
    place = place_for(vacancy.openings, one.profession)
    return place if place is not None and place.seated else None


def _less(vacancy: Vacancy, post: int) -> Vacancy:
    openings = (replace(o, taken=o.taken + (o.post == post)) for o in vacancy.openings)
    return replace(vacancy, openings=tuple(openings))
