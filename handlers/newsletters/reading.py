"""The questions about an issue that need reading: days and hours, as people write them."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from bot.core import Span, when
from bot.core.quiet import in_quiet_hours
from bot.core.when import Kind, Reason
from bot.engine import Ctx, Unclear

AT = time(10)
"""When an issue leaves on a day for which nobody gave an hour: said again before it is kept."""
LAST = time(23, 59)
SOONEST = timedelta(minutes=2)
FURTHEST = timedelta(days=366)
ONCE_PASSED = (Reason.TODAY_OR_NEXT_WEEK, Reason.TODAY_OR_NEXT_MONTH, Reason.JUST_PASSED,
               Reason.HOUR_PASSED)  # fmt: skip
"""«samedi», said on a Saturday at noon of ten in the morning: only the next one is left."""
WHY_NOT = {Reason.PAST: "news-when-past", Reason.TOO_FAR: "news-when-far"}


def hour_reader(ctx: Ctx) -> Callable[[str], str]:
    """A moment to come: «samedi 5 décembre 10h»; never in the community's quiet hours."""

    def read(said: str) -> str:
        found = _one(ctx, said, (Kind.POINT, Kind.DAY, Kind.RANGE))
        at = found.start
        if found.convention is when.Convention.DAY:
            at = datetime.combine(at.astimezone(ctx.zone).date(), AT, tzinfo=ctx.zone)
        _must_be_ahead(ctx, at)
        hours = ctx.parts.settings.community.quiet_hours
        if in_quiet_hours(at, ctx.zone, hours.start, hours.end):
            raise Unclear("news-when-quiet", first=hours.start, last=hours.end)
        return at.isoformat()

    return read


def day_reader(ctx: Ctx) -> Callable[[str], str]:
    """The last minute of a day to come: «jeudi 3 décembre», «avant le 4»."""

    def read(said: str) -> str:
        found = _one(ctx, said, (Kind.POINT, Kind.DAY, Kind.RANGE, Kind.DEADLINE))
        last = found.start if found.convention is when.Convention.DAY else found.end or found.start
        if found.end is not None and last == found.end:
            last -= timedelta(minutes=1)
        at = datetime.combine(last.astimezone(ctx.zone).date(), LAST, tzinfo=ctx.zone)
        _must_be_ahead(ctx, at)
        return at.isoformat()

    return read


def _one(ctx: Ctx, said: str, kinds: tuple[Kind, ...]) -> when.Span:
    """What was meant, if only one thing can have been."""
    reading = when.read(said, ctx.now, ctx.zone)
    if reading.kind in kinds:
        return reading.spans[0]
    able = [one.spans[0] for one in reading.readings if one.kind in kinds]
    ahead = [span for span in able if (span.end or span.start) > ctx.now]
    if len(ahead) == 1 and reading.reason in ONCE_PASSED:
        return ahead[0]
    if len(ahead) > 1:
        raise Unclear("news-when-which", days=tuple(span.start.date() for span in ahead[:3]))
    raise Unclear(WHY_NOT.get(reading.reason, "news-when-unclear"), said=Span(said[:60]))


def _must_be_ahead(ctx: Ctx, at: datetime) -> None:
    if at < ctx.now + SOONEST:
        raise Unclear("news-when-past")
    if at > ctx.now + FURTHEST:
        raise Unclear("news-when-far")
