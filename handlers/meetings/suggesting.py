"""«🗓 Selon les disponibilités»: dates that suit most, by what members have said of their week."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.core import Span, Text, text
from bot.core.audience import Audience
from bot.engine import Ask, Ctx, Option, audiences
from handlers.meetings import words
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules import suggesting as rules
from handlers.meetings.rules.pattern import Pattern
from handlers.meetings.rules.suggesting import Person
from storage import absences
from storage.everyone import AnyMember

LEAST = 2


async def option(ctx: Ctx, whom: Audience) -> list[Option]:
    """Offered where somebody has said when they are free."""
    if not any(member.week for member in await _members(ctx, whom)):
        return []
    said = ("disponibilités", "disponibilites", "availability")
    return [Option("free", Text("poll-dates-free"), said, wide=True)]


async def pick(
    ctx: Ctx, ask: Ask, whom: Audience, *, at: object = "", besides: int = 0
) -> tuple[Pattern, ...]:
    """Those that are left ticked, at least two of them with what was said before."""
    rows = await ask.keep(f"suggested:{at}", lambda: _best(ctx, whom))
    known, round_ = await ask.keep(f"known:{at}", lambda: _known(ctx, whom)), 0
    every = [str(number) for number in range(len(rows))]
    options = [Option(n, _said(ctx, rows[int(n)], known), wide=True) for n in every]
    while True:
        chosen = await ask.several(
            "poll-ask-free", options, at=f"{at}-{round_}", ticked=every, known=known
        )
        if len(chosen) + besides >= LEAST:
            return tuple(_pattern(ctx, rows[int(n)]) for n in sorted(chosen, key=int))
        round_ += 1


def _said(ctx: Ctx, row: Sequence[Any], known: int) -> Text:
    start, end = _times(row)
    when = words.button(patterns.Times(start, end, start.date()), ctx.zone, ctx.lang)
    return text("poll-free", when=Span(when), count=row[2], of=known)


def _pattern(ctx: Ctx, row: Sequence[Any]) -> Pattern:
    return patterns.of(*_times(row), ctx.zone)


def _times(row: Sequence[Any]) -> tuple[datetime, datetime]:
    """Of a row of `_best`."""
    return datetime.fromisoformat(row[0]), datetime.fromisoformat(row[1])


async def _best(ctx: Ctx, whom: Audience) -> list[list[Any]]:
    """JSON: start, end, how many are free."""
    people = await _people(ctx, whom)
    lasts = timedelta(minutes=ctx.parts.settings.meetings.usual_minutes)
    found = rules.suggested(people, ctx.now, ctx.zone, lasts)
    return [[one.start.isoformat(), one.end.isoformat(), one.free] for one in found]


async def _known(ctx: Ctx, whom: Audience) -> int:
    return sum(bool(one.week) for one in await _people(ctx, whom))


async def _people(ctx: Ctx, whom: Audience) -> list[Person]:
    last = ctx.today + timedelta(days=rules.UNTIL)
    away = await absences.between(ctx.tx, ctx.today, last)
    return [
        Person(member.week, tuple((one.first, one.last) for one in away.get(member.id, ())))
        for member in await _members(ctx, whom)
    ]


async def _members(ctx: Ctx, whom: Audience) -> list[AnyMember]:
    return [member for member, _ in (await audiences.reached(ctx, whom)).people]
