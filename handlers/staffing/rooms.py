"""A call as a group, a channel or a room sees it: counts only, and the way to answer in private.
Partners read it, so it is built from what can hold no person."""

from collections.abc import Sequence

from bot.core import Lang, Message
from bot.core.outward import Outline, Outward, OutwardButton, Titled, outline
from bot.engine import View, card
from handlers.staffing import words
from storage import callouts
from storage.callouts import Kind, Plan, Post, Shift
from storage.callouts import State as CallState

MOST = 8
"""Slots: more do not fit on a phone."""


@card("callout:{call}:room")
async def room_card(view: View, call: int) -> Message | None:
    plan = await callouts.plan(view.tx, call)
    return _shown(view, plan).message if plan is not None else None


def _shown(view: View, plan: Plan) -> Outward:
    call = plan.callout
    head = outline("card-head", title=Titled(call.title), kind=call.kind)
    lines = [outline("drill-head"), head] if call.drill else [head]
    if call.state is CallState.CANCELLED:
        return Outward((*lines, outline("card-cancelled")))
    lines += [_slot(view, plan, shift) for shift in plan.shifts[:MOST]]
    if len(plan.shifts) > MOST:
        lines.append(outline("more-slots", slots=len(plan.shifts) - MOST))
    if call.place:
        lines.append(outline("card-where", place=Titled(call.place)))
    if plan.missing == 0 or not call.open:
        return Outward((*lines, outline(_end(plan))))
    key = OutwardButton(outline("answer-in-private"), start=f"call-{call.id}")
    return Outward(tuple(lines), (key,))


def _slot(view: View, plan: Plan, shift: Shift) -> Outline:
    asked = plan.callout.open and plan.callout.kind is Kind.CALL
    return outline(
        "card-slot", number=shift.number, bare=not asked,
        when=Titled(words.when(shift, view.zone, view.lang)),
        state=_missing(plan.of(shift.id), view.lang),
    )  # fmt: skip


def _missing(posts: Sequence[Post], language: Lang) -> Outline:
    """«il manque 3 infirmiers sur 4», or that it is full."""
    parts = tuple(
        outline("missing-of", missing=p.missing, need=p.need,
                what=Titled(words.lacking(p, language)))
        for p in posts
        if p.missing
    )  # fmt: skip
    return outline("slot-missing", parts=parts) if parts else outline("slot-full")


def _end(plan: Plan) -> str:
    if plan.callout.state is CallState.CLOSED:
        return "card-closed"
    return "room-full" if plan.missing == 0 else "room-sealed"
