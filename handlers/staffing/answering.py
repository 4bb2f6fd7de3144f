"""Yes, if needed, not this time, not any more: what an answer does to seats and lists."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.core import Lane, Message, Text
from bot.core.errors import Refusal
from bot.engine import Ctx, button
from handlers.staffing import offers, words
from handlers.staffing.keys import BOARD, CALL, MEMBER
from handlers.staffing.rules import seating
from storage import callouts, seats
from storage.callouts import Asked, Plan, Post, Shift
from storage.seats import Seat, State


async def prefetch(ctx: Ctx, calls: Sequence[Mapping[str, Any]]) -> None:
    """What a crowd's answers need: the calls once, everyone's seats in one statement."""
    ids = {c["callout_id"] for c in calls}
    people = {c["me"] for c in calls}
    await callouts.plans(ctx.tx, ids, hold=True)
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
    await accept(ctx, plan, shift_id)
    await answered(ctx, plan)


@button("staffing.maybe", prefetch=prefetch)
async def maybe(ctx: Ctx, callout_id: int, shift_id: int) -> None:
    """«Si besoin»: takes no seat. With several slots and none named (0), asks for which."""
    plan = await standing(ctx, callout_id)
    mine = [s for s in plan.shifts if opening_for(plan, s, ctx.me.profession)]
    if shift_id == 0 and len(mine) > 1:
        (await asked_row(ctx, plan)).picking = "maybe"
        return ctx.renew(MEMBER.format(call=callout_id, member=ctx.me.id))
    await would(ctx, plan, shift_id or mine[0].id)
    await answered(ctx, plan)


@button("staffing.no", prefetch=prefetch)
async def no(ctx: Ctx, callout_id: int) -> None:
    """«Pas cette fois»: one tap, a full answer; after a yes it is asked first."""
    plan = await standing(ctx, callout_id)
    mine = await seats.of(ctx.tx, callout_id, ctx.me.id)
    row = await asked_row(ctx, plan)
    if any(seat.state in seats.TAKES for seat in mine.values()):
        row.picking = "leave"
        return ctx.renew(MEMBER.format(call=callout_id, member=ctx.me.id))
    for seat in list(mine.values()):
        if seat.state is not State.OUT:
            await withdraw(ctx, plan, seat)
    row.refused = True
    await answered(ctx, plan)


@button("staffing.withdraw", prefetch=prefetch)
async def cannot(ctx: Ctx, callout_id: int, shift_id: int) -> None:
    """«Je ne peux plus venir»: with several seats and none named (0), asks which."""
    plan = await standing(ctx, callout_id)
    mine = await seats.of(ctx.tx, callout_id, ctx.me.id)
    held = [s for s in mine.values() if s.state is not State.OUT]
    if shift_id == 0 and len(held) > 1:
        (await asked_row(ctx, plan)).picking = "leave"
        return ctx.renew(MEMBER.format(call=callout_id, member=ctx.me.id))
    for seat in held:
        if shift_id in (0, seat.shift_id):
            await withdraw(ctx, plan, seat)
    await answered(ctx, plan)


@button("staffing.leave-all", prefetch=prefetch)
async def leave_all(ctx: Ctx, callout_id: int) -> None:
    plan = await standing(ctx, callout_id)
    for seat in list((await seats.of(ctx.tx, callout_id, ctx.me.id)).values()):
        if seat.state is not State.OUT:
            await withdraw(ctx, plan, seat)
    await answered(ctx, plan)


@button("staffing.stay", prefetch=prefetch)
async def stay(ctx: Ctx, callout_id: int) -> None:
    """Back from «for which slot?» without a change."""
    plan = await standing(ctx, callout_id)
    (await asked_row(ctx, plan)).picking = ""
    ctx.renew(MEMBER.format(call=callout_id, member=ctx.me.id))


@button("staffing.page", prefetch=prefetch)
async def turn_page(ctx: Ctx, callout_id: int, page: int) -> None:
    plan = await standing(ctx, callout_id)
    (await asked_row(ctx, plan)).page = page
    ctx.renew(MEMBER.format(call=callout_id, member=ctx.me.id))


async def accept(ctx: Ctx, plan: Plan, shift_id: int) -> Seat:
    """A seat if one is free, else the waiting list. Saying it again changes nothing."""
    shift = plan.shift(shift_id)
    if shift is None or shift.ends_at <= ctx.now:
        raise Refusal("shift-over")
    mine = await seats.of(ctx.tx, plan.callout.id, ctx.me.id)
    seat = mine.get(shift_id)
    if seat is not None and seat.state is State.OFFERED:
        return await offers.taken(ctx, plan, seat)
    if seat is not None and seat.state in (State.COMING, State.WAITING):
        return seat
    await _check_overlap(ctx, plan, shift, mine)
    place = opening_for(plan, shift, ctx.me.profession)
    if place is None:
        raise Refusal("shift-not-yours")
    if seat is None:
        seat = _new_seat(ctx, plan, shift, place.post)
    if plan.callout.state is callouts.State.SEALED and not place.seated:
        raise Refusal("callout-sealed")
    seat.post_id = place.post
    _queue(ctx, plan, seat)
    survey = plan.callout.kind is callouts.Kind.SURVEY
    seat.state = State.FREE if survey else State.COMING if place.seated else State.WAITING
    if not survey:
        _count(plan.post(place.post), seat.state, +1)
        if seat.state is State.COMING and plan.post(place.post).missing == 0:
            await post_full(ctx, plan)
    return seat


async def would(ctx: Ctx, plan: Plan, shift_id: int) -> None:
    """«Si besoin»; a seat that was held is given back."""
    shift = plan.shift(shift_id)
    place = opening_for(plan, shift, ctx.me.profession) if shift else None
    if shift is None or place is None:
        raise Refusal("shift-not-yours")
    mine = await seats.of(ctx.tx, plan.callout.id, ctx.me.id)
    seat = mine.get(shift_id)
    if seat is not None and seat.state is State.MAYBE:
        return
    if seat is not None and seat.state is not State.OUT:
        await withdraw(ctx, plan, seat)
    seat = seat or _new_seat(ctx, plan, shift, place.post)
    _queue(ctx, plan, seat)
    seat.state = State.MAYBE


async def withdraw(ctx: Ctx, plan: Plan, seat: Seat) -> None:
    """Free what was held; the next in line moves up or is asked."""
    before, seat.state = seat.state, State.OUT
    seat.since, seat.held_until = ctx.now, None
    post = plan.post(seat.post_id)
    _count(post, before, -1)
    if before in seats.TAKES:
        ctx.audit(
            "seat.freed", f"callout:{plan.callout.id}", {"seat": before}, {"shift": seat.shift_id}
        )
        await ctx.tx.flush()
        if not await offers.pass_on(ctx, plan, post, skip=(seat.member_id,)) and post.missing == 1:
            ctx.renew(CALL.format(call=plan.callout.id), children=True)


async def post_full(ctx: Ctx, plan: Plan) -> None:
    """A post is full: everyone still undecided sees it; the last one stops the asking."""
    ctx.renew(CALL.format(call=plan.callout.id), children=True)
    if plan.missing == 0 and plan.callout.filled_at is None:
        plan.callout.filled_at = ctx.now
        await ctx.forget(f"callout:{plan.callout.id}:wave")
        title = words.title(plan.callout)
        await ctx.tell([plan.callout.made_by], Message((Text("filled", {"title": title}),)))


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


async def answered(ctx: Ctx, plan: Plan) -> None:
    """Every answer ends here: noted, and shown to the person and on the board."""
    row = await asked_row(ctx, plan)
    mine = await seats.of(ctx.tx, plan.callout.id, ctx.me.id)
    row.answered_at, row.picking = row.answered_at or ctx.now, ""
    if any(s.state is not State.OUT for s in mine.values()):
        row.refused = False
    call = plan.callout.id
    said = {str(shift): seat.state.value for shift, seat in mine.items()}
    ctx.audit("callout.answered", f"callout:{call}", None, said or {"refused": row.refused})
    ctx.renew(MEMBER.format(call=call, member=ctx.me.id))
    ctx.renew(BOARD.format(call=call), children=True)


def opening_for(plan: Plan, shift: Shift, profession: str) -> seating.Place | None:
    return seating.place_for(openings(plan.of(shift.id)), profession)


def openings(posts: Sequence[Post]) -> list[seating.Opening]:
    return [seating.Opening(p.id, tuple(p.codes), p.need, p.taken, p.at_least) for p in posts]


async def _check_overlap(ctx: Ctx, plan: Plan, shift: Shift, mine: dict[int, Seat]) -> None:
    """A person is not booked twice at the same time; a short night is a warning."""
    here = [
        (other.starts_at, other.ends_at)
        for seat in mine.values()
        if seat.state in seats.TAKES and (other := plan.shift(seat.shift_id)) is not None
    ]
    if seating.overlaps(shift.starts_at, shift.ends_at, here):
        raise Refusal("overlap-here")
    around = (shift.starts_at - seating.REST, shift.ends_at + seating.REST)
    elsewhere = await seats.engaged(ctx.tx, [ctx.me.id], *around, besides=plan.callout.id)
    busy = elsewhere.get(ctx.me.id, [])
    if seating.overlaps(shift.starts_at, shift.ends_at, busy) and not plan.callout.drill:
        raise Refusal("overlap-elsewhere")
    if seating.short_rest(shift.starts_at, shift.ends_at, [*busy, *here]):
        ctx.post(ctx.event.chat, Message((Text("short-rest"),)), lane=Lane.ANSWERS)


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
    seat.turn, seat.since = plan.callout.turn, ctx.now
    seat.late = ctx.now > plan.callout.reply_by + timedelta()


def _count(post: Post, state: State, by: int) -> None:
    if state in seats.TAKES:
        post.taken += by
    elif state is State.WAITING:
        post.waiting += by
