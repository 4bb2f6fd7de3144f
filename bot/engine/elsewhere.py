"""What a chat that is gone was owed is owed to another one of the same person."""

from collections.abc import Collection
from typing import Any

from bot.core import Asks, ChatRef, Lane, Lang
from bot.core.signs import MOST
from bot.engine.context import Ctx
from bot.engine.rows import body_row, new_place
from bot.engine.signing import signed, unsigned, uses_signs
from storage import ledger, places
from storage.keyboards import Keyboard, new_key
from storage.outbox import Delivery, State
from storage.places import Place

ONLY_THERE = ("dialog:", "page:")
"""Cards that answer what somebody did in that very chat."""


async def owe_elsewhere(
    ctx: Ctx,
    old: ChatRef,
    new: ChatRef,
    *,
    lang: Lang,
    failed: str = "",
    lanes: Collection[Lane] = (),
) -> int:
    """All that has not left, and the send that has just `failed` there (by its key): each is one
    message still. With `lanes` only these, and the rest waits there: the chat is not gone. How
    many were moved."""
    moved = 0
    for row in await ledger.stranded(ctx.tx, old, failed):
        if lanes and row.lane not in lanes:
            continue
        place = await ctx.tx.get(Place, row.place_id) if row.place_id else None
        if _stays(row, place):
            row.state = row.state if lanes else State.CANCELLED
            continue
        await _move(ctx, row, place, new, lang)
        moved += 1
    return moved


def _stays(row: Delivery, place: Place | None) -> bool:
    if row.body is not None and "signs" in row.body:
        return True
    return bool(row.place_id) and (place is None or place.card.startswith(ONLY_THERE))


async def _move(ctx: Ctx, row: Delivery, place: Place | None, new: ChatRef, lang: Lang) -> None:
    if place is not None:
        await _place(ctx, place, new)
    elif row.body is not None:
        await _words(ctx, row, row.body, new, lang)
    row.platform, row.chat, row.thread, row.reply_to = new.platform, new.chat, new.thread, ""
    row.state, row.attempts, row.retry_at, row.error = State.DUE, 0, None, None


async def _place(ctx: Ctx, place: Place, new: ChatRef) -> None:
    """If the card stands there already, its copy steps back: this one tells something new."""
    before = await places.find(ctx.tx, place.card, new, hold=True)
    if before is not None:
        ctx.stand_back(before)
    place.serial = await places.next_serial(ctx.tx, place.card, new)
    place.platform, place.chat, place.thread = new.platform, new.chat, new.thread
    place.signs, place.marks, place.window, place.digest = {}, [], 0, ""
    if place.body is not None:
        place.body = await _again(ctx, place.body, new, place)
        place.keyboard = place.body["keyboard"]


async def _words(ctx: Ctx, row: Delivery, said: dict[str, Any], new: ChatRef, lang: Lang) -> None:
    if len(said["keys"]) > MOST and uses_signs(ctx.parts, new):
        place = new_place(
            ctx.owed, ctx.now, f"keys:{new_key()}", new, lang=lang, simple=False,
            lane=Lane(row.lane),
        )  # fmt: skip
        place.body = await _again(ctx, said, new, place)
        place.keyboard, row.place_id, row.body = place.body["keyboard"], place.id, None
        return
    row.body = await _again(ctx, said, new, None)


async def _again(
    ctx: Ctx, said: dict[str, Any], new: ChatRef, place: Place | None
) -> dict[str, Any]:
    """The same words with the same keys; a keyboard belongs to its chat, and signs to its
    platform."""
    old = await ctx.tx.get(Keyboard, said["keyboard"]) if said["keyboard"] else None
    asks = Asks(place.asks) if place is not None else Asks.NO
    worded = signed(unsigned(said, old.keys if old else (), asks), ctx.parts, new, place)
    row = body_row(ctx.tx, ctx.owed, ctx.now, worded, new, place.id if place else None)
    return {**row, "blob": said["blob"]}
