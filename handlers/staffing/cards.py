"""The call as a member sees it: one live message with their own state, and what it asks."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core import Args, Asks, Button, Message, Span, Text
from bot.engine import View, card
from handlers.staffing import answering, clocks, pausing, saying, taking, words
from handlers.staffing.rules.seating import place_for
from storage import callouts, people, seats
from storage.callouts import Asked, Kind, Plan, Shift
from storage.callouts import State as CallState
from storage.people import Member
from storage.seats import Seat, State

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
    plan = await callouts.plan(view.tx, call)
    person = await view.tx.get(Member, member)
    if plan is None or person is None:
        return None
    mine = await seats.of(view.tx, call, member)
    row = await callouts.asked_of(view.tx, call, member)
    if plan.callout.state is CallState.CANCELLED:
        return Message((*words.heading(plan.callout), Text("card-cancelled")))
    sealed = plan.callout.state is CallState.SEALED
    shown = [s for s in plan.shifts if _concerns(plan, s, person, mine, sealed=sealed)]
    over = plan.callout.ends_at <= view.now or plan.callout.state is CallState.CLOSED
    lines = [*words.heading(plan.callout), *_body(view, plan, shown, row, person)]
    lines += saying.mine(plan, mine, row, person, view.zone, view.lang)
    if row is not None and row.said:
        lines.append(Text("mine-said", {"said": Span(row.said)}))
    if over:
        return Message((*lines, Text("card-closed")))
    if row is not None and row.picking:
        lines.append(saying.picking(plan, mine, row.picking, view.zone, view.lang))
    buttons = _buttons(view, plan, shown, mine, row, person)
    return Message(tuple(lines), buttons, asks=_asks(plan, mine, row))


def _asks(plan: Plan, mine: Mapping[int, Seat], row: Asked | None) -> Asks:
    """Are typed words meant for this card? An offer asks by itself, in its own message."""
    if any(seat.state is State.OFFERED for seat in mine.values()):
        return Asks.NO
    if row is not None and row.picking:
        return Asks.BACK
    if plan.callout.state is CallState.SEALED:
        return Asks.ANSWERED
    if row is None or (row.answered_at is None and not row.refused):
        return Asks.YES
    return Asks.ANSWERED


def _concerns(
    plan: Plan, shift: Shift, person: Member, mine: Mapping[int, Seat], *, sealed: bool
) -> bool:
    """A member sees only the slots that need their profession; once nobody is looked for any
    more, those that they hold or wait for."""
    if sealed:
        return shift.id in mine and mine[shift.id].state is not State.OUT
    fits = place_for(taking.openings(plan.of(shift.id)), person.profession)
    return fits is not None or shift.id in mine


def _body(
    view: View, plan: Plan, shown: Sequence[Shift], row: Asked | None, person: Member
) -> list[Text]:
    """What, when, where, whom to ask, until when."""
    call = plan.callout
    sealed = call.state is CallState.SEALED
    settled = row is not None and row.answered_at is not None and not (call.drill or sealed)
    lines = [] if settled else [_question(plan, len(shown))]
    if sealed and not shown:
        return lines
    page = _page(shown, row)
    for shift in page:
        slot: Args = {
            "number": shift.number,
            "when": words.when(shift, view.zone, view.lang),
            "state": words.missing(plan.of(shift.id), view.lang, person.profession),
            "bare": "yes" if sealed or call.kind is Kind.SURVEY else "no",
        }
        lines.append(Text("card-slot", slot))
    lines += clocks.below(page, person, view.zone, view.lang)
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


def _page(shown: Sequence[Shift], row: Asked | None) -> Sequence[Shift]:
    first = _page_number(shown, row) * PAGE
    return shown[first : first + PAGE]


def _page_number(shown: Sequence[Shift], row: Asked | None) -> int:
    """The page that was turned to; the first where there are not that many."""
    page = row.page if row else 0
    return page if page * PAGE < len(shown) else 0


def _buttons(
    view: View,
    plan: Plan,
    shown: Sequence[Shift],
    mine: Mapping[int, Seat],
    row: Asked | None,
    person: Member,
) -> tuple[Button, ...]:
    call = plan.callout.id
    if row is not None and row.picking:
        return _which(view, plan, shown, mine, row)
    page = _page(shown, row)
    found = [b for s in page if (b := _slot_button(view, plan, s, mine, person)) is not None]
    if len(shown) > len(page):
        found.append(_next_page(call, shown, row))
    held = [s for s in mine.values() if s.state is not State.OUT]
    if held:
        found.append(Button(Text("cannot"), answering.cannot.call(call, 0), wide=True))
        return tuple(found)
    if plan.callout.open and (row is None or not row.refused):
        if plan.callout.kind is Kind.CALL:
            found.append(Button(Text("if-needed"), answering.maybe.call(call, 0)))
        found.append(Button(Text("not-this-time"), answering.no.call(call)))
        found.append(Button(Text("pause"), pausing.pause.call()))
    return tuple(found)


def _slot_button(
    view: View, plan: Plan, shift: Shift, mine: Mapping[int, Seat], person: Member
) -> Button | None:
    """«✅ Sam. 9 h – 13 h»; once a post is full «🕐 Liste d'attente»; nothing to take once nobody
    is looked for any more."""
    seat = mine.get(shift.id)
    over = shift.ends_at <= view.now or plan.callout.state is CallState.SEALED
    if over or (seat is not None and seat.state in TAKEN):
        return None
    place = place_for(taking.openings(plan.of(shift.id)), person.profession)
    if place is None:
        return None
    dated = words.far_apart(plan.shifts, view.zone)
    label: Args = {"when": words.button(shift, view.zone, view.lang, dated=dated)}
    key = "can-come" if place.seated or plan.callout.kind is Kind.SURVEY else "queue-up"
    return Button(Text(key, label), answering.yes.call(plan.callout.id, shift.id))


TAKEN = (State.COMING, State.WAITING, State.OFFERED, State.FREE)


def _which(
    view: View, plan: Plan, shown: Sequence[Shift], mine: Mapping[int, Seat], row: Asked
) -> tuple[Button, ...]:
    """One button for each slot that can be meant, six a page, and the way back."""
    call, dated = plan.callout.id, words.far_apart(plan.shifts, view.zone)
    meant = [s for s in shown if s.ends_at > view.now and _can_mean(mine.get(s.id), row.picking)]
    buttons = []
    for shift in _page(meant, row):
        label: Args = {"when": words.button(shift, view.zone, view.lang, dated=dated)}
        if row.picking == "maybe":
            buttons.append(Button(Text("maybe-for", label), answering.maybe.call(call, shift.id)))
        else:
            out = answering.cannot.call(call, shift.id)
            buttons.append(Button(Text("leave-shift", label), out))
    if len(meant) > PAGE:
        buttons.append(_next_page(call, meant, row))
    if row.picking == "leave" and len(meant) > 1:
        buttons.append(Button(Text("leave-all"), answering.leave_all.call(call)))
    buttons.append(Button(Text("stay-as-is"), answering.stay.call(call)))
    return tuple(buttons)


def _can_mean(seat: Seat | None, picking: str) -> bool:
    if picking == "maybe":
        return seat is None or seat.state not in TAKEN
    return seat is not None and seat.state is not State.OUT


def _next_page(call: int, shown: Sequence[Shift], row: Asked | None) -> Button:
    pages = -(-len(shown) // PAGE)
    turn = (_page_number(shown, row) + 1) % pages
    return Button(Text("next-page"), answering.turn_page.call(call, turn))
