"""The coordinator's board: one message that follows along, and what can be done from it."""

from collections.abc import Sequence
from datetime import timedelta

from bot.core import Args, Button, Lane, Message, Right, Span, Text
from bot.core.errors import Refusal
from bot.engine import Ctx, View, button, card
from handlers.staffing import byhand, choosing, exporting, keys, phoning, taking, waves, words
from handlers.staffing.roster import roster
from handlers.staffing.rules.rhythm import Stage
from storage import callouts, people, seats
from storage.callouts import Asked, Plan, Shift
from storage.callouts import State as CallState
from storage.seats import State

MOST = 6
"""Slots that are told one by one: more do not fit on a phone."""

MOST_SAID = 3

AT_ONCE = timedelta(minutes=1)
"""Two presses within this time are one wish, not the wish to go further still."""


@card("callout:{call}:board")
async def board_card(view: View, call: int) -> Message | None:
    """Per slot: who is found and who is missing; then how the asking goes."""
    plan = await callouts.plan(view.tx, call)
    if plan is None:
        return None
    rows = await callouts.asked(view.tx, call)
    answers = await seats.in_call(view.tx, call)
    lines = [*_head(plan), *_slots(view, plan)]
    counts: Args = {
        "asked": len(rows),
        "answered": sum(1 for r in rows if r.answered_at is not None),
        "refused": sum(1 for r in rows if r.refused),
        "maybe": len({s.member_id for s in answers if s.state is State.MAYBE}),
        "waiting": sum(1 for s in answers if s.state is State.WAITING),
        "offered": sum(1 for s in answers if s.state is State.OFFERED),
        "free": len({s.member_id for s in answers if s.state is State.FREE}),
    }
    key = "board-survey" if plan.callout.kind is callouts.Kind.SURVEY else "board-counts"
    lines.append(Text(key, counts))
    lines += await _said(view, [r for r in rows if r.said])
    return Message(tuple(lines), _buttons(view, plan))


async def _said(view: View, rows: Sequence[Asked]) -> list[Text]:
    """What people wrote that was no plain answer, to those who look after the call."""
    shown = rows[:MOST_SAID]
    names = {m.id: m.name for m in await people.hold(view.tx, [r.member_id for r in shown])}
    lines = [
        Text("board-said", {"name": Span(names[r.member_id]), "said": Span(r.said[:80])})
        for r in shown
    ]
    if len(rows) > MOST_SAID:
        lines.append(Text("board-unclear", {"count": len(rows) - MOST_SAID}))
    return lines


def _head(plan: Plan) -> list[Text]:
    found = [*words.heading(plan.callout)]
    state = {CallState.SEALED: "board-sealed", CallState.CANCELLED: "card-cancelled",
             CallState.CLOSED: "card-closed"}.get(plan.callout.state)  # fmt: skip
    return [*found, Text(state)] if state else found


def _slots(view: View, plan: Plan) -> list[Text]:
    """Every slot; where there are many, those that miss somebody, and how many do not."""
    if len(plan.shifts) <= MOST:
        return [_slot(view, plan, s) for s in plan.shifts]
    coming = [s for s in plan.shifts if s.ends_at > view.now]
    short = [s for s in coming if any(p.missing for p in plan.of(s.id))]
    lines = [_slot(view, plan, s) for s in short[:MOST]]
    if len(short) > MOST:
        lines.append(Text("board-more", {"slots": len(short) - MOST}))
    if len(short) < len(coming):
        lines.append(Text("board-full", {"slots": len(coming) - len(short)}))
    need = sum(p.need for p in plan.posts)
    lines.append(Text("board-total", {"taken": need - plan.missing, "need": need}))
    return lines


def _slot(view: View, plan: Plan, shift: Shift) -> Text:
    parts = tuple(
        Text("board-post", {"what": Span(words.post(p, view.lang, p.need)), "taken": p.taken,
                            "need": p.need, "missing": p.missing})
        for p in plan.of(shift.id)
    )  # fmt: skip
    return Text("board-slot", {"when": words.when(shift, view.zone, view.lang), "parts": parts})


def _buttons(view: View, plan: Plan) -> tuple[Button, ...]:
    call = plan.callout.id
    if plan.callout.state in (CallState.CANCELLED, CallState.CLOSED) or (
        plan.callout.ends_at <= view.now
    ):
        return (Button(Text("as-file"), exporting.export.call(call)),)
    first = [Button(Text("add-person"), byhand.add.call(call))]
    if any(p.taken for p in plan.posts):
        first.append(Button(Text("replace"), byhand.replace.call(call)))
    if plan.callout.kind is callouts.Kind.SURVEY:
        first.append(Button(Text("choose-from-grid"), choosing.choose.call(call)))
    elif plan.missing and plan.callout.open:
        first.append(Button(Text("widen"), widen_now.call(call)))
    return (
        *first,
        Button(Text("who-to-phone"), phone.call(call)),
        Button(Text("as-picture"), image.call(call, False)),
        Button(Text("as-file"), exporting.export.call(call)),
        _seal(plan),
        Button(Text("cancel-call"), cancel.call(call, False), wide=True),
    )


def _seal(plan: Plan) -> Button:
    if plan.callout.open:
        return Button(Text("seal"), seal.call(plan.callout.id), wide=True)
    return Button(Text("reopen"), reopen.call(plan.callout.id), wide=True)


@button("staffing.widen-now", right=Right.CALL)
async def widen_now(ctx: Ctx, callout_id: int) -> None:
    """Everyone of the profession; pressed again later, partner channels. Never both at once."""
    plan = await taking.manageable(ctx, callout_id)
    if not plan.callout.open:
        raise Refusal("widen-sealed")
    if plan.missing == 0:
        raise Refusal("widen-full")
    rows = await callouts.asked(ctx.tx, callout_id)
    last = max((r.asked_at for r in rows if r.wave), default=None)
    if plan.callout.stage >= Stage.EVERYONE and last and abs(ctx.now - last) < AT_ONCE:
        raise Refusal("widen-again")
    await ctx.forget(keys.wave(callout_id))
    count, rooms = await waves.further(ctx, plan, by_hand=True)
    ctx.audit("callout.widened", keys.CALL.format(call=callout_id), None,
              {"people": count, "rooms": rooms})  # fmt: skip
    ctx.say("widened", count=count, rooms=rooms)


@button("staffing.phone", right=Right.CALL)
async def phone(ctx: Ctx, callout_id: int) -> None:
    """«📞 Qui appeler»: the likeliest first, with a number where there is one."""
    plan = await taking.manageable(ctx, callout_id)
    ctx.show(await phoning.whom(ctx, plan))


@button("staffing.image", right=Right.CALL)
async def image(ctx: Ctx, callout_id: int, names: bool) -> None:
    plan = await callouts.plan(ctx.tx, callout_id)
    if plan is None:
        raise Refusal("callout-closed")
    drawn = roster.made(ctx.me.id, callout_id, names)
    buttons: Sequence[Button] = ()
    if not names:
        buttons = (Button(Text("with-names"), image.call(callout_id, True)),)
    else:
        ctx.audit("roster.names", keys.CALL.format(call=callout_id))
    key = "roster-names" if names else "roster"
    title: Args = {"title": words.title(plan.callout), "who": Span(ctx.me.name), "at": ctx.now}
    ctx.show(Message((Text(key, title),), tuple(buttons), drawn))


@button("staffing.seal", right=Right.CALL)
async def seal(ctx: Ctx, callout_id: int) -> None:
    """«Ne plus chercher : les confirmés viennent.»"""
    plan = await taking.manageable(ctx, callout_id)
    plan.callout.state = CallState.SEALED
    await ctx.forget(keys.wave(callout_id))
    ctx.audit("callout.sealed", keys.CALL.format(call=callout_id))
    ctx.renew(keys.CALL.format(call=callout_id), children=True)
    ctx.say("sealed", title=words.title(plan.callout))


@button("staffing.reopen", right=Right.CALL)
async def reopen(ctx: Ctx, callout_id: int) -> None:
    """The way back from «Ne plus chercher»."""
    plan = await taking.manageable(ctx, callout_id)
    if plan.callout.state is CallState.SEALED:
        plan.callout.state = CallState.OPEN
        ctx.audit("callout.reopened", keys.CALL.format(call=callout_id))
        ctx.renew(keys.CALL.format(call=callout_id), children=True)
        waves.resume(ctx, plan)
    ctx.say("reopened", title=words.title(plan.callout))


@button("staffing.cancel", right=Right.CALL)
async def cancel(ctx: Ctx, callout_id: int, sure: bool) -> None:
    """Everyone who comes, waits or has not answered is told, once (CALL-17)."""
    plan = await taking.manageable(ctx, callout_id)
    if not sure:
        held = await seats.in_call(ctx.tx, callout_id)
        count = len({s.member_id for s in held if s.state is State.COMING})
        buttons = (Button(Text("cancel-sure"), cancel.call(callout_id, True)),)
        title = words.title(plan.callout)
        return ctx.flip(Message((Text("cancel-ask", {"title": title, "count": count}),), buttons))
    plan.callout.state, plan.callout.closed_at = CallState.CANCELLED, ctx.now
    await ctx.forget(keys.timers(callout_id))
    await ctx.forget(keys.wave(callout_id))
    told = await _stand_down(ctx, plan)
    ctx.audit("callout.cancelled", keys.CALL.format(call=callout_id), None, {"told": told})
    ctx.renew(keys.CALL.format(call=callout_id), children=True)
    done: Args = {"title": words.title(plan.callout), "count": told}
    ctx.flip(Message((Text("cancelled", done),)))
    return None


async def _stand_down(ctx: Ctx, plan: Plan) -> int:
    """Those who said no are left in peace; their copy of the card says it too."""
    rows = await callouts.asked(ctx.tx, plan.callout.id)
    concerned = [r.member_id for r in rows if not r.refused]
    reached = await ctx.reach(concerned)
    lane = Lane.URGENT if plan.callout.urgent and not plan.callout.drill else Lane.CALLS
    message = Message((Text("stand-down", {"title": words.title(plan.callout)}),))
    for member, account in reached.values():
        ctx.post(
            account.where, message, lane=lane, lang=words.lang(member), simple=member.simple
        )  # fmt: skip
    return len(reached)
