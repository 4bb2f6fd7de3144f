"""What members and partners signal from the field, and what became of it."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Mapped, mapped_column

from bot.core import ChatRef, Identity
from bot.core.field import Kind
from storage.db import Base, Tx


class State(StrEnum):
    OPEN = "open"
    ALERT = "alert"
    CALL = "call"
    NOTED = "noted"


class Signal(Base):
    """By a member, or for a partner by whoever speaks for it; the rest says where its sender is
    answered. `number` is of cases."""

    __tablename__ = "signals"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Kind]
    words: Mapped[str] = mapped_column(default="")
    number: Mapped[int] = mapped_column(default=0)
    town: Mapped[str] = mapped_column(default="")
    member_id: Mapped[int | None] = mapped_column(index=True)
    partner_id: Mapped[int | None] = mapped_column(index=True)
    platform: Mapped[str]
    account: Mapped[str]
    chat: Mapped[str]
    lang: Mapped[str]
    at: Mapped[datetime] = mapped_column(index=True)
    state: Mapped[State] = mapped_column(default=State.OPEN)
    decided_by: Mapped[int | None]
    decided_at: Mapped[datetime | None]

    @property
    def where(self) -> ChatRef:
        return ChatRef(self.platform, self.chat)


async def count_since(tx: Tx, who: Identity, since: datetime) -> int:
    """How many this account has sent."""
    return (
        await tx.execute(
            select(func.count()).where(
                Signal.platform == who.platform, Signal.account == who.account, Signal.at > since
            )
        )
    ).scalar_one()


async def of_member(tx: Tx, member_id: int) -> Sequence[Signal]:
    return (await tx.scalars(select(Signal).where(Signal.member_id == member_id))).all()


async def forget_member(tx: Tx, member_id: int) -> None:
    """What was signalled stays; who did is nobody's to know any more."""
    await tx.execute(
        update(Signal)
        .where(Signal.member_id == member_id)
        .values(member_id=None, account="", words="")
        .execution_options(synchronize_session=False)
    )


async def forget(tx: Tx, before: datetime) -> None:
    await tx.execute(
        delete(Signal).where(Signal.at < before).execution_options(synchronize_session=False)
    )
