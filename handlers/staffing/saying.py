"""What a person has said to a call and what it leads to, in the words of their card."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.core import Lang, Span, Text
from handlers.staffing import words
from handlers.staffing.stance import Held, Stance
from storage.callouts import Plan, Shift
from storage.callouts import State as CallState
from storage.seats import State

MOST = 4
"""Times in one sentence."""

STATES = (State.COMING, State.FREE, State.OFFERED, State.WAITING, State.MAYBE)


def mine(plan: Plan, stance: Stance, zone: ZoneInfo, lang: Lang) -> list[Text]:
    """A line for each kind of answer, with its times."""
    lines = []
    for state in STATES if stance.refused else (*STATES, State.OUT):
        said: dict[str, list[Shift]] = {}
        for shift in plan.shifts:
            seat = stance.held(shift.id)
            if seat is not None and seat.state is state:
                said.setdefault(_key(plan, seat, thanked=stance.thanked), []).append(shift)
        lines += [Text(key, {"times": _times(s, zone, lang)}) for key, s in said.items()]
    if stance.employed and any(seat.state is State.COMING for seat in stance.seats):
        lines.append(Text("mine-employer"))
    if stance.refused:
        lines.append(Text("mine-no"))
    return lines


def _key(plan: Plan, seat: Held, *, thanked: bool) -> str:
    """What an answer leads to by now: the search may have ended, the plan may be made."""
    state = seat.state
    if state in (State.FREE, State.MAYBE) and thanked:
        return "mine-thanked"
    if state in (State.WAITING, State.MAYBE) and plan.callout.state is CallState.SEALED:
        return f"mine-{state.value}-sealed"
    if state is State.MAYBE and seat.asked:
        return "mine-maybe-asked"
    return f"mine-{state.value}"


def _times(shifts: Sequence[Shift], zone: ZoneInfo, lang: Lang) -> tuple[Span | Text, ...]:
    """A handful by name; of many the first, and how many more (/planning has them all)."""
    if len(shifts) <= MOST:
        return tuple(Span(words.when(s, zone, lang)) for s in shifts)
    first = (Span(words.when(s, zone, lang)) for s in shifts[: MOST - 1])
    return (*first, Text("times-more", {"count": len(shifts) - MOST + 1}))


def picking(plan: Plan, stance: Stance, zone: ZoneInfo, lang: Lang) -> Text:
    """«Pour quel créneau ?», «Vous retirer de samedi 9 h ?»: in words, above the buttons."""
    if stance.picking == "maybe":
        return Text("pick-maybe")
    held = [shift for shift in plan.shifts if stance.lives(shift.id)]
    return Text("pick-leave", {"slots": len(held), "times": _times(held, zone, lang)})
