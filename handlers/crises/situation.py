"""Where a crisis stands, in one message: calls and their seats, alerts and who has seen them, the
last line of the log."""

from collections.abc import Sequence

from bot.core import Args, Button, Call, Message, Span, Text
from bot.core.messages import Arg
from bot.engine import Ctx
from handlers.crises import telling, words
from handlers.crises.logbook import entry_words
from storage import alerts, callouts, crises
from storage.callouts import Callout, State
from storage.crises import Crisis
from storage.people import Member

NAMED = 3
"""Calls, alerts, partners named one by one; more are counted."""


async def show(ctx: Ctx, crisis: Crisis) -> None:
    ctx.flip(await page(ctx, crisis))


async def page(ctx: Ctx, crisis: Crisis) -> Message:
    lines = [
        words.head(crisis.title, drill=crisis.drill, kind="open" if crisis.open else "closed").text,
        words.of_type(crisis.kind, crisis.phase).text,
        words.since(crisis.opened_at).text,
        words.asked(crisis.origin, crisis.reference).text,
        *await _calls(ctx, crisis),
        *await _alerts(ctx, crisis),
        *await _log(ctx, crisis),
        *await _people(ctx, crisis),
    ]
    if not crisis.open and crisis.result:
        lines.insert(3, Text("crisis-result", {"words": Span(crisis.result)}))
    return Message(tuple(lines), _keys(crisis))


def _keys(crisis: Crisis) -> tuple[Button, ...]:
    def key(label: str, action: str) -> Button:
        return Button(Text(label), Call(f"crises.{action}", {"crisis": crisis.id}))

    if not crisis.open:
        return (key("crisis-log", "log"), key("crisis-export", "export"))
    return (
        key("crisis-note", "note"), key("crisis-log", "log"), key("crisis-phase", "phase"),
        key("crisis-lead", "lead"), key("crisis-export", "export"), key("crisis-again", "show"),
        key("crisis-close", "close"),
    )  # fmt: skip


async def _calls(ctx: Ctx, crisis: Crisis) -> list[Text]:
    found = await crises.calls_since(ctx.tx, crisis.opened_at, drill=crisis.drill)
    open_ones = [c for c in found if c.state in (State.OPEN, State.SEALED) and c.ends_at > ctx.now]
    if not open_ones:
        return [Text("situation-no-calls", {"made": len(found)})]
    plans = await callouts.plans(ctx.tx, [c.id for c in open_ones])
    need = sum(p.need for plan in plans for p in plan.posts)
    taken = sum(min(p.taken, p.need) for plan in plans for p in plan.posts)
    head: Args = {"open": len(open_ones), "taken": taken, "need": need}
    named = [_call(plan.callout, plan.posts) for plan in plans[:NAMED]] if len(plans) > 1 else []
    return [Text("situation-calls", head), *named]


def _call(call: Callout, posts: Sequence[callouts.Post]) -> Text:
    need, missing = sum(p.need for p in posts), sum(p.missing for p in posts)
    return Text("situation-call", {
        "title": Span(call.title), "taken": need - missing, "need": need, "missing": missing,
    })  # fmt: skip


async def _alerts(ctx: Ctx, crisis: Crisis) -> list[Text]:
    found = [a for a in await alerts.in_force(ctx.tx, ctx.now) if a.drill == crisis.drill]
    lines = []
    for alert in found[:NAMED]:
        counted = await alerts.counts(ctx.tx, alert.id)
        lines.append(
            Text("situation-alert", {
                "title": Span(alert.title), "told": counted.told, "seen": counted.acked,
                "partners": counted.partners, "theirs": counted.partners_acked,
            })
        )  # fmt: skip
    more = len(found) - NAMED
    if more > 0:
        lines.append(Text("situation-more-alerts", {"count": more}))
    return lines or [Text("situation-no-alerts")]


async def _log(ctx: Ctx, crisis: Crisis) -> list[Text]:
    last = await crises.last_number(ctx.tx, crisis.id)
    newest = await crises.log(ctx.tx, crisis.id, first=last, most=1)
    told: Args = {"count": last}
    if newest:
        told |= {"at": newest[0].at.astimezone(ctx.zone).time(), "what": entry_words(newest[0])}
    return [Text("situation-log", told)]


async def _people(ctx: Ctx, crisis: Crisis) -> list[Text]:
    """Last: a locked phone shows the first lines, and they name nobody."""
    lead = await ctx.tx.get(Member, crisis.lead_id) if crisis.lead_id else None
    name: Arg = Span(lead.name) if lead is not None and lead.name else Text("crisis-nobody")
    lines = [Text("situation-lead", {"lead": name})]
    seated = await telling.seated(ctx)
    if seated and crisis.open:
        names = tuple(Span(one.name) for one in seated[:NAMED])
        lines.append(Text("situation-cell", {"names": names, "more": len(seated) - len(names)}))
    return lines
