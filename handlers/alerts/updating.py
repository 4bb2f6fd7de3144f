"""«📝 Mise à jour»: what is new goes into every copy, and answers it."""

from bot.core import Message, Right, Span, Text
from bot.core.facts import Logged
from bot.engine import Ask, Ctx, Option, button, dialog
from handlers.alerts import approving, asking, ending, keys, notes, words
from handlers.alerts.notes import What
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
    row = await ending.claim(ctx, alert)
    title, drill = words.title(row), "yes" if row.drill else "no"
    said = await ask.read("ask-alert-update", asking.short_words, title=title, drill=drill)
    outside = await _partners(ctx, ask, row, said)
    head = [Text("alert-update-look", words.named(row))]
    head.append(Text("alert-words", {"words": Span(said)}))
    if outside:
        head.append(Text("alert-preview-partners", {"words": Span(outside)}))
    public = await _public(ctx, row) if outside else ()
    if public:
        titles = tuple(Span(room.title) for room in public[:3])
        head.append(Text("alert-preview-public", {"titles": titles, "alone": "no"}))
    await ask.choice("preview-question", [Option("send", Text("send"), ("oui", "ok"))], extra=head)
    await _send(ctx, row, said, outside, public)


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
    presses = row.severity.presses and not row.drill
    told = await notes.answer(ctx, row, What.UPDATE, added.id, later=not presses)
    if public:
        await approving.ask(ctx, row, public, update=added)
    ctx.audit("alert.updated", keys.alert(row.id), None, {"update": added.id, "told": told})
    ctx.renew(keys.alert(row.id), children=True)
    line = Text("log-alert-updated", {"title": words.title(row), "words": Span(said)})
    await ctx.happened(Logged(line, keys.alert(row.id), drill=row.drill))
    ctx.show(Message(words.about(row, notes.told(row, What.UPDATE, told))))
