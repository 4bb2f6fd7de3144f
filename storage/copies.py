"""The copies of a live message that have left: those that an update or an end can answer."""

from collections.abc import Collection, Sequence

from sqlalchemy import func, select, update

from storage.db import Tx, const
from storage.outbox import Delivery
from storage.outbox import State as Sent
from storage.places import Place, State


async def left(tx: Tx, card: str, abouts: Collection[str]) -> Sequence[Place]:
    """Below this card, the newest of each card; not those that are still owed under one of
    `abouts`, nor what a newer copy replaced. One statement, however many."""
    owed = select(Delivery.place_id).where(
        Delivery.about.in_(abouts), Delivery.state == const(Sent.DUE),
        Delivery.place_id.is_not(None),
    )  # fmt: skip
    found = await tx.scalars(
        select(Place)
        .where(
            Place.card > f"{card}:", Place.card < f"{card};", Place.body.is_(None),
            Place.state == const(State.LIVE), Place.id.not_in(owed),
        )
        .order_by(Place.made_at, Place.serial)
    )  # fmt: skip
    return list({place.card: place for place in found}.values())


async def stands(tx: Tx, card: str) -> set[tuple[str, str, str]]:
    """(card, platform, chat) of every copy below this card, of before too."""
    rows = await tx.execute(
        select(Place.card, Place.platform, Place.chat).where(
            Place.card > f"{card}:", Place.card < f"{card};"
        )
    )
    return {(row[0], row[1], row[2]) for row in rows}


async def counts(tx: Tx, abouts: Collection[str]) -> dict[str, dict[Sent, int]]:
    """How many of each group are in which state."""
    rows = await tx.execute(
        select(Delivery.about, Delivery.state, func.count())
        .where(Delivery.about.in_(abouts))
        .group_by(Delivery.about, Delivery.state)
    )
    found: dict[str, dict[Sent, int]] = {about: {} for about in abouts}
    for about, state, count in rows:
        found[about][Sent(state)] = count
    return found


async def unsent(tx: Tx, about: str) -> Sequence[tuple[str, Sent, str]]:
    """(card, state, why) of what did not leave or has not yet."""
    rows = await tx.execute(
        select(Place.card, Delivery.state, Delivery.error)
        .join(Place, Place.id == Delivery.place_id)
        .where(Delivery.about == about, Delivery.state.in_((Sent.DUE, Sent.FAILED, Sent.UNKNOWN)))
    )
    return [(card, Sent(state), error or "") for card, state, error in rows]


async def withhold(tx: Tx, card: str) -> None:
    """What is owed below this card and has not left need not be said any more."""
    below = select(Place.id).where(Place.card > f"{card}:", Place.card < f"{card};")
    await tx.execute(
        update(Delivery)
        .where(Delivery.place_id.in_(below), Delivery.state == const(Sent.DUE))
        .values(state=Sent.CANCELLED)
        .execution_options(synchronize_session=False)
    )
