"""Puts the call into members' chats, and reminds those who said nothing."""

from collections.abc import Sequence

from bot.core import Lane, Message, Text
from bot.engine import Ctx
from bot.engine.awake import awake_at
from handlers.staffing import keys, selecting, words
from handlers.staffing.rules.audience import Person
from storage import callouts
from storage.callouts import Asked, Plan
from storage.people import Account, Member


async def ask(ctx: Ctx, plan: Plan, chosen: Sequence[Person]) -> None:
    """A group: one card each, where they are reached best. All in one transaction."""
    call = plan.callout
    call.wave += 1
    lane = Lane.URGENT if call.urgent and not call.drill else Lane.CALLS
    reached = await ctx.reach([p.id for p in chosen])
    for member, account in reached.values():
        ctx.tx.add(
            Asked(
                callout_id=call.id, member_id=member.id, wave=call.wave, asked_at=ctx.now,
                refused=False, said="", page=0, picking="",
            )
        )  # fmt: skip
        member.asked_at = ctx.now
        ctx.deal(
            account.where, keys.MEMBER.format(call=call.id, member=member.id), lane=lane,
            lang=words.lang(member), simple=member.simple, about=keys.CALL.format(call=call.id),
        )  # fmt: skip
    ctx.audit("callout.asked", keys.CALL.format(call=call.id), None,
              {"wave": call.wave, "people": len(reached)})  # fmt: skip


async def remind(ctx: Ctx, plan: Plan, wave: int) -> None:
    """One short message to those asked by now who have not answered, never a second one. Who
    opened the call by themselves (wave 0) is not reminded."""
    silent = [
        row
        for row in await callouts.asked(ctx.tx, plan.callout.id)
        if 1 <= row.wave <= wave and row.answered_at is None and not row.refused
        and row.reminded_at is None
    ]  # fmt: skip
    for row, member, account in await wanted_still(ctx, plan, silent):
        if awake_at(ctx, member) > ctx.now:
            continue
        row.reminded_at = ctx.now
        ctx.post(
            account.where,
            Message((Text("reminder", {"title": words.title(plan.callout)}),)),
            lane=Lane.CALLS, lang=words.lang(member), simple=member.simple,
        )  # fmt: skip


async def wanted_still(
    ctx: Ctx, plan: Plan, rows: Sequence[Asked]
) -> list[tuple[Asked, Member, Account]]:
    """Those of them who can be reached, are not taking a break, and whose profession is missing."""
    reached = await ctx.reach([row.member_id for row in rows])
    missing = [one for one in selecting.wanted(plan, ctx.now) if one.missing]
    found = [(row, *reached[row.member_id]) for row in rows if row.member_id in reached]
    return [
        (row, member, account)
        for row, member, account in found
        if any(one.suits(member.profession) for one in missing) and not member.resting(ctx.now)
    ]
