"""Invitations: who may come in, as what, how often, until when. Codes are kept hashed only."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from bot.core import Identity, Role
from storage.db import Base, Tx


class Invitation(Base):
    """`digest` is the SHA-256 of the code, in hexadecimal letters.

    A personal one names its person (`name` and what follows); it works once. `at_once` lets in
    without anyone's approval: it was made at the terminal, or its person is on the roster.
    `by` is the member who made it, None for the terminal. One with a `partner_id` lets nobody in:
    it says that a chat, or a person, speaks for this organisation.
    """

    __tablename__ = "invitations"
    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(unique=True)
    rank: Mapped[int] = mapped_column(default=int(Role.MEMBER))
    uses: Mapped[int] = mapped_column(default=1)
    used: Mapped[int] = mapped_column(default=0)
    at_once: Mapped[bool] = mapped_column(default=False)
    by: Mapped[int | None]
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    name: Mapped[str] = mapped_column(default="")
    folded: Mapped[str] = mapped_column(default="", index=True)
    profession: Mapped[str] = mapped_column(default="")
    calling: Mapped[str] = mapped_column(default="")
    town: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    partner_id: Mapped[int | None] = mapped_column(index=True)

    @property
    def role(self) -> Role:
        return Role(self.rank)

    @property
    def personal(self) -> bool:
        return bool(self.name)


class WrongTry(Base):
    """A code that was not right: more than a few a minute from one account are guesses."""

    __tablename__ = "wrong_tries"
    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[str]
    account: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime]


async def by_digest(tx: Tx, digest: str) -> Invitation | None:
    """A member's."""
    return (
        await tx.scalars(
            select(Invitation).where(Invitation.digest == digest, Invitation.partner_id.is_(None))
        )
    ).one_or_none()


async def for_partner(tx: Tx, digest: str) -> Invitation | None:
    """A partner's, locked: whoever comes second sees what the first has used."""
    return (
        await tx.scalars(
            select(Invitation)
            .where(Invitation.digest == digest, Invitation.partner_id.is_not(None))
            .with_for_update()
        )
    ).one_or_none()


async def open_for(tx: Tx, partner_id: int, now: datetime) -> Sequence[Invitation]:
    """The codes of this partner that still count."""
    return (
        await tx.scalars(
            select(Invitation).where(Invitation.partner_id == partner_id, *_lets_in(now))
        )
    ).all()


async def claim(tx: Tx, invitation_id: int) -> Invitation | None:
    """The row, locked, as it is now: whoever comes second sees what the first has used."""
    return await tx.get(Invitation, invitation_id, with_for_update=True, populate_existing=True)


def _lets_in(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        Invitation.used < Invitation.uses,
        Invitation.expires_at > now,
        Invitation.revoked_at.is_(None),
    )


async def current(tx: Tx, now: datetime, *, personal: bool) -> Sequence[Invitation]:
    """Those that still let someone in, the newest first."""
    named = Invitation.name != "" if personal else Invitation.name == ""
    return (
        await tx.scalars(
            select(Invitation)
            .where(named, Invitation.partner_id.is_(None), *_lets_in(now))
            .order_by(Invitation.id.desc())
        )
    ).all()


async def revoke_by(tx: Tx, member_id: int, now: datetime, *, above: Role = Role.GUEST) -> None:
    """What someone who left or lost their role has handed out no longer works: all of it, or
    what promises a role above one that they may still give."""
    await tx.execute(
        update(Invitation)
        .where(
            Invitation.by == member_id, Invitation.revoked_at.is_(None),
            Invitation.rank > int(above),
        )
        .values(revoked_at=now)
    )  # fmt: skip


async def wrong_tries(tx: Tx, who: Identity, since: datetime) -> Sequence[datetime]:
    """When this account was wrong lately, the oldest first."""
    return (
        await tx.scalars(
            select(WrongTry.at)
            .where(
                WrongTry.platform == who.platform, WrongTry.account == who.account,
                WrongTry.at > since,
            )
            .order_by(WrongTry.at)
        )
    ).all()  # fmt: skip


async def count_open(tx: Tx, now: datetime) -> int:
    """How many people on the roster have not opened their own invitation yet."""
    return (
        await tx.execute(
            select(func.count())
            .select_from(Invitation)
            .where(
                Invitation.name != "",
                Invitation.used == 0,
                Invitation.expires_at > now,
                Invitation.revoked_at.is_(None),
            )
        )
    ).scalar_one()


async def forget(tx: Tx, before: datetime) -> None:
    """Retention: what ended before then, and every try as old."""
    ended = or_(
        Invitation.expires_at < before,
        Invitation.revoked_at < before,
    )
    await tx.execute(delete(Invitation).where(ended))
    await tx.execute(delete(WrongTry).where(WrongTry.at < before))
