"""What a call does by itself: its deadline, the last look, the eve of each day, its end."""

from datetime import date

from bot.core import Args, Button, Lane, Message, Text
from bot.engine import Ctx, job
from bot.engine.feature import Late
from handlers.staffing import answering, board, confirming, keys, words
from storage import callouts, seats
from storage.seats import State

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
        Button(Text("do-without"), board.seal.call(callout_id)),
    )
    ctx.post(account.where, Message((head, *lines), buttons), lane=Lane.CALLS,
             lang=words.lang(member), simple=member.simple)  # fmt: skip


@job("staffing.ask-maybes", late=Late.UNTIL)
async def ask_maybes(ctx: Ctx, callout_id: int) -> None:
    """Those who said «si besoin» are asked, in one tap, while there is still time."""
    plan = await callouts.plan(ctx.tx, callout_id, hold=True)
    if plan is None or not plan.callout.open or plan.missing == 0:
        return
    for seat in await seats.in_call(ctx.tx, callout_id):
        post, shift = plan.post(seat.post_id), plan.shift(seat.shift_id)
        if seat.state is not State.MAYBE or not post.missing or shift is None:
            continue
        reached = await ctx.reach([seat.member_id])
        for member, account in reached.values():
            at = words.awake_at(ctx, member)
            if at >= shift.starts_at:
                continue
            args: Args = {"title": words.title(plan.callout),
                    "when": words.when(shift, ctx.zone, member.lang)}  # fmt: skip
            buttons = (
                Button(Text("yes-needed"), answering.yes.call(callout_id, shift.id)),
                Button(Text("not-this-time"), answering.cannot.call(callout_id, shift.id)),
            )
            ctx.post(account.where, Message((Text("maybe-now", args),), buttons),
                     lane=Lane.CALLS, lang=words.lang(member), simple=member.simple,
                     at=at)  # fmt: skip


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
    if plan is None or plan.callout.state in (callouts.State.CANCELLED, callouts.State.CLOSED):
        return
    plan.callout.state, plan.callout.closed_at = callouts.State.CLOSED, ctx.now
    await ctx.forget(keys.timers(callout_id))
    ctx.renew(keys.CALL.format(call=callout_id), children=True)
