"""What platforms told us, kept before they are told that we heard it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import (
    Index,
    Integer,
    Select,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    literal,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import Base, Tx, const


class State(StrEnum):
    """HELD: see `storage.epochs`."""

    NEW = "new"
    DONE = "done"
    PARKED = "parked"
    HELD = "held"


class Heard(Base):
    """One event. The same (platform, key) told twice is one row, so it is handled once."""

    __tablename__ = "inbox"
    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[str]
    key: Mapped[str]
    sender: Mapped[str]
    at: Mapped[datetime]
    event: Mapped[dict[str, Any]]
    state: Mapped[State] = mapped_column(default=State.NEW)
    tries: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None]
    __table_args__ = (
        UniqueConstraint("platform", "key"),
        Index(
            "inbox_new", "id",
            sqlite_where=text("state = 'new'"), postgresql_where=text("state = 'new'"),
        ),
        Index(
            "inbox_parked", "id",
            sqlite_where=text("state = 'parked'"), postgresql_where=text("state = 'parked'"),
        ),
        {"sqlite_autoincrement": True},
    )  # fmt: skip


class Cursor(Base):
    """How far a platform was heard (Telegram's offset, Matrix's sync token), and when it was
    listened to last, to some minutes."""

    __tablename__ = "cursors"
    platform: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
    heard_at: Mapped[datetime | None]


async def keep(tx: Tx, rows: Sequence[dict[str, Any]]) -> list[int]:
    """Write the batch; the ids of those that were not heard before."""
    if not rows:
        return []
    insert = sqlite_insert if tx.get_bind().dialect.name == "sqlite" else pg_insert
    statement = insert(Heard).on_conflict_do_nothing(index_elements=["platform", "key"])
    found = await tx.scalars(statement.returning(Heard.id), list(rows))
    return list(found)


async def move_cursor(tx: Tx, platform: str, value: str) -> None:
    row = await tx.get(Cursor, platform)
    if row is None:
        tx.add(Cursor(platform=platform, value=value))
    else:
        row.value = value


async def listened(tx: Tx, platform: str, now: datetime) -> datetime | None:
    """Note that it was listened to now; when it was before, None if never. Held, so that several
    who hear at once do not all learn of the same absence."""
    row = (
        await tx.scalars(
            select(Cursor).where(Cursor.platform == platform)
            .with_for_update().execution_options(populate_existing=True)
        )
    ).one_or_none()  # fmt: skip
    if row is None:
        row = Cursor(platform=platform, value="")
        tx.add(row)
    before, row.heard_at = row.heard_at, now
    return before


async def cursor(tx: Tx, platform: str) -> str:
    row = await tx.get(Cursor, platform)
    return row.value if row else ""


async def queue(tx: Tx, limit: int, each: int = 0) -> Sequence[tuple[int, str]]:
    """(id, sender) of what is not handled yet, oldest first; of one sender at most `each`."""
    found = await tx.execute(_queue(each > 0), {"each": each, "most": limit})
    return [(row[0], row[1]) for row in found]


@cache
def _queue(fairly: bool) -> Select[int, str]:
    turn = func.row_number().over(partition_by=Heard.sender, order_by=Heard.id)
    new = select(Heard.id, Heard.sender, (turn if fairly else literal(0)).label("turn"))
    rows = new.where(Heard.state == const(State.NEW)).subquery()
    mine = select(rows.c.id, rows.c.sender).where(rows.c.turn <= bindparam("each", type_=Integer))
    return mine.order_by(rows.c.id).limit(bindparam("most", type_=Integer))


async def load(tx: Tx, ids: Sequence[int]) -> Sequence[Heard]:
    """These, in this order."""
    if not ids:
        return []
    found = {row.id: row for row in await tx.scalars(select(Heard).where(Heard.id.in_(ids)))}
    return [found[one] for one in ids if one in found]


async def heard(tx: Tx, platform: str, key: str) -> dict[str, Any] | None:
    """An event that came before, by the platform's own id; None once it is forgotten."""
    found = await tx.scalars(
        select(Heard.event).where(Heard.platform == platform, Heard.key == key)
    )
    return found.one_or_none()


async def done(tx: Tx, ids: Sequence[int]) -> None:
    await tx.execute(
        update(Heard)
        .where(Heard.id.in_(ids))
        .values(state=State.DONE)
        .execution_options(synchronize_session=False)
    )


async def failed(tx: Tx, row_id: int, error: str, *, park: bool) -> None:
    row = await tx.get_one(Heard, row_id)
    row.tries, row.error = row.tries + 1, error
    row.state = State.PARKED if park else State.NEW


async def parked(tx: Tx) -> Sequence[Heard]:
    """What could not be handled, oldest first."""
    query = select(Heard).where(Heard.state == const(State.PARKED)).order_by(Heard.id)
    return (await tx.scalars(query)).all()


async def replay(tx: Tx, ids: Collection[int]) -> int:
    """Handle these again like any event, from the first try; how many there were."""
    return await _unpark(tx, ids, state=State.NEW, tries=0, error=None)


async def give_up(tx: Tx, ids: Collection[int]) -> int:
    """These are never handled, and forgotten like any other; how many there were."""
    return await _unpark(tx, ids, state=State.DONE)


async def _unpark(tx: Tx, ids: Collection[int], **values: Any) -> int:
    found = await tx.execute(
        update(Heard)
        .where(Heard.id.in_(ids), Heard.state == State.PARKED)
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    return int(found.rowcount)  # type: ignore[attr-defined]


async def forget(tx: Tx, before: datetime) -> None:
    """Retention: what was handled long ago goes; what is not handled never does."""
    await tx.execute(delete(Heard).where(Heard.state == State.DONE, Heard.at < before))
