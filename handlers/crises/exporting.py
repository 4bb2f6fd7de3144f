"""The log as a file to keep and to hand over: functions, not names."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from bot.core import Attachment, Message, Right, Span, Text
from bot.engine import Ctx, button, maker
from bot.engine.labels import Labels, file_name, labels
from handlers.crises import figures, opening, words
from handlers.crises.logbook import entry_words, found
from handlers.crises.paper import Line, LogPaper, write_log
from storage import crises
from storage.crises import Crisis, Entry


@button("crises.export", right=Right.READ_FIGURES)
async def export(ctx: Ctx, crisis: int) -> None:
    row = await found(ctx, crisis)
    ctx.audit("crisis.exported", opening.key(row))
    hand_over(ctx, row)


def hand_over(ctx: Ctx, row: Crisis) -> None:
    line = Text("log-file", {"title": Span(row.title, bold=True)})
    ctx.show(Message((line,), (), log_file.made(ctx.me.id, row.id)))


@maker("crises.log-file")
async def log_file(ctx: Ctx, crisis: int) -> Attachment:
    row = await ctx.tx.get_one(Crisis, crisis)
    say, entries = labels(ctx), await crises.log(ctx.tx, crisis)
    sums = await figures.at_the_end(ctx, row)
    data = await asyncio.to_thread(write_log, log_paper(ctx, say, row, list(entries), sums))
    name = file_name(say("log-file-kind"), row.title, ctx.today, "pdf")
    return Attachment(name, "application/pdf", data, say("log-title", title=Span(row.title)))


def log_paper(
    ctx: Ctx, say: Labels, row: Crisis, entries: list[Entry], sums: Sequence[Text] = ()
) -> LogPaper:
    """`sums` is what its calls and alerts came to."""
    facts = [say("log-fact-open", at=Span(_stamp(say, row.opened_at)))]
    if row.closed_at is not None:
        facts.append(say("log-fact-closed", at=Span(_stamp(say, row.closed_at))))
    facts += [
        _said(say, words.of_type(row.kind, row.phase).text),
        _said(say, words.asked(row.origin, row.reference).text),
        *(_said(say, one) for one in sums),
    ]
    if row.result:
        facts.append(say("crisis-result", words=Span(row.result)))
    return LogPaper(
        title=say("log-title", title=Span(row.title)),
        community=ctx.parts.settings.community.name,
        secret=say("log-drill") if row.drill else say("log-internal"),
        made=say("log-made", at=Span(_stamp(say, ctx.now))),
        page=say("phone-page", page="{page}", pages="{pages}"),
        lang=ctx.lang.value,
        at=ctx.now,
        facts=tuple(facts),
        heads=(say("log-number"), say("log-time"), say("log-what"), say("log-office")),
        lines=tuple(_line(say, entry) for entry in entries),
    )


def _line(say: Labels, entry: Entry) -> Line:
    said = _said(say, entry_words(entry)).replace("\n", " ")
    return Line(entry.number, _stamp(say, entry.at), said, say(f"office-{entry.office}"))


def _said(say: Labels, text: Text) -> str:
    return say(text.key, **text.args)


def _stamp(say: Labels, at: datetime) -> str:
    return at.astimezone(say.zone).strftime("%d/%m/%Y %H:%M")
