"""A seat is free and nobody waits for it: it is looked for again, and the coordinator knows."""

from collections.abc import Sequence
from datetime import timedelta

from bot.core import Args, Button, Lane, Message, Text
from bot.engine import Ctx
from handlers.staffing import words
from handlers.staffing.keys import BOARD, CALL, ROOM
from storage import callouts, seats
from storage.callouts import Plan, Post, Shift
from storage.seats import State

NEAR = timedelta(hours=24)
"""From here on a seat that is given back is news, whether or not the call was full."""


async def seat_free(ctx: Ctx, plan: Plan, post: Post, *, unclaimed: bool = False) -> None:
    """`unclaimed`: it was held for somebody who said «if needed» and did not take it."""
    from handlers.staffing import waves

    call, shift = plan.callout, plan.shift(post.shift_id)
    if post.missing == 1:
        ctx.renew(CALL.format(call=call.id), children=True)
    ctx.renew(BOARD.format(call=call.id), children=True)
    ctx.renew(ROOM.format(call=call.id))
    if shift is None or shift.starts_at <= ctx.now or not post.missing:
        return
    was_full, call.filled_at = call.filled_at is not None, None
    if was_full and call.open:
        waves.resume(ctx, plan)
    settled = was_full or not call.open or call.kind is callouts.Kind.SURVEY
    if call.state not in (callouts.State.OPEN, callouts.State.SEALED):
        return
    if unclaimed:
        if not await _still_asked(ctx, plan, shift):
            await _tell(ctx, plan, plan.of(shift.id), shift, "seat-unclaimed")
    elif settled or shift.starts_at - ctx.now < NEAR:
        await _tell(ctx, plan, [post], shift, "seat-free" if call.open else "seat-free-sealed")


async def _still_asked(ctx: Ctx, plan: Plan, shift: Shift) -> bool:
    """Is a seat of this shift held for somebody else who has yet to answer?"""
    rows = await seats.in_call(ctx.tx, plan.callout.id, State.OFFERED)
    return any(s.shift_id == shift.id for s in rows)


async def _tell(ctx: Ctx, plan: Plan, posts: Sequence[Post], shift: Shift, key: str) -> None:
    """An edit of the board does not notify; this does, with what can be done about it."""
    from handlers.staffing import board, sealing

    call = plan.callout
    buttons = [Button(Text("who-to-phone"), board.phone.call(call.id))]
    if not call.open:
        buttons.insert(0, Button(Text("reopen"), sealing.reopen.call(call.id)))
    elif call.kind is callouts.Kind.CALL:
        buttons.insert(0, Button(Text("widen"), board.widen_now.call(call.id)))
    for member, account in (await ctx.reach([call.made_by])).values():
        lang = words.lang(member)
        args: Args = {
            "title": words.title(call),
            "when": words.when(shift, ctx.zone, lang),
            "state": words.missing(posts, lang),
        }
        message = Message(words.told(call, Text(key, args)), tuple(buttons))
        ctx.post(account.where, message, lane=Lane.CALLS, lang=lang, simple=member.simple)
