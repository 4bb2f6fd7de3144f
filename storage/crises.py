"""Crises, and the log of each: lines are added, never changed, never taken away."""

from collections.abc import Collection, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import UniqueConstraint, event, func, select
from sqlalchemy.orm import Mapped, mapped_column

from bot.core.crises import Origin, Phase
from storage import alerts, callouts, seats
from storage.alerts import Alert
from storage.callouts import Callout, Shift
from storage.db import Base, Tx
from storage.seats import Seat


class State(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class Crisis(Base):
    """A plan that was activated. `kind` is one of `bot.core.crises.TYPES`; `lead_id` the member who
    leads; `result` the sentence it was closed with; `preview` the wizard it came from."""

    __tablename__ = "crises"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    kind: Mapped[int]
    origin: Mapped[Origin]
    reference: Mapped[str] = mapped_column(default="")
    phase: Mapped[Phase]
    state: Mapped[State] = mapped_column(default=State.OPEN, index=True)
    lead_id: Mapped[int | None]
    opened_by: Mapped[int]
    opened_at: Mapped[datetime]
    closed_by: Mapped[int | None]
    closed_at: Mapped[datetime | None]
    result: Mapped[str] = mapped_column(default="")
    preview: Mapped[str] = mapped_column(unique=True)

    @property
    def drill(self) -> bool:
        return self.origin is Origin.DRILL

    @property
    def open(self) -> bool:
        return self.state is State.OPEN


class Entry(Base):
    """A line of the log. `at` is when it happened, `written_at` when it was written down; `text` is
    a packed text (`bot.core.texts`) of what the bot noted, else `said` is what a person wrote.
    `by` is the member, None for the bot itself; `office` the function they wrote it in."""

    __tablename__ = "crisis_log"
    id: Mapped[int] = mapped_column(primary_key=True)
    crisis_id: Mapped[int]
    number: Mapped[int]
    at: Mapped[datetime]
    written_at: Mapped[datetime]
    by: Mapped[int | None] = mapped_column(index=True)
    office: Mapped[str]
    text: Mapped[dict[str, Any] | None]
    said: Mapped[str] = mapped_column(default="")
    about: Mapped[str] = mapped_column(default="")
    __table_args__ = (UniqueConstraint("crisis_id", "number"), {"sqlite_autoincrement": True})


class Sealed(Exception):
    """Somebody's code tried to change what was written in a log."""


@event.listens_for(Entry, "before_update")
@event.listens_for(Entry, "before_delete")
def _never(_: Any, __: Any, entry: Entry) -> None:
    raise Sealed(f"line {entry.number} of the log stands")


async def open_now(tx: Tx, *, hold: bool = False) -> Sequence[Crisis]:
    """The oldest first; `hold` locks them, so that their lines are numbered one by one."""
    query = select(Crisis).where(Crisis.state == State.OPEN).order_by(Crisis.id)
    if hold:
        query = query.with_for_update()
    return (await tx.scalars(query)).all()


async def claim(tx: Tx, crisis_id: int) -> Crisis | None:
    """The row, locked, as it is now."""
    return await tx.get(Crisis, crisis_id, with_for_update=True, populate_existing=True)


async def by_preview(tx: Tx, preview: str) -> Crisis | None:
    return (await tx.scalars(select(Crisis).where(Crisis.preview == preview))).one_or_none()


async def latest(tx: Tx, limit: int) -> Sequence[Crisis]:
    """The newest first."""
    return (await tx.scalars(select(Crisis).order_by(Crisis.id.desc()).limit(limit))).all()


async def last_number(tx: Tx, crisis_id: int) -> int:
    found = await tx.execute(select(func.max(Entry.number)).where(Entry.crisis_id == crisis_id))
    return found.scalar_one() or 0


async def log(
    tx: Tx, crisis_id: int, *, first: int = 1, most: int | None = None
) -> Sequence[Entry]:
    """From this number on, in the order in which they were written."""
    query = (
        select(Entry)
        .where(Entry.crisis_id == crisis_id, Entry.number >= first)
        .order_by(Entry.number)
    )
    return (await tx.scalars(query.limit(most) if most is not None else query)).all()


async def written_by(tx: Tx, member_id: int) -> Sequence[Entry]:
    """What this person wrote by hand."""
    query = select(Entry).where(Entry.by == member_id, Entry.said != "").order_by(Entry.id)
    return (await tx.scalars(query)).all()


async def writers(tx: Tx, crisis_id: int) -> set[int]:
    """Who wrote lines by hand."""
    found = select(Entry.by).where(
        Entry.crisis_id == crisis_id, Entry.by.is_not(None), Entry.said != ""
    )
    return {one for one in await tx.scalars(found) if one is not None}


async def led_by(tx: Tx, member_id: int) -> Sequence[Crisis]:
    query = select(Crisis).where(Crisis.lead_id == member_id, Crisis.state == State.OPEN)
    return (await tx.scalars(query)).all()


async def calls_since(tx: Tx, since: datetime, *, drill: bool) -> Sequence[Callout]:
    """Calls for staff made from then on, cancelled ones apart."""
    return (
        await tx.scalars(
            select(Callout)
            .where(
                Callout.made_at >= since, Callout.drill == drill,
                Callout.state != callouts.State.CANCELLED,
            )
            .order_by(Callout.starts_at, Callout.id)
        )
    ).all()  # fmt: skip


async def alerts_between(
    tx: Tx, since: datetime, until: datetime, *, drill: bool
) -> Sequence[Alert]:
    """Alerts sent in that time, cancelled ones apart, the newest first."""
    return (
        await tx.scalars(
            select(Alert)
            .where(
                Alert.made_at.between(since, until), Alert.drill == drill,
                Alert.state != alerts.State.CANCELLED,
            )
            .order_by(Alert.id.desc())
        )
    ).all()  # fmt: skip


async def came(tx: Tx, calls: Collection[int], until: datetime) -> set[int]:
    """Members who had a seat in a shift of these calls that has begun."""
    found = (
        select(Seat.member_id)
        .join(Shift, Shift.id == Seat.shift_id)
        .where(
            Seat.callout_id.in_(calls), Seat.state == seats.State.COMING, Shift.starts_at <= until
        )
    )
    return set(await tx.scalars(found)) if calls else set()
