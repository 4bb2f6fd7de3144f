"""A post, or the whole call, has all its people: the asking stops."""

from bot.core import Message, Text
from bot.engine import Ctx
from handlers.staffing import diary, keys, words
from storage import seats
from storage.callouts import Plan
from storage.seats import State


async def post_full(ctx: Ctx, plan: Plan) -> None:
    """Everyone still undecided sees it."""
    ctx.renew(keys.CALL.format(call=plan.callout.id), children=True)
    await call_full(ctx, plan)


async def call_full(ctx: Ctx, plan: Plan) -> None:
    """Said once, and not while a seat is only held for somebody who has yet to answer."""
    call = plan.callout
    if plan.missing or call.filled_at is not None:
        return
    if await seats.count(ctx.tx, call.id, State.OFFERED):
        return
    call.filled_at = ctx.now
    await ctx.forget(keys.wave(call.id))
    await diary.log(ctx, call, "filled")
    filled = Text("filled", {"title": words.title(call)})
    await ctx.tell([call.made_by], Message(words.told(call, filled)))
