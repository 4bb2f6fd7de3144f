"""What a person has said to a call and what it leads to, in the words of their card."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from bot.core import Lang, Span, Text
from handlers.staffing import words
from storage.callouts import Asked, Plan
from storage.people import Member
from storage.seats import Seat, State

STATES = (State.COMING, State.FREE, State.OFFERED, State.WAITING, State.MAYBE)


def mine(
    plan: Plan,
    seats: Mapping[int, Seat],
    row: Asked | None,
    person: Member,
    zone: ZoneInfo,
    lang: Lang,
) -> list[Text]:
    """A line for each kind of answer, with its times."""
    lines = []
    refused = row is not None and row.refused
    for state in STATES if refused else (*STATES, State.OUT):
        times = tuple(
            Span(words.when(shift, zone, lang))
            for shift in plan.shifts
            if shift.id in seats and seats[shift.id].state is state
        )
        if times:
            lines.append(Text(f"mine-{state.value}", {"times": times}))
    if person.employed and any(s.state is State.COMING for s in seats.values()):
        lines.append(Text("mine-employer"))
    if refused:
        lines.append(Text("mine-no"))
    return lines


def picking(plan: Plan, seats: Mapping[int, Seat], what: str, zone: ZoneInfo, lang: Lang) -> Text:
    """«Pour quel créneau ?», «Vous retirer de samedi 9 h ?»: in words, above the buttons."""
    if what == "maybe":
        return Text("pick-maybe")
    times = tuple(
        Span(words.when(shift, zone, lang))
        for shift in plan.shifts
        if shift.id in seats and seats[shift.id].state is not State.OUT
    )
    return Text("pick-leave", {"slots": len(times), "times": times})
