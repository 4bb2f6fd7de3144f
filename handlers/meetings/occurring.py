"""The times of a meeting as rows: a few ahead, always; and what rings for each of them."""

from datetime import datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from bot.engine import Ctx
from handlers.meetings import jobs, keys
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules import reminding
from storage import meetings
from storage.meetings import Meeting, Occurrence, Time, When

AHEAD = 12
"""Times of what recurs that are written down, so that calendars show them."""

FURTHEST = timedelta(days=400)


async def extend(ctx: Ctx, meeting: Meeting) -> None:
    """The next times, as far as they are not written down yet."""
    known = await meetings.of_meeting(ctx.tx, meeting.id)
    pattern, days = patterns.unpack(meeting.pattern), {one.day for one in known}
    if known and not pattern.recurs:
        return
    room = AHEAD - sum(one.state is When.PLANNED for one in known)
    every = patterns.times(pattern, meeting_zone(meeting), ctx.now)
    fresh = (times for times in every if times.day not in days)
    for times in islice(fresh, max(0, room)):
        if times.start > ctx.now + FURTHEST:
            break
        ctx.tx.add(
            Occurrence(
                meeting_id=meeting.id, day=times.day, starts_at=times.start, ends_at=times.end,
                whole=pattern.whole, moved=False, state=When.PLANNED, sequence=0,
            )
        )  # fmt: skip
    await ctx.tx.flush()


def meeting_zone(meeting: Meeting) -> ZoneInfo:
    """The zone in which its hours were said, whatever the community's is by now."""
    return ZoneInfo(meeting.zone)


def set_timers(ctx: Ctx, time: Time, *, invited_at: datetime | None = None) -> None:
    """Everything that rings for a time that people were asked about."""
    one, name = time.one, keys.timers(time.one.id)
    for at in reminders(time, ctx.now, invited_at or one.asked_at or ctx.now):
        due = at.isoformat(timespec="seconds")
        ctx.at(at, jobs.remind.call(one.id, due), until=one.starts_at, name=name)
    ctx.at(one.ends_at, jobs.over.call(one.id), name=name)


async def set_timers_anew(ctx: Ctx, time: Time) -> None:
    await ctx.forget(keys.timers(time.one.id))
    set_timers(ctx, time)


def reminders(time: Time, now: datetime, invited_at: datetime) -> tuple[datetime, ...]:
    befores = [reminding.unwritten(one) for one in time.meeting.reminders]
    return reminding.planned(
        befores, time.one.starts_at, meeting_zone(time.meeting), invited_at=invited_at, now=now,
        whole=time.one.whole,
    )  # fmt: skip


async def plan_next(ctx: Ctx, meeting: Meeting) -> None:
    """When people are asked about the next time; that of the last one may not be over yet."""
    following = await meetings.next_planned(ctx.tx, meeting.id)
    if following is None:
        return
    before = [one for one in await meetings.of_meeting(ctx.tx, meeting.id)
              if one.state is When.ASKED and one.starts_at < following.starts_at]  # fmt: skip
    at = reminding.invited(
        following.starts_at, ctx.parts.settings.meetings.ask_days,
        max((one.ends_at for one in before), default=None), meeting_zone(meeting),
    )  # fmt: skip
    name = keys.timers(following.id)
    await ctx.forget(name)
    ctx.at(max(at, ctx.now), jobs.ask.call(following.id), until=following.starts_at, name=name)
