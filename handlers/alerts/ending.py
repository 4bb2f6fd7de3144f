"""An alert ends: by hand, by its time, or because its author takes it back."""

from typing import Any

from bot.core import Message, Right, Text
from bot.core.errors import Refusal
from bot.core.facts import Logged
from bot.engine import Ask, Ctx, Option, button, dialog, job
from handlers.alerts import asking, keys, notes, words
from handlers.alerts.notes import What
from handlers.alerts.rules import timing
from storage import alert_answers, alerts, ledger
from storage.alert_answers import Verdict
from storage.alerts import Alert, State


@button("alerts.hold-back", right=Right.ALERT)
async def hold_back(ctx: Ctx, alert: int) -> None:
    """«⏪ Retenir l'envoi»: the rest stays here, and what has left says that it is void."""
    row = await claim(ctx, alert)
    if not timing.can_hold(row.made_at, ctx.now, simple=ctx.simple):
        raise Refusal("alert-hold-late")
    held = await _stop(ctx, row)
    row.state, row.ended_at, row.ended_by = State.CANCELLED, ctx.now, ctx.me.id
    left = 0
    if row.severity.presses and not row.drill:
        left = await notes.answer(ctx, row, What.CANCELLED)
    ctx.audit("alert.held-back", keys.alert(alert), None, {"held": held, "left": left})
    ctx.renew(keys.alert(alert), children=True)
    await log(ctx, row, "log-alert-cancelled")
    told = Text("alert-held", {"title": words.title(row), "held": held, "left": left})
    ctx.show(Message(words.about(row, told)))


@button("alerts.end", right=Right.ALERT)
async def end(ctx: Ctx, alert: int) -> None:
    await claim(ctx, alert)
    ctx.start(ending, alert=alert)


@dialog("alerts.ending", right=Right.ALERT)
async def ending(ctx: Ctx, ask: Ask, alert: int) -> None:
    """One word to those who were told, if there is one; then every copy says that it is over."""
    row = await claim(ctx, alert)
    skip = [Option("", Text("alert-end-plain"), ("passer", "skip", "-", "non", "no", "oui", "ok"))]
    title, drill = words.title(row), "yes" if row.drill else "no"
    row.farewell = await ask.read(
        "ask-alert-farewell", asking.short_words, options=skip, title=title, drill=drill
    )
    told = await over(ctx, row, by=ctx.me.id)
    ctx.show(Message(words.about(row, notes.told(row, What.END, told))))


async def over(ctx: Ctx, row: Alert, *, by: int | None) -> int:
    """Every copy says so; ended by hand, everyone who has one is told. How many."""
    await _stop(ctx, row)
    row.state, row.ended_at, row.ended_by = State.ENDED, ctx.now, by
    row.counted = await _counted(ctx, row)
    told = await notes.answer(ctx, row, What.END, later=True) if by is not None else 0
    ctx.audit("alert.ended", keys.alert(row.id), None, {"told": told})
    ctx.renew(keys.alert(row.id), children=True)
    await log(ctx, row, "log-alert-ended")
    return told


@job("alerts.expire")
async def expire(ctx: Ctx, alert: int) -> None:
    """Its time is over: copies say so, and nobody is written to for that."""
    row = await alerts.find(ctx.tx, alert, hold=True)
    if row is not None and row.open and row.ends_at <= ctx.now:
        await over(ctx, row, by=None)


async def claim(ctx: Ctx, alert: int) -> Alert:
    """The alert, locked, if it stands: of two who change it, one is first."""
    row = await alerts.find(ctx.tx, alert, hold=True)
    if row is None or row.state is State.CANCELLED:
        raise Refusal("alert-withdrawn")
    if not row.open:
        raise Refusal("alert-ended")
    return row


async def _stop(ctx: Ctx, row: Alert) -> int:
    """Nothing more leaves by itself; how many members' copies had not left."""
    await ctx.forget(keys.alert(row.id))
    await ctx.forget(keys.steps(row.id))
    held = len(await ledger.withdraw(ctx.tx, keys.alert(row.id)))
    for about in (keys.chats(row.id), keys.files(row.id), f"{keys.alert(row.id)}:again"):
        await ledger.withdraw(ctx.tx, about)
    for one in await alert_answers.waiting(ctx.tx, row.id):
        one.verdict, one.decided_at = Verdict.LAPSED, ctx.now
        ctx.renew(f"alert-approval:{one.id}", children=True)
    return held


async def _counted(ctx: Ctx, row: Alert) -> dict[str, Any]:
    """What reports say of it when nobody knows any more who answered what."""
    found = await alerts.counts(ctx.tx, row.id)
    asked, _ = await alert_answers.questions(ctx.tx, row.id)
    return {
        "told": found.told, "acked": found.acked, "help": found.help, "questions": asked,
        "chats": found.chats, "partners": found.partners, "partners_acked": found.partners_acked,
    }  # fmt: skip


async def log(ctx: Ctx, row: Alert, key: str) -> None:
    told = Text(key, {"title": words.title(row)})
    await ctx.happened(Logged(told, keys.alert(row.id), drill=row.drill))
