"""The outbox as a ledger: what became of what was owed, held back, moved, forgotten."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, null, or_, select, update

from bot.core import ChatRef
from storage.db import Tx, const
from storage.outbox import OPEN, Delivery, State

FINAL = (State.SENT, State.FAILED, State.UNKNOWN, State.CANCELLED)


async def cancel(tx: Tx, about: str) -> int:
    """Hold back what has not left yet; how many were held back."""
    held = await tx.execute(
        update(Delivery)
        .where(Delivery.about == about, Delivery.state == const(State.DUE))
        .values(state=State.CANCELLED)
        .execution_options(synchronize_session=False)
    )
    return int(held.rowcount)  # type: ignore[attr-defined]


async def progress(tx: Tx, about: str) -> dict[State, int]:
    """How many of what belongs together are in which state."""
    found = await tx.execute(
        select(Delivery.state, func.count()).where(Delivery.about == about).group_by(Delivery.state)
    )
    return {State(state): count for state, count in found}


async def sent_message(tx: Tx, chat: ChatRef, message: str) -> Delivery | None:
    return (
        await tx.scalars(
            select(Delivery).where(
                Delivery.platform == chat.platform,
                Delivery.chat == chat.chat,
                Delivery.message == message,
            )
        )
    ).first()


async def stranded(tx: Tx, chat: ChatRef, failed: str) -> Sequence[Delivery]:
    """What a chat that cannot be written to was owed: all that has not left, and the one whose
    send has just `failed` on it (by its key), in the order in which it was owed."""
    there = (Delivery.platform == chat.platform, Delivery.chat == chat.chat)
    lost = (Delivery.key == failed) & (Delivery.state == const(State.FAILED))
    return (
        await tx.scalars(
            select(Delivery)
            .where(*there, or_(Delivery.state == const(State.DUE), lost))
            .order_by(Delivery.id)
        )
    ).all()


async def move(tx: Tx, old: ChatRef, new: ChatRef) -> None:
    await tx.execute(
        update(Delivery)
        .where(
            Delivery.platform == old.platform, Delivery.chat == old.chat, Delivery.state.in_(OPEN)
        )
        .values(chat=new.chat)
    )


async def forget_words(tx: Tx, before: datetime) -> None:
    """What was said need not be kept; that it was sent is."""
    await tx.execute(
        update(Delivery)
        .where(Delivery.state.in_(FINAL), Delivery.made_at < before, Delivery.body.is_not(None))
        .values(body=null())
        .execution_options(synchronize_session=False)
    )


async def forget(tx: Tx, before: datetime) -> None:
    await tx.execute(
        delete(Delivery)
        .where(Delivery.state.in_(FINAL), Delivery.made_at < before)
        .execution_options(synchronize_session=False)
    )
