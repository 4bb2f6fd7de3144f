"""/note: a line in the log, typed at once or asked for; it is never changed, only corrected by
another line."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.core import Button, Message, Right, Span, Text
from bot.core.errors import Refusal
from bot.engine import Ask, Ctx, Option, Unclear, button, command, dialog
from bot.engine.menus import command_button
from handlers.crises import log, logbook
from handlers.crises.rules import note as notes
from storage import crises
from storage.crises import Crisis

ALL = "all"


@command("note", "main_courante", en="log", right=Right.CRISIS, drills=True)
async def note(ctx: Ctx, rest: str) -> None:
    """«/note 14 h 10 : la mairie ouvre le gymnase»."""
    open_ones = [c for c in await crises.open_now(ctx.tx) if not ctx.drill or c.drill]
    if not open_ones:
        raise Refusal("note-no-crisis", command_button("crise", "crisis-begin"))
    found = notes.read(rest, ctx.now, ctx.zone) if rest.strip() else None
    if isinstance(found, Text):
        raise Refusal(found.key, **found.args)
    if found is None or len(open_ones) > 1:
        return ctx.start(write, line=rest.strip(), drill=ctx.drill)
    return await _write(ctx, [open_ones[0].id], found.at, found.words)


@button("crises.note", right=Right.CRISIS)
async def note_here(ctx: Ctx, crisis: int) -> None:
    ctx.start(write, crisis=crisis)


@button("crises.correct", right=Right.CRISIS)
async def correct(ctx: Ctx, crisis: int, number: int) -> None:
    ctx.start(write, crisis=crisis, corrects=number)


@dialog("crises.write", right=Right.CRISIS)
async def write(
    ctx: Ctx, ask: Ask, line: str = "", crisis: int = 0, corrects: int = 0, drill: bool = False
) -> None:
    open_ones = [c for c in await crises.open_now(ctx.tx) if not drill or c.drill]
    if not open_ones:
        raise Refusal("crisis-over")
    ids = [crisis] if crisis else [int(i) for i in await _which(ask, open_ones)]
    if line:
        said = await ask.keep("line", lambda: _kept(ctx, line))
    else:
        key = "ask-correction" if corrects else "ask-note"
        said = await ask.read(key, _reader(ctx), number=corrects)
    at, words = datetime.fromisoformat(said[0]), said[1]
    await _write(ctx, ids, at, words, corrects=corrects)


async def _which(ask: Ask, open_ones: list[Crisis]) -> list[str]:
    """A line belongs to one of them, or to all."""
    if len(open_ones) == 1:
        return [str(open_ones[0].id)]
    options = [
        Option(str(c.id), Text("crisis-named", {
            "title": Span(c.title), "drill": "yes" if c.drill else "no",
        }), wide=True)
        for c in open_ones
    ]  # fmt: skip
    options.append(Option(ALL, Text("note-in-all"), ("tous", "all", "les deux", "both")))
    found = await ask.choice("ask-note-where", options)
    return [str(c.id) for c in open_ones] if found == ALL else [found]


def _reader(ctx: Ctx) -> Callable[[str], list[str]]:
    def read(said: str) -> list[str]:
        found = notes.read(said, ctx.now, ctx.zone)
        if isinstance(found, Text):
            raise Unclear(found.key, **found.args)
        return [found.at.isoformat(), found.words]

    return read


async def _kept(ctx: Ctx, line: str) -> Any:
    return _reader(ctx)(line)


async def _write(ctx: Ctx, ids: list[int], at: datetime, words: str, *, corrects: int = 0) -> None:
    """Into each of these that is still open."""
    lines, keys = [], []
    for crisis_id in ids:
        crisis = await crises.claim(ctx.tx, crisis_id)
        if crisis is None or not crisis.open:
            raise Refusal("crisis-over")
        text = Text("log-correction", {"number": corrects, "words": Span(words)})
        entry = await log.add(
            ctx, crisis, text if corrects else None, said="" if corrects else words, at=at
        )
        lines.append(_noted(ctx, crisis, entry.number, at))
        keys.append(Button(Text("note-correct"), correct.call(crisis.id, entry.number)))
        keys.append(Button(Text("crisis-log"), logbook.newest.call(crisis.id)))
    ctx.show(Message(tuple(lines), tuple(keys) if len(ids) == 1 else ()))


def _noted(ctx: Ctx, crisis: Crisis, number: int, at: datetime) -> Text:
    local = at.astimezone(ctx.zone)
    return Text("noted", {
        "title": Span(crisis.title, bold=True), "number": number, "at": local.time(),
        "today": "yes" if local.date() == ctx.today else "no", "day": local.date(),
        "drill": "yes" if crisis.drill else "no",
    })  # fmt: skip
