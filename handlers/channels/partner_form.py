"""Writing a partner down, or changing one: asked one by one, or in one line."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.core import Right, Span, Text, texts
from bot.core.messages import Arg
from bot.core.partners import Category, Level, category
from bot.core.plain import clean, fold
from bot.engine import Ask, Ctx, Option, Unclear, button, dialog
from bot.engine.unclear import within, words_reader
from handlers.channels import agreements, partner_pages
from handlers.channels.rules import line as lines
from handlers.channels.rules.line import Agreement, Line
from storage import partners
from storage.partners import Partner

QUESTIONS = ("name", "category", "level", "contact", "agreement")


@button("channels.partner-new", right=Right.CHANNELS)
async def add(ctx: Ctx) -> None:
    ctx.start(new_partner)


@dialog("channels.new-partner", right=Right.CHANNELS)
async def new_partner(ctx: Ctx, ask: Ask, line: str = "") -> None:
    kept = await ask.keep("line", lambda: _read(ctx, line))
    row = await fill(ctx, ask, unpack(kept))
    await partner_pages.show(ctx, row)


async def _read(ctx: Ctx, line: str) -> dict[str, Any]:
    """The line as it was understood when it was typed; JSON, for the dialog's row."""
    found = lines.read(line, ctx.now, ctx.zone)
    taken = await _taken(ctx)
    if fold(found.name) in taken:
        why = Text("partner-known", {"piece": Span(taken[fold(found.name)])})
        found = replace(found, name="", wrong={**found.wrong, "name": why})
    return pack(found)


async def fill(ctx: Ctx, ask: Ask, line: Line, *, title: str = "") -> Partner:
    """Ask for what the line did not say, and write the partner down."""
    ask.steps(*(f"ask-partner-{q}" for q in QUESTIONS if not getattr(line, q)))
    name = line.name or await _name(ctx, ask, title, _why(line, "name"))
    kind = line.category or await _category(ask, name)
    level = line.level or await _level(ask)
    contact = line.contact or await _contact(ask, _why(line, "contact"))
    agreement = line.agreement or await _agreement(ctx, ask, _why(line, "agreement"))
    row = Partner(
        name=name, category=kind, level=level, contact=contact, agreement=agreement.name,
        agreed_until=agreement.until, made_at=ctx.now,
    )  # fmt: skip
    ctx.tx.add(row)
    await ctx.tx.flush()
    await agreements.watch(ctx, row)
    ctx.audit("partner.made", f"partner:{row.id}", None, {"category": kind, "level": level})
    return row


def _why(line: Line, what: str) -> tuple[Text, ...]:
    return (line.wrong[what],) if what in line.wrong else ()


async def _taken(ctx: Ctx) -> dict[str, str]:
    return {fold(p.name): p.name for p in await partners.all_of(ctx.tx)}


async def _name(ctx: Ctx, ask: Ask, title: str, why: Sequence[Text] = ()) -> str:
    taken = await _taken(ctx)
    fresh = title and fold(title) not in taken
    options = [Option(title, Text("as-it-is", {"words": Span(title)}), wide=True)] if fresh else []
    reader = _name_reader(taken)
    return str(await ask.read("ask-partner-name", reader, options=options, extra=why))


def _name_reader(taken: dict[str, str]) -> Callable[[str], str]:
    def read(said: str) -> str:
        name = within(clean(said), lines.NAME)
        if fold(name) in taken:
            raise Unclear("partner-known", piece=Span(taken[fold(name)]))
        return name

    return read


async def _category(ask: Ask, name: str) -> Category:
    first = lines.guessed(name)
    kinds = sorted(Category, key=lambda kind: kind is not first)
    options = [Option(kind.value, Text(f"category-{kind.value}")) for kind in kinds]

    def read(said: str) -> str:
        found = category(said)
        if found is None:
            raise Unclear("unclear-choice")
        return found.value

    return Category(await ask.read("ask-partner-category", read, options=options))


async def _level(ask: Ask) -> Level:
    options = [
        Option(level.value, Text(f"level-choice-{level.value}"), (level.value,), wide=True)
        for level in Level
    ]
    return Level(await ask.choice("ask-partner-level", options))


async def _contact(ask: Ask, why: Sequence[Text] = ()) -> str:
    options = [Option("", Text("pass-on"), ("passer", "skip", "-", "non", "no"))]
    read = words_reader(lines.CONTACT)
    return str(await ask.read("ask-partner-contact", read, options=options, extra=why))


async def _agreement(ctx: Ctx, ask: Ask, why: Sequence[Text] = ()) -> Agreement:
    options = [
        Option("none", Text("agreement-none"), ("non", "no", "aucune", "none")),
        Option("open", Text("agreement-open"), ("oui", "yes")),
    ]

    def read(said: str) -> list[str | None]:
        found = lines.read_agreement(clean(said), ctx.now, ctx.zone)
        if isinstance(found, Text):
            raise Unclear(found.key, **found.args)
        return [found.name, found.until.isoformat() if found.until else None]

    found = await ask.read("ask-partner-agreement", read, options=options, extra=why)
    if isinstance(found, str):
        return Agreement(lines.UNNAMED if found == "open" else "")
    return Agreement(found[0], date.fromisoformat(found[1]) if found[1] else None)


@button("channels.partner-change", right=Right.CHANNELS)
async def change(ctx: Ctx, partner: int) -> None:
    await partner_pages.active(ctx, partner)
    ctx.start(edit_partner, partner=partner)


@dialog("channels.edit-partner", right=Right.CHANNELS)
async def edit_partner(ctx: Ctx, ask: Ask, partner: int) -> None:
    row = await partner_pages.active(ctx, partner)
    options = [Option(q, Text(f"partner-edit-{q}")) for q in QUESTIONS]
    named: Arg = Span(row.name, bold=True)
    what = await ask.choice("ask-partner-edit", options, name=named)
    match what:
        case "name":
            row.name = await _name(ctx, ask, "")
        case "category":
            row.category = await _category(ask, row.name)
        case "level":
            row.level = await _level(ask)
        case "contact":
            row.contact = await _contact(ask)
        case _:
            found = await _agreement(ctx, ask)
            row.agreement, row.agreed_until = found.name, found.until
            await agreements.watch(ctx, row)
    ctx.audit("partner.changed", f"partner:{row.id}", None, {"what": what})
    await partner_pages.show(ctx, row)


def pack(line: Line) -> dict[str, Any]:
    """JSON, for a dialog's row."""
    agreed = line.agreement
    until = agreed.until.isoformat() if agreed and agreed.until else None
    return {
        "name": line.name, "category": line.category and line.category.value,
        "level": line.level and line.level.value, "contact": line.contact,
        "agreement": [agreed.name, until] if agreed else None,
        "wrong": {what: texts.pack(why) for what, why in line.wrong.items()},
    }  # fmt: skip


def unpack(row: dict[str, Any]) -> Line:
    agreed = row["agreement"]
    return Line(
        row["name"],
        Category(row["category"]) if row["category"] else None,
        Level(row["level"]) if row["level"] else None,
        row["contact"],
        Agreement(agreed[0], date.fromisoformat(agreed[1]) if agreed[1] else None)
        if agreed
        else None,
        {what: texts.unpack(why) for what, why in row["wrong"].items()},
    )
