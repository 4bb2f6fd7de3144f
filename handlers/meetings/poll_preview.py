"""What a poll will ask, of how many, until when: shown before anything is sent."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.core import Span, Text, text
from bot.core.audience import Audience
from bot.engine import Ctx, Option, audiences
from bot.engine.audiences import Reached
from handlers.meetings import words
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules import polls as rules
from handlers.meetings.rules.polls import Question


@dataclass(frozen=True)
class Preview:
    lines: tuple[Text, ...]
    reached: Reached


async def show(ctx: Ctx, question: Question) -> Preview:
    found = await audiences.reached(ctx, whom(question))
    head = text("poll-head", kind="opinion" if question.dates is None else "dates",
                title=Span(question.title))  # fmt: skip
    lines = [*audiences.counted(found), head, *choices(ctx, question)]
    lines.append(text("poll-until", at=closes(ctx, question)))
    starts = [patterns.first(one, ctx.zone).start for one in question.dates or ()]
    if starts and min(starts) <= closes(ctx, question):
        lines.append(Text("poll-preview-late"))
    return Preview(tuple(lines), found)


def whom(question: Question) -> Audience:
    """Members only: votes in a room are seen by all."""
    return replace(question.whom, channels=())


def closes(ctx: Ctx, question: Question) -> datetime:
    return rules.closes_at(question, ctx.now, ctx.zone)


def choices(ctx: Ctx, question: Question) -> list[Text]:
    if question.dates is None:
        said = [Span(one) for one in question.choices]
    else:
        times = [patterns.first(one, ctx.zone) for one in question.dates]
        said = [Span(words.when(one, ctx.zone, ctx.lang, ctx.now)) for one in times]
    return [text("poll-choice", number=n, what=one) for n, one in enumerate(said, 1)]


def options() -> list[Option]:
    return [
        Option("send", Text("send"), ("envoyer", "send", "ok", "oui")),
        Option("who", Text("see-who"), ("qui", "who")),
        Option("edit", Text("edit"), ("modifier", "edit")),
    ]
