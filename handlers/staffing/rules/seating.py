"""Who gets which seat. Facts in, decisions out: no clock, no database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

REST = timedelta(hours=11)
"""Least time between the last shift of a day and the first of the next (Code du travail,
article L3131-1). For volunteers a warning, never a refusal."""


@dataclass(frozen=True)
class Opening:
    """A post as seating sees it. `codes` empty: open to everyone."""

    post: int
    codes: tuple[str, ...]
    need: int
    taken: int
    at_least: bool = False

    @property
    def free(self) -> bool:
        return self.at_least or self.taken < self.need

    def suits(self, profession: str) -> bool:
        return not self.codes or profession in self.codes


@dataclass(frozen=True)
class Place:
    """Where an answer of yes leads: a seat, or the waiting list of that post."""

    post: int
    seated: bool


def place_for(openings: Sequence[Opening], profession: str) -> Place | None:
    """The seat for a yes, the narrowest post first, so that who can only do one thing still
    finds it free. None: the shift needs nobody of this profession."""
    fitting = sorted(
        (o for o in openings if o.suits(profession)),
        key=lambda o: (o.taken >= o.need, not o.codes, len(o.codes), o.post),
    )
    for opening in fitting:
        if opening.free:
            return Place(opening.post, seated=True)
    return Place(fitting[0].post, seated=False) if fitting else None


def seat_all(openings: Sequence[Opening], professions: Sequence[str]) -> list[int | None]:
    """A post for each of these people, None where no seat is left; who can do least goes first."""
    left = {o.post: o for o in openings}
    seats: list[int | None] = [None] * len(professions)
    for at in sorted(
        range(len(professions)), key=lambda n: sum(o.suits(professions[n]) for o in openings)
    ):
        place = place_for(list(left.values()), professions[at])
        if place is not None and place.seated:
            seats[at] = place.post
            left[place.post] = replace(left[place.post], taken=left[place.post].taken + 1)
    return seats


def overlaps(start: datetime, end: datetime, busy: Iterable[tuple[datetime, datetime]]) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in busy)


def short_rest(start: datetime, end: datetime, busy: Iterable[tuple[datetime, datetime]]) -> bool:
    """Less than eleven hours from one day's last shift to the next day's first.

    Shifts that touch each other, or follow within the same working day, are one.
    """
    for other_start, other_end in busy:
        first_end, second_start = (other_end, start) if other_start <= start else (end, other_start)
        gap = second_start - first_end
        next_day = first_end.date() != second_start.date()
        if timedelta() < gap < REST and next_day:
            return True
    return False


def must_ask(start: datetime, now: datetime, answered: datetime, *, within: timedelta) -> bool:
    """A freed seat is offered, not given: the start is near, or the answer is a day old."""
    return start - now < within or now - answered > timedelta(days=1)
