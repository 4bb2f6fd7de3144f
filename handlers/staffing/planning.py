"""/planning: my shifts, and what can be done with each."""

from bot.core import Args, Message, Span, Text
from bot.core.facts import CancelAsked
from bot.core.messages import Button
from bot.engine import Ctx, button, command, on
from handlers.staffing import answering, confirming, taking, words
from storage import callouts, people, seats
from storage.seats import Seat, State

MOST = 8
"""Shifts in one message."""


@command("planning", en="shifts")
async def planning(ctx: Ctx, rest: str) -> None:
    held = await _held(ctx, ctx.me.id)
    if not held:
        return ctx.say("no-shifts")
    lines, buttons = [Text("my-shifts")], []
    for seat in held[:MOST]:
        line, mine = await _one(ctx, seat)
        lines += [line, *await _team(ctx, seat)]
        buttons += mine
    if len(held) > MOST:
        lines.append(Text("more-slots", {"slots": len(held) - MOST}))
    return ctx.show(Message(tuple(lines), tuple(buttons)))


async def _held(ctx: Ctx, member_id: int) -> list[Seat]:
    """What this person holds or waits for, in calls that still stand."""
    found = []
    for seat in await seats.held_by(ctx.tx, member_id, ctx.now):
        plan = await callouts.plan(ctx.tx, seat.callout_id)
        if plan is not None and plan.callout.state is not callouts.State.CANCELLED:
            found.append(seat)
    return found


async def _team(ctx: Ctx, seat: Seat) -> list[Text]:
    """Names of the others in this shift: of those who agreed, to those who agreed."""
    if seat.state is not State.COMING or not ctx.me.shares_name:
        return []
    others = await seats.beside(ctx.tx, seat.shift_id, ctx.me.id)
    names = tuple(Span(m.name) for m in await people.hold(ctx.tx, others) if m.shares_name)
    return [Text("my-team", {"names": names})] if names else []


async def _one(ctx: Ctx, seat: Seat) -> tuple[Text, list[Button]]:
    plan = await callouts.plan(ctx.tx, seat.callout_id)
    shift = plan.shift(seat.shift_id) if plan else None
    assert plan is not None
    assert shift is not None
    args: Args = {
        "when": words.when(shift, ctx.zone, ctx.lang),
        "what": Span(", ".join(p for p in (plan.callout.title, plan.callout.place) if p)),
        "state": seat.state.value,
    }
    label: Args = {"when": words.button(shift, ctx.zone, ctx.lang, dated=True)}
    buttons = []
    if seat.state is State.COMING and shift.starts_at - confirming.EARLY <= ctx.now:
        if seat.arrived_at is None:
            here = confirming.arrive.call(plan.callout.id, shift.id)
            buttons.append(Button(Text("here-i-am", label), here, wide=True))
    else:
        out = withdraw.call(plan.callout.id, shift.id)
        buttons.append(Button(Text("cannot-shift", label), out, wide=True))
    return Text("my-shift", args), buttons


@button("staffing.withdraw-from-list")
async def withdraw(ctx: Ctx, callout_id: int, shift_id: int) -> None:
    """Out of a shift from the list: the same as on the card, and said here."""
    plan = await answering.standing(ctx, callout_id)
    seat = (await seats.of(ctx.tx, callout_id, ctx.me.id)).get(shift_id)
    shift = plan.shift(shift_id)
    if seat is None or shift is None or seat.state is State.OUT:
        return ctx.say("already-out")
    await taking.withdraw(ctx, plan, seat)
    await answering.note(ctx, plan)
    return ctx.say("withdrawn", when=words.when(shift, ctx.zone, ctx.lang))


@on(CancelAsked)
async def cancellable(ctx: Ctx, fact: CancelAsked) -> None:
    """«Annuler quoi ?»: each shift that is held."""
    for seat in (await _held(ctx, fact.member_id))[:6]:
        plan = await callouts.plan(ctx.tx, seat.callout_id)
        shift = plan.shift(seat.shift_id) if plan else None
        if plan is not None and shift is not None:
            label: Args = {"when": words.button(shift, ctx.zone, ctx.lang, dated=True)}
            out = withdraw.call(plan.callout.id, shift.id)
            fact.offers.append(Button(Text("cannot-shift", label), out, wide=True))
