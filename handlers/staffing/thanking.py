"""The plan of a survey is made: a kind word, once, to those who are not in it."""

from collections.abc import Collection

from bot.core import Lane, Message, Text
from bot.engine import Ctx
from bot.engine.awake import awake_at
from handlers.staffing import keys, words
from handlers.staffing.rules.thanks import left_out
from storage import callouts, seats
from storage.callouts import Plan
from storage.seats import State

COULD = (State.FREE, State.MAYBE)


async def whom(ctx: Ctx, plan: Plan, chosen: Collection[int] = ()) -> tuple[int, ...]:
    """Who would be told, once these are `chosen` too."""
    rows = await seats.in_call(ctx.tx, plan.callout.id)
    coming = {s.member_id for s in rows if s.state in seats.TAKES}
    asked = await callouts.asked(ctx.tx, plan.callout.id)
    thanked = {row.member_id for row in asked if row.thanked_at is not None}
    could = [s.member_id for s in rows if s.state in COULD]
    return left_out(could, coming.union(chosen), thanked)


async def thank(ctx: Ctx, plan: Plan) -> int:
    """How many could be told; a plan that is confirmed in several steps tells nobody twice."""
    call = plan.callout
    reached = await ctx.reach(await whom(ctx, plan))
    line = Text("survey-thanks", {"title": words.title(call)})
    for member, account in reached.values():
        row = await callouts.asked_of(ctx.tx, call.id, member.id)
        if row is None:
            continue
        row.thanked_at = ctx.now
        ctx.post(
            account.where, Message(words.told(call, line)), lane=Lane.REMINDERS,
            lang=words.lang(member), simple=member.simple, at=awake_at(ctx, member),
        )  # fmt: skip
    ctx.audit("survey.thanked", keys.CALL.format(call=call.id), None, {"people": len(reached)})
    return len(reached)
