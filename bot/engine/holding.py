"""What waits half a minute before it leaves, so that «⏪ Retenir l'envoi» can hold it back.

A feature begins it, shows the button on a card of its own, and hears how it ended as a fact.
"""

from datetime import datetime, timedelta

from bot.core import Button, Text
from bot.core.errors import Refusal
from bot.core.facts import HeldBack, LeftNow
from bot.engine.context import Ctx
from bot.engine.declare import button, job
from storage import ledger, timers

WAITS = timedelta(seconds=30)


def begin(ctx: Ctx, about: str) -> datetime:
    """When everything owed `about` this leaves: give it as `at=`, with `about=`, to each `post`
    and `deal`. Until then it can be held back: `HeldBack` is published, else then `LeftNow`."""
    at = ctx.now + WAITS
    ctx.at(at, left.call(about), name=_timer(about))
    return at


def hold_back_button(about: str) -> Button:
    """To be shown while it waits."""
    words = ("retenir", "stop", "attends", "hold", "wait")
    return Button(Text("hold-back"), hold_back.call(about), words=words)


@button("engine.hold-back")
async def hold_back(ctx: Ctx, about: str) -> None:
    """Whether this person may is for the feature to say, when it hears of it."""
    leaves = await timers.rings_at(ctx.tx, _timer(about))
    if leaves is None or leaves <= ctx.now:
        raise Refusal("hold-back-late")
    await ctx.forget(_timer(about))
    held = await ledger.withdraw(ctx.tx, about)
    ctx.audit("sending.held-back", about, None, {"held": len(held)})
    await ctx.happened(HeldBack(about, tuple(held)))


@job("engine.left")
async def left(ctx: Ctx, about: str) -> None:
    await ctx.happened(LeftNow(about))


def _timer(about: str) -> str:
    return f"holding:{about}"
