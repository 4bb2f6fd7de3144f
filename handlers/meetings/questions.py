"""The questions of a meeting's wizard that need reading: times, whom, how many. Never guessed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from bot.core import Span, Text, audience, text, when
from bot.core.audience import Audience
from bot.core.messages import Arg
from bot.core.plain import clean
from bot.engine import Ask, Ctx, Option, Unclear, audiences
from bot.engine.unclear import words_reader
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules import reading_times, spoken
from handlers.meetings.rules.draft import LARGEST, MOST, Draft
from handlers.meetings.rules.line import read_room
from handlers.meetings.rules.pattern import Pattern
from handlers.meetings.rules.reading_reminders import read_reminders
from handlers.meetings.rules.understood import Reader

NONE = ("-", "aucun", "aucune", "non", "none", "no")


async def reader(ctx: Ctx) -> Reader:
    usual = ctx.parts.settings.meetings.usual_minutes
    return Reader(ctx.now, ctx.zone, await audiences.known(ctx), usual)


async def ask_when(
    ctx: Ctx, ask: Ask, draft: Draft, *, why: Text | None = None,
    readings: Sequence[Pattern] = (), at: object = "",
) -> Draft:  # fmt: skip
    """Times: typed, or picked where they can be meant in several ways."""
    extra = (why,) if why else ()
    options = [_reading(ctx, one, n) for n, one in enumerate(readings)]
    found = await ask.read(
        "meet-ask-when", _when_reader(await reader(ctx)), at=at, extra=extra, options=options
    )
    if isinstance(found, str):
        return replace(draft, pattern=readings[int(found.removeprefix("="))], other=None)
    if "choices" in found:
        choices = [patterns.unpack(one) for one in found["choices"]]
        picked = await ask.choice(
            "meet-which-time", [_reading(ctx, one, n) for n, one in enumerate(choices)], at=at
        )
        return replace(draft, pattern=choices[int(picked.removeprefix("="))], other=None)
    other = patterns.unpack(found["other"]) if found["other"] else None
    return replace(draft, pattern=patterns.unpack(found["pattern"]), other=other)


def _reading(ctx: Ctx, one: Pattern, number: int) -> Option:
    """«mardi 15 décembre, de 20 h à 21 h 30», «le 15 de chaque mois, dès le …»."""
    return Option(f"={number}", said(ctx, one), wide=True)


def said(ctx: Ctx, one: Pattern) -> Text:
    times = patterns.first(one, ctx.zone)
    stretch = when.Span(times.start.astimezone(ctx.zone), times.end.astimezone(ctx.zone))
    first = Span(when.spoken(stretch, ctx.lang, ctx.zone, ctx.now))
    if not one.recurs:
        return text("as-is", words=first)
    return text("meet-reading", what=spoken.what(one), first=first)


def _when_reader(known: Reader) -> Callable[[str], dict[str, Any]]:
    def read(typed: str) -> dict[str, Any]:
        chosen, other, problem, dates = reading_times.read_times(clean(typed), known)
        if problem is not None and problem.part == "except":
            raise Unclear("meet-why-except", piece=Span(problem.piece[:80]), why=problem.why)
        choices = dates or (problem.readings if problem else ())
        if choices:
            return {"choices": [patterns.pack(one) for one in choices]}
        if chosen is None:
            raise Unclear("meet-why-when", **why_when(typed, problem.why if problem else ""))
        return {"pattern": patterns.pack(chosen), "other": other and patterns.pack(other)}

    return read


def why_when(piece: str, why: str) -> dict[str, Arg]:
    return {"piece": Span(piece[:80]), "why": text("when-why", why=why or "not-read")}


async def ask_words(
    ask: Ask, part: str, *, at: object = "", skip: bool = False, why: Text | None = None
) -> str:
    """Words of one line; what is too long is asked again, never cut."""

    options = [Option("", Text("skip"), ("passer", "skip", *NONE))] if skip else []
    read, extra = words_reader(MOST[part]), (why,) if why else ()
    found = await ask.read(f"meet-ask-{part}", read, at=at, options=options, extra=extra)
    return str(found or "")


async def ask_audience(
    ctx: Ctx, ask: Ask, *, at: object = "", why: Text | None = None
) -> Audience | None:
    """None: everyone, and the rooms that get all meetings."""
    found = await ask.read(
        "meet-ask-audience", await audiences.reader(ctx), at=at,
        options=[Option("", Text("meet-everyone"), ("tous", "tout le monde", "everyone", "all"))],
        extra=(why,) if why else (),
    )  # fmt: skip
    return audience.unpack(found) if found else None


async def ask_capacity(ask: Ask, *, at: object = "", why: Text | None = None) -> int | None:
    def read(typed: str) -> int:
        count = read_room(typed)
        if count is None or not 0 < count <= LARGEST:
            raise Unclear("meet-why-capacity", piece=Span(typed[:40]), most=LARGEST)
        return count

    options = [Option("", Text("meet-no-limit"), ("sans limite", "no limit", *NONE))]
    found = await ask.read(
        "meet-ask-capacity", read, at=at, options=options, extra=(why,) if why else ()
    )
    return int(found) if found else None


async def ask_reminders(
    ctx: Ctx, ask: Ask, draft: Draft, *, at: object = "", why: Text | None = None
) -> tuple[str, ...] | None:
    """None: those that are usual here."""
    known = await reader(ctx)

    def read(typed: str) -> list[str]:
        found = read_reminders(typed, draft.pattern, known)
        if found is None:
            raise Unclear("meet-why-reminders", piece=Span(typed[:80]))
        return list(found)

    options = [
        Option("usual", Text("meet-reminders-usual"), ("habituels", "usual")),
        Option("none", Text("meet-reminders-off"), NONE),
    ]
    found = await ask.read(
        "meet-ask-reminders", read, at=at, options=options, extra=(why,) if why else ()
    )
    if found == "usual":
        return None
    return () if found == "none" else tuple(found)


async def ask_without(
    ctx: Ctx, ask: Ask, one: Pattern, *, at: object = "", why: Text | None = None
) -> Pattern:
    """Days on which it does not take place."""
    known = await reader(ctx)

    def read(typed: str) -> dict[str, Any]:
        words = reading_times.EXCEPT.sub(r"\1", f" {typed}").strip()
        found = reading_times.without(one, words, known)
        if not isinstance(found, Pattern):
            raise Unclear("meet-why-except", piece=Span(typed[:80]), why=found.why)
        return patterns.pack(found)

    options = [Option("", Text("meet-always"), ("toujours", "always", *NONE))]
    found = await ask.read(
        "meet-ask-without", read, at=at, options=options, extra=(why,) if why else ()
    )
    return patterns.unpack(found) if found else replace(one, not_on=(), not_in=())
