"""A series moves to other days: the next time takes the first of them, those that nobody was asked
about yet are written down anew."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.core.plain import clean
from bot.engine import Ctx
from handlers.meetings import keys, occurring
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules import reading_times
from handlers.meetings.rules.change import Sent, Wish
from handlers.meetings.rules.pattern import Pattern
from handlers.meetings.rules.understood import Reader
from storage import meetings
from storage.meetings import Time, When

NEAR = {"DAILY": 0, "WEEKLY": 3, "MONTHLY": 16, "YEARLY": 180}
"""Days before its old time from which on the next one may come."""


def read(said: str, known: Reader, old: Pattern, sent: Sent) -> Pattern | None:
    """«le 2e jeudi de chaque mois 20h», from about when it would have been; without hours these
    stay. None if it does not say what recurs."""
    found, _, problem, _ = reading_times.read_times(clean(said), known)
    if found is None or problem is not None or not found.recurs:
        return None
    if found.whole and not old.whole:
        found = replace(found, at=old.at, lasts=old.lasts, whole=False)
    near = NEAR[found.rule.partition("FREQ=")[2].partition(";")[0]]
    after = max(known.now, sent.times[0] - timedelta(days=near))
    first = next(patterns.times(found, known.zone, after), None)
    return replace(found, day=first.day) if first is not None else None


def wished(wish: Wish, days: Pattern, known: Reader) -> Wish:
    first = patterns.first(days, known.zone)
    return replace(wish, times=(first.start, first.end), days=patterns.pack(days))


async def move(ctx: Ctx, time: Time, days: dict[str, Any]) -> None:
    """Except on the days and until the day that were said before, where nothing else was said."""
    old, new = patterns.unpack(time.meeting.pattern), patterns.unpack(days)
    time.meeting.pattern = patterns.pack(
        replace(
            new, last=new.last or old.last, not_on=new.not_on or old.not_on,
            not_in=new.not_in or old.not_in,
        )
    )  # fmt: skip
    time.one.day, time.one.moved = new.day, False
    for one in await meetings.of_meeting(ctx.tx, time.meeting.id):
        if one.state is When.PLANNED and one.id != time.one.id:
            await ctx.forget(keys.timers(one.id))
            await ctx.tx.delete(one)
    await ctx.tx.flush()
    await occurring.extend(ctx, time.meeting)
