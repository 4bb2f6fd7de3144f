"""A seat became free: who takes it, and how they get to know."""

from collections.abc import Sequence
from datetime import timedelta

from bot.core import Args, Button, Lane, Message, Text
from bot.core.errors import Refusal
from bot.engine import Ctx, button, job
from handlers.staffing import words
from handlers.staffing.keys import BOARD, CALL, MEMBER, ROOM
from handlers.staffing.rules import seating
from storage import callouts, seats
from storage.callouts import Plan, Post
from storage.people import Member
from storage.seats import Seat, State


async def pass_on(ctx: Ctx, plan: Plan, post: Post, *, skip: Sequence[int] = ()) -> bool:
    """Give or offer a free seat to the next in line. False if nobody waits."""
    if not plan.callout.open and plan.callout.state is not callouts.State.SEALED:
        return False
    seat = await seats.next_waiting(ctx.tx, post.id, skip)
    shift = plan.shift(seat.shift_id) if seat else None
    if seat is None or shift is None or shift.starts_at <= ctx.now:
        return False
    post.waiting -= 1
    post.taken += 1
    within = timedelta(hours=ctx.parts.settings.staffing.confirm_within_hours)
    if seating.must_ask(shift.starts_at, ctx.now, seat.since, within=within):
        await _offer(ctx, plan, seat)
    else:
        seat.state = State.COMING
        await _tell(ctx, plan, seat, "moved-up")
    ctx.renew(MEMBER.format(call=plan.callout.id, member=seat.member_id))
    return True


async def _offer(ctx: Ctx, plan: Plan, seat: Seat) -> None:
    """«Une place s'est libérée… Vous la prenez ?» Held 30 minutes, quiet hours not counted."""
    seat.state = State.OFFERED
    held = timedelta(minutes=ctx.parts.settings.staffing.seat_held_minutes)
    member = await ctx.tx.get_one(Member, seat.member_id)
    begin = words.awake_at(ctx, member)
    seat.held_until = begin + held
    call, shift = plan.callout.id, seat.shift_id
    ctx.at(seat.held_until, lapse.call(call, shift, seat.member_id), name=f"callout:{call}")
    await _tell(
        ctx, plan, seat, "seat-offered",
        Button(Text("take-it"), accept_offer.call(call, shift)),
        Button(Text("leave-it"), decline_offer.call(call, shift)),
        minutes=int(held.total_seconds() // 60),
    )  # fmt: skip


async def _tell(
    ctx: Ctx, plan: Plan, seat: Seat, key: str, *buttons: Button, minutes: int = 0
) -> None:
    found = (await ctx.reach([seat.member_id])).get(seat.member_id)
    shift = plan.shift(seat.shift_id)
    if found is None or shift is None:
        return
    member, account = found
    args: Args = {
        "title": words.title(plan.callout),
        "when": words.when(shift, ctx.zone, member.lang),
        "minutes": minutes,
    }
    ctx.post(
        account.where, Message((Text(key, args),), buttons, asks=bool(buttons)), lane=Lane.CALLS,
        lang=words.lang(member), simple=member.simple, at=words.awake_at(ctx, member),
        slot=f"callout:{plan.callout.id}:offer:{seat.shift_id}:{member.id}:{plan.callout.turn}",
    )  # fmt: skip


@button("staffing.take-offer")
async def accept_offer(ctx: Ctx, callout_id: int, shift_id: int) -> None:
    plan = await callouts.plan(ctx.tx, callout_id, hold=True)
    seat = (await seats.of(ctx.tx, callout_id, ctx.me.id)).get(shift_id)
    if plan is None or seat is None or seat.state is not State.OFFERED:
        raise Refusal("offer-over")
    await taken(ctx, plan, seat)
    shift = plan.shift(shift_id)
    assert shift is not None
    ctx.say("offer-taken", when=words.when(shift, ctx.zone, ctx.me.lang))


async def taken(ctx: Ctx, plan: Plan, seat: Seat) -> Seat:
    seat.state, seat.since, seat.held_until = State.COMING, ctx.now, None
    call = plan.callout.id
    ctx.audit("seat.taken", f"callout:{call}", None, {"shift": seat.shift_id})
    ctx.renew(MEMBER.format(call=call, member=ctx.me.id))
    ctx.renew(BOARD.format(call=call), children=True)
    return seat


@button("staffing.decline-offer")
async def decline_offer(ctx: Ctx, callout_id: int, shift_id: int) -> None:
    seat = (await seats.of(ctx.tx, callout_id, ctx.me.id)).get(shift_id)
    if seat is None or seat.state is not State.OFFERED:
        raise Refusal("offer-over")
    await _release(ctx, callout_id, seat)
    ctx.say("offer-declined")


@job("staffing.offer-lapses")
async def lapse(ctx: Ctx, callout_id: int, shift_id: int, member_id: int) -> None:
    """Nobody answered in time: the seat goes to the next, the person is told kindly."""
    seat = (await seats.of(ctx.tx, callout_id, member_id)).get(shift_id)
    if seat is None or seat.state is not State.OFFERED or seat.held_until is None:
        return
    if seat.held_until > ctx.now:
        return
    await _release(ctx, callout_id, seat)
    await ctx.tell([member_id], Message((Text("offer-lapsed"),)), lane=Lane.CALLS)


async def _release(ctx: Ctx, callout_id: int, seat: Seat) -> None:
    plan = await callouts.plan(ctx.tx, callout_id, hold=True)
    assert plan is not None
    seat.state, seat.held_until = State.OUT, None
    post = plan.post(seat.post_id)
    post.taken -= 1
    await ctx.tx.flush()
    if not await pass_on(ctx, plan, post, skip=(seat.member_id,)):
        ctx.renew(CALL.format(call=callout_id), children=True)
    ctx.renew(BOARD.format(call=callout_id), children=True)
    ctx.renew(ROOM.format(call=callout_id))
