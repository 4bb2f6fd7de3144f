"""How long people were at meetings: by profession, as it is proven to the funder."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

DAY = 7 * 60
"""Minutes that a day without hours counts, and the most of each day of a longer stay."""


@dataclass(frozen=True)
class Presence:
    """One person at one time of a meeting."""

    profession: str
    person: int
    minutes: int


@dataclass(frozen=True)
class Sum:
    """`people` are counted once however often they came, `times` each time."""

    profession: str
    people: int
    times: int
    minutes: int


def counted(start: datetime, end: datetime, *, whole: bool) -> int:
    """Minutes of one person who was there: as long as it was planned. Nobody works round the
    clock: of a day without hours, and of each day of several, a working day counts."""
    planned = end - start
    days = max(1, -(-planned // timedelta(days=1)))
    if whole or planned > timedelta(hours=24):
        return days * DAY
    return int(planned.total_seconds() // 60)


def summed(presences: Iterable[Presence]) -> list[Sum]:
    """One line a profession, in the order in which they first come."""
    named: dict[str, list[Presence]] = {}
    for one in presences:
        named.setdefault(one.profession, []).append(one)
    return [total(theirs, name) for name, theirs in named.items()]


def total(presences: Iterable[Presence], name: str = "") -> Sum:
    every = list(presences)
    people = len({one.person for one in every})
    return Sum(name, people, len(every), sum(one.minutes for one in every))
