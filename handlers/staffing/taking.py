"""Takes and frees seats: what a yes or a withdrawal does to the rows of a call."""

from collections.abc import Mapping, Sequence

from bot.core.errors import Refusal
from bot.engine import Ctx
from handlers.staffing import filling, offers, overlapping, passing
from handlers.staffing.rules import seating
from storage import callouts, seats
from storage.callouts import Plan, Post, Shift
from storage.seats import Seat, State


async def manageable(ctx: Ctx, callout_id: int) -> Plan:
    """The call, locked, if a coordinator can still do something with it."""
    plan = await callouts.plan(ctx.tx, callout_id, hold=True)
    if plan is not None and plan.callout.state is callouts.State.CANCELLED:
        raise Refusal("already-cancelled")
    if plan is None or plan.callout.state is callouts.State.CLOSED:
        raise Refusal("already-over")
    return plan


async def accept(ctx: Ctx, plan: Plan, shift_id: int, *, by_hand: bool = False) -> Seat:
    """A seat if one is free, else the waiting list. Saying it again changes nothing; what
    cannot be is refused before anything is changed. Once the search is ended a seat is given
    `by_hand` only: a yes that comes late waits, in case it goes on."""
    shift = _coming(ctx, plan, shift_id)
    mine = await seats.of(ctx.tx, plan.callout.id, ctx.me.id)
    seat = mine.get(shift_id)
    if seat is not None and seat.state is State.OFFERED:
        return await offers.taken(ctx, plan, seat)
    waits = seat is not None and seat.state is State.WAITING
    if seat is not None and (seat.state is State.COMING or (waits and not by_hand)):
        seat.change_id = 0
        return seat
    await overlapping.check(ctx, plan, shift)
    place = opening_for(plan, shift, ctx.me.profession)
    if place is None:
        raise Refusal("shift-not-yours")
    sealed = plan.callout.state is callouts.State.SEALED
    if sealed and by_hand and not place.seated:
        raise Refusal("callout-sealed")
    if plan.callout.single and not by_hand:
        await _leave_others(ctx, plan, mine, shift_id, seated=place.seated and not sealed)
    seat = seat or _new_seat(ctx, plan, shift, place.post)
    if waits:
        _count(plan.post(seat.post_id), State.WAITING, -1)
    seat.post_id, seat.asked_at = place.post, None
    _queue(ctx, plan, seat)
    survey = plan.callout.kind is callouts.Kind.SURVEY
    seated = place.seated and (by_hand or not sealed)
    seat.state = State.FREE if survey else State.COMING if seated else State.WAITING
    if not survey:
        await _seated(ctx, plan, seat)
    return seat


async def _leave_others(
    ctx: Ctx, plan: Plan, mine: Mapping[int, Seat], shift_id: int, *, seated: bool
) -> None:
    """One slot a person: a seat elsewhere in the call is given up for this one, but never for a
    place on its waiting list."""
    others = [s for s in mine.values() if s.shift_id != shift_id]
    if not seated and any(s.state is State.COMING for s in others):
        raise Refusal("one-slot-full")
    for other in others:
        if other.state in (State.COMING, State.OFFERED, State.WAITING, State.MAYBE):
            await withdraw(ctx, plan, other)


async def _seated(ctx: Ctx, plan: Plan, seat: Seat) -> None:
    post = plan.post(seat.post_id)
    _count(post, seat.state, +1)
    if seat.state is State.COMING:
        seats.forget_elsewhere(ctx.tx, plan.callout.id, seat.member_id)
        if post.missing == 0:
            await filling.post_full(ctx, plan)


async def would(ctx: Ctx, plan: Plan, shift_id: int) -> None:
    """«Si besoin»; a seat that was held is given back."""
    from handlers.staffing import jobs  # what they show leads here

    shift = _coming(ctx, plan, shift_id)
    place = opening_for(plan, shift, ctx.me.profession)
    if place is None:
        raise Refusal("shift-not-yours")
    mine = await seats.of(ctx.tx, plan.callout.id, ctx.me.id)
    seat = mine.get(shift_id)
    if seat is not None and seat.state is State.MAYBE:
        seat.change_id = 0
        return
    if seat is not None and seat.state is not State.OUT:
        await withdraw(ctx, plan, seat)
    seat = seat or _new_seat(ctx, plan, shift, place.post)
    _queue(ctx, plan, seat)
    seat.state = State.MAYBE
    jobs.look_soon(ctx, plan)


def _coming(ctx: Ctx, plan: Plan, shift_id: int) -> Shift:
    shift = plan.shift(shift_id)
    if shift is None or shift.ends_at <= ctx.now:
        raise Refusal("shift-over")
    return shift


async def withdraw(ctx: Ctx, plan: Plan, seat: Seat) -> None:
    """Free what was held; the next in line moves up or is asked."""
    before, seat.state = seat.state, State.OUT
    seat.since, seat.held_until, seat.confirmed_at, seat.change_id = ctx.now, None, None, 0
    post = plan.post(seat.post_id)
    _count(post, before, -1)
    if before is State.OFFERED:
        ctx.renew(offers.offer_key(seat))
    if before in seats.TAKES:
        ctx.audit(
            "seat.freed", f"callout:{plan.callout.id}", {"seat": before}, {"shift": seat.shift_id}
        )
        unclaimed = before is State.OFFERED and seat.asked_at is not None
        await passing.freed(ctx, plan, post, unclaimed=unclaimed)


def opening_for(plan: Plan, shift: Shift, profession: str) -> seating.Place | None:
    return seating.place_for(openings(plan.of(shift.id)), profession)


def openings(posts: Sequence[Post]) -> list[seating.Opening]:
    return [seating.Opening(p.id, tuple(p.codes), p.need, p.taken, p.at_least) for p in posts]


def _new_seat(ctx: Ctx, plan: Plan, shift: Shift, post_id: int) -> Seat:
    seat = Seat(
        shift_id=shift.id, member_id=ctx.me.id, callout_id=plan.callout.id, post_id=post_id,
        state=State.OUT, turn=0, since=ctx.now, late=False, note="",
    )  # fmt: skip
    seats.add(ctx.tx, seat)
    return seat


def _queue(ctx: Ctx, plan: Plan, seat: Seat) -> None:
    """The back of the queue: answers count in the order in which they reach the disk."""
    plan.callout.turn += 1
    seat.turn, seat.since, seat.change_id = plan.callout.turn, ctx.now, 0
    seat.late = ctx.now > plan.callout.reply_by


def _count(post: Post, state: State, by: int) -> None:
    if state in seats.TAKES:
        post.taken += by
    elif state is State.WAITING:
        post.waiting += by
