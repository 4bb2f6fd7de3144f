"""An alert ends: by hand, by its time, or because its author takes it back."""

from typing import Any

from bot.core import Args, Message, Right, Span, Text
from bot.core.errors import Refusal
from bot.core.facts import Logged
from bot.engine import Ask, Ctx, Option, button, dialog, job
from handlers.alerts import asking, keys, notes, words
from handlers.alerts.notes import Readers, What
from handlers.alerts.refusing import or_said
from handlers.alerts.rules import timing
from storage import alert_answers, alerts, ledger
from storage.alert_answers import Verdict
from storage.alerts import Alert, State
from storage.people import Member


@button("alerts.hold-back", right=Right.ALERT)
async def hold_back(ctx: Ctx, alert: int) -> None:
    """«⏪ Retenir l'envoi»: the rest stays here, and what has left says that it is void."""
    row = await claim(ctx, alert)
    if not timing.can_hold(row.made_at, ctx.now, simple=ctx.simple):
        raise Refusal("alert-hold-late")
    held = await _stop(ctx, row)
    row.state, row.ended_at, row.ended_by = State.CANCELLED, ctx.now, ctx.me.id
    aloud = row.severity.presses and not row.drill
    find = notes.answer if aloud else notes.readers
    left = (await find(ctx, row, What.CANCELLED)).count
    ctx.audit("alert.held-back", keys.alert(alert), None, {"held": held, "left": left})
    _renew(ctx, row)
    await log(ctx, row, "log-alert-cancelled")
    told: Args = {"title": words.title(row), "held": held, "left": left,
                  "aloud": "yes" if aloud else "no"}  # fmt: skip
    ctx.show(Message(words.about(row, Text("alert-held", told))))


@button("alerts.end", right=Right.ALERT)
async def end(ctx: Ctx, alert: int) -> None:
    await claim(ctx, alert)
    ctx.start(ending, alert=alert)


@dialog("alerts.ending", right=Right.ALERT)
async def ending(ctx: Ctx, ask: Ask, alert: int) -> None:
    """One word to those who were told, if there is one, is shown first; then every copy says that
    it is over."""
    row = await or_said(ctx, claim(ctx, alert))
    if row is None:
        return
    ask.above(*words.mark(row))
    skip = [Option("", Text("alert-end-plain"), ("passer", "skip", "-", "non", "no", "oui", "ok"))]
    found = await notes.readers(ctx, row, What.END, later=True)
    row.farewell = await ask.read(
        "ask-alert-farewell", asking.short_words, options=skip, title=words.title(row),
        to=words.whom(len(found.members), len(found.rooms)), count=found.count,
    )  # fmt: skip
    if row.farewell:
        send = [Option("send", Text("send"), ("oui", "ok"))]
        await ask.choice("preview-question", send, extra=_look(row, found))
    told = await over(ctx, row, by=ctx.me.id)
    ctx.show(Message(words.about(row, notes.told(row, What.END, told))))


def _look(row: Alert, found: Readers) -> list[Text]:
    lines = [
        Text("alert-look", {"head": notes.head(row, What.END, drill=False).text}),
        Text("alert-words", {"words": Span(row.farewell)}),
    ]
    if any(side == "out" for _, side in found.rooms):
        lines.append(Text("alert-preview-partners", {"words": Text("alert-note-end")}))
    return [*lines, *notes.to(found)]


async def over(ctx: Ctx, row: Alert, *, by: int | None) -> Readers:
    """Every copy says so; ended by hand, everyone who has one is told."""
    await _stop(ctx, row)
    row.state, row.ended_at, row.ended_by = State.ENDED, ctx.now, by
    row.counted = await _counted(ctx, row)
    told = Readers((), (), 0)
    if by is not None:
        told = await notes.answer(ctx, row, What.END, later=True)
    ctx.audit("alert.ended", keys.alert(row.id), None, {"told": told.count})
    _renew(ctx, row)
    await log(ctx, row, "log-alert-ended")
    return told


def _renew(ctx: Ctx, row: Alert) -> None:
    """Every copy, and the picture or PDF that came after it."""
    ctx.renew(keys.alert(row.id), children=True)
    if row.file is not None:
        ctx.renew(keys.FILE.format(alert=row.id))


@job("alerts.expire")
async def expire(ctx: Ctx, alert: int) -> None:
    """Its time is over: copies say so, and nobody is written to for that."""
    row = await alerts.find(ctx.tx, alert, hold=True)
    if row is not None and row.open and row.ends_at <= ctx.now:
        await over(ctx, row, by=None)


async def claim(ctx: Ctx, alert: int) -> Alert:
    """The alert, locked, if it stands: of two who change it, one is first."""
    row = await alerts.find(ctx.tx, alert, hold=True)
    if row is None:
        raise Refusal("alert-withdrawn")
    if not row.open:
        by = await ctx.tx.get(Member, row.ended_by) if row.ended_by else None
        raise Refusal(
            "alert-ended-already", state=row.state.value, by="hand" if by is not None else "time",
            name=Span(by.name if by is not None and by.name else "–"),
            at=words.clock(row.ended_at or row.ends_at, ctx.zone),
        )  # fmt: skip
    return row


async def _stop(ctx: Ctx, row: Alert) -> int:
    """Nothing more leaves by itself; how many copies had not left."""
    await ctx.forget(keys.alert(row.id))
    await ctx.forget(keys.steps(row.id))
    held = 0
    for about in (keys.alert(row.id), keys.chats(row.id)):
        held += len(await ledger.withdraw(ctx.tx, about))
    for about in (keys.files(row.id), keys.again(row.id)):
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
