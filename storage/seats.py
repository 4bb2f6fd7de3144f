"""Who comes, who waits, who would if needed: one row per member and shift."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, func, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.callouts import Callout, Shift
from storage.callouts import State as CallState
from storage.db import Base, Tx, kept


class State(StrEnum):
    """OFFERED: a seat became free and is held for them until `held_until`. OUT: withdrew, or
    said no to this shift. FREE: said in a survey that they could."""

    COMING = "coming"
    WAITING = "waiting"
    OFFERED = "offered"
    MAYBE = "maybe"
    FREE = "free"
    OUT = "out"


class Seat(Base):
    """`turn` is the place in the queue: the answer's number within its call. `asked_at`: who
    said «if needed» was asked to come after all, which happens once."""

    __tablename__ = "seats"
    shift_id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(primary_key=True, index=True)
    callout_id: Mapped[int]
    post_id: Mapped[int]
    state: Mapped[State]
    turn: Mapped[int]
    since: Mapped[datetime]
    late: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")
    change_id: Mapped[int] = mapped_column(default=0)
    by_hand: Mapped[int | None]
    held_until: Mapped[datetime | None]
    asked_at: Mapped[datetime | None]
    confirmed_at: Mapped[datetime | None]
    arrived_at: Mapped[datetime | None]
    __table_args__ = (Index("seats_of_call", "callout_id", "state"), {"sqlite_autoincrement": True})


TAKES = (State.COMING, State.OFFERED)
"""States that hold a seat."""


async def of(tx: Tx, callout_id: int, member_id: int) -> dict[int, Seat]:
    """A member's seats in a call, by shift. Free of cost after `load`."""
    known = kept(tx, "seats")
    if (callout_id, member_id) not in known:
        await load(tx, [callout_id], [member_id])
    mine: dict[int, Seat] = known[callout_id, member_id]
    return mine


async def load(tx: Tx, callouts: Iterable[int], members: Iterable[int]) -> None:
    """The seats of many members in these calls, in one statement."""
    calls, people = list(set(callouts)), list(set(members))
    known = kept(tx, "seats")
    for call in calls:
        for member in people:
            known.setdefault((call, member), {})
    rows = await tx.scalars(
        select(Seat).where(Seat.callout_id.in_(calls), Seat.member_id.in_(people))
    )
    for row in rows:
        known[row.callout_id, row.member_id][row.shift_id] = row


def add(tx: Tx, seat: Seat) -> None:
    tx.add(seat)
    kept(tx, "seats").setdefault((seat.callout_id, seat.member_id), {})[seat.shift_id] = seat


async def in_call(tx: Tx, callout_id: int, *states: State) -> Sequence[Seat]:
    """All seats of a call, or those in one of these states, in the order of the answers."""
    query = select(Seat).where(Seat.callout_id == callout_id).order_by(Seat.turn)
    if states:
        query = query.where(Seat.state.in_(states))
    return (await tx.scalars(query)).all()


async def next_waiting(tx: Tx, post_id: int, skip: Iterable[int] = ()) -> Seat | None:
    """Whose turn it is when a seat of this post becomes free."""
    return (
        await tx.scalars(
            select(Seat)
            .where(
                Seat.post_id == post_id,
                Seat.state == State.WAITING,
                Seat.member_id.not_in(list(skip)),
            )
            .order_by(Seat.turn)
            .limit(1)
        )
    ).one_or_none()


async def load_elsewhere(
    tx: Tx, callout_id: int, members: Iterable[int], start: datetime, end: datetime
) -> None:
    """When these members are expected in other calls, for many taps at once."""
    wanted = set(members)
    busy = await engaged(tx, wanted, start, end, besides=callout_id)
    known = kept(tx, "elsewhere")
    known.update({(callout_id, member): busy.get(member, []) for member in wanted})


async def elsewhere(
    tx: Tx, callout_id: int, member_id: int, start: datetime, end: datetime
) -> list[tuple[datetime, datetime]]:
    """When this member is expected in other calls. Free of cost after `load_elsewhere`."""
    known = kept(tx, "elsewhere")
    if (callout_id, member_id) not in known:
        await load_elsewhere(tx, callout_id, [member_id], start, end)
    found: list[tuple[datetime, datetime]] = known[callout_id, member_id]
    return found


def forget_elsewhere(tx: Tx, callout_id: int, member_id: int) -> None:
    """A seat was taken: what was read for the person's other calls is no longer true."""
    known = kept(tx, "elsewhere")
    for key in [k for k in known if k[1] == member_id and k[0] != callout_id]:
        del known[key]


async def engaged(
    tx: Tx, members: Iterable[int], start: datetime, end: datetime, *, besides: int = 0
) -> dict[int, list[tuple[datetime, datetime]]]:
    """When these members are already expected elsewhere between these times."""
    found = await tx.execute(
        select(Seat.member_id, Shift.starts_at, Shift.ends_at)
        .join(Shift, Shift.id == Seat.shift_id)
        .join(Callout, Callout.id == Seat.callout_id)
        .where(
            Seat.member_id.in_(list(members)),
            Seat.state.in_(TAKES),
            Seat.callout_id != besides,
            Callout.state.in_((CallState.OPEN, CallState.SEALED)),
            ~Callout.drill,
            Shift.starts_at < end,
            Shift.ends_at > start,
        )
    )
    busy: dict[int, list[tuple[datetime, datetime]]] = {}
    for member, starts, ends in found:
        busy.setdefault(member, []).append((starts, ends))
    return busy


async def held_by(tx: Tx, member_id: int, now: datetime) -> Sequence[Seat]:
    """What a member holds or waits for in shifts that are not over."""
    return (
        await tx.scalars(
            select(Seat)
            .join(Shift, Shift.id == Seat.shift_id)
            .where(
                Seat.member_id == member_id,
                Seat.state.in_((State.COMING, State.OFFERED, State.WAITING, State.MAYBE)),
                Shift.ends_at > now,
            )
            .order_by(Shift.starts_at)
        )
    ).all()


async def count(tx: Tx, callout_id: int, state: State) -> int:
    return (
        await tx.execute(
            select(func.count())
            .select_from(Seat)
            .where(Seat.callout_id == callout_id, Seat.state == state)
        )
    ).scalar_one()


async def all_of(tx: Tx, member_id: int) -> Sequence[Seat]:
    return (await tx.scalars(select(Seat).where(Seat.member_id == member_id))).all()


async def beside(tx: Tx, shift_id: int, member_id: int) -> Sequence[int]:
    """Who else comes to this shift."""
    return (
        await tx.scalars(
            select(Seat.member_id).where(
                Seat.shift_id == shift_id,
                Seat.member_id != member_id,
                Seat.state == State.COMING,
            )
        )
    ).all()
