"""Where a live message stands: one row per card and chat, and how fresh its copy is."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Index,
    String,
    UniqueConstraint,
    and_,
    bindparam,
    func,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from bot.core import Asks, ChatRef
from storage.db import Base, Tx, const
from storage.keyboards import new_key
from storage.many import for_each


class State(StrEnum):
    LIVE = "live"
    GONE = "gone"


class Place(Base):
    """A card's copy in one chat.

    The copy is stale while `version` > `shown`. `message` is the platform's id, None until the
    send was settled. A place without a renderer holds its wording in `body` (a wizard's step).
    `asks`: does it wait for this chat's answer (`Asks`); `title` is what it is called then.
    `digest` is of what is shown (of what was sent, before that was settled), so that an edit that
    changes nothing is not sent; "" while nobody knows: an edit under way may land unheard.
    `serial` tells a copy from the one that replaced it. Where buttons are emoji, `signs` is what
    each has ever meant under it ([action, args]), `marks` those that stand there, `window` the
    first key of those that fit.
    """

    __tablename__ = "places"
    id: Mapped[str] = mapped_column(primary_key=True, default=new_key)
    card: Mapped[str] = mapped_column(
        String().with_variant(String(collation="C"), "postgresql"), index=True
    )
    platform: Mapped[str]
    chat: Mapped[str]
    thread: Mapped[str]
    serial: Mapped[int] = mapped_column(default=0)
    lang: Mapped[str]
    simple: Mapped[bool] = mapped_column(default=False)
    body: Mapped[dict[str, Any] | None]
    state: Mapped[State] = mapped_column(default=State.LIVE)
    title: Mapped[str] = mapped_column(default="")
    signs: Mapped[dict[str, Any]] = mapped_column(default=dict)
    marks: Mapped[list[Any]] = mapped_column(default=list)
    window: Mapped[int] = mapped_column(default=0)
    asks: Mapped[int] = mapped_column(default=int(Asks.NO))
    message: Mapped[str | None]
    keyboard: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column(default=1)
    shown: Mapped[int] = mapped_column(default=0)
    digest: Mapped[str] = mapped_column(default="")
    lane: Mapped[int]
    made_at: Mapped[datetime]
    edit_after: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    __table_args__ = (
        UniqueConstraint("card", "platform", "chat", "thread", "serial"),
        Index("places_by_chat", "platform", "chat", "state"),
        Index("places_by_message", "platform", "chat", "message"),
        Index(
            "places_stale",
            "platform",
            "lane",
            "edit_after",
            sqlite_where=text("version > shown AND message IS NOT NULL AND state = 'live'"),
            postgresql_where=text("version > shown AND message IS NOT NULL AND state = 'live'"),
        ),
        {"sqlite_autoincrement": True},
    )

    @property
    def where(self) -> ChatRef:
        return ChatRef(self.platform, self.chat, self.thread)


def _in(chat: ChatRef) -> tuple[Any, ...]:
    return (Place.platform == chat.platform, Place.chat == chat.chat, Place.thread == chat.thread)


async def find(tx: Tx, card: str, chat: ChatRef, *, hold: bool = False) -> Place | None:
    """The live copy of a card in a chat: the newest, where it was said again. `hold`: nobody
    changes it until the transaction ends; whoever is about to change it wants that."""
    query = (
        select(Place)
        .where(Place.card == card, *_in(chat), Place.state == const(State.LIVE))
        .order_by(Place.serial.desc())
        .limit(1)
    )
    if hold:
        query = query.with_for_update().execution_options(populate_existing=True)
    return (await tx.scalars(query)).one_or_none()


async def is_shown(tx: Tx, card: str) -> bool:
    """Has a copy of it ever been sent?"""
    found = select(Place.id).where(Place.card == card, Place.message.is_not(None)).limit(1)
    return (await tx.execute(found)).first() is not None


async def next_serial(tx: Tx, card: str, chat: ChatRef) -> int:
    """The number of a further copy of a card in a chat; 0 where it never had one."""
    newest = await tx.execute(select(func.max(Place.serial)).where(Place.card == card, *_in(chat)))
    found = newest.scalar_one()
    return 0 if found is None else found + 1


async def asking(tx: Tx, chat: ChatRef) -> Sequence[Place]:
    """The questions that wait for an answer in this chat, the newest first."""
    return (
        await tx.scalars(
            select(Place)
            .where(*_in(chat), Place.state == const(State.LIVE), Place.asks > 0)
            .order_by(Place.made_at.desc(), Place.serial.desc())
        )
    ).all()


async def by_message(tx: Tx, chat: ChatRef, message: str) -> Place | None:
    return (
        await tx.scalars(
            select(Place).where(
                Place.platform == chat.platform, Place.chat == chat.chat, Place.message == message
            )
        )
    ).first()


async def of_messages(
    tx: Tx, platform: str, chats: Collection[str], messages: Collection[str]
) -> Sequence[Place]:
    found = await tx.scalars(
        select(Place).where(
            Place.platform == platform, Place.chat.in_(chats), Place.message.in_(messages)
        )
    )
    return found.all()


_stood = Place.__table__
_below = (  # runs once for each card: as one statement it was put together anew for every crowd
    update(_stood)  # type: ignore[arg-type]
    .where(
        or_(
            _stood.c.card == bindparam("named"),
            and_(_stood.c.card > bindparam("first"), _stood.c.card < bindparam("last")),
        ),
        _stood.c.state == const(State.LIVE),
        _stood.c.body.is_(None),
    )
    .values(version=_stood.c.version + 1)
)


async def touch(tx: Tx, cards: Iterable[str], *, children: bool = False) -> None:
    """The copies of these cards (and of the cards below them) no longer show the truth. One that
    has words of its own is a view of nothing any more."""
    named = sorted(cards)
    if children:
        below = [{"named": card, "first": f"{card}:", "last": f"{card};"} for card in named]
        return await for_each(tx, _below, below)
    if named:
        await tx.execute(
            update(Place)
            .where(Place.card.in_(named), Place.state == const(State.LIVE), Place.body.is_(None))
            .values(version=Place.version + 1)
            .execution_options(synchronize_session=False)
        )


async def move(tx: Tx, old: ChatRef, new: ChatRef) -> None:
    """A chat got another id: what stands there is now found under the new one."""
    await tx.execute(
        update(Place)
        .where(Place.platform == old.platform, Place.chat == old.chat)
        .values(chat=new.chat)
    )


async def load(tx: Tx, ids: Iterable[str], *, hold: bool = False) -> Sequence[Place]:
    """Fetch these at once; while they are kept, each is at hand in the transaction. `hold`: as
    above."""
    wanted = list(ids)
    query = select(Place).where(Place.id.in_(wanted))
    if hold:
        query = query.with_for_update().execution_options(populate_existing=True)
    return (await tx.scalars(query)).all() if wanted else ()


async def speak(tx: Tx, chat: ChatRef, lang: str, *, simple: bool) -> None:
    """The live messages of a chat follow its person's language and kind of display."""
    await tx.execute(
        update(Place)
        .where(*_in(chat), Place.state == const(State.LIVE), Place.body.is_(None))
        .values(lang=lang, simple=simple, version=Place.version + 1)
        .execution_options(synchronize_session=False)
    )


async def fall_silent(tx: Tx, chat: ChatRef) -> None:
    """Nothing that stands in this chat is edited any more: its person has left."""
    await tx.execute(
        update(Place)
        .where(*_in(chat), Place.state == const(State.LIVE), Place.body.is_(None))
        .values(state=State.GONE, asks=int(Asks.NO))
        .execution_options(synchronize_session=False)
    )
