"""What partners offered: help, or a call that they propose; and what became of it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Mapped, mapped_column

from bot.core import ChatRef, Identity
from storage.db import Base, Tx


class State(StrEnum):
    OPEN = "open"
    TAKEN = "taken"
    DECLINED = "declined"


class Offer(Base):
    """`kind` is «people», «place», «vehicle», «equipment», «relay», or «call» for a call that a
    coordinator may send; `words` what and how many; `contact` whom to call back there; `about`
    what they had read («alert:12»). The rest says where its author is answered."""

    __tablename__ = "offers"
    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(index=True)
    kind: Mapped[str]
    words: Mapped[str]
    contact: Mapped[str] = mapped_column(default="")
    about: Mapped[str] = mapped_column(default="", index=True)
    platform: Mapped[str]
    account: Mapped[str]
    chat: Mapped[str]
    lang: Mapped[str]
    made_at: Mapped[datetime]
    state: Mapped[State] = mapped_column(default=State.OPEN)
    decided_by: Mapped[int | None]
    decided_at: Mapped[datetime | None]

    @property
    def where(self) -> ChatRef:
        return ChatRef(self.platform, self.chat)


async def count_since(tx: Tx, who: Identity, since: datetime) -> int:
    """How many this account has made."""
    return (
        await tx.execute(
            select(func.count()).where(
                Offer.platform == who.platform, Offer.account == who.account, Offer.made_at > since
            )
        )
    ).scalar_one()


async def partners_since(tx: Tx, since: datetime) -> set[int]:
    """Who has offered anything since then."""
    return set(await tx.scalars(select(Offer.partner_id).where(Offer.made_at >= since)))


async def forget_account(tx: Tx, who: Identity) -> None:
    """What was offered stays; who offered it is nobody's to know any more."""
    await tx.execute(
        update(Offer)
        .where(Offer.platform == who.platform, Offer.account == who.account)
        .values(account="", contact="")
        .execution_options(synchronize_session=False)
    )


async def forget(tx: Tx, before: datetime) -> None:
    await tx.execute(
        delete(Offer).where(Offer.made_at < before).execution_options(synchronize_session=False)
    )


async def count_about(tx: Tx, about: str) -> int:
    """How many were made after reading this («alert:12»)."""
    return (await tx.execute(select(func.count()).where(Offer.about == about))).scalar_one()
