"""A press: what the person saw is what happens, or it is refused as out of date."""

from bot.core import Pressed
from bot.core.errors import Refusal
from bot.core.people import may
from bot.engine.context import Ctx
from storage.keyboards import Keyboard
from storage.places import Place


async def press(ctx: Ctx, event: Pressed, keyboard: Keyboard | None) -> None:
    """Nothing that a client sends is trusted but the number of a row that we wrote."""
    if keyboard is None or not _same_chat(event, keyboard):
        raise Refusal("button-too-old")
    if not 0 <= event.index < len(keyboard.keys):
        raise Refusal("button-too-old")
    if keyboard.until is not None and keyboard.until < ctx.now:
        raise Refusal("button-too-old")
    if keyboard.account and (event.sender is None or event.sender.account != keyboard.account):
        raise Refusal("button-not-yours")
    await _learn(ctx, event, keyboard)
    await act(ctx, keyboard, event.index)


def _same_chat(event: Pressed, keyboard: Keyboard) -> bool:
    return event.chat.platform == keyboard.platform and event.chat.chat == keyboard.chat


async def _learn(ctx: Ctx, event: Pressed, keyboard: Keyboard) -> None:
    """A press on a copy whose send was never settled tells us its message's id."""
    place = await ctx.tx.get(Place, keyboard.place_id) if keyboard.place_id else None
    if place is not None:
        ctx.card, ctx.pressed = place.card, place
        if place.message is None and event.message:
            place.message = event.message


async def act(ctx: Ctx, keyboard: Keyboard, index: int) -> None:
    """Do what the button at this position says, if its presser may."""
    _, name, args, *_ = keyboard.keys[index]
    action = ctx.parts.registry.actions.get(name)
    if action is None:
        raise Refusal("button-too-old")
    if not may(ctx.member, action.right):
        raise ctx.denied
    await action.replay(ctx, args)
