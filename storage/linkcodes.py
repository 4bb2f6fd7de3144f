"""Codes that join two accounts into one profile: minutes long, good for once, kept hashed only."""

from datetime import datetime

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.callouts import Asked, Callout
from storage.db import Base, Tx
from storage.seats import Seat


class LinkCode(Base):
    """`digest` is the SHA-256 of the code, in hexadecimal letters. It was shown to the member on
    `platform`; whoever types it on another one is the same person."""

    __tablename__ = "link_codes"
    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(unique=True)
    member_id: Mapped[int] = mapped_column(index=True)
    platform: Mapped[str]
    expires_at: Mapped[datetime]


async def claim(tx: Tx, digest: str, now: datetime) -> LinkCode | None:
    """The row, locked, if it still counts: of two who type the same code one is first."""
    return (
        await tx.scalars(
            select(LinkCode)
            .where(LinkCode.digest == digest, LinkCode.expires_at > now)
            .with_for_update()
        )
    ).one_or_none()


async def drop(tx: Tx, member_id: int) -> None:
    """Used, or made anew: what was shown to this member before is good for nothing."""
    await tx.execute(delete(LinkCode).where(LinkCode.member_id == member_id))


async def forget(tx: Tx, now: datetime) -> None:
    await tx.execute(delete(LinkCode).where(LinkCode.expires_at <= now))


async def has_answered(tx: Tx, member_id: int) -> bool:
    """Is there anything that another profile could not take over: an answer, a call of theirs?"""
    answered = or_(Asked.answered_at.is_not(None), Asked.refused)
    for wanted in (
        select(Seat.shift_id).where(Seat.member_id == member_id),
        select(Asked.callout_id).where(Asked.member_id == member_id, answered),
        select(Callout.id).where(Callout.made_by == member_id),
    ):
        if (await tx.execute(wanted.limit(1))).first() is not None:
            return True
    return False
