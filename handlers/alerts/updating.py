"""«📝 Mise à jour»: what is new goes into every copy, and answers it."""

from collections.abc import Sequence

from bot.core import Args, Message, Right, Span, Text
from bot.core.facts import Logged
from bot.engine import Ask, Ctx, Option, button, dialog
from handlers.alerts import approving, asking, ending, keys, notes, reaching, words
from handlers.alerts.notes import What
from handlers.alerts.refusing import or_said
from storage import alerts, chats
from storage.alerts import Alert, Update
from storage.chats import Chat


@button("alerts.update", right=Right.ALERT)
async def update(ctx: Ctx, alert: int) -> None:
    await ending.claim(ctx, alert)
    ctx.start(updating, alert=alert)


@dialog("alerts.updating", right=Right.ALERT)
async def updating(ctx: Ctx, ask: Ask, alert: int) -> None:
    """The text, that of partners where they have the alert, then a look at both."""
    row = await or_said(ctx, ending.claim(ctx, alert))
    if row is None:
        return
    ask.above(*words.mark(row))
    said = await ask.read("ask-alert-update", asking.short_words, title=words.title(row))
    outside = await _partners(ctx, ask, row, said)
    public = await _public(ctx, row) if outside else ()
    send = [Option("send", Text("send"), ("oui", "ok"))]
    look = await _look(ctx, row, said, outside, public)
    await ask.choice("preview-question", send, extra=look)
    await _send(ctx, row, said, outside, public)


async def _look(
    ctx: Ctx, row: Alert, said: str, outside: str, public: Sequence[Chat]
) -> list[Text]:
    """What is told to whom, before it is."""
    lines = [
        Text("alert-look", {"head": notes.head(row, What.UPDATE, drill=False).text}),
        Text("alert-words", {"words": Span(said)}),
    ]
    if outside and outside != said:
        lines.append(Text("alert-preview-partners", {"words": Span(outside)}))
    found = await notes.readers(
        ctx, row, What.UPDATE, outside=bool(outside), later=not _wakes(row)
    )  # fmt: skip
    lines += notes.to(found)
    if public:
        titles = tuple(Span(room.title) for room in public[:3])
        alone = not await reaching.approvers(ctx, ctx.me.id)
        named: Args = {"titles": titles, "alone": "yes" if alone else "no"}
        lines.append(Text("alert-preview-public", named))
    return lines


def _wakes(row: Alert) -> bool:
    """Is it told at night too?"""
    return row.severity.presses and not row.drill


async def _partners(ctx: Ctx, ask: Ask, row: Alert, said: str) -> str:
    """What partners are told: the same, words of their own, or nothing."""
    if not any(c.outside for c in await alerts.chats_of(ctx.tx, row.id)):
        return ""
    options = [
        Option("same", Text("alert-same-text"), ("oui", "yes", "le meme", "the same")),
        Option("none", Text("alert-no-text"), ("rien", "non", "none", "no")),
    ]
    found = await ask.read("ask-alert-update-partners", asking.short_words, options=options)
    return {"same": said, "none": ""}.get(found, str(found))


async def _public(ctx: Ctx, row: Alert) -> tuple[Chat, ...]:
    told = {c.chat_id for c in await alerts.chats_of(ctx.tx, row.id) if c.public}
    return tuple(c for c in await chats.open_ones(ctx.tx) if c.id in told)


async def _send(ctx: Ctx, row: Alert, said: str, outside: str, public: tuple[Chat, ...]) -> None:
    added = Update(alert_id=row.id, words=said, partners=outside, by=ctx.me.id, at=ctx.now,
                   approved=not public)  # fmt: skip
    ctx.tx.add(added)
    await ctx.tx.flush()
    alerts.forget_held(ctx.tx, row.id)
    told = await notes.answer(
        ctx, row, What.UPDATE, added.id, outside=bool(outside), later=not _wakes(row)
    )  # fmt: skip
    if public:
        await approving.ask(ctx, row, public, update=added)
    ctx.audit("alert.updated", keys.alert(row.id), None, {"update": added.id, "told": told.count})
    ctx.renew(keys.alert(row.id), children=True)
    line = Text("log-alert-updated", {"title": words.title(row), "words": Span(said)})
    await ctx.happened(Logged(line, keys.alert(row.id), drill=row.drill))
    ctx.show(Message(words.about(row, notes.told(row, What.UPDATE, told))))
