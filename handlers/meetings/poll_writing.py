"""The wizard of a poll: what the line did not say is asked, then the preview is shown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.core import Button, Message, Right, Span, Text, text
from bot.core.errors import Refusal
from bot.core.plain import fold
from bot.engine import Ask, Ctx, Option, Unclear, audiences, button, command, dialog
from bot.engine.labels import labels
from bot.engine.unclear import words_reader
from handlers.meetings import poll_opening, poll_preview, questions, suggesting
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules import polls as rules
from handlers.meetings.rules.polls import Question
from handlers.meetings.rules.reading_times import read_times
from handlers.meetings.rules.understood import Problem

TITLE = 160
"""Characters of a question."""

DATES = ("dates", "date", "de dates")
OPINION = ("opinion", "avis", "d'opinion")


@command("sondage", en="poll", right=Right.MEET)
async def poll(ctx: Ctx, rest: str) -> None:
    """«/sondage dates …»; any other line is a question of opinion; alone it asks which."""
    word, _, line = rest.strip().partition(" ")
    if fold(word) in DATES:
        return ctx.start(new_poll, kind="dates", line=line)
    if rest.strip():
        line = line if fold(word) in OPINION else rest
        return ctx.start(new_poll, kind="opinion", line=line)
    buttons = (
        Button(Text("poll-of-dates"), begin.call("dates"), words=DATES),
        Button(Text("poll-of-opinion"), begin.call("opinion"), words=OPINION),
    )
    return ctx.show(Message((Text("poll-what"),), buttons))


@button("polls.new", right=Right.MEET)
async def begin(ctx: Ctx, kind: str) -> None:
    ctx.start(new_poll, kind=kind)


@dialog("polls.write", right=Right.MEET)
async def new_poll(
    ctx: Ctx, ask: Ask, kind: str = "dates", line: str = "", draft: dict[str, Any] | None = None
) -> None:
    """`draft`: one that was held back."""
    if draft is not None:
        question = rules.unpack(draft)
    else:
        kept = await ask.keep("line", lambda: _read(ctx, kind, line))
        question = rules.unpack(kept["question"])
        for number, (part, piece, why) in enumerate(kept["problems"]):
            question = await _mend(ctx, ask, question, Problem(part, piece, why), number)
    question = await _complete(ctx, ask, question)
    question = await _confirm(ctx, ask, question)
    await poll_opening.send(ctx, question, ctx.dialog)


async def _read(ctx: Ctx, kind: str, line: str) -> dict[str, Any]:
    reader = await questions.reader(ctx)
    dated = kind == "dates"
    found = rules.read_dates(line, reader) if dated else rules.read_opinion(line, reader)
    return {
        "question": rules.pack(found.question),
        "problems": [[p.part, p.piece, p.why] for p in found.problems],
    }


async def _mend(ctx: Ctx, ask: Ask, question: Question, problem: Problem, number: int) -> Question:
    """Ask again for the one piece that was not understood; the rest is kept."""
    piece = Span(problem.piece[:80])
    match problem.part:
        case "closes":
            why = text("poll-why-closes", piece=piece)
            return replace(question, closes=await _ask_closes(ctx, ask, at=number, why=why))
        case "audience":
            why = text("reach-unclear", piece=piece)
            whom = await questions.ask_audience(ctx, ask, at=number, why=why)
            return replace(question, audience=whom)
        case "when" | "dates":
            if problem.why == "too-many":
                return await _count(ctx, ask, question, int(problem.piece), number)
            why = Text("meet-why-when", questions.why_when(problem.piece, problem.why))
            return replace(question, dates=await _ask_dates(ctx, ask, question, at=number, why=why))
        case "choices":
            why = text("poll-why-choices", why=problem.why, most=rules.MOST)
            return replace(question, choices=await _ask_choices(ctx, ask, at=number, why=why))
        case _:
            why = text("meet-why-long", what="title", length=int(problem.piece), most=TITLE)
            return replace(question, title=await _ask_title(ask, question, at=number, why=why))


async def _count(ctx: Ctx, ask: Ask, question: Question, count: int, number: int) -> Question:
    """Too many dates; or a single one, which is kept."""
    known = question.dates or ()
    if len(known) != 1:
        why = text("poll-why-many", count=count, most=rules.MOST)
        return replace(question, dates=await _ask_dates(ctx, ask, question, at=number, why=why))
    why = text("poll-why-one", when=questions.said(ctx, known[0]))
    more = await _ask_dates(ctx, ask, question, at=number, why=why, known=known)
    return replace(question, dates=more)


async def _ask_title(
    ask: Ask, question: Question, *, at: object = "", why: Text | None = None
) -> str:
    kind = "dates" if question.dates is not None else "opinion"

    read, extra = words_reader(TITLE), (why,) if why else ()
    return str(await ask.read("poll-ask-title", read, at=at, extra=extra, kind=kind))


async def _complete(ctx: Ctx, ask: Ask, question: Question) -> Question:
    if not question.title:
        question = replace(question, title=await _ask_title(ask, question))
    if question.dates is not None and len(question.dates) < rules.LEAST:
        question = replace(question, dates=await _ask_dates(ctx, ask, question))
    if question.dates is None and not question.choices:
        question = replace(question, choices=await _ask_choices(ctx, ask))
    return question


async def _ask_dates(
    ctx: Ctx, ask: Ask, question: Question, *, at: object = "", why: Text | None = None,
    known: Sequence[patterns.Pattern] = (),
) -> tuple[patterns.Pattern, ...]:  # fmt: skip
    """`known`: what was said before, to which the answer adds."""
    reader = await questions.reader(ctx)

    def read(typed: str) -> list[Any]:
        only, _, problem, dates = read_times("|".join(typed.splitlines()), reader)
        dates = rules.joined(known, dates or rules.offered(only, reader))
        if problem is not None:
            raise Unclear("meet-why-when", **questions.why_when(typed, problem.why))
        if not rules.LEAST <= len(dates) <= rules.MOST:
            raise Unclear("poll-why-many", count=len(dates), most=rules.MOST)
        return [patterns.pack(one) for one in dates]

    whom = poll_preview.whom(question)
    rows = await ask.read(
        "poll-ask-dates", read, at=at, options=await suggesting.option(ctx, whom),
        extra=(why,) if why else (),
    )  # fmt: skip
    if rows == "free":
        found = await suggesting.pick(ctx, ask, whom, at=at, besides=len(known))
        return rules.joined(known, found)
    return tuple(patterns.unpack(one) for one in rows)


async def _ask_choices(
    ctx: Ctx, ask: Ask, *, at: object = "", why: Text | None = None
) -> tuple[str, ...]:
    def read(typed: str) -> list[str]:
        found = rules.read_choices(typed)
        if wrong := rules.choices_wrong(found):
            raise Unclear("poll-why-choices", why=wrong, most=rules.MOST)
        return list(found)

    options = [Option("yes-no", Text("poll-yes-no"), ("oui non", "yes no"), wide=True)]
    found = await ask.read(
        "poll-ask-choices", read, at=at, options=options, extra=(why,) if why else ()
    )
    if found == "yes-no":
        say = labels(ctx)
        return tuple(say(f"poll-said-{one}") for one in ("yes", "no", "neither"))
    return tuple(found)


async def _ask_closes(
    ctx: Ctx, ask: Ask, *, at: object = "", why: Text | None = None
) -> datetime | None:
    known = await questions.reader(ctx)

    def read(typed: str) -> str:
        found = rules.read_deadline(typed, known)
        if found is None:
            raise Unclear("poll-why-closes", piece=Span(typed[:60]))
        return found.isoformat()

    options = [Option("", Text("poll-closes-usual"), ("habituel", "usual"))]
    found = await ask.read(
        "poll-ask-closes", read, at=at, options=options, extra=(why,) if why else ()
    )
    return datetime.fromisoformat(found) if found else None


async def _confirm(ctx: Ctx, ask: Ask, question: Question) -> Question:
    """The preview, until it is sent."""
    round_ = 0
    while True:
        found = await poll_preview.show(ctx, question)
        choice = await ask.choice(
            "preview-question", poll_preview.options(), at=round_, extra=found.lines
        )
        round_ += 1
        match choice:
            case "send":
                if found.reached.nobody:
                    raise Refusal("meet-nobody")
                if poll_preview.closes(ctx, question) <= ctx.now:
                    raise Refusal("poll-too-late")
                return question
            case "who":
                ask.aside(audiences.named(found.reached))
            case _:
                question = await _edit(ctx, ask, question, round_)


async def _edit(ctx: Ctx, ask: Ask, question: Question, round_: int) -> Question:
    dated = question.dates is not None
    fields = ["title", "dates" if dated else "choices", "audience", "closes"]
    fields += [] if dated else ["several"]
    options = [Option(name, Text(f"poll-edit-{name}")) for name in fields]
    match await ask.choice("edit-what", options, at=round_):
        case "title":
            return replace(question, title=await _ask_title(ask, question, at=round_))
        case "dates":
            return replace(question, dates=await _ask_dates(ctx, ask, question, at=round_))
        case "choices":
            return replace(question, choices=await _ask_choices(ctx, ask, at=round_))
        case "several":
            return replace(question, several=await ask.yes("poll-ask-several", at=round_))
        case "audience":
            whom = await questions.ask_audience(ctx, ask, at=round_)
            return replace(question, audience=whom)
        case _:
            return replace(question, closes=await _ask_closes(ctx, ask, at=round_))
