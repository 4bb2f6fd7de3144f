"""Organisations that the community works with. Their people are not members."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from bot.core import ChatRef, Identity
from bot.core.partners import Category, Level
from storage.db import Base, Tx


class State(StrEnum):
    ACTIVE = "active"
    ENDED = "ended"


class Partner(Base):
    """An organisation. `contact` is whom a coordinator phones there; `agreed_until` the last day
    of the agreement, None for one without an end; `agreement` what it is called or where it is
    kept; `warned_at` when coordinators were told that it ends soon."""

    __tablename__ = "partners"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    category: Mapped[Category] = mapped_column(default=Category.OTHER)
    level: Mapped[Level] = mapped_column(default=Level.CONSULTATION)
    contact: Mapped[str] = mapped_column(default="")
    agreement: Mapped[str] = mapped_column(default="")
    agreed_until: Mapped[date | None]
    warned_at: Mapped[datetime | None]
    state: Mapped[State] = mapped_column(default=State.ACTIVE)
    made_at: Mapped[datetime]


class Voice(Base):
    """Someone who speaks for a partner in a private chat: they are no member, and nothing more is
    known of them. `by_code`: a coordinator gave them a code; else they came from the partner's own
    channel, which they can read."""

    __tablename__ = "voices"
    platform: Mapped[str] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(index=True)
    chat: Mapped[str]
    lang: Mapped[str]
    by_code: Mapped[bool] = mapped_column(default=False)
    since: Mapped[datetime]

    @property
    def where(self) -> ChatRef:
        return ChatRef(self.platform, self.chat)


async def all_of(tx: Tx) -> Sequence[Partner]:
    return (
        await tx.scalars(
            select(Partner).where(Partner.state == State.ACTIVE).order_by(Partner.name)
        )
    ).all()


async def active(tx: Tx, partner_id: int, *, hold: bool = False) -> Partner | None:
    """One that is still a partner; `hold` locks it."""
    row = await tx.get(Partner, partner_id, with_for_update=hold or None)
    return row if row is not None and row.state is State.ACTIVE else None


async def voice_of(tx: Tx, who: Identity) -> Voice | None:
    return await tx.get(Voice, (who.platform, who.account))


async def voices(tx: Tx, partner_id: int) -> Sequence[Voice]:
    return (
        await tx.scalars(
            select(Voice).where(Voice.partner_id == partner_id).order_by(Voice.since, Voice.account)
        )
    ).all()


async def voices_of(tx: Tx, ids: Iterable[int]) -> Sequence[Voice]:
    """Everyone who speaks for one of these partners."""
    wanted = list(ids)
    if not wanted:
        return ()
    return (
        await tx.scalars(
            select(Voice)
            .where(Voice.partner_id.in_(wanted))
            .order_by(Voice.partner_id, Voice.since, Voice.account)
        )
    ).all()


async def with_voice(tx: Tx) -> set[int]:
    """Partners in whose name somebody writes in private."""
    return set(await tx.scalars(select(Voice.partner_id).distinct()))


async def load(tx: Tx, ids: Iterable[int]) -> dict[int, Partner]:
    wanted = list(ids)
    rows = await tx.scalars(select(Partner).where(Partner.id.in_(wanted))) if wanted else ()
    return {row.id: row for row in rows}
