"""«Ne plus chercher : les confirmés viennent», and the way back."""

from bot.core import Right
from bot.engine import Ctx, button
from handlers.staffing import diary, keys, maybes, offers, passing, taking, waves, words
from storage import callouts
from storage.callouts import Plan, State


@button("staffing.seal", right=Right.CALL)
async def seal(ctx: Ctx, callout_id: int) -> None:
    """Nobody else is asked, nothing is held, the waiting list stands still."""
    plan, told = await taking.manageable(ctx, callout_id), 0
    if plan.callout.state is State.OPEN:
        plan.callout.state = State.SEALED
        await ctx.forget(keys.wave(callout_id))
        told = await offers.withdraw_all(ctx, plan)
        for row in await callouts.asked(ctx.tx, callout_id):
            row.picking = "" if row.picking == "maybe" else row.picking
        _noted(ctx, plan, "callout.sealed")
        await diary.log(ctx, plan.callout, "sealed")
    ctx.say("sealed", title=words.title(plan.callout), told=told)


@button("staffing.reopen", right=Right.CALL)
async def reopen(ctx: Ctx, callout_id: int) -> None:
    """What became free meanwhile goes to those who wait, then people are asked again."""
    plan = await taking.manageable(ctx, callout_id)
    if plan.callout.state is State.SEALED:
        plan.callout.state = State.OPEN
        _noted(ctx, plan, "callout.reopened")
        await diary.log(ctx, plan.callout, "reopened")
        for post in plan.posts:
            while post.missing and await passing.pass_on(ctx, plan, post):
                continue
        await maybes.ask(ctx, plan)
        if plan.missing:
            plan.callout.filled_at = None
            waves.resume(ctx, plan)
    ctx.say("reopened", title=words.title(plan.callout))


def _noted(ctx: Ctx, plan: Plan, what: str) -> None:
    key = keys.CALL.format(call=plan.callout.id)
    ctx.audit(what, key)
    ctx.renew(key, children=True)
