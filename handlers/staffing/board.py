"""The coordinator's board: one message that follows along, and what can be done from it."""

from collections.abc import Sequence
from datetime import timedelta

from bot.core import Args, Button, Lane, Message, Right, Span, Text
from bot.core.errors import Refusal
from bot.engine import Ctx, View, button, card, readers
from handlers.staffing import (
    byhand,
    changing,
    choosing,
    counting,
    diary,
    exporting,
    keys,
    phoning,
    sealing,
    taking,
    waves,
    words,
)  # fmt: skip
from handlers.staffing.roster import roster
from handlers.staffing.rules.rhythm import Stage
from storage import callouts, seats, tallies
from storage.callouts import Plan, Shift
from storage.callouts import State as CallState
from storage.seats import State

MOST_SAID = 3

AT_ONCE = timedelta(minutes=1)
"""Two presses within this time are one wish, not the wish to go further still."""


@card("callout:{call}:board")
async def board_card(view: View, call: int) -> Message | None:
    """Per slot: who is found and who is missing; then how the asking goes."""
    plan = await callouts.plan(view.tx, call)
    if plan is None:
        return None
    if not await readers.may_see(view, Right.CALL):
        return Message((Text("board-not-yours"),))
    found = await counting.tally(view, plan)
    lines = counting.told(view, plan, found)
    if found.changed:
        lines.append(await _unsettled(view, call))
    if found.said:
        lines += await _said(view, call, found.said)
    return Message(tuple(lines), _buttons(view, plan))


async def _unsettled(view: View, call: int) -> Text:
    """Who was told of a change and has not said whether they still come."""
    first, count = await tallies.unsettled(view.tx, call, words.MOST_NAMES)
    return Text("board-change", {"names": words.names(first, count)})


async def _said(view: View, call: int, count: int) -> list[Text]:
    """What people wrote that was no plain answer, to those who look after the call."""
    lines = [
        Text("board-said", {"name": Span(name), "said": Span(said[:80])})
        for name, said in await tallies.said(view.tx, call, MOST_SAID)
    ]
    if count > MOST_SAID:
        lines.append(Text("board-unclear", {"count": count - MOST_SAID}))
    return lines


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
        Button(Text("edit"), changing.change.call(call)),
        Button(Text("who-to-phone"), phone.call(call)),
        Button(Text("as-picture"), image.call(call, False)),
        Button(Text("as-file"), exporting.export.call(call)),
        _seal(plan),
        Button(Text("cancel-call"), cancel.call(call, False), wide=True),
    )


def _seal(plan: Plan) -> Button:
    if plan.callout.open:
        return Button(Text("seal"), sealing.seal.call(plan.callout.id), wide=True)
    return Button(Text("reopen"), sealing.reopen.call(plan.callout.id), wide=True)


@button("staffing.widen-now", right=Right.CALL)
async def widen_now(ctx: Ctx, callout_id: int) -> None:
    """Everyone of the profession; pressed again later, partner channels. Never both at once."""
    plan = await taking.manageable(ctx, callout_id)
    if not plan.callout.open:
        raise Refusal("widen-sealed")
    if plan.missing == 0:
        raise Refusal("widen-full")
    last = await tallies.last_asked(ctx.tx, callout_id)
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


@button("staffing.cancel", right=Right.CALL)
async def cancel(ctx: Ctx, callout_id: int, sure: bool) -> None:
    """Everyone who comes, waits or has not answered is told, once (CALL-17)."""
    plan = await taking.manageable(ctx, callout_id)
    if not sure:
        held = await seats.in_call(ctx.tx, callout_id, State.COMING)
        count = len({s.member_id for s in held})
        buttons = (Button(Text("cancel-sure"), cancel.call(callout_id, True)),)
        title = words.title(plan.callout)
        return ctx.flip(Message((Text("cancel-ask", {"title": title, "count": count}),), buttons))
    plan.callout.state, plan.callout.closed_at = CallState.CANCELLED, ctx.now
    await ctx.forget(keys.timers(callout_id))
    await ctx.forget(keys.wave(callout_id))
    told = await _stand_down(ctx, plan)
    await diary.log(ctx, plan.callout, "cancelled")
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
    theirs = await _slots(ctx, plan)
    lane = Lane.URGENT if plan.callout.urgent and not plan.callout.drill else Lane.CALLS
    for member, account in reached.values():
        shifts = theirs.get(member.id) or plan.shifts
        told: Args = {
            "title": words.title(plan.callout),
            "when": words.when(shifts[0], ctx.zone, member.lang),
            "more": len(shifts) - 1,
        }
        ctx.post(
            account.where, Message(words.told(plan.callout, Text("stand-down", told))), lane=lane,
            lang=words.lang(member), simple=member.simple,
        )  # fmt: skip
    return len(reached)


async def _slots(ctx: Ctx, plan: Plan) -> dict[int, list[Shift]]:
    """By member, what they had said they come to, or wait for."""
    whose: dict[int, set[int]] = {}
    for seat in await seats.in_call(ctx.tx, plan.callout.id):
        if seat.state is not State.OUT:
            whose.setdefault(seat.member_id, set()).add(seat.shift_id)
    return {one: [s for s in plan.shifts if s.id in held] for one, held in whose.items()}
