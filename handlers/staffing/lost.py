"""Answers that were lost while nobody listened: the silent can be asked once more, with one tap."""

from datetime import datetime

from bot.core import Button, Lane, Message, Right, Text
from bot.core.errors import Refusal
from bot.core.facts import StillOpen, Unheard
from bot.engine import Ctx, button, on
from bot.engine.awake import awake_at
from handlers.staffing import commands, keys, words
from storage import callouts
from storage.callouts import Asked, Callout, Plan


@on(Unheard)
async def unheard(ctx: Ctx, fact: Unheard) -> None:
    for call in await callouts.open_now(ctx.tx, ctx.now):
        plan = await callouts.plan(ctx.tx, call.id)
        if plan is None or not call.open or call.drill:
            continue
        silent = await _silent(ctx, plan, fact.until)
        reached = await ctx.reach([row.member_id for row in silent])
        count = sum(account.platform == fact.platform for _, account in reached.values())
        if count:
            line = Text("lost-call", {"title": words.title(call), "count": count})
            again = ask_again.call(call.id, fact.until.isoformat(), ctx.now.isoformat())
            label = Text("lost-ask", {"title": words.title(call)})
            fact.open.append(StillOpen(call.made_by, line, Button(label, again, wide=True)))


@button("staffing.ask-lost", right=Right.CALL)
async def ask_again(ctx: Ctx, callout_id: int, until: str, told: str) -> None:
    """Everybody who was asked before `until` and has not answered; those whom a reminder reached
    since its author was `told` know."""
    plan = await callouts.plan(ctx.tx, callout_id, hold=True)
    if plan is None or not plan.callout.open:
        raise Refusal("callout-closed")
    since = datetime.fromisoformat(told)
    silent = await _silent(ctx, plan, datetime.fromisoformat(until))
    count = await _ask(
        ctx, plan, [row for row in silent if row.reminded_at is None or row.reminded_at < since]
    )
    if not count:
        raise Refusal("lost-nobody-silent")
    ctx.audit("callout.asked-again", keys.CALL.format(call=callout_id), None, {"people": count})
    ctx.say("lost-asked", count=count, title=words.title(plan.callout))


async def _silent(ctx: Ctx, plan: Plan, until: datetime) -> list[Asked]:
    """Asked by then, and no answer is known."""
    return [
        row for row in await callouts.asked(ctx.tx, plan.callout.id)
        if row.answered_at is None and not row.refused and row.asked_at < until
    ]  # fmt: skip


async def _ask(ctx: Ctx, plan: Plan, silent: list[Asked]) -> int:
    """How many: those who take a break are left in peace, others asleep hear it when they wake."""
    call, told = plan.callout, 0
    reached = await ctx.reach([row.member_id for row in silent])
    for row in silent:
        if row.member_id not in reached:
            continue
        member, account = reached[row.member_id]
        if member.paused_until is not None and member.paused_until > ctx.now:
            continue
        row.reminded_at, told = ctx.now, told + 1
        said = Text("lost-question", {"title": words.title(call)})
        ctx.post(
            account.where,
            Message((said,), (Button(Text("lost-see"), see.call(call.id)),)),
            lane=Lane.URGENT if call.urgent else Lane.CALLS, lang=words.lang(member),
            simple=member.simple, about=keys.CALL.format(call=call.id),
            at=ctx.now if call.urgent else awake_at(ctx, member),
        )  # fmt: skip
    return told


@button("staffing.see")
async def see(ctx: Ctx, callout_id: int) -> None:
    """The call, below; whoever was asked has it above, too."""
    call = await ctx.tx.get(Callout, callout_id)
    if call is None or not await commands.suits(ctx, call):
        raise Refusal("call-not-for-you")
    await commands.show(ctx, call)
