"""Closing: the result in a sentence, shown before it goes to those who took part and to partners;
then the log as a file."""

from bot.core import Right, Span, Text
from bot.core.errors import Refusal
from bot.core.outward import Outline, Outward, Titled, outline
from bot.engine import Ask, Ctx, Option, button, dialog
from bot.engine.unclear import words_reader
from handlers.crises import exporting, figures, log, opening, phases, reaching, telling, words
from handlers.crises.reaching import Whom
from handlers.crises.rules.line import RESULT
from storage import crises
from storage.crises import Crisis, State


@button("crises.close", right=Right.CRISIS)
async def close(ctx: Ctx, crisis: int) -> None:
    begin(ctx, await phases.held(ctx, crisis))


def begin(ctx: Ctx, crisis: Crisis) -> None:
    ctx.start(close_one, crisis=crisis.id)


@dialog("crises.closing", right=Right.CRISIS)
async def close_one(ctx: Ctx, ask: Ask, crisis: int) -> None:
    row = await phases.held(ctx, crisis)
    result, outside = await _result(ask, ""), True
    round_ = 0
    while True:
        came = await _came(ctx, row)
        found = await telling.at_the_end(
            ctx, row, came | await crises.writers(ctx.tx, row.id), outside=outside
        )
        lines = _told(row, result, len(came))
        choice = await ask.choice(
            "ask-close-sure", _options(outside=outside), at=round_,
            extra=(
                *reaching.counted(found, drill=row.drill), *(one.text for one in lines),
                *await figures.left_open(ctx, row),
            ),
        )  # fmt: skip
        round_ += 1
        match choice:
            case "send" | "quiet":
                return await _close(ctx, row, result, found if choice == "send" else None, lines)
            case "who":
                ask.aside(reaching.named(found))
            case "outside":
                outside = not outside
            case _:
                result = await _result(ask, f"edit{round_}")


def _options(*, outside: bool) -> list[Option]:
    other = Text("close-inside" if outside else "close-outside")
    return [
        Option("send", Text("close-send"), ("clore", "envoyer", "oui", "ok", "send", "close")),
        Option("quiet", Text("close-quiet"), ("sans rien envoyer", "quiet")),
        Option("outside", other, ("partenaires", "partners")),
        Option("who", Text("crisis-who"), ("qui", "who")),
        Option("edit", Text("crisis-edit"), ("modifier", "edit")),
    ]


async def _result(ask: Ask, at: str) -> str:
    read, skip = words_reader(RESULT), Option("", Text("crisis-skip"), ("passer", "skip", "-"))
    return str(await ask.read("ask-crisis-result", read, at=at, options=[skip]))


async def _came(ctx: Ctx, row: Crisis) -> set[int]:
    """Members who had a seat in a shift that has begun."""
    calls = await crises.calls_since(ctx.tx, row.opened_at, drill=row.drill)
    return await crises.came(ctx.tx, [c.id for c in calls], ctx.now)


def _told(row: Crisis, result: str, came: int) -> list[Outline]:
    """What everyone reads, partners too: a sentence that was just shown, and a number."""
    lines = [words.head(row.title, drill=row.drill, kind="closed"), *words.drill(row.drill)]
    if result:
        lines.append(outline("crisis-result", words=Titled(result)))
    return [*lines, outline("crisis-thanks", came=came)]


async def _close(
    ctx: Ctx, row: Crisis, result: str, found: Whom | None, lines: list[Outline]
) -> None:
    """The last line of the log is that it ended."""
    if not row.open:
        raise Refusal("crisis-over")
    await log.add(ctx, row, Text("log-crisis-closed", {
        "said": "yes" if result else "no", "words": Span(result),
    }))  # fmt: skip
    row.state, row.result = State.CLOSED, result
    row.closed_by, row.closed_at = ctx.me.id, ctx.now
    count = found.count if found is not None else 0
    ctx.audit("crisis.closed", opening.key(row), None, {"told": count})
    if found is not None:
        lane = telling.lane(drill=True, phase=row.phase)
        telling.send(ctx, found, Outward(tuple(lines)), lane=lane, about=opening.key(row))
    to = reaching.told(found) if found is not None else ()
    ctx.say("crisis-closed", title=Span(row.title, bold=True), count=count, to=to)
    exporting.hand_over(ctx, row)
