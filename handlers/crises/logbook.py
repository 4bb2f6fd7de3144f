"""The log as coordinators read it, page by page; what a line says."""

from collections.abc import Sequence
from datetime import date

from bot.core import Button, Call, Message, Right, Span, Text, may, texts
from bot.core.errors import Refusal
from bot.engine import Ctx, button
from storage import crises, people
from storage.crises import Crisis, Entry
from storage.people import Member

PAGE = 8


def entry_words(entry: Entry) -> Text:
    """In the reader's language; what a person wrote stays as it was written."""
    if entry.text is not None:
        return texts.unpack(entry.text)
    return Text("log-words", {"words": Span(entry.said)})


async def found(ctx: Ctx, crisis: int) -> Crisis:
    row = await ctx.tx.get(Crisis, crisis)
    if row is None:
        raise Refusal("crisis-gone")
    return row


@button("crises.log", right=Right.READ_FIGURES)
async def newest(ctx: Ctx, crisis: int) -> None:
    row = await found(ctx, crisis)
    last = await crises.last_number(ctx.tx, row.id)
    await _page(ctx, row, max(1, last - PAGE + 1))


@button("crises.log-page", right=Right.READ_FIGURES)
async def turn(ctx: Ctx, crisis: int, first: int) -> None:
    await _page(ctx, await found(ctx, crisis), max(1, first))


async def _page(ctx: Ctx, row: Crisis, first: int) -> None:
    entries = await crises.log(ctx.tx, row.id, first=first, most=PAGE)
    authors = await _authors(ctx, entries)
    count = await crises.last_number(ctx.tx, row.id)
    lines = [Text("log-head", {"title": Span(row.title, bold=True), "count": count})]
    shown = ctx.today
    for entry in entries:
        by = authors.get(entry.by or 0)
        who = Span(by.name) if by is not None and by.name else Text(f"office-{entry.office}")
        lines.append(
            Text("log-line", {
                "number": entry.number, "at": entry.at.astimezone(ctx.zone).time(),
                "today": "yes" if _day(ctx, entry) == shown else "no", "day": _day(ctx, entry),
                "what": entry_words(entry), "who": who,
            })
        )  # fmt: skip
        shown = _day(ctx, entry)
    keys = []
    if first > 1:
        keys.append(Button(Text("log-before"), turn.call(row.id, max(1, first - PAGE))))
    if first + PAGE <= count:
        keys.append(Button(Text("log-after"), turn.call(row.id, first + PAGE)))
    keys.append(Button(Text("crisis-back"), Call("crises.show", {"crisis": row.id})))
    ctx.flip(Message(tuple(lines), tuple(keys)))


async def _authors(ctx: Ctx, entries: Sequence[Entry]) -> dict[int, Member]:
    """Coordinators read names; who only reads figures reads functions, as on paper."""
    if not may(ctx.member, Right.CRISIS):
        return {}
    return {m.id: m for m in await people.hold(ctx.tx, {e.by for e in entries if e.by})}


def _day(ctx: Ctx, entry: Entry) -> date:
    return entry.at.astimezone(ctx.zone).date()
