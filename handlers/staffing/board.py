"""The coordinator's board: one message that follows along, and what can be done from it."""

from collections.abc import Sequence

from bot.core import Args, Button, Lane, Message, Right, Span, Text
from bot.core.errors import Refusal
from bot.engine import Ctx, View, button, card
from handlers.staffing import byhand, exporting, keys, phoning, selecting, taking, waves, words
from handlers.staffing.roster import roster
from storage import callouts, seats
from storage.callouts import Plan, Shift
from storage.callouts import State as CallState
from storage.seats import State


@card("callout:{call}:board")
async def board_card(view: View, call: int) -> Message | None:
    """Per slot: who is found and who is missing; then how the asking goes."""
    plan = await callouts.plan(view.tx, call)
    if plan is None:
        return None
    rows = await callouts.asked(view.tx, call)
    answers = await seats.in_call(view.tx, call)
    lines = [*_head(plan), *[_slot(view, plan, s) for s in plan.shifts[:12]]]
    if len(plan.shifts) > 12:
        lines.append(Text("board-more", {"slots": len(plan.shifts) - 12}))
    counts: Args = {
        "asked": len(rows),
        "answered": sum(1 for r in rows if r.answered_at is not None),
        "refused": sum(1 for r in rows if r.refused),
        "maybe": len({s.member_id for s in answers if s.state is State.MAYBE}),
        "waiting": sum(1 for s in answers if s.state is State.WAITING),
        "free": len({s.member_id for s in answers if s.state is State.FREE}),
    }
    key = "board-survey" if plan.callout.kind is callouts.Kind.SURVEY else "board-counts"
    lines.append(Text(key, counts))
    unclear = [r for r in rows if r.said]
    if unclear:
        lines.append(Text("board-unclear", {"count": len(unclear)}))
    return Message(tuple(lines), _buttons(view, plan))


def _head(plan: Plan) -> list[Text]:
    found = [*words.heading(plan.callout)]
    state = {CallState.SEALED: "board-sealed", CallState.CANCELLED: "card-cancelled",
             CallState.CLOSED: "card-closed"}.get(plan.callout.state)  # fmt: skip
    return [*found, Text(state)] if state else found


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
        first.append(Button(Text("choose-from-grid"), byhand.choose.call(call)))
    elif plan.missing and plan.callout.open:
        first.append(Button(Text("widen"), widen_now.call(call)))
    return (
        *first,
        Button(Text("who-to-phone"), phone.call(call)),
        Button(Text("as-picture"), image.call(call, False)),
        Button(Text("as-file"), exporting.export.call(call)),
        Button(Text("seal"), seal.call(call), wide=True),
        Button(Text("cancel-call"), cancel.call(call, False), wide=True),
    )


@button("staffing.widen-now", right=Right.CALL)
async def widen_now(ctx: Ctx, callout_id: int) -> None:
    plan = await taking.manageable(ctx, callout_id)
    await ctx.forget(keys.wave(callout_id))
    count = await waves.further(ctx, plan, by_hand=True)
    found = await selecting.for_plan(ctx, plan, everyone=True)
    ctx.audit("callout.widened", keys.CALL.format(call=callout_id), None, {"people": count})
    ctx.say("widened", count=count, left=len(found.left_out))


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


@button("staffing.cancel", right=Right.CALL)
async def cancel(ctx: Ctx, callout_id: int, sure: bool) -> None:
    """Everyone who comes, waits or has not answered is told, once (CALL-17)."""
    plan = await taking.manageable(ctx, callout_id)
    if not sure:
        held = await seats.in_call(ctx.tx, callout_id)
        count = len({s.member_id for s in held if s.state is State.COMING})
        buttons = (Button(Text("cancel-sure"), cancel.call(callout_id, True)),)
        title = words.title(plan.callout)
        return ctx.show(Message((Text("cancel-ask", {"title": title, "count": count}),), buttons))
    plan.callout.state, plan.callout.closed_at = CallState.CANCELLED, ctx.now
    await ctx.forget(keys.timers(callout_id))
    await ctx.forget(keys.wave(callout_id))
    told = await _stand_down(ctx, plan)
    ctx.audit("callout.cancelled", keys.CALL.format(call=callout_id), None, {"told": told})
    ctx.renew(keys.CALL.format(call=callout_id), children=True)
    ctx.say("cancelled", title=words.title(plan.callout), count=told)
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
