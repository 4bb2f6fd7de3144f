"""The call as a member sees it: one live message with their own state, and what it asks."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core import Args, Asks, Button, Message, Span, Text
from bot.engine import View, card
from handlers.staffing import answering, clocks, pausing, saying, taking, words
from handlers.staffing.rules.seating import place_for
from handlers.staffing.stance import Stance
from storage import callouts, people, seats
from storage.callouts import Kind, Plan, Shift
from storage.callouts import State as CallState
from storage.people import Member
from storage.seats import State

PAGE = 6
"""Slots on one page of a card: more do not fit on a phone."""


async def prefetch(view: View, cards: Sequence[Mapping[str, Any]]) -> None:
    """For many copies at once: the calls, everyone's seats, everyone."""
    calls, members = {c["call"] for c in cards}, {c["member"] for c in cards}
    await callouts.plans(view.tx, calls)
    await seats.load(view.tx, calls, members)
    await callouts.asked_in(view.tx, calls, members)
    await people.hold(view.tx, members)


@card("callout:{call}:member:{member}", prefetch=prefetch)
async def member_card(view: View, call: int, member: int) -> Message | None:
    person = await view.tx.get(Member, member)
    if person is None:
        return None
    row = await callouts.asked_of(view.tx, call, member)
    stance = Stance.of(person, await seats.of(view.tx, call, member), row)
    return await view.once(("stance", call, stance, view.lang), lambda: _card(view, call, stance))


async def _card(view: View, call: int, stance: Stance) -> Message | None:
    plan = await callouts.plan(view.tx, call)
    if plan is None:
        return None
    if plan.callout.state is CallState.CANCELLED:
        return Message((*words.heading(plan.callout), Text("card-cancelled")))
    shown = [s for s in plan.shifts if _concerns(plan, s, stance)]
    over = plan.callout.ends_at <= view.now or plan.callout.state is CallState.CLOSED
    lines = [*words.heading(plan.callout), *_body(view, plan, shown, stance)]
    lines += saying.mine(plan, stance, view.zone, view.lang)
    if stance.said:
        lines.append(Text("mine-said", {"said": Span(stance.said)}))
    if over:
        return Message((*lines, Text("card-closed")))
    if stance.picking:
        lines.append(saying.picking(plan, stance, view.zone, view.lang))
    return Message(tuple(lines), _buttons(view, plan, shown, stance), asks=_asks(plan, stance))


def _asks(plan: Plan, stance: Stance) -> Asks:
    """Are typed words meant for this card? An offer asks by itself, in its own message."""
    if any(seat.state is State.OFFERED for seat in stance.seats):
        return Asks.NO
    if stance.picking:
        return Asks.BACK
    if plan.callout.state is CallState.SEALED or stance.answered or stance.refused:
        return Asks.ANSWERED
    return Asks.YES


def _concerns(plan: Plan, shift: Shift, stance: Stance) -> bool:
    """A member sees only the slots that need their profession; once nobody is looked for any
    more, those that they hold or wait for."""
    if plan.callout.state is CallState.SEALED:
        return stance.lives(shift.id)
    fits = place_for(taking.openings(plan.of(shift.id)), stance.profession)
    return fits is not None or stance.held(shift.id) is not None


def _body(view: View, plan: Plan, shown: Sequence[Shift], stance: Stance) -> list[Text]:
    """What, when, where, whom to ask, until when."""
    call = plan.callout
    sealed = call.state is CallState.SEALED
    settled = stance.answered and not (call.drill or sealed)
    lines = [] if settled else [_question(plan, len(shown))]
    if sealed and not shown:
        return lines
    page = _page(shown, stance)
    for shift in page:
        slot: Args = {
            "number": shift.number,
            "when": words.when(shift, view.zone, view.lang),
            "state": words.missing(plan.of(shift.id), view.lang, stance.profession),
            "bare": "yes" if sealed or call.kind is Kind.SURVEY else "no",
        }
        lines.append(Text("card-slot", slot))
    lines += clocks.below(page, stance.home, view.zone, view.lang)
    if len(page) < len(shown):
        first = shown.index(page[0]) + 1
        part: Args = {"first": first, "last": first + len(page) - 1, "slots": len(shown)}
        lines.append(Text("card-more", part))
    if call.single and len(shown) > 1:
        lines.append(Text("one-slot-each"))
    if call.place or call.contact:
        where: Args = {"place": Span(call.place), "contact": Span(call.contact)}
        lines.append(Text(_where_key(call.place, call.contact), where))
    useful = not sealed and view.now < call.reply_by
    return [*lines, *words.terms(call.pay, call.reply_by if useful else None)]


def _question(plan: Plan, slots: int) -> Text:
    """What is asked, as long as somebody is looked for."""
    call = plan.callout
    if call.state is CallState.SEALED:
        return Text("card-sealed")
    if call.kind is Kind.SURVEY:
        return Text("survey-ask", {"slots": slots})
    return Text("card-ask", {"slots": slots, "drill": "yes" if call.drill else "no"})


def _where_key(place: str, contact: str) -> str:
    return "card-where-contact" if place and contact else "card-where" if place else "card-contact"


def _page(shown: Sequence[Shift], stance: Stance) -> Sequence[Shift]:
    first = _page_number(shown, stance) * PAGE
    return shown[first : first + PAGE]


def _page_number(shown: Sequence[Shift], stance: Stance) -> int:
    """The page that was turned to; the first where there are not that many."""
    return stance.page if stance.page * PAGE < len(shown) else 0


def _buttons(view: View, plan: Plan, shown: Sequence[Shift], stance: Stance) -> tuple[Button, ...]:
    call = plan.callout.id
    if stance.picking:
        return _which(view, plan, shown, stance)
    page = _page(shown, stance)
    found = [b for s in page if (b := _slot_button(view, plan, s, stance)) is not None]
    if len(shown) > len(page):
        found.append(_next_page(call, shown, stance))
    if stance.holds:
        found.append(Button(Text("cannot"), answering.cannot.call(call, 0), wide=True))
        return tuple(found)
    if plan.callout.open and not stance.refused:
        if plan.callout.kind is Kind.CALL:
            found.append(Button(Text("if-needed"), answering.maybe.call(call, 0)))
        found.append(Button(Text("not-this-time"), answering.no.call(call)))
        found.append(Button(Text("pause"), pausing.pause.call()))
    return tuple(found)


def _slot_button(view: View, plan: Plan, shift: Shift, stance: Stance) -> Button | None:
    """«✅ Sam. 9 h – 13 h»; once a post is full «🕐 Liste d'attente»; nothing to take once nobody
    is looked for any more."""
    seat = stance.held(shift.id)
    over = shift.ends_at <= view.now or plan.callout.state is CallState.SEALED
    if over or (seat is not None and seat.state in TAKEN):
        return None
    place = place_for(taking.openings(plan.of(shift.id)), stance.profession)
    if place is None:
        return None
    dated = words.far_apart(plan.shifts, view.zone)
    label: Args = {"when": words.button(shift, view.zone, view.lang, dated=dated)}
    key = "can-come" if place.seated or plan.callout.kind is Kind.SURVEY else "queue-up"
    return Button(Text(key, label), answering.yes.call(plan.callout.id, shift.id))


TAKEN = (State.COMING, State.WAITING, State.OFFERED, State.FREE)


def _which(view: View, plan: Plan, shown: Sequence[Shift], stance: Stance) -> tuple[Button, ...]:
    """One button for each slot that can be meant, six a page, and the way back."""
    call, dated = plan.callout.id, words.far_apart(plan.shifts, view.zone)
    meant = [s for s in shown if s.ends_at > view.now and _can_mean(s, stance)]
    buttons = []
    for shift in _page(meant, stance):
        label: Args = {"when": words.button(shift, view.zone, view.lang, dated=dated)}
        if stance.picking == "maybe":
            buttons.append(Button(Text("maybe-for", label), answering.maybe.call(call, shift.id)))
        else:
            out = answering.cannot.call(call, shift.id)
            buttons.append(Button(Text("leave-shift", label), out))
    if len(meant) > PAGE:
        buttons.append(_next_page(call, meant, stance))
    if stance.picking == "leave" and len(meant) > 1:
        buttons.append(Button(Text("leave-all"), answering.leave_all.call(call)))
    buttons.append(Button(Text("stay-as-is"), answering.stay.call(call)))
    return tuple(buttons)


def _can_mean(shift: Shift, stance: Stance) -> bool:
    if stance.picking == "maybe":
        seat = stance.held(shift.id)
        return seat is None or seat.state not in TAKEN
    return stance.lives(shift.id)


def _next_page(call: int, shown: Sequence[Shift], stance: Stance) -> Button:
    pages = -(-len(shown) // PAGE)
    turn = (_page_number(shown, stance) + 1) % pages
    return Button(Text("next-page"), answering.turn_page.call(call, turn))
