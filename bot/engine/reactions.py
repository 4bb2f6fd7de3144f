"""Emoji tapped under a message that are no key of it now, and taps that are taken back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.core import Asks, Pressed, Right
from bot.core.errors import Refusal, TooSoon
from bot.core.events import Unpressed, unpack
from bot.core.people import may
from bot.core.plain import NO, YES
from bot.core.signs import MORE, leading, number_of, same, turn
from bot.engine.context import Ctx
from bot.engine.declare import button
from bot.engine.presses import act, press
from bot.engine.replies import answer_to
from bot.engine.signing import SWITCHES, meaning, signed, unsigned
from bot.engine.wording import body
from storage import inbox, outbox, places
from storage.keyboards import Keyboard
from storage.places import Place

THUMBS = {**dict.fromkeys("👍👌🙋✔✅", "✅"), "👎": "❌", "❌": "❌"}
WORDS = frozenset({*THUMBS, *YES, *NO})
"""Emoji that people use as a word of their own: taken as if they had typed it."""


async def reacted(ctx: Ctx, event: Pressed, place: Place | None, keyboard: Keyboard | None) -> None:
    """A thumb is the one key that says yes; what meant something once is out of date; a word or
    a number is as if they had typed it; all else is nobody's business. Raises TooSoon where the
    message may be one of ours, and has just arrived."""
    if place is None and keyboard is None and await outbox.may_be_there(ctx.tx, event.chat):
        raise TooSoon
    if place is not None and place.where.chat != event.chat.chat:
        return None
    before = _meant(place, event.sign)
    thumb = _stands_for(event.sign, keyboard) if place is None or place.asks else None
    if keyboard is not None and thumb is not None:
        told = keyboard.keys[thumb][1:3]
        if before is None or meaning(before) == meaning(told):
            if place is not None and told[0] not in SWITCHES:
                place.signs = {**place.signs, event.sign: told}  # to take it away takes it back
            return await press(ctx, replace(event, index=thumb), keyboard)
    if before is not None:
        raise Refusal("button-too-old")
    number = number_of(event.sign)
    if place is not None and place.asks and (number or same(event.sign) in WORDS):
        await answer_to(ctx, place, str(number or event.sign))
    return None


def _stands_for(sign: str, keyboard: Keyboard | None) -> int | None:
    """The only key with ✅ for 👍, the only one with ❌ for 👎."""
    wanted, keys = THUMBS.get(same(sign)), keyboard.keys if keyboard is not None else ()
    found = [n for n, key in enumerate(keys) if key[1] and leading(key[0]) == wanted]
    return found[0] if len(found) == 1 else None


async def taken_back(ctx: Ctx, event: Unpressed) -> None:
    """What the tap stood for when it was made is undone, where the feature says how."""
    row = await inbox.heard(ctx.tx, event.chat.platform, event.press)
    press = unpack(row) if row else None
    if not isinstance(press, Pressed) or press.sender != event.sender or not press.sign:
        return
    place = await places.by_message(ctx.tx, event.chat, press.message)
    if place is not None and same(press.sign) == same(MORE):
        return await _tapped_again(ctx, place, press.sign)
    told = _meant(place, press.sign)
    if place is None or told is None:
        return
    name, args = told
    action = ctx.parts.registry.actions.get(f"{name}.undo")
    if action is None:
        if name in SWITCHES:
            await _tapped_again(ctx, place, press.sign)
        return
    if not may(ctx.member, action.right):
        raise ctx.denied
    await action.replay(ctx, args)


async def _tapped_again(ctx: Ctx, place: Place, sign: str) -> None:
    keyboard = await ctx.tx.get(Keyboard, place.keyboard) if place.keyboard else None
    if keyboard is None:
        return
    for index, key in enumerate(keyboard.keys):
        if key[4] and same(key[4]) == same(sign):
            ctx.pressed = place
            await act(ctx, keyboard, index)
            return


def _meant(place: Place | None, sign: str) -> tuple[str, dict[str, Any]] | None:
    for shown, (name, args) in (place.signs if place else {}).items():
        if same(shown) == same(sign):
            return name, args
    return None


@button("engine.open", right=Right.ANYONE)
async def open_private(ctx: Ctx, payload: str) -> None:
    """As if the link had been followed: the answer goes to the person's own chat, if there is
    one. To somebody unknown nothing can be said where others read."""
    start = ctx.parts.registry.commands.get("start")
    if start is not None and ctx.account is not None:
        await start.run(ctx, payload)


@button("engine.more-signs", right=Right.ANYONE)
async def more_signs(ctx: Ctx, place_id: str) -> None:
    """«➡️»: the keys that did not fit come under the message in place of those that did."""
    place = await ctx.tx.get(Place, place_id)
    if place is None or place.where.chat != ctx.event.chat.chat:
        raise Refusal("button-too-old")
    keyboard = await ctx.tx.get(Keyboard, place.keyboard)
    keys = [k for k in keyboard.keys if k[4] != MORE] if keyboard else []
    place.window = turn(sum(1 for k in keys if k[1]), place.window)
    place.version += 1
    if place.body is not None:
        _turned(ctx, place, keys)


def _turned(ctx: Ctx, place: Place, keys: Sequence[list[Any]]) -> None:
    """The same words, worded when they were owed, with other keys under them."""
    assert place.body is not None
    plain = unsigned(place.body, keys, Asks(place.asks))
    worded = signed(plain, ctx.parts, place.where, place)
    keyboard = worded.keyboard(place.id, place.where, ctx.now)
    ctx.owed.keyboards.append(keyboard)
    place.keyboard = keyboard["id"]
    row = body(worded.wording, place.body["blob"])
    place.body = {**row, "keyboard": keyboard["id"], "made": place.body.get("made")}
