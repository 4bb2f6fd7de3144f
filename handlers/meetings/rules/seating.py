"""Who comes, in which way, and who waits: places in the order in which answers reached the disk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.meetings import Answer


@dataclass(frozen=True)
class Said:
    """`turn`: the number of the answer within its meeting."""

    member: int
    answer: Answer
    turn: int


def seated(wanted: Answer, capacity: int | None, others: Iterable[Said]) -> Answer:
    """What the wish to come leads to: on site only as long as there is room. `others` are the
    answers of everyone else."""
    if wanted is not Answer.ONSITE or capacity is None:
        return wanted
    known = list(others)
    taken = sum(one.answer is Answer.ONSITE for one in known)
    queued = any(one.answer is Answer.WAITING for one in known)
    return Answer.WAITING if taken >= capacity or queued else Answer.ONSITE


def moves_up(capacity: int | None, everyone: Sequence[Said]) -> tuple[int, ...]:
    """Members on the waiting list for whom there is a place now, in their turn."""
    queue = sorted((s for s in everyone if s.answer is Answer.WAITING), key=lambda s: s.turn)
    taken = sum(one.answer is Answer.ONSITE for one in everyone)
    free = len(queue) if capacity is None else max(0, capacity - taken)
    return tuple(one.member for one in queue[:free])


def is_full(capacity: int | None, everyone: Iterable[Said]) -> bool:
    taken = sum(one.answer is Answer.ONSITE for one in everyone)
    return capacity is not None and taken >= capacity
