"""What a meeting does by itself: asks about its next time, reminds, ends."""

from datetime import datetime, timedelta

from bot.core import Lane, Message, Span, text
from bot.core.facts import TimerMissed
from bot.engine import Ctx, Late, job, on
from handlers.meetings import keys
from storage import ledger, meetings, timers
from storage.meetings import When

PACE, SETTLED = timedelta(seconds=10), timedelta(seconds=3)
"""How often a board looks how far the sending is, and how soon after the last of it."""


@job("meetings.ask", late=Late.UNTIL)
async def ask(ctx: Ctx, time_id: int) -> None:
    """Who comes to the next time of what recurs?"""
    from handlers.meetings import asking

    time = await meetings.time(ctx.tx, time_id, hold=True)
    if time is None or not time.stands or time.one.state is not When.PLANNED:
        return
    await asking.ask_next(ctx, time)


@job("meetings.remind", late=Late.UNTIL)
async def remind(ctx: Ctx, time_id: int, due: str) -> None:
    """A reminder until its meeting begins; of several that are late only the last."""
    from handlers.meetings import reminding

    time = await meetings.time(ctx.tx, time_id, hold=True)
    if time is None or not time.stands or time.one.starts_at <= ctx.now:
        return
    await reminding.remind(ctx, time, datetime.fromisoformat(due))


@on(TimerMissed)
async def missed(ctx: Ctx, fact: TimerMissed) -> None:
    """The machine was off until it had begun: its organiser gets to know, once."""
    number = fact.args.get("time_id")
    if fact.job not in (remind.name, ask.name) or not isinstance(number, int):
        return
    time = await meetings.time(ctx.tx, number)
    if time is None or not time.stands or await timers.rings_at(ctx.tx, _last(number)) is not None:
        return
    ctx.at(ctx.now, tell_missed.call(number), name=_last(number))


def _last(time_id: int) -> str:
    return f"{keys.timers(time_id)}:missed"


@job("meetings.tell-missed")
async def tell_missed(ctx: Ctx, time_id: int) -> None:
    time = await meetings.time(ctx.tx, time_id)
    if time is not None:
        said = Message((text("meet-missed", title=Span(time.meeting.title)),))
        await ctx.tell([time.meeting.made_by], said, lane=Lane.REMINDERS)


@job("meetings.follow")
async def follow(ctx: Ctx, time_id: int) -> None:
    """The board says how many have it, until everyone does."""
    last = await ledger.last_due(ctx.tx, keys.sending(time_id))
    if last is not None:
        at = max(ctx.now + PACE, last + SETTLED)
        ctx.at(at, follow.call(time_id), name=keys.timers(time_id))
    ctx.renew(keys.BOARD.format(time=time_id))


@job("meetings.over")
async def over(ctx: Ctx, time_id: int) -> None:
    from handlers.meetings import ending

    time = await meetings.time(ctx.tx, time_id, hold=True)
    if time is not None and time.stands and time.one.ends_at <= ctx.now:
        await ending.over(ctx, time)
