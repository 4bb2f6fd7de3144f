"""Everything we owe a chat. A row is written with the change that caused it, sent later."""

from collections.abc import Collection, Sequence
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Index,
    Integer,
    bindparam,
    literal,
    select,
    text,
    union_all,
    update,
)
from sqlalchemy.orm import Mapped, aliased, mapped_column

from bot.core import ChatRef, Lane
from storage.db import Base, Tx, const


class State(StrEnum):
    """UNKNOWN: the platform's answer was lost and sending again would be worse. HELD: see
    `storage.epochs`."""

    DUE = "due"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"
    HELD = "held"


class Delivery(Base):
    """One message for one chat.

    `key` is random and made with the row: the platform's idempotency key, the same after a
    restart. Either `place_id` (a card, worded when it is sent) or `body` (worded already).
    `about` groups what belongs together ("call:42"), to count it or to hold it back.
    """

    __tablename__ = "outbox"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    platform: Mapped[str]
    chat: Mapped[str]
    thread: Mapped[str]
    lane: Mapped[int]
    place_id: Mapped[str | None] = mapped_column(index=True)
    body: Mapped[dict[str, Any] | None]
    reply_to: Mapped[str] = mapped_column(default="")
    about: Mapped[str] = mapped_column(default="", index=True)
    made_at: Mapped[datetime]
    due_at: Mapped[datetime]
    retry_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    state: Mapped[State] = mapped_column(default=State.DUE)
    attempts: Mapped[int] = mapped_column(default=0)
    message: Mapped[str | None]
    error: Mapped[str | None]
    __table_args__ = (
        Index(
            "outbox_due", "platform", "lane", "due_at", "id",
            sqlite_where=text("state = 'due'"), postgresql_where=text("state = 'due'"),
        ),
        Index(
            "outbox_again", "platform", "retry_at",
            sqlite_where=text("state = 'due' AND retry_at IS NOT NULL"),
            postgresql_where=text("state = 'due' AND retry_at IS NOT NULL"),
        ),
        Index(
            "outbox_open", "platform", "chat", "lane", "id",
            sqlite_where=text("state IN ('due', 'sending')"),
            postgresql_where=text("state IN ('due', 'sending')"),
        ),
        Index("outbox_by_message", "platform", "chat", "message"),
        {"sqlite_autoincrement": True},
    )  # fmt: skip

    @property
    def where(self) -> ChatRef:
        return ChatRef(self.platform, self.chat, self.thread)


OPEN = (const(State.DUE), const(State.SENDING))


async def ready(
    tx: Tx, platform: str, now: datetime, per_lane: int, blocked: Sequence[str]
) -> Sequence[tuple[int, str, int, datetime]]:
    """The heads of what is owed: (id, chat, lane, due_at), per lane at most so many.

    Order is kept within (chat, lane): a row waits for the older one before it, unless that is
    not yet due. Lanes do not wait for each other.
    """
    given = {"platform": platform, "now": now, "most": per_lane, "blocked": list(blocked)}
    found = await tx.execute(_heads(), given)
    return [(row[0], row[1], row[2], row[3]) for row in found]


@cache
def _heads() -> CompoundSelect[Any]:
    """Put together once: it is asked in every round."""
    now = bindparam("now", type_=Delivery.due_at.type)
    older = aliased(Delivery)
    waits = (
        select(literal(1))
        .where(
            older.platform == Delivery.platform,
            older.chat == Delivery.chat,
            older.lane == Delivery.lane,
            older.id < Delivery.id,
            older.state.in_(OPEN),
            older.due_at <= now,
        )
        .exists()
    )
    heads = [
        select(Delivery.id, Delivery.chat, Delivery.lane, Delivery.due_at)
        .where(
            Delivery.platform == bindparam("platform"),
            Delivery.state == const(State.DUE),
            Delivery.lane == int(lane),
            Delivery.due_at <= now,
            (Delivery.retry_at.is_(None)) | (Delivery.retry_at <= now),
            ~waits,
            Delivery.chat.not_in(bindparam("blocked", expanding=True)),
        )
        .order_by(Delivery.due_at, Delivery.id)
        .limit(bindparam("most", type_=Integer))
        for lane in Lane
    ]
    return union_all(*(select(head.subquery()) for head in heads))


_urgent = (
    select(Delivery.id)
    .where(
        Delivery.platform == bindparam("platform"),
        Delivery.lane == int(Lane.URGENT),
        Delivery.state == const(State.DUE),
    )
    .limit(1)
)


async def urgent_due(tx: Tx, platform: str) -> bool:
    """Does anything urgent wait to leave?"""
    return (await tx.execute(_urgent, {"platform": platform})).first() is not None


async def keyboards_of(
    tx: Tx, platform: str, chats: Collection[str], messages: Collection[str]
) -> list[tuple[str, str, str]]:
    """(chat, message, keyboard) of messages that were sent with words of their own."""
    found = await tx.execute(
        select(Delivery.chat, Delivery.message, Delivery.body).where(
            Delivery.platform == platform,
            Delivery.chat.in_(chats),
            Delivery.message.in_(messages),
        )
    )
    return [(chat, message, body["keyboard"]) for chat, message, body in found if body]


async def next_at(tx: Tx, platform: str, now: datetime) -> datetime | None:
    """When something that is not due yet may be; what only waits for others is not it."""
    found = await tx.scalars(_nexts(), {"platform": platform, "now": now})
    return min(found, default=None)


@cache
def _nexts() -> CompoundSelect[Any]:
    """Of each lane, and of what is tried again: each by its index, however much is owed."""
    mine = (Delivery.platform == bindparam("platform"), Delivery.state == const(State.DUE))
    now = bindparam("now", type_=Delivery.due_at.type)
    nexts = [
        select(Delivery.due_at.label("at"))
        .where(*mine, Delivery.lane == int(lane), Delivery.due_at > now)
        .order_by(Delivery.due_at)
        for lane in Lane
    ]
    again = select(Delivery.retry_at).where(*mine, Delivery.retry_at > now)
    nexts.append(again.order_by(Delivery.retry_at))  # type: ignore[arg-type]
    return union_all(*(select(one.limit(1).subquery()) for one in nexts))


async def may_be_there(tx: Tx, chat: ChatRef) -> bool:
    """Has a message perhaps arrived in this chat whose id we have not heard?"""
    found = await tx.execute(
        select(Delivery.id)
        .where(
            Delivery.platform == chat.platform,
            Delivery.chat == chat.chat,
            Delivery.state.in_(OPEN),
            Delivery.attempts > 0,
            Delivery.lane != int(Lane.SIGNS),
        )
        .limit(1)
    )
    return found.first() is not None


async def still_due(tx: Tx, platform: str, now: datetime) -> None:
    """What was due as soon as it was made, and made later than now: the clock was put back."""
    made = (Delivery.due_at > now, Delivery.due_at <= Delivery.made_at)
    await _changed(tx, platform, *made, due_at=now, retry_at=None)


async def try_now(tx: Tx, platform: str, now: datetime) -> None:
    """What is to be tried again at a time that nobody can know any more."""
    await _changed(tx, platform, Delivery.retry_at > now, retry_at=None)


async def _changed(tx: Tx, platform: str, *which: ColumnElement[bool], **values: Any) -> None:
    mine = (Delivery.platform == platform, Delivery.state == const(State.DUE))
    changed = update(Delivery).where(*mine, *which).values(**values)
    await tx.execute(changed.execution_options(synchronize_session=False))


async def left_hanging(tx: Tx, platform: str) -> Sequence[Delivery]:
    """Sends that a process did not live to settle."""
    return (
        await tx.scalars(
            select(Delivery).where(
                Delivery.platform == platform, Delivery.state == const(State.SENDING)
            )
        )
    ).all()
