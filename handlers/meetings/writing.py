"""The wizard of a meeting: what the line did not say is asked, then the preview is shown."""

from dataclasses import replace
from typing import Any

from bot.core import Right, Span, Text, text
from bot.core.meetings import Kind
from bot.engine import Ask, Ctx, Option, audiences, dialog
from handlers.meetings import opening, poll_ending, preview, questions
from handlers.meetings.rules import line as lines
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules.draft import LARGEST, MOST, Draft, pack, unpack
from handlers.meetings.rules.pattern import Pattern
from handlers.meetings.rules.understood import Line, Problem


@dialog("meetings.new", right=Right.MEET)
async def new_meeting(
    ctx: Ctx, ask: Ask, line: str = "", draft: dict[str, Any] | None = None, poll: int = 0,
    choice: int = 0,
) -> None:  # fmt: skip
    """`draft`: one that was held back, or the date that a poll retained (and which)."""
    if draft is not None:
        meeting = unpack(draft)
    else:
        kept = await ask.keep("line", lambda: _read(ctx, line))
        meeting = unpack(kept["draft"])
        dates = [patterns.unpack(one) for one in kept["dates"]]
        if dates:
            meeting = replace(meeting, pattern=await _several(ctx, ask, dates))
        for number, problem in enumerate(kept["problems"]):
            meeting = await _mend(ctx, ask, meeting, _unpacked(problem), number)
    meeting = await _complete(ctx, ask, meeting)
    meeting = await _confirm(ctx, ask, meeting)
    await opening.send(ctx, meeting, ctx.dialog)
    if poll:
        await poll_ending.retained(ctx, poll, choice)


async def _read(ctx: Ctx, line: str) -> dict[str, Any]:
    """The line as it was understood when it was typed; JSON, for the dialog's row."""
    found: Line = lines.read(line, await questions.reader(ctx))
    return {
        "draft": pack(found.draft),
        "dates": [patterns.pack(one) for one in found.dates],
        "problems": [
            [p.part, p.piece, p.why, [patterns.pack(one) for one in p.readings]]
            for p in found.problems
        ],
    }


def _unpacked(row: list[Any]) -> Problem:
    part, piece, why, readings = row
    return Problem(part, piece, why, tuple(patterns.unpack(one) for one in readings))


async def _several(ctx: Ctx, ask: Ask, dates: list[Pattern]) -> Pattern:
    """Several dates: the same meeting at each of them, or only one."""
    first, *others = dates
    options = [Option("each", text("meet-each-date", count=len(dates)), ("toutes", "each", "all"))]
    options += [
        Option(f"={n}", text("meet-only", when=questions.said(ctx, one)), wide=True)
        for n, one in enumerate(dates)
    ]
    picked = await ask.choice("meet-several-dates", options)
    if picked == "each":
        return replace(first, also=tuple((one.day, one.at, one.lasts) for one in others))
    return dates[int(picked.removeprefix("="))]


async def _mend(ctx: Ctx, ask: Ask, draft: Draft, problem: Problem, number: int) -> Draft:
    """Ask again for the one piece that was not understood; the rest is kept."""
    if problem.part in MOST:
        why = text("meet-why-long", what=problem.part, length=int(problem.piece),
                   most=MOST[problem.part])  # fmt: skip
        words = await questions.ask_words(ask, problem.part, at=number, why=why)
        return lines.with_words(draft, problem.part, words)
    piece = Span(problem.piece[:80])
    match problem.part:
        case "when":
            why = Text("meet-why-when", questions.why_when(problem.piece, problem.why))
            return await questions.ask_when(
                ctx, ask, draft, why=why, readings=problem.readings, at=number
            )
        case "except" if draft.pattern is not None:
            why = text("meet-why-except", piece=piece, why=problem.why)
            left = await questions.ask_without(ctx, ask, draft.pattern, at=number, why=why)
            return replace(draft, pattern=left)
        case "audience":
            why = text("reach-unclear", piece=piece)
            whom = await questions.ask_audience(ctx, ask, at=number, why=why)
            return replace(draft, audience=whom)
        case "capacity":
            why = text("meet-why-capacity", piece=piece, most=LARGEST)
            return replace(draft, capacity=await questions.ask_capacity(ask, at=number, why=why))
        case _:
            why = text("meet-why-reminders", piece=piece)
            befores = await questions.ask_reminders(ctx, ask, draft, at=number, why=why)
            return replace(draft, reminders=befores)


async def _complete(ctx: Ctx, ask: Ask, draft: Draft) -> Draft:
    """Ask for what is still missing: what, when, where."""
    if not draft.title:
        draft = lines.titled(draft, await questions.ask_words(ask, "title"))
    if draft.pattern is None:
        draft = await questions.ask_when(ctx, ask, draft)
    if not draft.place and not draft.remote:
        draft = lines.placed(draft, await questions.ask_words(ask, "place", skip=True))
    return draft


async def _confirm(ctx: Ctx, ask: Ask, draft: Draft) -> Draft:
    """The preview, until it is sent: what would go out, to how many, who is left out."""
    round_ = 0
    while True:
        found = await preview.show(ctx, draft)
        choice = await ask.choice(
            "preview-question", preview.options(draft), at=round_, extra=found.lines
        )
        round_ += 1
        match choice:
            case "send":
                preview.check(ctx, draft, found)
                return draft
            case "other":
                draft = replace(draft, pattern=draft.other, other=draft.pattern)
            case "who":
                ask.aside(audiences.named(found.reached))
            case "try":
                ask.aside(preview.sample(ctx, draft))
            case _:
                draft = await _edit(ctx, ask, draft, round_)


FIELDS = ("title", "kind", "when", "without", "place", "link", "agenda", "audience", "capacity",
    "reminders",
)  # fmt: skip


async def _edit(ctx: Ctx, ask: Ask, draft: Draft, round_: int) -> Draft:
    recurs = draft.pattern is not None and draft.pattern.recurs
    fields = [name for name in FIELDS if recurs or name != "without"]
    options = [Option(name, Text(f"meet-edit-{name}")) for name in fields]
    match await ask.choice("edit-what", options, at=round_):
        case "title" | "agenda" as part:
            words = await questions.ask_words(ask, part, at=round_, skip=part != "title")
            return lines.with_words(draft, part, words)
        case "place":
            words = await questions.ask_words(ask, "place", at=round_, skip=True)
            return lines.placed(replace(draft, place="", remote=bool(draft.link)), words)
        case "link":
            words = await questions.ask_words(ask, "link", at=round_, skip=True)
            return lines.linked(draft, words)
        case "kind":
            kinds = [Option(kind.value, Text(f"meet-kind-{kind.value}")) for kind in Kind]
            return replace(draft, kind=Kind(await ask.choice("meet-ask-kind", kinds, at=round_)))
        case "when":
            return await questions.ask_when(ctx, ask, draft, at=round_)
        case "without" if draft.pattern is not None:
            left = await questions.ask_without(ctx, ask, draft.pattern, at=round_)
            return replace(draft, pattern=left, other=None)
        case "audience":
            return replace(draft, audience=await questions.ask_audience(ctx, ask, at=round_))
        case "capacity":
            return replace(draft, capacity=await questions.ask_capacity(ask, at=round_))
        case _:
            befores = await questions.ask_reminders(ctx, ask, draft, at=round_)
            return replace(draft, reminders=befores)
