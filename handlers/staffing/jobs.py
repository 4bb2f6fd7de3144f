"""What a call does by itself: its deadline, the last look, the eve of each day, its end."""

from datetime import date

from bot.core import Button, Lane, Message, Text
from bot.engine import Ctx, job
from bot.engine.feature import Late
from handlers.staffing import board, confirming, diary, keys, maybes, sealing, waves, words
from handlers.staffing.rules.rhythm import Stage
from storage import callouts
from storage.callouts import Plan
from storage.callouts import State as CallState

MOST = 8
"""Slots named in one message."""


@job("staffing.deadline")
async def deadline(ctx: Ctx, callout_id: int) -> None:
    """«Il manque 1 pharmacien samedi 9 h», with what can be done about it."""
    plan = await callouts.plan(ctx.tx, callout_id, hold=True)
    if plan is None or not plan.callout.open:
        return
    found = (await ctx.reach([plan.callout.made_by])).get(plan.callout.made_by)
    if found is None or plan.missing == 0:
        return
    member, account = found
    lines = [
        Text("deadline-slot", {"when": words.when(s, ctx.zone, member.lang),
                               "state": words.missing(plan.of(s.id), words.lang(member))})
        for s in plan.shifts if any(p.missing for p in plan.of(s.id))
    ]  # fmt: skip
    if len(lines) > MOST:
        lines[MOST:] = [Text("more-slots", {"slots": len(lines) - MOST})]
    head = Text("deadline-head", {"title": words.title(plan.callout)})
    buttons = (
        Button(Text("who-to-phone"), board.phone.call(callout_id)),
        Button(Text("widen"), board.widen_now.call(callout_id)),
        Button(Text("do-without"), sealing.seal.call(callout_id)),
    )
    ctx.post(account.where, Message((head, *lines), buttons), lane=Lane.CALLS,
             lang=words.lang(member), simple=member.simple)  # fmt: skip


@job("staffing.ask-maybes", late=Late.UNTIL)
async def ask_maybes(ctx: Ctx, callout_id: int) -> None:
    """Those who said «si besoin» are asked, in one tap, while there is still time; once more
    before each later shift, where nobody is asked twice."""
    plan = await callouts.plan(ctx.tx, callout_id, hold=True)
    if plan is None or plan.callout.state not in (CallState.OPEN, CallState.SEALED):
        return
    await maybes.ask(ctx, plan)
    later = maybes.next_look(ctx, plan)
    name = keys.look(callout_id)
    await ctx.forget(name)
    if later is not None:
        ctx.at(later, ask_maybes.call(callout_id), until=plan.callout.ends_at, name=name)


def look_soon(ctx: Ctx, plan: Plan) -> None:
    """Everyone was asked, somebody is missing, and now one says «si besoin»: asked in a while,
    together with whoever else says so until then."""
    call, at = plan.callout, waves.in_a_while(ctx, plan)
    if call.open and call.stage >= Stage.CHANNELS and plan.missing and at < call.starts_at:
        ctx.at(at, ask_maybes.call(call.id), until=call.ends_at, name=keys.look(call.id))


@job("staffing.eve", late=Late.UNTIL)
async def confirm_eve(ctx: Ctx, callout_id: int, day: str) -> None:
    """«Vous venez toujours demain ?» Without an answer the seat is kept."""
    plan = await callouts.plan(ctx.tx, callout_id)
    if plan is not None and not plan.callout.drill:
        await confirming.ask_eve(ctx, plan, date.fromisoformat(day))


@job("staffing.eve-list", late=Late.UNTIL)
async def eve_list(ctx: Ctx, callout_id: int, day: str) -> None:
    """At 19 h the coordinator gets the list of those who did not confirm."""
    plan = await callouts.plan(ctx.tx, callout_id)
    if plan is not None and not plan.callout.drill:
        await confirming.tell_silent(ctx, plan, date.fromisoformat(day))


@job("staffing.over")
async def over(ctx: Ctx, callout_id: int) -> None:
    """The last shift has ended: every copy says so."""
    plan = await callouts.plan(ctx.tx, callout_id, hold=True)
    if plan is None or plan.callout.state in (CallState.CANCELLED, CallState.CLOSED):
        return
    plan.callout.state, plan.callout.closed_at = CallState.CLOSED, ctx.now
    await diary.log(ctx, plan.callout, "over", missing=plan.missing)
    await ctx.forget(keys.timers(callout_id))
    ctx.renew(keys.CALL.format(call=callout_id), children=True)
