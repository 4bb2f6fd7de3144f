"""Answers that were lost while nobody listened: the silent can be asked once more, with one tap."""

from datetime import datetime

from bot.core import Button, Lane, Message, Right, Text
from bot.core.errors import Refusal
from bot.core.facts import StillOpen, Unheard
from bot.engine import Ctx, button, on
from bot.engine.awake import awake_at
from handlers.staffing import asking, commands, keys, words
from storage import callouts
from storage.callouts import Asked, Callout, Plan
from storage.people import Account, Member


@on(Unheard)
async def unheard(ctx: Ctx, fact: Unheard) -> None:
    calls = [c for c in await callouts.open_now(ctx.tx, ctx.now) if c.open and not c.drill]
    for plan in await callouts.plans(ctx.tx, [call.id for call in calls]):
        call = plan.callout
        if count := len(await _silent(ctx, plan, fact.platform, fact.until)):
            line = Text("lost-call", {"title": words.title(call), "count": count})
            again = ask_again.call(
                call.id, fact.platform, fact.until.isoformat(), ctx.now.isoformat()
            )
            label = Text("lost-ask", {"title": words.title(call)})
            fact.open.append(StillOpen(call.made_by, line, Button(label, again, wide=True)))


@button("staffing.ask-lost", right=Right.CALL)
async def ask_again(ctx: Ctx, callout_id: int, platform: str, until: str, told: str) -> None:
    """Those whose answer may be lost; whom a reminder reached since its author was `told` knows."""
    plan = await callouts.plan(ctx.tx, callout_id, hold=True)
    if plan is None or not plan.callout.open:
        raise Refusal("callout-closed")
    call, since = plan.callout, datetime.fromisoformat(told)
    silent = [
        (row, member, account)
        for row, member, account in await _silent(
            ctx, plan, platform, datetime.fromisoformat(until)
        )
        if row.reminded_at is None or row.reminded_at < since
    ]
    if not silent:
        raise Refusal("lost-nobody-silent")
    said = Message(
        (Text("lost-question", {"title": words.title(call)}),),
        (Button(Text("lost-see"), see.call(call.id)),),
    )
    for row, member, account in silent:
        row.reminded_at = ctx.now
        ctx.post(
            account.where, said, lane=Lane.URGENT if call.urgent else Lane.CALLS,
            lang=words.lang(member), simple=member.simple, about=keys.CALL.format(call=call.id),
            at=ctx.now if call.urgent else awake_at(ctx, member),
        )  # fmt: skip
    ctx.audit("callout.asked-again", keys.CALL.format(call=call.id), None, {"people": len(silent)})
    ctx.say("lost-asked", count=len(silent), title=words.title(call))


async def _silent(
    ctx: Ctx, plan: Plan, platform: str, until: datetime
) -> list[tuple[Asked, Member, Account]]:
    """Asked there before that moment, still wanted, and no answer is known. Not whoever opened the
    call by themselves (wave 0), nor its author."""
    rows = [
        row for row in await callouts.asked(ctx.tx, plan.callout.id)
        if row.answered_at is None and not row.refused and row.asked_at < until
        and row.wave and row.member_id != plan.callout.made_by
    ]  # fmt: skip
    found = await asking.wanted_still(ctx, plan, rows)
    return [one for one in found if one[2].platform == platform]


@button("staffing.see")
async def see(ctx: Ctx, callout_id: int) -> None:
    """The call, below; whoever was asked has it above, too."""
    await commands.show_or_refuse(ctx, await ctx.tx.get(Callout, callout_id))
