"""A database that was put back from a copy begins a new epoch.

What the copy still owed, had planned or had not handled is old by now, and may have been done
since: it is held until an administrator lets it go. New rows get numbers that were never given.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Update, func, select, text, update
from sqlalchemy.orm import Mapped, mapped_column

from storage import inbox, outbox, places, timers
from storage.db import Base, Tx
from storage.inbox import Cursor, Heard
from storage.outbox import Delivery
from storage.places import Place
from storage.timers import Timer

LEAP = 1000
"""Numbers that are left out. Links in groups carry the numbers of calls: one that was made after
the copy must not open another call. More than this are not made between two copies."""
RECENT = timedelta(days=30)
"""Copies of live messages that may still be looked at."""


class Epoch(Base):
    """From a restore to the next. `heard` is how far each platform was heard before it (ISO
    moments by platform): what is told again from before then is held, too."""

    __tablename__ = "epochs"
    id: Mapped[int] = mapped_column(primary_key=True)
    began_at: Mapped[datetime]
    copied_at: Mapped[datetime | None]
    heard: Mapped[dict[str, Any]]
    released_at: Mapped[datetime | None]
    dropped: Mapped[bool] = mapped_column(default=False)

    def is_old(self, platform: str, at: datetime) -> bool:
        """Did what is told now happen in the epoch before this?"""
        until = self.heard.get(platform)
        return at <= (datetime.fromisoformat(until) if until else self.began_at)


@dataclass(frozen=True)
class Held:
    """How many messages, planned things and events wait to be let go."""

    messages: int
    timers: int
    events: int

    def __bool__(self) -> bool:
        return bool(self.messages or self.timers or self.events)


async def open_one(tx: Tx) -> Epoch | None:
    """The newest epoch whose old share was not let go or dropped yet."""
    query = select(Epoch).where(Epoch.released_at.is_(None)).order_by(Epoch.id.desc()).limit(1)
    return (await tx.scalars(query)).one_or_none()


async def last_heard(tx: Tx) -> dict[str, str]:
    """When what each platform told last had happened."""
    found = await tx.execute(select(Heard.platform, func.max(Heard.at)).group_by(Heard.platform))
    return {platform: at.isoformat() for platform, at in found}


async def begin(
    tx: Tx, now: datetime, copied_at: datetime | None, heard: Mapping[str, str]
) -> Held:
    """In a copy that is about to take the place of the database, before anything reads it.

    A delivery counts as tried: what arrived under its key in the other epoch may differ.
    """
    tried = {"state": outbox.State.HELD, "attempts": func.coalesce(Delivery.attempts, 0) + 1}
    messages = await _all(tx, Delivery.state.in_(outbox.OPEN), update(Delivery).values(tried))
    due = (Timer.state == timers.State.DUE) & (Timer.due_at <= now)
    planned = await _all(tx, due, update(Timer).values(state=timers.State.HELD))
    new = Heard.state == inbox.State.NEW
    events = await _all(tx, new, update(Heard).values(state=inbox.State.HELD))
    shown = {"shown": Place.version, "digest": ""}
    await _all(tx, Place.message.is_not(None), update(Place).values(shown))
    await _all(tx, Cursor.heard_at.is_not(None), update(Cursor).values(heard_at=None))
    tx.add(Epoch(began_at=now, copied_at=copied_at, heard=dict(heard)))
    await _leap(tx)
    return Held(messages, planned, events)


async def held(tx: Tx) -> Held:
    counts = [
        (await tx.execute(select(func.count()).where(table.state == state))).scalar_one()
        for table, state in (
            (Delivery, outbox.State.HELD), (Timer, timers.State.HELD), (Heard, inbox.State.HELD),
        )
    ]  # fmt: skip
    return Held(*counts)


async def release(tx: Tx, now: datetime, *, drop: bool) -> Held:
    """Let go of it, or `drop` what would be said and handled late. What was planned goes on in
    both cases, by its own policy for being late: a job that nobody rings again would be lost."""
    free = outbox.State.CANCELLED if drop else outbox.State.DUE
    done = inbox.State.DONE if drop else inbox.State.NEW
    found = Held(
        await _all(tx, Delivery.state == outbox.State.HELD, update(Delivery).values(state=free)),
        await _all(
            tx, Timer.state == timers.State.HELD, update(Timer).values(state=timers.State.DUE)
        ),
        await _all(tx, Heard.state == inbox.State.HELD, update(Heard).values(state=done)),
    )
    await _all(tx, Epoch.released_at.is_(None), update(Epoch).values(released_at=now, dropped=drop))
    live = (Place.state == places.State.LIVE) & Place.message.is_not(None) & Place.body.is_(None)
    newer = update(Place).values(version=Place.version + 1)
    await _all(tx, live & (Place.made_at > now - RECENT), newer)
    return found


async def _all(tx: Tx, which: ColumnElement[bool], change: Update) -> int:
    done = await tx.execute(change.where(which).execution_options(synchronize_session=False))
    return int(done.rowcount)  # type: ignore[attr-defined]


async def _leap(tx: Tx) -> None:
    if tx.get_bind().dialect.name != "sqlite":
        await tx.execute(text(f"SELECT setval(seqrelid::regclass, nextval(seqrelid::regclass)"
                              f" + {LEAP}) FROM pg_sequence"))  # fmt: skip
        return
    await tx.execute(text(f"UPDATE sqlite_sequence SET seq = seq + {LEAP}"))
    await tx.execute(
        text(
            f"INSERT INTO sqlite_sequence (name, seq) SELECT name, {LEAP} FROM sqlite_master "
            "WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%' "
            "AND name NOT IN (SELECT name FROM sqlite_sequence)"
        )
    )
