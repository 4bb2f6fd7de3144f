"""A seat is held for somebody: the question, and what comes of it."""

from datetime import timedelta

from bot.core import Args, Asks, Button, Call, ChatRef, Lane, Message, Text
from bot.core.errors import Refusal
from bot.core.plain import NO, YES
from bot.engine import Ctx, View, button, card, job
from bot.engine.awake import awake_at
from handlers.staffing import filling, words
from handlers.staffing.keys import BOARD, CALL, MEMBER, OFFER, ROOM
from storage import callouts, places, seats
from storage.callouts import Plan, Shift
from storage.people import Member
from storage.seats import Seat, State


async def offer(ctx: Ctx, plan: Plan, seat: Seat) -> None:
    """«Une place s'est libérée… Vous la prenez ?» Held 30 minutes, quiet hours not counted."""
    seat.state, seat.change_id = State.OFFERED, 0
    held = timedelta(minutes=ctx.parts.settings.staffing.seat_held_minutes)
    member = await ctx.tx.get_one(Member, seat.member_id)
    begin = awake_at(ctx, member)
    seat.held_until = begin + held
    call, shift = plan.callout.id, seat.shift_id
    ctx.at(seat.held_until, lapse.call(call, shift, seat.member_id), name=f"callout:{call}")
    for _, account in (await ctx.reach([member.id])).values():
        ctx.deal(
            account.where, offer_key(seat), lane=Lane.CALLS, lang=words.lang(member),
            simple=member.simple, at=begin, about=CALL.format(call=call),
            serial=await _serial(ctx, offer_key(seat), account.where),
        )  # fmt: skip


async def _serial(ctx: Ctx, key: str, where: ChatRef) -> int:
    """Held for the same answer once more, after a search that ended: the old copy steps back."""
    old = ctx.owed.place(key, where) or await places.find(ctx.tx, key, where, hold=True)
    if old is None:
        return 0
    ctx.reword(old, Message((Text("see-below-untitled"),)))
    return old.serial + 1


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
    if seat.turn == turn and seat.state is State.OFFERED and plan.callout.open:
        return _question(view, plan, seat, args)
    sealed = plan.callout.state is callouts.State.SEALED
    stands = plan.callout.open or sealed
    taken_now = seat.turn == turn and seat.state is State.COMING and stands
    key = "offer-taken" if taken_now else "offer-sealed" if sealed else "offer-gone"
    return Message(words.told(plan.callout, Text(key, args)))


def _question(view: View, plan: Plan, seat: Seat, args: Args) -> Message:
    """To who waits for a seat, or to who said «if needed»."""
    call, shift = plan.callout, seat.shift_id
    key, yes, no = ASKED[seat.asked_at is not None]
    buttons = (
        Button(Text(yes), accept_offer.call(call.id, shift), words=YES),
        Button(Text(no), decline_offer.call(call.id, shift), words=NO),
    )
    until = (seat.held_until or view.now).astimezone(view.zone)
    minutes = view.parts.settings.staffing.seat_held_minutes
    question: Args = {**args, "minutes": minutes, "until": until.time().replace(second=0)}
    asks = Asks.NO if seat.change_id else Asks.YES
    return Message(words.told(call, Text(key, question)), buttons, asks=asks)


ASKED = {
    False: ("seat-offered", "take-it", "leave-it"),
    True: ("maybe-now", "yes-needed", "not-this-time"),
}


async def tell(ctx: Ctx, plan: Plan, seat: Seat, shift: Shift, key: str, *buttons: Button) -> None:
    for member, account in (await ctx.reach([seat.member_id])).values():
        args: Args = {
            "title": words.title(plan.callout),
            "when": words.when(shift, ctx.zone, member.lang),
        }
        message = Message(words.told(plan.callout, Text(key, args)), buttons)
        ctx.post(
            account.where, message, lane=Lane.CALLS, lang=words.lang(member),
            simple=member.simple, at=awake_at(ctx, member),
        )  # fmt: skip


@button("staffing.take-offer")
async def accept_offer(ctx: Ctx, callout_id: int, shift_id: int) -> None:
    """Saying it twice is as good as once."""
    plan, seat = await _offered(ctx, callout_id, shift_id)
    if seat.state is State.OFFERED:
        await taken(ctx, plan, seat)
    elif seat.state is not State.COMING:
        raise Refusal("offer-over")
    if ctx.simple:
        _say(ctx, plan, seat, "offer-taken")


@button("staffing.decline-offer")
async def decline_offer(ctx: Ctx, callout_id: int, shift_id: int) -> None:
    plan, seat = await _offered(ctx, callout_id, shift_id)
    if seat.state is not State.OFFERED:
        raise Refusal("offer-over")
    await _release(ctx, plan, seat, State.OUT)
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


async def taken(ctx: Ctx, plan: Plan, seat: Seat) -> Seat:
    seat.state, seat.since, seat.held_until, seat.change_id = State.COMING, ctx.now, None, 0
    ctx.audit("seat.taken", CALL.format(call=plan.callout.id), None, {"shift": seat.shift_id})
    _renew(ctx, seat)
    await filling.call_full(ctx, plan)
    return seat


def _renew(ctx: Ctx, seat: Seat) -> None:
    ctx.renew(offer_key(seat))
    ctx.renew(MEMBER.format(call=seat.callout_id, member=seat.member_id), children=True)
    ctx.renew(BOARD.format(call=seat.callout_id), children=True)
    ctx.renew(ROOM.format(call=seat.callout_id))


@job("staffing.offer-lapses")
async def lapse(ctx: Ctx, callout_id: int, shift_id: int, member_id: int) -> None:
    """Nobody answered in time: the seat goes to the next, the person is told kindly. Who said
    «if needed» may still be phoned."""
    plan = await callouts.plan(ctx.tx, callout_id, hold=True)
    seat = (await seats.of(ctx.tx, callout_id, member_id)).get(shift_id)
    if plan is None or seat is None or seat.state is not State.OFFERED or seat.held_until is None:
        return
    if seat.held_until > ctx.now:
        return
    passed = await _release(ctx, plan, seat, State.MAYBE if seat.asked_at else State.OUT)
    shift = plan.shift(shift_id)
    assert shift is not None
    if passed or not plan.callout.open:
        return await tell(ctx, plan, seat, shift, "offer-lapsed")
    late_yes = Call(YES_BY_NAME, {"callout_id": callout_id, "shift_id": shift_id})
    await tell(ctx, plan, seat, shift, "offer-lapsed-free", Button(Text("take-it"), late_yes))
    return None


YES_BY_NAME = "staffing.yes"
"""Answers know offers, and not the other way round."""


async def _release(ctx: Ctx, plan: Plan, seat: Seat, left: State) -> bool:
    from handlers.staffing import passing

    seat.state, seat.held_until, seat.change_id = left, None, 0
    post = plan.post(seat.post_id)
    post.taken -= 1
    _renew(ctx, seat)
    return await passing.freed(ctx, plan, post, unclaimed=seat.asked_at is not None)


async def withdraw_all(ctx: Ctx, plan: Plan) -> int:
    """The search is ended: nothing is held any more. Those who were asked are told (how many),
    and stand where they stood; should it go on, they may be asked again."""
    told = 0
    for seat in await seats.in_call(ctx.tx, plan.callout.id, State.OFFERED):
        shift = plan.shift(seat.shift_id)
        if seat.held_until is None or shift is None:
            continue
        held = timedelta(minutes=ctx.parts.settings.staffing.seat_held_minutes)
        was_asked = seat.held_until - held <= ctx.now
        post = plan.post(seat.post_id)
        post.taken -= 1
        if seat.asked_at is None:
            seat.state = State.WAITING
            post.waiting += 1
        else:
            seat.state = State.MAYBE
        seat.held_until = seat.asked_at = None
        _renew(ctx, seat)
        if was_asked:
            await tell(ctx, plan, seat, shift, "offer-sealed")
            told += 1
    return told
