"""Yes, if needed, not this time, not any more: what an answer does to seats and lists."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core import Lane, Message, Said, Text
from bot.core.errors import Refusal
from bot.engine import Ctx, button
from handlers.staffing import overlapping, saying, taking
from handlers.staffing.keys import BOARD, CALL, MEMBER, ROOM
from handlers.staffing.stance import Stance
from storage import callouts, seats
from storage.callouts import Asked, Plan
from storage.seats import State


async def prefetch(ctx: Ctx, calls: Sequence[Mapping[str, Any]]) -> None:
    """What a crowd's answers need: the calls once, everyone's seats in one statement."""
    ids = {c["callout_id"] for c in calls}
    people = {c["me"] for c in calls}
    for plan in await callouts.plans(ctx.tx, ids, hold=True):
        here = {c["me"] for c in calls if c["callout_id"] == plan.callout.id}
        await seats.load_elsewhere(ctx.tx, plan.callout.id, here, *overlapping.around(plan))
    await seats.load(ctx.tx, ids, people)
    await callouts.asked_in(ctx.tx, ids, people)


async def standing(ctx: Ctx, callout_id: int) -> Plan:
    """The call, locked, if it still takes answers. Raises Refusal that says why not."""
    plan = await callouts.plan(ctx.tx, callout_id, hold=True)
    if plan is None or plan.callout.state is callouts.State.CANCELLED:
        raise Refusal("callout-cancelled")
    if plan.callout.state is callouts.State.CLOSED or plan.callout.ends_at <= ctx.now:
        raise Refusal("callout-closed")
    return plan


@button("staffing.yes", prefetch=prefetch)
async def yes(ctx: Ctx, callout_id: int, shift_id: int) -> None:
    plan = await standing(ctx, callout_id)
    await taking.accept(ctx, plan, shift_id)
    await answered(ctx, plan)


@button("staffing.maybe", prefetch=prefetch)
async def maybe(ctx: Ctx, callout_id: int, shift_id: int) -> None:
    """«Si besoin»: takes no seat. With several slots and none named (0), asks for which."""
    plan = await standing(ctx, callout_id)
    coming = [s for s in plan.shifts if s.ends_at > ctx.now]
    mine = [s for s in coming if taking.opening_for(plan, s, ctx.me.profession)]
    if shift_id == 0 and len(mine) > 1:
        if not plan.callout.open:
            raise Refusal("callout-sealed")
        return await pick(ctx, plan, "maybe")
    if not mine:
        raise Refusal("shift-not-yours")
    await taking.would(ctx, plan, shift_id or mine[0].id)
    await answered(ctx, plan)


@button("staffing.no", prefetch=prefetch)
async def no(ctx: Ctx, callout_id: int) -> None:
    """«Pas cette fois»: one tap, a full answer; after a yes it is asked first."""
    plan = await standing(ctx, callout_id)
    mine = await seats.of(ctx.tx, callout_id, ctx.me.id)
    row = await asked_row(ctx, plan)
    if any(seat.state in seats.TAKES for seat in mine.values()):
        return await pick(ctx, plan, "leave")
    for seat in list(mine.values()):
        if seat.state is not State.OUT:
            await taking.withdraw(ctx, plan, seat)
    row.refused = True
    await answered(ctx, plan)


@button("staffing.withdraw", prefetch=prefetch)
async def cannot(ctx: Ctx, callout_id: int, shift_id: int) -> None:
    """«Je ne peux plus venir»: with several seats and none named (0), asks which."""
    plan = await standing(ctx, callout_id)
    mine = await seats.of(ctx.tx, callout_id, ctx.me.id)
    held = [s for s in mine.values() if s.state is not State.OUT]
    if shift_id == 0 and len(held) > 1:
        return await pick(ctx, plan, "leave")
    for seat in held:
        if shift_id in (0, seat.shift_id):
            await taking.withdraw(ctx, plan, seat)
    await answered(ctx, plan)


@button("staffing.leave-all", prefetch=prefetch)
async def leave_all(ctx: Ctx, callout_id: int) -> None:
    plan = await standing(ctx, callout_id)
    for seat in list((await seats.of(ctx.tx, callout_id, ctx.me.id)).values()):
        if seat.state is not State.OUT:
            await taking.withdraw(ctx, plan, seat)
    await answered(ctx, plan)


@button("staffing.stay", prefetch=prefetch)
async def stay(ctx: Ctx, callout_id: int) -> None:
    """Back from «for which slot?» without a change."""
    plan = await standing(ctx, callout_id)
    await pick(ctx, plan, "")


@button("staffing.page", prefetch=prefetch)
async def turn_page(ctx: Ctx, callout_id: int, page: int) -> None:
    plan = await standing(ctx, callout_id)
    (await asked_row(ctx, plan)).page = page
    await _shown(ctx, plan)


async def asked_row(ctx: Ctx, plan: Plan) -> Asked:
    """The row of who was asked; whoever answers from a room or by hand gets one."""
    row = await callouts.asked_of(ctx.tx, plan.callout.id, ctx.me.id)
    if row is None:
        row = Asked(
            callout_id=plan.callout.id, member_id=ctx.me.id, wave=0, asked_at=ctx.now,
            refused=False, said="", page=0, picking="",
        )  # fmt: skip
        ctx.tx.add(row)
    return row


async def pick(ctx: Ctx, plan: Plan, what: str) -> None:
    """«Pour quel créneau ?»: asked on the card; after typed words on a new one, below them."""
    (await asked_row(ctx, plan)).picking = what
    await _shown(ctx, plan)


async def _shown(ctx: Ctx, plan: Plan) -> None:
    """The card as it is now: edited, or said again where an edit would go unnoticed."""
    if ctx.simple or isinstance(ctx.event, Said):
        return await show_again(ctx, plan)
    ctx.renew(MEMBER.format(call=plan.callout.id, member=ctx.me.id))


async def show_again(ctx: Ctx, plan: Plan) -> None:
    call = plan.callout.id
    await ctx.show_card(
        MEMBER.format(call=call, member=ctx.me.id), lane=Lane.ANSWERS, about=CALL.format(call=call)
    )


async def answered(ctx: Ctx, plan: Plan) -> None:
    """A tap that answers: noted, and said in words where the edited card may go unnoticed, as
    when it stands further up."""
    await note(ctx, plan)
    if ctx.simple or ctx.card != MEMBER.format(call=plan.callout.id, member=ctx.me.id):
        await confirm_in_words(ctx, plan)


async def confirm_in_words(ctx: Ctx, plan: Plan, *more: Text) -> None:
    """What this person has said by now, in a message of its own."""
    row = await asked_row(ctx, plan)
    held = await seats.of(ctx.tx, plan.callout.id, ctx.me.id)
    lines = saying.mine(plan, Stance.of(ctx.me, held, row), ctx.zone, ctx.lang)
    if not plan.callout.open and any(s.state in OFFERING for s in held.values()):
        lines.insert(0, Text("callout-sealed"))
    if lines or more:
        ctx.show(Message((*lines, *more)))


OFFERING = (State.WAITING, State.MAYBE, State.FREE)
"""Answers of people who would come, and do not hold a seat."""


async def note(ctx: Ctx, plan: Plan) -> None:
    """Every answer ends here: noted, and shown to the person and on the board."""
    row = await asked_row(ctx, plan)
    mine = await seats.of(ctx.tx, plan.callout.id, ctx.me.id)
    row.answered_at, row.picking = row.answered_at or ctx.now, ""
    if any(s.state is not State.OUT for s in mine.values()):
        row.refused = False
    call = plan.callout.id
    said = {str(shift): seat.state.value for shift, seat in mine.items()}
    ctx.audit("callout.answered", f"callout:{call}", None, said or {"refused": row.refused})
    ctx.renew(MEMBER.format(call=call, member=ctx.me.id), children=True)
    ctx.renew(BOARD.format(call=call), children=True)
    ctx.renew(ROOM.format(call=call))
