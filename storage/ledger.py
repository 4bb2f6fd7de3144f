"""The outbox as a ledger: what became of what was owed, held back, moved, forgotten."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, func, null, or_, select, update

from bot.core import ChatRef, Lane
from storage.db import Tx, const
from storage.outbox import OPEN, Delivery, State
from storage.places import Place

WAITING = (const(State.DUE), const(State.HELD))
"""It has not left yet, and can still be held back."""

FINAL = (State.SENT, State.FAILED, State.UNKNOWN, State.CANCELLED)


async def cancel(tx: Tx, about: str) -> int:
    """Hold back what has not left yet; how many were held back."""
    held = await tx.execute(
        update(Delivery)
        .where(Delivery.about == about, Delivery.state.in_(WAITING))
        .values(state=State.CANCELLED)
        .execution_options(synchronize_session=False)
    )
    return int(held.rowcount)  # type: ignore[attr-defined]


async def withdraw(tx: Tx, about: str) -> list[str]:
    """Hold back what has not left yet as if it had never been owed: the cards that would have
    stood somewhere; "" for what was no card."""
    due = (Delivery.about == about, Delivery.state.in_(WAITING))
    places = (await tx.scalars(select(Delivery.place_id).where(*due))).all()
    await cancel(tx, about)
    nowhere = (Place.id.in_([one for one in places if one]), Place.message.is_(None))
    cards = (await tx.scalars(select(Place.card).where(*nowhere))).all()
    await tx.execute(delete(Place).where(*nowhere).execution_options(synchronize_session=False))
    return [*cards, *("" for one in places if not one)]


async def progress(tx: Tx, about: str) -> dict[State, int]:
    """How many of what belongs together are in which state."""
    found = await tx.execute(
        select(Delivery.state, func.count()).where(Delivery.about == about).group_by(Delivery.state)
    )
    return {State(state): count for state, count in found}


async def due_by_platform(tx: Tx, about: str) -> dict[str, int]:
    """How many of what belongs together have not left yet, by platform."""
    found = await tx.execute(
        select(Delivery.platform, func.count())
        .where(Delivery.about == about, Delivery.state == const(State.DUE))
        .group_by(Delivery.platform)
    )
    return {row[0]: row[1] for row in found}


async def last_due(tx: Tx, about: str) -> datetime | None:
    """When the last of what has not left yet is to leave; None if all of it has."""
    found = await tx.execute(
        select(func.max(Delivery.due_at)).where(Delivery.about == about, Delivery.state.in_(OPEN))
    )
    return found.scalar_one()


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


async def last_sent(tx: Tx, chat: ChatRef) -> datetime | None:
    """When a message last went out well there, as far back as the ledger goes."""
    return (
        await tx.execute(
            select(func.max(Delivery.sent_at)).where(
                Delivery.platform == chat.platform, Delivery.chat == chat.chat,
                Delivery.state == const(State.SENT), Delivery.message.is_not(None),
            )
        )
    ).scalar_one()  # fmt: skip


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


async def chats_owed(tx: Tx, platform: str, lanes: Collection[Lane]) -> list[str]:
    """The chats of a platform that something of these lanes is due to now."""
    found = await tx.scalars(
        select(Delivery.chat)
        .where(
            Delivery.platform == platform,
            Delivery.state == const(State.DUE),
            Delivery.lane.in_([int(lane) for lane in lanes]),
        )
        .distinct()
    )
    return list(found)


async def move(tx: Tx, old: ChatRef, new: ChatRef) -> None:
    await tx.execute(
        update(Delivery)
        .where(
            Delivery.platform == old.platform,
            Delivery.chat == old.chat,
            Delivery.state.in_((*OPEN, const(State.HELD))),
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


async def forget_places(tx: Tx, worded: datetime, cards: datetime) -> None:
    """Copies with words of their own whose buttons are forgotten, and live cards so old that
    nobody scrolls back to them: both stay as they are from then on."""
    own, old = Place.body.is_not(None) & (Place.made_at < worded), Place.made_at < cards
    await tx.execute(delete(Place).where(own | old).execution_options(synchronize_session=False))


async def forget(tx: Tx, before: datetime) -> None:
    await tx.execute(
        delete(Delivery)
        .where(Delivery.state.in_(FINAL), Delivery.made_at < before)
        .execution_options(synchronize_session=False)
    )
