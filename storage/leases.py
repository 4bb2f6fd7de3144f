"""Whose turn it is among the processes of one PostgreSQL database: a row, and a fence around it.

The row says who holds the work and since when its lease was last renewed. The fence is an
advisory lock: each transaction of the holder takes it shared and then looks at the row, whoever
takes over takes it alone. So nothing of an older epoch is written once a newer one has begun.
(The row itself would not do as a lock: PostgreSQL lets those who share it go before a renewal.)
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import DateTime, cast, func, literal, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import Base, Tx
from storage.faults import Superseded

FENCE = 7023892
WAIT = text("SET LOCAL lock_timeout = '3s'")
"""For what a holder that is cut off has left open; its connections are ended, and it is tried
again."""


class Lease(Base):
    """`holder` is what its sessions are called in the database, "" once it was given back;
    `process` is where it runs; `epoch` grows by one with each taking; `until` is by the database's
    clock."""

    __tablename__ = "leases"
    name: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str]
    process: Mapped[str]
    epoch: Mapped[int]
    until: Mapped[datetime]


@dataclass(frozen=True)
class Seen:
    """A lease as it stood; `left` are seconds by the database's clock, negative once it is over."""

    holder: str
    process: str
    epoch: int
    until: datetime
    left: float


async def look(tx: Tx, name: str) -> Seen | None:
    """None: nobody ever held it."""
    now = cast(func.clock_timestamp(), DateTime(timezone=True))
    left = func.extract("epoch", Lease.until - now)
    query = select(Lease.holder, Lease.process, Lease.epoch, Lease.until, left)
    row = (await tx.execute(query.where(Lease.name == name))).one_or_none()
    return Seen(*row[:4], float(row[4])) if row is not None else None


async def take(
    tx: Tx, name: str, holder: str, process: str, seconds: float, seen: Seen | None
) -> int | None:
    """The new epoch; None if somebody was quicker, or it was renewed since it was `seen`."""
    await tx.execute(WAIT)
    await tx.execute(select(func.pg_advisory_xact_lock(FENCE, func.hashtext(name))))
    ends = func.clock_timestamp() + timedelta(seconds=seconds)
    mine = {"holder": holder, "process": process, "until": ends}
    if seen is None:
        first = insert(Lease).values(name=name, epoch=1, **mine)
        made = await tx.execute(first.on_conflict_do_nothing().returning(Lease.epoch))
        return made.scalar_one_or_none()
    taken = (
        update(Lease)
        .where(Lease.name == name, Lease.epoch == seen.epoch, Lease.until == seen.until)
        .values(epoch=seen.epoch + 1, **mine)
        .returning(Lease.epoch)
        .execution_options(synchronize_session=False)
    )
    return (await tx.execute(taken)).scalar_one_or_none()


async def renew(tx: Tx, name: str, epoch: int, seconds: float) -> bool:
    """False: it is somebody else's by now."""
    ends = func.clock_timestamp() + timedelta(seconds=seconds)
    return await _mine(tx, name, epoch, until=ends)


async def give_back(tx: Tx, name: str, epoch: int) -> None:
    """The next may begin at once."""
    await _mine(tx, name, epoch, holder="")


async def _mine(tx: Tx, name: str, epoch: int, **values: object) -> bool:
    found = await tx.execute(
        update(Lease)
        .where(Lease.name == name, Lease.epoch == epoch, Lease.holder != "")
        .values(**values)
        .returning(Lease.epoch)
        .execution_options(synchronize_session=False)
    )
    return found.first() is not None


async def must_be(tx: Tx, name: str, epoch: int) -> None:
    """Raises Superseded unless this is the epoch, and will be until the transaction ends."""
    raw = await (await tx.connection()).get_raw_connection()
    assert raw.driver_connection is not None
    async with raw.driver_connection.cursor() as cursor:
        await cursor.execute(_fence(name))
        cursor.nextset()
        row = await cursor.fetchone()
    if row is None or row[0] != epoch:
        raise Superseded(f"epoch {epoch} of {name} is over")


@cache
def _fence(name: str) -> str:
    """One way to the server and back: it begins every transaction. The second statement sees what
    was committed while the first one waited."""
    assert name.isidentifier()
    lock = f"SELECT pg_advisory_xact_lock_shared({FENCE}, hashtext('{name}'))"
    return f"{lock}; SELECT epoch FROM leases WHERE name = '{name}'"


async def end_sessions(tx: Tx, holder: str) -> None:
    """Whoever held it and was cut off may have left transactions open, with locks."""
    await tx.execute(
        text(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = :name"
            " AND datname = current_database() AND usename = current_user"
        ),
        {"name": holder},
    )


async def tell(tx: Tx) -> None:
    """Wake the other processes, once this is committed. It says nothing: work is in the tables."""
    await tx.execute(select(func.pg_notify(literal(CHANNEL), literal(""))))


CHANNEL = "tocsin"
