"""What must happen later: a job's name, its arguments, when, and until when it makes sense."""

from collections.abc import Collection, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, Integer, bindparam, delete, func, select, text, update
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import Base, Tx, const


class State(StrEnum):
    """HELD: see `storage.epochs`."""

    DUE = "due"
    MISSED = "missed"
    PARKED = "parked"
    HELD = "held"


class Timer(Base):
    """A row is deleted in the transaction that ran its job: it fires once.

    `name` ("" for none) groups timers that are cancelled together. `until` is the end of its
    use: a reminder that comes after the meeting began is missed, not sent.
    """

    __tablename__ = "timers"
    id: Mapped[int] = mapped_column(primary_key=True)
    job: Mapped[str]
    args: Mapped[dict[str, Any]]
    name: Mapped[str] = mapped_column(default="", index=True)
    due_at: Mapped[datetime]
    until: Mapped[datetime | None]
    state: Mapped[State] = mapped_column(default=State.DUE)
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None]
    __table_args__ = (
        Index(
            "timers_due",
            "due_at",
            sqlite_where=text("state = 'due'"),
            postgresql_where=text("state = 'due'"),
        ),
        {"sqlite_autoincrement": True},
    )


async def due(tx: Tx, now: datetime, limit: int) -> Sequence[Timer]:
    """What has come due, oldest first. Whoever fires one looks at it again, locked."""
    return (await tx.scalars(_due, {"now": now, "most": limit})).all()


_due = (
    select(Timer)
    .where(
        Timer.state == const(State.DUE), Timer.due_at <= bindparam("now", type_=Timer.due_at.type)
    )
    .order_by(Timer.due_at, Timer.id)
    .limit(bindparam("most", type_=Integer))
)
_next = select(func.min(Timer.due_at)).where(Timer.state == const(State.DUE))
"""Put together once: they are asked twice a second."""


async def next_at(tx: Tx) -> datetime | None:
    return (await tx.execute(_next)).scalar_one()


async def rings_at(tx: Tx, name: str) -> datetime | None:
    """When the first timer of this name rings; None if there is none."""
    return (
        await tx.execute(
            select(func.min(Timer.due_at)).where(
                Timer.name == name, Timer.state == const(State.DUE)
            )
        )
    ).scalar_one()


async def postpone(tx: Tx, timer_id: int, to: datetime, error: str, *, park: bool) -> None:
    timer = await tx.get(Timer, timer_id)
    if timer is None:
        return
    timer.due_at, timer.attempts, timer.error = to, timer.attempts + 1, error
    if park:
        timer.state = State.PARKED


async def cancel(tx: Tx, name: str) -> None:
    await tx.execute(
        delete(Timer).where(Timer.name == name, Timer.state.in_((State.DUE, State.HELD)))
    )


async def remove(tx: Tx, ids: Sequence[int]) -> None:
    await tx.execute(
        delete(Timer).where(Timer.id.in_(ids)).execution_options(synchronize_session=False)
    )


async def miss(tx: Tx, ids: Sequence[int]) -> None:
    await tx.execute(update(Timer).where(Timer.id.in_(ids)).values(state=State.MISSED))


async def parked(tx: Tx) -> Sequence[Timer]:
    """What failed every time it was tried, oldest first."""
    return (
        await tx.scalars(select(Timer).where(Timer.state == State.PARKED).order_by(Timer.id))
    ).all()


async def replay(tx: Tx, ids: Collection[int]) -> int:
    """Try these again, by their policy; how many there were."""
    found = await tx.execute(
        update(Timer)
        .where(Timer.id.in_(ids), Timer.state == State.PARKED)
        .values(state=State.DUE, attempts=0, error=None)
        .execution_options(synchronize_session=False)
    )
    return int(found.rowcount)  # type: ignore[attr-defined]


async def give_up(tx: Tx, ids: Collection[int]) -> int:
    """These are never done; how many there were."""
    found = await tx.execute(
        delete(Timer)
        .where(Timer.id.in_(ids), Timer.state == State.PARKED)
        .execution_options(synchronize_session=False)
    )
    return int(found.rowcount)  # type: ignore[attr-defined]


async def forget(tx: Tx, before: datetime) -> None:
    """Those that came too late to be of use, a while ago."""
    old = delete(Timer).where(Timer.state == State.MISSED, Timer.due_at < before)
    await tx.execute(old.execution_options(synchronize_session=False))


async def missed(tx: Tx) -> Sequence[Timer]:
    return (await tx.scalars(select(Timer).where(Timer.state == State.MISSED))).all()
