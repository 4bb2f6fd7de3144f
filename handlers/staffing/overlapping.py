"""Nobody is expected in two places at once; a short night is a warning."""

from collections.abc import Sequence
from datetime import datetime

from bot.core import Lane, Message, Text
from bot.core.errors import Refusal
from bot.engine import Ctx
from handlers.staffing.rules import seating
from storage import seats
from storage.callouts import Plan, Shift
from storage.db import Tx


async def check(ctx: Ctx, plan: Plan, shift: Shift) -> None:
    """Raises Refusal that says where the person is expected instead."""
    here, elsewhere = await expected(ctx.tx, plan, ctx.me.id)
    if seating.overlaps(shift.starts_at, shift.ends_at, here):
        raise Refusal("overlap-here")
    if seating.overlaps(shift.starts_at, shift.ends_at, elsewhere):
        raise Refusal("overlap-elsewhere")
    if seating.short_rest(shift.starts_at, shift.ends_at, [*elsewhere, *here]):
        await ctx.tell([ctx.me.id], Message((Text("short-rest"),)), lane=Lane.ANSWERS)


async def engaged(ctx: Ctx, plan: Plan, shift: Shift, member_id: int) -> bool:
    """Is this member expected anywhere at the time of this shift?"""
    here, elsewhere = await expected(ctx.tx, plan, member_id)
    return seating.overlaps(shift.starts_at, shift.ends_at, [*here, *elsewhere])


async def expected(
    tx: Tx, plan: Plan, member_id: int, *, besides: int = 0
) -> tuple[Sequence[tuple[datetime, datetime]], Sequence[tuple[datetime, datetime]]]:
    """In this call (`besides` one of its shifts), and in the others; a drill takes nobody from a
    real one."""
    mine = await seats.of(tx, plan.callout.id, member_id)
    here = [
        (other.starts_at, other.ends_at)
        for seat in mine.values()
        if seat.state in seats.TAKES
        and seat.shift_id != besides
        and (other := plan.shift(seat.shift_id)) is not None
    ]
    if plan.callout.drill:
        return here, ()
    return here, await seats.elsewhere(tx, plan.callout.id, member_id, *around(plan))


def around(plan: Plan) -> tuple[datetime, datetime]:
    """The time in which another shift would matter for this call."""
    return plan.callout.starts_at - seating.REST, plan.callout.ends_at + seating.REST
