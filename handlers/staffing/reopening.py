"""A seat is free and nobody waits for it: it is looked for again, and the coordinator knows."""

from datetime import timedelta

from bot.core import Args, Button, Lane, Message, Text
from bot.engine import Ctx
from handlers.staffing import words
from handlers.staffing.keys import BOARD, CALL, ROOM
from storage import callouts
from storage.callouts import Plan, Post, Shift

NEAR = timedelta(hours=24)
"""From here on a seat that is given back is news, whether or not the call was full."""


async def seat_free(ctx: Ctx, plan: Plan, post: Post) -> None:
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
    if call.state in (callouts.State.OPEN, callouts.State.SEALED) and (
        settled or shift.starts_at - ctx.now < NEAR
    ):
        await _tell(ctx, plan, post, shift)


async def _tell(ctx: Ctx, plan: Plan, post: Post, shift: Shift) -> None:
    """An edit of the board does not notify; this does, with what can be done about it."""
    from handlers.staffing import board

    call = plan.callout
    buttons = [Button(Text("who-to-phone"), board.phone.call(call.id))]
    if call.open and call.kind is callouts.Kind.CALL:
        buttons.insert(0, Button(Text("widen"), board.widen_now.call(call.id)))
    for member, account in (await ctx.reach([call.made_by])).values():
        lang = words.lang(member)
        args: Args = {
            "title": words.title(call),
            "when": words.when(shift, ctx.zone, lang),
            "state": words.missing([post], lang),
        }
        ctx.post(
            account.where, Message((Text("seat-free", args),), tuple(buttons)), lane=Lane.CALLS,
            lang=lang, simple=member.simple,
        )  # fmt: skip
