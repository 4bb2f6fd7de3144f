"""Groups, channels and rooms that the bot is in: whose they are, and what they get."""

import secrets
from collections.abc import Collection, Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from bot.core import ChatRef
from storage.db import Base, Tx
from storage.places import Place


class Use(StrEnum):
    """UNKNOWN: nobody said whose it is yet, and the bot is mute there."""

    UNKNOWN = "unknown"
    PARTNER = "partner"
    TEAM = "team"
    CELL = "cell"
    GONE = "gone"


DOOR = "aider-"
"""Whoever comes into a private chat with this and a chat's token has read it there."""


class Chat(Base):
    """A chat with several people, and what it gets.

    `wants_calls`: calls for staff, in the last circle. `alerts_from`: alerts of this severity and
    above («info», «important», «urgent», «danger»), "" for none. `wants_news`, `wants_meetings`:
    newsletters and meetings. `is_source`: what is posted there becomes a draft of an alert.
    `partner_id` is the organisation whose it is, `proved_at` when a code said so. `token` is what a
    link from here into a private chat carries. `zone` is the IANA name of the time zone that its
    people live in, "" for the community's.
    """

    __tablename__ = "chats"
    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[str]
    chat: Mapped[str]
    title: Mapped[str]
    kind: Mapped[str]
    people: Mapped[int] = mapped_column(default=0)
    use: Mapped[Use] = mapped_column(default=Use.UNKNOWN)
    partner_id: Mapped[int | None] = mapped_column(index=True)
    lang: Mapped[str] = mapped_column(default="fr")
    zone: Mapped[str] = mapped_column(default="")
    wants_calls: Mapped[bool] = mapped_column(default=False)
    alerts_from: Mapped[str] = mapped_column(default="")
    wants_news: Mapped[bool] = mapped_column(default=False)
    wants_meetings: Mapped[bool] = mapped_column(default=False)
    is_source: Mapped[bool] = mapped_column(default=False)
    added_at: Mapped[datetime]
    lost: Mapped[str] = mapped_column(default="")
    lost_at: Mapped[datetime | None]
    decided_by: Mapped[int | None]
    proved_at: Mapped[datetime | None]
    token: Mapped[int] = mapped_column(default=lambda: secrets.randbelow(9 * 10**8) + 10**8)
    __table_args__ = (
        UniqueConstraint("platform", "chat"),
        UniqueConstraint("token"),
        {"sqlite_autoincrement": True},
    )

    @property
    def where(self) -> ChatRef:
        return ChatRef(self.platform, self.chat)

    @property
    def muted(self) -> bool:
        """It can be read and not written to: it may still be a source."""
        return self.lost == "muted"

    @property
    def door(self) -> str:
        """What a link from here into a private chat carries; it can be typed as well."""
        return f"{DOOR}{self.token}"


async def find(tx: Tx, chat: ChatRef) -> Chat | None:
    return (
        await tx.scalars(select(Chat).where(Chat.platform == chat.platform, Chat.chat == chat.chat))
    ).one_or_none()


async def by_token(tx: Tx, token: int) -> Chat | None:
    return (await tx.scalars(select(Chat).where(Chat.token == token))).one_or_none()


async def of_partner(tx: Tx, partner_id: int) -> Sequence[Chat]:
    """The chats of this organisation that the bot has not left, lost ones too."""
    return (
        await tx.scalars(
            select(Chat)
            .where(Chat.partner_id == partner_id, Chat.use == Use.PARTNER)
            .order_by(Chat.title)
        )
    ).all()


async def sources(tx: Tx, among: Collection[str]) -> set[tuple[str, str]]:
    """(platform, chat) of those of these chats whose posts become drafts."""
    query = select(Chat.platform, Chat.chat).where(Chat.is_source, Chat.chat.in_(among))
    return {(row.platform, row.chat) for row in await tx.execute(query)}


async def is_mute(tx: Tx, chat: ChatRef) -> bool:
    """Nobody has said yet whose it is, or that the bot should stay silent there."""
    row = await find(tx, chat)
    return row is None or row.use in (Use.UNKNOWN, Use.GONE)


async def all_of(tx: Tx) -> Sequence[Chat]:
    return (await tx.scalars(select(Chat).where(Chat.use != Use.GONE).order_by(Chat.title))).all()


async def open_ones(tx: Tx) -> Sequence[Chat]:
    """Those that can be written to and whose they are is known."""
    known = Chat.use.in_((Use.PARTNER, Use.TEAM, Use.CELL))
    return (await tx.scalars(select(Chat).where(Chat.lost == "", known).order_by(Chat.id))).all()


async def wanting_calls(tx: Tx) -> Sequence[Chat]:
    return (
        await tx.scalars(
            select(Chat).where(
                Chat.wants_calls, Chat.lost == "", Chat.use.in_((Use.PARTNER, Use.TEAM, Use.CELL))
            )
        )
    ).all()


async def has_card(tx: Tx, chat: ChatRef, card: str) -> bool:
    found = await tx.execute(
        select(Place.id).where(
            Place.card == card, Place.platform == chat.platform, Place.chat == chat.chat
        )
    )
    return found.first() is not None
