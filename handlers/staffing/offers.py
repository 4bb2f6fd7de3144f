"""A seat became free: who takes it, and how they get to know."""

from datetime import datetime, timedelta

from bot.core import Args, Asks, Button, Lane, Message, Text
from bot.core.errors import Refusal
from bot.core.plain import NO, YES
from bot.engine import Ctx, View, button, card, job
from handlers.staffing import overlapping, reopening, words
from handlers.staffing.keys import BOARD, CALL, MEMBER, OFFER, ROOM
from handlers.staffing.rules import seating
from storage import callouts, people, seats
from storage.callouts import Plan, Post, Shift
from storage.people import Member
from storage.seats import Seat, State


async def freed(ctx: Ctx, plan: Plan, post: Post) -> bool:
    """A seat of this post is free again: the next in line has it (True), else it is looked for."""
    await ctx.tx.flush()
    if await pass_on(ctx, plan, post):
        return True
    await reopening.seat_free(ctx, plan, post)
    return False


async def pass_on(ctx: Ctx, plan: Plan, post: Post) -> bool:
    """Give or offer a free seat to the next in line. False if nobody waits."""
    shift = plan.shift(post.shift_id)
    if plan.callout.state not in (callouts.State.OPEN, callouts.State.SEALED):
        return False
    if shift is None or shift.starts_at <= ctx.now:
        return False
    for seat in await _in_line(ctx, plan, post):
        if await _asleep_until(ctx, seat) >= shift.starts_at:
            continue
        plan.post(seat.post_id).waiting -= 1
        ctx.renew(MEMBER.format(call=plan.callout.id, member=seat.member_id))
        if await overlapping.engaged(ctx, plan, shift, seat.member_id):
            seat.state = State.OUT
            await _tell(ctx, plan, seat, shift, "seat-passed")
            continue
        seat.post_id = post.id
        post.taken += 1
        await _give(ctx, plan, seat, shift)
        return True
    return False


async def _in_line(ctx: Ctx, plan: Plan, post: Post) -> list[Seat]:
    """Those who wait in this shift and can do what is needed, the earliest answer first."""
    rows = await seats.in_call(ctx.tx, plan.callout.id)
    waiting = [s for s in rows if s.shift_id == post.shift_id and s.state is State.WAITING]
    held = {m.id: m for m in await people.hold(ctx.tx, [s.member_id for s in waiting])}
    fits = seating.Opening(post.id, tuple(post.codes), post.need, post.taken)
    return [s for s in waiting if fits.suits(held[s.member_id].profession)]


async def _asleep_until(ctx: Ctx, seat: Seat) -> datetime:
    """Nobody is asked in their quiet hours: who wakes too late is passed over."""
    return words.awake_at(ctx, await ctx.tx.get_one(Member, seat.member_id))


async def _give(ctx: Ctx, plan: Plan, seat: Seat, shift: Shift) -> None:
    within = timedelta(hours=ctx.parts.settings.staffing.confirm_within_hours)
    seats.forget_elsewhere(ctx.tx, plan.callout.id, seat.member_id)
    if seating.must_ask(shift.starts_at, ctx.now, seat.since, within=within):
        await _offer(ctx, plan, seat)
    else:
        seat.state = State.COMING
        await _tell(ctx, plan, seat, shift, "moved-up")


async def _offer(ctx: Ctx, plan: Plan, seat: Seat) -> None:
    """«Une place s'est libérée… Vous la prenez ?» Held 30 minutes, quiet hours not counted."""
    seat.state = State.OFFERED
    held = timedelta(minutes=ctx.parts.settings.staffing.seat_held_minutes)
    member = await ctx.tx.get_one(Member, seat.member_id)
    begin = words.awake_at(ctx, member)
    seat.held_until = begin + held
    call, shift = plan.callout.id, seat.shift_id
    ctx.at(seat.held_until, lapse.call(call, shift, seat.member_id), name=f"callout:{call}")
    for _, account in (await ctx.reach([member.id])).values():
        ctx.deal(
            account.where, offer_key(seat), lane=Lane.CALLS, lang=words.lang(member),
            simple=member.simple, at=begin, about=CALL.format(call=call),
        )  # fmt: skip


def offer_key(seat: Seat) -> str:
    """Each offer is a message of its own: the turn tells it from an earlier one."""
    return OFFER.format(
        call=seat.callout_id, shift=seat.shift_id, member=seat.member_id, turn=seat.turn
    )


@card("callout:{call}:offer:{shift}:{member}:{turn}")
async def offer_card(view: View, call: int, shift: int, member: int, turn: int) -> Message | None:
    """The question while the seat is held; what came of it afterwards."""
    plan = await callouts.plan(view.tx, call)
    seat = (await seats.of(view.tx, call, member)).get(shift)
    time = plan.shift(shift) if plan else None
    if plan is None or seat is None or time is None:
        return None
    args: Args = {
        "title": words.title(plan.callout),
        "when": words.when(time, view.zone, view.lang),
    }
    open_still = plan.callout.state in (callouts.State.OPEN, callouts.State.SEALED)
    if seat.turn == turn and seat.state is State.OFFERED and open_still:
        buttons = (
            Button(Text("take-it"), accept_offer.call(call, shift), words=YES),
            Button(Text("leave-it"), decline_offer.call(call, shift), words=NO),
        )
        until = (seat.held_until or view.now).astimezone(view.zone)
        minutes = view.parts.settings.staffing.seat_held_minutes
        question: Args = {**args, "minutes": minutes, "until": until.time().replace(second=0)}
        return Message((Text("seat-offered", question),), buttons, asks=Asks.YES)
    taken_now = seat.turn == turn and seat.state is State.COMING and open_still
    return Message((Text("offer-taken" if taken_now else "offer-gone", args),))


async def _tell(ctx: Ctx, plan: Plan, seat: Seat, shift: Shift, key: str) -> None:
    for member, account in (await ctx.reach([seat.member_id])).values():
        args: Args = {
            "title": words.title(plan.callout),
            "when": words.when(shift, ctx.zone, member.lang),
        }
        ctx.post(
            account.where, Message((Text(key, args),)), lane=Lane.CALLS, lang=words.lang(member),
            simple=member.simple, at=words.awake_at(ctx, member),
        )  # fmt: skip


@button("staffing.take-offer")
async def accept_offer(ctx: Ctx, callout_id: int, shift_id: int) -> None:
    """Saying it twice is as good as once."""
    plan, seat = await _offered(ctx, callout_id, shift_id)
    if seat.state is State.OFFERED:
        taken(ctx, plan, seat)
    elif seat.state is not State.COMING:
        raise Refusal("offer-over")
    if ctx.simple:
        _say(ctx, plan, seat, "offer-taken")


@button("staffing.decline-offer")
async def decline_offer(ctx: Ctx, callout_id: int, shift_id: int) -> None:
    plan, seat = await _offered(ctx, callout_id, shift_id)
    if seat.state is not State.OFFERED:
        raise Refusal("offer-over")
    await _release(ctx, plan, seat)
    _say(ctx, plan, seat, "offer-declined")


def _say(ctx: Ctx, plan: Plan, seat: Seat, key: str) -> None:
    shift = plan.shift(seat.shift_id)
    assert shift is not None
    when = words.when(shift, ctx.zone, ctx.lang)
    ctx.say(key, title=words.title(plan.callout), when=when)


async def _offered(ctx: Ctx, callout_id: int, shift_id: int) -> tuple[Plan, Seat]:
    plan = await callouts.plan(ctx.tx, callout_id, hold=True)
    if plan is not None and plan.callout.state is callouts.State.CANCELLED:
        raise Refusal("callout-cancelled")
    seat = (await seats.of(ctx.tx, callout_id, ctx.me.id)).get(shift_id)
    shift = plan.shift(shift_id) if plan else None
    if plan is None or seat is None or shift is None or shift.ends_at <= ctx.now:
        raise Refusal("offer-over")
    return plan, seat


def taken(ctx: Ctx, plan: Plan, seat: Seat) -> Seat:
    seat.state, seat.since, seat.held_until = State.COMING, ctx.now, None
    ctx.audit("seat.taken", CALL.format(call=plan.callout.id), None, {"shift": seat.shift_id})
    _renew(ctx, seat)
    return seat


def _renew(ctx: Ctx, seat: Seat) -> None:
    ctx.renew(offer_key(seat))
    ctx.renew(MEMBER.format(call=seat.callout_id, member=seat.member_id))
    ctx.renew(BOARD.format(call=seat.callout_id), children=True)
    ctx.renew(ROOM.format(call=seat.callout_id))


@job("staffing.offer-lapses")
async def lapse(ctx: Ctx, callout_id: int, shift_id: int, member_id: int) -> None:
    """Nobody answered in time: the seat goes to the next, the person is told kindly."""
    plan = await callouts.plan(ctx.tx, callout_id, hold=True)
    seat = (await seats.of(ctx.tx, callout_id, member_id)).get(shift_id)
    if plan is None or seat is None or seat.state is not State.OFFERED or seat.held_until is None:
        return
    if seat.held_until > ctx.now:
        return
    passed = await _release(ctx, plan, seat)
    shift = plan.shift(shift_id)
    assert shift is not None
    key = "offer-lapsed" if passed or not plan.callout.open else "offer-lapsed-free"
    await _tell(ctx, plan, seat, shift, key)


async def _release(ctx: Ctx, plan: Plan, seat: Seat) -> bool:
    seat.state, seat.held_until = State.OUT, None
    post = plan.post(seat.post_id)
    post.taken -= 1
    _renew(ctx, seat)
    return await freed(ctx, plan, post)
