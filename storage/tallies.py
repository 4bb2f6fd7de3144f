"""How the asking of a call goes, counted by the database: whoever looks at a board, or taps while
it is edited, does not wait until the answers of thousands are read one by one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Select, func, select

from storage.callouts import Asked
from storage.db import Tx
from storage.people import Member
from storage.seats import Seat, State


@dataclass(frozen=True)
class Tally:
    """`said`: how many wrote something that was no plain answer. `seats` by state, and `people`
    with any in that state, each once. `held`: seats by post, of the state that was asked for.
    `changed`: answers of those who were told of a change and may still come."""

    asked: int
    answered: int
    refused: int
    said: int
    seats: Mapping[State, int]
    people: Mapping[State, int]
    held: Counter[int]
    changed: int


async def of(tx: Tx, callout_id: int, held: State) -> Tally:
    """Two statements; a third where seats are `held`."""
    asked, answered, refused, said = (await tx.execute(_asked(callout_id))).one()
    rows = await tx.execute(
        select(
            Seat.state,
            func.count(),
            func.count(Seat.member_id.distinct()),
            func.count().filter(Seat.change_id != 0),
        )
        .where(Seat.callout_id == callout_id)
        .group_by(Seat.state)
    )
    seats, people, changed = Counter[State](), Counter[State](), 0
    for state, count, persons, told in rows:
        seats[state], people[state] = count, persons
        changed += told if state is not State.OUT else 0
    posts = await _by_post(tx, callout_id, held) if seats[held] else Counter[int]()
    return Tally(asked, answered, refused, said, seats, people, posts, changed)


def _asked(callout_id: int) -> Select[int, int, int, int]:
    return select(
        func.count(),
        func.count(Asked.answered_at),
        func.count().filter(Asked.refused),
        func.count().filter(Asked.said != ""),
    ).where(Asked.callout_id == callout_id)


async def _by_post(tx: Tx, callout_id: int, state: State) -> Counter[int]:
    rows = await tx.execute(
        select(Seat.post_id, func.count())
        .where(Seat.callout_id == callout_id, Seat.state == state)
        .group_by(Seat.post_id)
    )
    return Counter(dict(rows.all()))


class Reply(NamedTuple):
    """Of somebody who was asked. `refused`: «pas cette fois», which is an answer too."""

    answered: bool
    refused: bool


async def replies(tx: Tx, callout_id: int) -> dict[int, Reply]:
    """By member, of everybody who was asked."""
    rows = await tx.execute(
        select(Asked.member_id, Asked.answered_at.is_not(None), Asked.refused).where(
            Asked.callout_id == callout_id
        )
    )
    return {member: Reply(answered, refused) for member, answered, refused in rows}


async def answers(tx: Tx, callout_id: int) -> dict[int, dict[int, State]]:
    """By member and shift, as far as they have said something."""
    rows = await tx.execute(
        select(Seat.member_id, Seat.shift_id, Seat.state).where(Seat.callout_id == callout_id)
    )
    found: dict[int, dict[int, State]] = {}
    for member, shift, state in rows:
        found.setdefault(member, {})[shift] = state
    return found


async def asked(tx: Tx, callout_id: int) -> int:
    """How many were asked."""
    query = select(func.count()).where(Asked.callout_id == callout_id)
    return (await tx.execute(query)).scalar_one()


async def last_asked(tx: Tx, callout_id: int) -> datetime | None:
    """When the last group was asked; who opened the call by themselves (wave 0) is in none."""
    query = select(func.max(Asked.asked_at)).where(Asked.callout_id == callout_id, Asked.wave != 0)
    return (await tx.execute(query)).scalar_one()


async def unsettled(tx: Tx, callout_id: int, most: int) -> tuple[Sequence[str], int]:
    """Who was told of a change and has not said whether they still come: the first names, and how
    many they are."""
    silent = (
        select(Seat.member_id)
        .where(Seat.callout_id == callout_id, Seat.change_id != 0, Seat.state != State.OUT)
        .distinct()
    )
    count = await tx.execute(select(func.count()).select_from(silent.subquery()))
    first = select(Member.name).where(Member.id.in_(silent)).order_by(Member.id).limit(most)
    return (await tx.scalars(first)).all(), count.scalar_one()


async def said(tx: Tx, callout_id: int, most: int) -> Sequence[tuple[str, str]]:
    """(name, words) of the first who wrote something that was no plain answer."""
    rows = await tx.execute(
        select(Member.name, Asked.said)
        .join(Member, Member.id == Asked.member_id)
        .where(Asked.callout_id == callout_id, Asked.said != "")
        .order_by(Asked.member_id)
        .limit(most)
    )
    return [(name, words) for name, words in rows]
