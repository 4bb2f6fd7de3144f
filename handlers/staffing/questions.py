"""The questions of a call's wizard that need reading: times, people, towns. Never guessed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.core import Span, Text, when
from bot.core.plain import fold
from bot.engine import Ask, Ctx, Option, Unclear
from handlers.staffing.reading.needs import Needs, read_needs
from handlers.staffing.rules.draft import Slot
from handlers.staffing.rules.understood import Reader


def reader(ctx: Ctx) -> Reader:
    community = ctx.parts.settings.community
    return Reader(ctx.now, community.timezone, tuple(community.towns))


async def ask_slots(
    ctx: Ctx, ask: Ask, why: Text | None, readings: Sequence[Any], at: object = ""
) -> tuple[Slot, ...]:
    """Times: typed, or picked where two readings stand. Never guessed."""
    extra = (why,) if why else ()
    options = [
        Option(f"={n}", Text("as-is", {"words": Span(_spoken(ctx, reading))}), wide=True)
        for n, reading in enumerate(readings)
    ]
    found = await ask.read("ask-when", _slots_reader(ctx), at=at, extra=extra, options=options)
    if isinstance(found, str):
        found = readings[int(found.removeprefix("="))]
    elif found and found[0] == "?":
        choices = [
            Option(f"{n}", Text("as-is", {"words": Span(_spoken(ctx, r))}), wide=True)
            for n, r in enumerate(found[1])
        ]
        picked = await ask.choice("which-time", choices, at=f"{at}-which")
        found = found[1][int(picked)]
    return tuple(_slot(a, b) for a, b in found)


def _slot(start: str, end: str) -> Slot:
    return Slot(datetime.fromisoformat(start), datetime.fromisoformat(end))


def _spoken(ctx: Ctx, reading: Sequence[Sequence[str]]) -> str:
    zone = ctx.parts.settings.community.timezone
    spans = [
        when.Span(_slot(a, b).start.astimezone(zone), _slot(a, b).end.astimezone(zone))
        for a, b in reading
    ]
    return " + ".join(when.spoken(s, ctx.lang, zone, ctx.now) for s in spans)


def _slots_reader(ctx: Ctx) -> Any:
    def read(said: str) -> Any:
        found = reader(ctx)
        reading = when.slots(said, found.now, found.zone)
        spans = [[s.start.isoformat(), s.end.isoformat()] for s in reading.spans if s.end]
        if reading.kind in (when.Kind.RANGE, when.Kind.MULTI) and spans:
            return spans
        choices = [
            [[s.start.isoformat(), s.end.isoformat()] for s in one.spans if s.end]
            for one in reading.readings
        ]
        choices = [c for c in choices if c]
        if choices:
            return ["?", choices]
        why = str(reading.reason) or str(when.Reason.NOT_A_SLOT)
        raise Unclear("why-slots", piece=Span(said[:80]), why=why)

    return read


def needs_reader(said: str) -> list[Any]:
    found = read_needs(said)
    if isinstance(found, Needs):
        return [[n.count, list(n.posts), n.label, n.at_least, n.when] for n in found.items]
    raise Unclear("why-needs", piece=Span(found.piece[:60]), why=str(found.why))


def moment_reader(ctx: Ctx) -> Any:
    def read(said: str) -> str:
        found = reader(ctx)
        reading = when.read(said, found.now, found.zone)
        if reading.kind not in (when.Kind.POINT, when.Kind.DEADLINE):
            raise Unclear("why-reply_by", piece=Span(said[:60]), why=str(reading.reason))
        span = reading.spans[0]
        return (span.end or span.start).isoformat()

    return read


def towns_reader(ctx: Ctx) -> Any:
    known = {fold(t): t for t in ctx.parts.settings.community.towns}

    def read(said: str) -> list[str]:
        asked = [w.strip() for w in said.replace(" et ", ",").split(",") if w.strip()]
        wrong = [w for w in asked if fold(w) not in known]
        if wrong:
            raise Unclear("why-towns", piece=Span(", ".join(wrong)[:80]), why="unknown-town")
        return [known[fold(w)] for w in asked]

    return read
