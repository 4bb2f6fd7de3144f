"""A call in numbers: who is found and who is missing, how the asking goes. Nobody's name."""

from collections import Counter

from bot.core import Args, Span, Text
from bot.engine import View
from handlers.staffing import words
from storage import tallies
from storage.callouts import Kind, Plan, Post, Shift
from storage.callouts import State as CallState
from storage.seats import State
from storage.tallies import Tally

Held = Counter[int]
"""By post: seats that are held for somebody who has yet to answer; in a survey, the free."""

MOST = 6
"""Slots that are told one by one: more do not fit on a phone."""


async def tally(view: View, plan: Plan) -> Tally:
    survey = plan.callout.kind is Kind.SURVEY
    return await tallies.of(view.tx, plan.callout.id, State.FREE if survey else State.OFFERED)


def told(view: View, plan: Plan, found: Tally) -> list[Text]:
    counts: Args = {
        "asked": found.asked,
        "answered": found.answered,
        "refused": found.refused,
        "maybe": found.people[State.MAYBE],
        "waiting": found.seats[State.WAITING],
        "offered": found.seats[State.OFFERED],
        "free": found.people[State.FREE],
    }
    key = "board-survey" if plan.callout.kind is Kind.SURVEY else "board-counts"
    return [*_head(plan), *_slots(view, plan, found.held), Text(key, counts)]


def _head(plan: Plan) -> list[Text]:
    found = [*words.heading(plan.callout)]
    state = {CallState.SEALED: "board-sealed", CallState.CANCELLED: "board-cancelled",
             CallState.CLOSED: "card-closed"}.get(plan.callout.state)  # fmt: skip
    return [*found, Text(state)] if state else found


def _slots(view: View, plan: Plan, held: Held) -> list[Text]:
    """Every slot; where there are many, those that miss somebody, and how many do not."""
    if len(plan.shifts) <= MOST:
        return [_slot(view, plan, s, held) for s in plan.shifts]
    coming = [s for s in plan.shifts if s.ends_at > view.now]
    short = [s for s in coming if any(p.missing or held[p.id] for p in plan.of(s.id))]
    lines = [_slot(view, plan, s, held) for s in short[:MOST]]
    if len(short) > MOST:
        lines.append(Text("board-more", {"slots": len(short) - MOST}))
    if len(short) < len(coming):
        lines.append(Text("board-full", {"slots": len(coming) - len(short)}))
    need = sum(p.need for p in plan.posts)
    survey = plan.callout.kind is Kind.SURVEY
    taken = need - plan.missing - (0 if survey else held.total())
    lines.append(Text("board-total", {"taken": taken, "need": need}))
    return lines


def _slot(view: View, plan: Plan, shift: Shift, held: Held) -> Text:
    say = _free if plan.callout.kind is Kind.SURVEY else _post
    parts = tuple(say(view, post, held[post.id]) for post in plan.of(shift.id))
    return Text("board-slot", {"when": words.when(shift, view.zone, view.lang), "parts": parts})


def _free(view: View, post: Post, free: int) -> Text:
    """In a survey nobody comes yet: who could, until somebody is chosen."""
    if post.taken:
        return _post(view, post, 0)
    what = Span(words.post(post, view.lang, post.need))
    return Text("board-post-free", {"what": what, "free": free, "need": post.need})


def _post(view: View, post: Post, held: int) -> Text:
    """A seat that is only held for somebody who was asked is not taken yet."""
    args: Args = {
        "what": Span(words.post(post, view.lang, post.need)), "taken": post.taken - held,
        "need": post.need, "missing": post.missing,
    }  # fmt: skip
    return Text("board-post-held", {**args, "held": held}) if held else Text("board-post", args)
