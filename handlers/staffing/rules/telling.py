"""A call was changed: who is told what, and when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.staffing.rules.change import Times, Wish
from handlers.staffing.rules.seating import overlaps

NOTICE = timedelta(hours=2)
"""Whoever wakes with less time than this left before the start is told at once."""


@dataclass(frozen=True)
class Notice:
    """One message for one person, of one slot that moved or of all that did not. `asks`: it wants
    to know whether they still come."""

    member: int
    slots: tuple[int, ...]
    asks: bool


def notices(wish: Wish, held: Iterable[tuple[int, int]]) -> tuple[Notice, ...]:
    """`held`: (member, slot) of all who come, wait, are offered a seat or would if needed. A slot
    that moved has a message of its own; another place is told once for all the others; another
    contact alone asks nothing."""
    found: list[Notice] = []
    mine: dict[int, list[int]] = {}
    for member, slot in held:
        mine.setdefault(member, []).append(slot)
    for member, slots in mine.items():
        moved = [s for s in slots if s in wish.times]
        found += [Notice(member, (slot,), asks=True) for slot in moved]
        still = tuple(s for s in slots if s not in wish.times)
        if still and (wish.place is not None or (wish.contact is not None and not moved)):
            found.append(Notice(member, still, asks=wish.place is not None))
    return tuple(found)


def clashing(
    wish: Wish, held: Iterable[tuple[int, int]], expected: Mapping[int, Mapping[int, Times]],
    elsewhere: Mapping[int, Sequence[Times]],
) -> set[tuple[int, int]]:  # fmt: skip
    """Of those who hold a slot that moves, who is expected at another place at its new time.
    `expected`: by member, the slots of this call in which they have a seat, as they will be."""
    return {
        (member, slot)
        for member, slot in held
        if slot in wish.times
        and overlaps(*wish.times[slot], [
            *(t for other, t in expected.get(member, {}).items() if other != slot),
            *elsewhere.get(member, ()),
        ])
    }  # fmt: skip


def told_at(now: datetime, awake: datetime, earliest: datetime, *, urgent: bool) -> datetime:
    """When somebody is told: not in their quiet hours, unless the start would be too near then.
    `earliest`: the sooner of the old and the new start."""
    return now if urgent or earliest - awake < NOTICE else awake
