"""A seat became free: who has it next."""

from datetime import datetime, timedelta

from bot.engine import Ctx
from bot.engine.awake import awake_at
from handlers.staffing import keys, maybes, offers, overlapping, reopening
from handlers.staffing.rules import seating
from storage import people, seats
from storage.callouts import Plan, Post, Shift
from storage.people import Member
from storage.seats import Seat, State


async def freed(ctx: Ctx, plan: Plan, post: Post, *, unclaimed: bool = False) -> bool:
    """The next in line has it, or somebody who said «if needed» is asked (True); else it is
    looked for. `unclaimed`: it was held for one of those, who did not take it."""
    await ctx.tx.flush()
    if await pass_on(ctx, plan, post):
        return True
    if any(one.post == post.id for one in await maybes.ask(ctx, plan)):
        return True
    await reopening.seat_free(ctx, plan, post, unclaimed=unclaimed)
    return False


async def pass_on(ctx: Ctx, plan: Plan, post: Post) -> bool:
    """Give or offer a free seat to the next in line. False if nobody waits."""
    shift = plan.shift(post.shift_id)
    if not plan.callout.open or shift is None or shift.starts_at <= ctx.now:
        return False
    for seat in await _in_line(ctx, plan, post):
        if await _asleep_until(ctx, seat) >= shift.starts_at:
            continue
        plan.post(seat.post_id).waiting -= 1
        ctx.renew(keys.MEMBER.format(call=plan.callout.id, member=seat.member_id))
        if await overlapping.engaged(ctx, plan, shift, seat.member_id):
            seat.state = State.OUT
            await offers.tell(ctx, plan, seat, shift, "seat-passed")
            continue
        seat.post_id = post.id
        post.taken += 1
        await _give(ctx, plan, seat, shift)
        return True
    return False


async def _in_line(ctx: Ctx, plan: Plan, post: Post) -> list[Seat]:
    """Those who wait in this shift and can do what is needed, the earliest answer first."""
    rows = await seats.in_call(ctx.tx, plan.callout.id, State.WAITING)
    waiting = [s for s in rows if s.shift_id == post.shift_id]
    held = {m.id: m for m in await people.hold(ctx.tx, [s.member_id for s in waiting])}
    fits = seating.Opening(post.id, tuple(post.codes), post.need, post.taken)
    return [s for s in waiting if fits.suits(held[s.member_id].profession)]


async def _asleep_until(ctx: Ctx, seat: Seat) -> datetime:
    """Nobody is asked in their quiet hours: who wakes too late is passed over."""
    return awake_at(ctx, await ctx.tx.get_one(Member, seat.member_id))


async def _give(ctx: Ctx, plan: Plan, seat: Seat, shift: Shift) -> None:
    within = timedelta(hours=ctx.parts.settings.staffing.confirm_within_hours)
    seats.forget_elsewhere(ctx.tx, plan.callout.id, seat.member_id)
    if seating.must_ask(shift.starts_at, ctx.now, seat.since, within=within):
        await offers.offer(ctx, plan, seat)
    else:
        seat.state = State.COMING
        await offers.tell(ctx, plan, seat, shift, "moved-up")
