"""A reaction taken away takes the answer back: what each answer's opposite is."""

from bot.engine import Ctx, button
from handlers.staffing import answering, taking, words
from storage import seats
from storage.seats import State


@button("staffing.yes.undo")
async def unsay_yes(ctx: Ctx, callout_id: int, shift_id: int) -> None:
    """The seat, the place in the queue, the «I am free»: all of it is given back."""
    plan = await answering.standing(ctx, callout_id)
    seat = (await seats.of(ctx.tx, callout_id, ctx.me.id)).get(shift_id)
    if seat is None or seat.state is State.OUT:
        return
    await taking.withdraw(ctx, plan, seat)
    await answering.answered(ctx, plan)


@button("staffing.maybe.undo")
async def unsay_maybe(ctx: Ctx, callout_id: int, shift_id: int) -> None:
    """With one slot the tap named none."""
    plan = await answering.standing(ctx, callout_id)
    mine = await seats.of(ctx.tx, callout_id, ctx.me.id)
    said = [s for s in mine.values() if s.state is State.MAYBE and shift_id in (0, s.shift_id)]
    for seat in said:
        await taking.withdraw(ctx, plan, seat)
    if said:
        await answering.answered(ctx, plan)


@button("staffing.no.undo")
async def unsay_no(ctx: Ctx, callout_id: int) -> None:
    """As if it had not been answered yet."""
    plan = await answering.standing(ctx, callout_id)
    row = await answering.asked_row(ctx, plan)
    if not row.refused:
        return
    await answering.note(ctx, plan)
    row.refused, row.answered_at = False, None
    ctx.say("no-unsaid", title=words.title(plan.callout))


@button("staffing.take-offer.undo")
async def unsay_offer(ctx: Ctx, callout_id: int, shift_id: int) -> None:
    await unsay_yes.run(ctx, callout_id, shift_id)
