"""«⚠️ CHANGEMENT … Toujours possible ?»: what those concerned read, and what they answer."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.core import Args, Asks, Button, Message, Said, Span, Text
from bot.core.errors import Refusal
from bot.core.plain import NO, YES
from bot.engine import Ctx, View, button, card
from bot.engine.instead import instead
from handlers.staffing import answering, keys, offers, overlapping, saying, words
from handlers.staffing.rules import seating
from handlers.staffing.rules.change import Wish, unpack
from handlers.staffing.stance import Stance
from storage import callouts, changes, people, seats
from storage.callouts import Plan, Shift
from storage.callouts import State as CallState
from storage.changes import Change
from storage.people import Member
from storage.seats import Seat, State

EVE = timedelta(hours=36)
"""So near to the start a yes also answers «Vous venez toujours demain ?»."""

Mine = Mapping[int, Seat]
"""By shift: the seats of one person that a message is about."""


def key(call: int, member: int, change: int, shifts: Iterable[int]) -> str:
    slots = ".".join(f"{shift}" for shift in shifts)
    return keys.CHANGE.format(call=call, member=member, change=change, slots=slots)


def about(slots: str, held: Mapping[int, Seat]) -> dict[int, Seat]:
    return {shift: held[shift] for shift in map(int, slots.split(".")) if shift in held}


async def prefetch(view: View, cards: Sequence[Mapping[str, Any]]) -> None:
    """For many copies at once: the calls, the changes, everyone and their seats."""
    calls, members = {c["call"] for c in cards}, {c["member"] for c in cards}
    await changes.load(view.tx, {c["change"] for c in cards})
    await seats.load(view.tx, calls, members)
    await people.hold(view.tx, members)
    for plan in await callouts.plans(view.tx, calls):
        here = {c["member"] for c in cards if c["call"] == plan.callout.id}
        await seats.load_elsewhere(view.tx, plan.callout.id, here, *overlapping.around(plan))


@card(keys.CHANGE, prefetch=prefetch)
async def change_card(
    view: View, call: int, member: int, change: int, slots: str
) -> Message | None:
    """What changed; the question while it is open, then what was answered. A later change has
    taken the question along to its own message."""
    plan, made = await callouts.plan(view.tx, call), await changes.get(view.tx, change)
    person = await view.tx.get(Member, member)
    mine = about(slots, await seats.of(view.tx, call, member))
    if plan is None or made is None or person is None or not mine:
        return None
    drill = [Text("drill-head")] if plan.callout.drill else []
    if plan.callout.state is CallState.CANCELLED:
        return Message((*drill, *words.heading(plan.callout)[-1:], Text("card-cancelled")))
    wish, shifts = unpack(made.after), [s for s in plan.shifts if s.id in mine]
    if _is_old(plan, wish, shifts):
        return Message((*drill, _since(view, plan, shifts)))
    lines = [*drill, *_what(view, plan, made, shifts)]
    asked = wish.place is not None or any(s.id in wish.times for s in shifts)
    if not asked or any(seat.change_id > change for seat in mine.values() if _lives(seat)):
        return Message(tuple(lines))
    waiting = {s: seat for s, seat in mine.items() if seat.change_id == change and _lives(seat)}
    if not waiting or not any(s.ends_at > view.now for s in shifts if s.id in waiting):
        said = saying.mine(plan, Stance.of(person, mine), view.zone, view.lang)
        return Message((*lines, *said))
    lines += await _clashes(view, plan, person, [s for s in shifts if s.id in wish.times])
    buttons = (
        Button(Text("change-yes"), still.call(call, change, slots), words=YES),
        Button(Text("change-no"), not_still.call(call, change, slots), words=NO),
    )
    return Message((*lines, _question(view, waiting)), buttons, asks=Asks.YES)


def _lives(seat: Seat) -> bool:
    return seat.state is not State.OUT


def _is_old(plan: Plan, wish: Wish, shifts: Sequence[Shift]) -> bool:
    """Changed once more since: a newer message says how."""
    moved = any(wish.times.get(s.id, (s.starts_at, s.ends_at)) != (s.starts_at, s.ends_at)
                for s in shifts)  # fmt: skip
    return moved or wish.place not in (None, plan.callout.place)


def _since(view: View, plan: Plan, shifts: Sequence[Shift]) -> Text:
    return Text("change-since", {
        "title": words.title(plan.callout), "times": _times(view, shifts),
        "where": words.where(plan.callout.place),
    })  # fmt: skip


def _times(view: View, shifts: Sequence[Shift]) -> tuple[Span, ...]:
    return tuple(Span(words.when(s, view.zone, view.lang)) for s in shifts)


def _what(view: View, plan: Plan, made: Change, shifts: Sequence[Shift]) -> list[Text]:
    """«samedi 12 décembre, de 10 h à 14 h au lieu de 9 h à 13 h», then where and whom to ask."""
    before, after = unpack(made.before), unpack(made.after)
    args: Args = {"title": words.title(plan.callout), "times": _times(view, shifts)}
    contact: Args = {"contact": Span(plan.callout.contact)}
    moved = [s for s in shifts if s.id in after.times]
    if moved:
        one = moved[0].id
        old = instead(before.times[one], after.times[one], view.zone, view.lang)
        lines = [Text("change-moved", {**args, "instead": old})]
    elif after.place is None:
        return [Text("change-contact-only", {"title": args["title"], **contact})]
    else:
        lines = [Text("change-for", args)]
    if after.place is not None:
        place: Args = {"new": Span(plan.callout.place), "old": Span(before.place or "")}
        lines.append(Text("change-place" if before.place else "change-place-first", place))
    if after.contact is not None:
        lines.append(Text("change-contact", contact))
    return lines


async def _clashes(view: View, plan: Plan, person: Member, moved: Sequence[Shift]) -> list[Text]:
    """Where this person is expected too, now that a slot has moved; else a night that is short."""
    for shift in moved:
        here, there = await overlapping.expected(view.tx, plan, person.id, besides=shift.id)
        busy = sorted({*here, *there})
        both = [t for t in busy if seating.overlaps(shift.starts_at, shift.ends_at, [t])]
        if both:
            times = tuple(Span(words.times(*t, view.zone, view.lang)) for t in both)
            return [Text("change-clash", {"times": times})]
        if seating.short_rest(shift.starts_at, shift.ends_at, busy):
            return [Text("short-rest")]
    return []


def _question(view: View, waiting: Mine) -> Text:
    states = {seat.state for seat in waiting.values()}
    [seat, *more] = waiting.values()
    if seat.state is State.OFFERED and not more:
        until = (seat.held_until or view.now).astimezone(view.zone)
        return Text("change-offered", {"until": until.time().replace(second=0, microsecond=0)})
    state = states.pop().value if len(states) == 1 else State.COMING.value
    return Text("change-question", {"state": state})


async def mine(ctx: Ctx, callout_id: int, slots: str) -> tuple[Plan, list[Seat]]:
    """The call, locked, and what this person still holds of these slots."""
    plan = await answering.standing(ctx, callout_id)
    theirs = about(slots, await seats.of(ctx.tx, callout_id, ctx.me.id))
    coming = {s.id for s in plan.shifts if s.ends_at > ctx.now}
    held = [seat for shift, seat in theirs.items() if _lives(seat) and shift in coming]
    if not held:
        raise Refusal("seat-gone")
    return plan, held


@button("staffing.still")
async def still(ctx: Ctx, callout_id: int, change_id: int, slots: str) -> None:
    """«✅ Oui»: the seat stays; one that was only held is taken. The message itself says so, where
    an edit is seen."""
    plan, held = await mine(ctx, callout_id, slots)
    for seat in held:
        shift = plan.shift(seat.shift_id)
        assert shift is not None
        if seat.change_id not in (0, change_id):
            raise Refusal("change-newer", when=words.when(shift, ctx.zone, ctx.lang))
        if seat.state is State.OFFERED:
            await offers.taken(ctx, plan, seat)
        elif seat.state is State.COMING and shift.starts_at - ctx.now < EVE:
            seat.confirmed_at = ctx.now
        seat.change_id = 0
    await answering.note(ctx, plan)
    if ctx.simple or isinstance(ctx.event, Said):
        await answering.confirm_in_words(ctx, plan)


@button("staffing.not-still")
async def not_still(ctx: Ctx, callout_id: int, change_id: int, slots: str) -> None:
    """«❌ Non»: out of that slot, as «Je ne peux plus venir» does; of several it is asked which."""
    plan, held = await mine(ctx, callout_id, slots)
    if len(held) > 1:
        return await which(ctx, plan)
    return await answering.cannot.run(ctx, callout_id, held[0].shift_id)


async def which(ctx: Ctx, plan: Plan) -> None:
    """Asked on the card, which is shown again: the old one may be far above."""
    (await answering.asked_row(ctx, plan)).picking = "leave"
    await answering.show_again(ctx, plan)
