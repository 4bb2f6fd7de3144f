"""Calls and alerts in a crisis, in numbers: what is open now, and what all of them came to."""

from collections.abc import Sequence

from bot.core import Args, Span, Text
from bot.engine import Ctx
from storage import alerts, callouts, crises
from storage.alerts import Alert
from storage.callouts import Callout, Plan, State
from storage.crises import Crisis

NAMED = 2
"""Calls and alerts named one by one; more are counted."""


async def now(ctx: Ctx, crisis: Crisis) -> list[Text]:
    """What is open: who is missing, who has acknowledged."""
    return [*await _open_calls(ctx, crisis), *await _in_force(ctx, crisis)]


async def at_the_end(ctx: Ctx, crisis: Crisis) -> list[Text]:
    """All that was made while it was open, for whoever must account for it."""
    calls = await _made(ctx, crisis)
    plans = await callouts.plans(ctx.tx, [c.id for c in calls])
    lines = [Text("past-calls", {"count": len(calls), **_seats(plans)})]
    sent = await crises.alerts_between(
        ctx.tx, crisis.opened_at, crisis.closed_at or ctx.now, drill=crisis.drill
    )
    return [*lines, *(await _named(ctx, sent, "past-more-alerts") or [Text("past-no-alerts")])]


async def left_open(ctx: Ctx, crisis: Crisis) -> list[Text]:
    """What goes on when the crisis is closed."""
    calls, standing = await _calls(ctx, crisis), await _alerts(ctx, crisis)
    parts = [
        Text(f"left-{what}", {"count": len(found)})
        for what, found in (("calls", calls), ("alerts", standing))
        if found
    ]
    return [Text("left-open", {"what": tuple(parts)})] if parts else []


async def _made(ctx: Ctx, crisis: Crisis) -> list[Callout]:
    found = await crises.calls_since(ctx.tx, crisis.opened_at, drill=crisis.drill)
    return [c for c in found if crisis.closed_at is None or c.made_at <= crisis.closed_at]


async def _calls(ctx: Ctx, crisis: Crisis) -> list[Callout]:
    return [
        call
        for call in await _made(ctx, crisis)
        if call.state in (State.OPEN, State.SEALED) and call.ends_at > ctx.now
    ]


async def _alerts(ctx: Ctx, crisis: Crisis) -> list[Alert]:
    return [a for a in await alerts.in_force(ctx.tx, ctx.now) if a.drill == crisis.drill]


def _seats(plans: Sequence[Plan]) -> Args:
    posts = [post for plan in plans for post in plan.posts]
    return {
        "need": sum(p.need for p in posts), "taken": sum(min(p.taken, p.need) for p in posts)
    }  # fmt: skip


async def _open_calls(ctx: Ctx, crisis: Crisis) -> list[Text]:
    open_ones = await _calls(ctx, crisis)
    if not open_ones:
        return [Text("situation-no-calls", {"made": len(await _made(ctx, crisis))})]
    plans = await callouts.plans(ctx.tx, [c.id for c in open_ones])
    head: Args = {"open": len(open_ones), **_seats(plans)}
    named = [_call(plan) for plan in plans[:NAMED]] if len(plans) > 1 else []
    return [Text("situation-calls", head), *named]


def _call(plan: Plan) -> Text:
    need, missing = sum(p.need for p in plan.posts), sum(p.missing for p in plan.posts)
    return Text("situation-call", {
        "title": Span(plan.callout.title), "taken": need - missing, "need": need,
        "missing": missing,
    })  # fmt: skip


async def _in_force(ctx: Ctx, crisis: Crisis) -> list[Text]:
    found = await _alerts(ctx, crisis)
    return await _named(ctx, found, "situation-more-alerts") or [Text("situation-no-alerts")]


async def _named(ctx: Ctx, found: Sequence[Alert], more: str) -> list[Text]:
    lines = [await _alert(ctx, alert) for alert in found[:NAMED]]
    if len(found) > NAMED:
        lines.append(Text(more, {"count": len(found) - NAMED}))
    return lines


async def _alert(ctx: Ctx, alert: Alert) -> Text:
    """As it was counted when it ended: later nobody may know any more who answered."""
    found = await alerts.counts(ctx.tx, alert.id)
    kept = alert.counted or {}
    return Text("situation-alert", {
        "title": Span(alert.title), "told": kept.get("told", found.told),
        "seen": kept.get("acked", found.acked), "partners": kept.get("partners", found.partners),
        "theirs": kept.get("partners_acked", found.partners_acked),
    })  # fmt: skip
