"""A change is made: the rows, the timers, one message to each of those concerned."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.core import Lane
from bot.core.meetings import Answer
from bot.engine import Ctx
from bot.engine.awake import awake_at
from handlers.meetings import answering, changed, keys, occurring, rooms, series, words
from handlers.meetings.rules import change as rules
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules import reminding
from handlers.meetings.rules.change import Sent, Wish
from storage import meetings, rsvps
from storage.meeting_changes import MeetingChange
from storage.meetings import COMING, Time, When


def as_sent(time: Time) -> Sent:
    times = (time.one.starts_at, time.one.ends_at)
    return Sent(times, time.place, time.link, time.agenda, time.meeting.capacity)


async def told(ctx: Ctx, time: Time, wish: Wish) -> frozenset[int]:
    """Whoever makes the change knows of it."""
    rows = await rsvps.all_of(ctx.tx, time.one.id)
    said = {row.member_id: row.answer for row in rows if row.member_id != ctx.me.id}
    return rules.concerned(wish, said)


async def apply(ctx: Ctx, time: Time, wish: Wish, *, following: bool) -> int:
    """How many were told of it. `following`: the times after this one change too."""
    count = await _one(ctx, time, wish, own=not following)
    if wish.capacity is not None:
        await _room(ctx, time, wish.capacity or None)
    if following:
        count += await _following(ctx, time, wish)
    await occurring.plan_next(ctx, time.meeting)
    return count


async def _one(ctx: Ctx, time: Time, wish: Wish, *, own: bool) -> int:
    """This time. `own`: what it has otherwise than the others."""
    one, before = time.one, as_sent(time)
    made = MeetingChange(
        occurrence_id=one.id, made_by=ctx.me.id, made_at=ctx.now,
        before=rules.pack(rules.as_it_was(wish, before)), after=rules.pack(wish),
    )  # fmt: skip
    ctx.tx.add(made)
    await ctx.tx.flush()
    if wish.times is not None:
        one.starts_at, one.ends_at = wish.times
        one.whole, one.moved = False, one.moved or own
    if own:
        one.place = one.place if wish.place is None else wish.place
        one.link = one.link if wish.link is None else wish.link
        one.agenda = one.agenda if wish.agenda is None else wish.agenda
    one.sequence += 1
    if one.state is not When.ASKED:
        return 0
    if wish.times is not None:
        await occurring.set_timers_anew(ctx, time)
    count = await _tell(ctx, time, wish, made, before)
    if wish.place is not None or wish.times is not None:
        await rooms.tell_change(ctx, time, wish, before)
    changed_row = {name: value is not None for name, value in rules.pack(wish).items()}
    ctx.audit("meeting.changed", keys.TIME.format(time=one.id), None, changed_row)
    ctx.renew(keys.TIME.format(time=one.id), children=True)
    return count


async def _tell(ctx: Ctx, time: Time, wish: Wish, made: MeetingChange, before: Sent) -> int:
    """One message each, not in their quiet hours unless it begins too soon after these."""
    concerned = await told(ctx, time, wish)
    for row in await rsvps.all_of(ctx.tx, time.one.id):
        if row.member_id in concerned and wish.asks:
            row.change_id = made.id
    soonest = min(before.times[0], time.one.starts_at)
    reached = await ctx.reach(concerned)
    for member, account in reached.values():
        ctx.deal(
            account.where,
            changed.change_card.key(time.one.id, member.id, made.id), lane=Lane.CALLS,
            lang=words.lang(member), simple=member.simple, about=keys.timers(time.one.id),
            at=reminding.told_at(ctx.now, awake_at(ctx, member), soonest),
        )  # fmt: skip
    return len(reached)


async def _room(ctx: Ctx, time: Time, capacity: int | None) -> None:
    """More places go to who waits; with fewer nobody loses theirs."""
    was = await answering.said(ctx, time)
    if not any(s.answer in (Answer.ONSITE, Answer.WAITING) for s in was):
        time.meeting.capacity = capacity
        return
    time.meeting.capacity = capacity
    await answering.fill(ctx, time, was)
    ctx.renew(keys.TIME.format(time=time.one.id), children=True)


async def _following(ctx: Ctx, time: Time, wish: Wish) -> int:
    """The times after this one, those apart that were moved on their own."""
    meeting, zone = time.meeting, occurring.meeting_zone(time.meeting)
    meeting.place = meeting.place if wish.place is None else wish.place
    meeting.link = meeting.link if wish.link is None else wish.link
    meeting.agenda = meeting.agenda if wish.agenda is None else wish.agenda
    meeting.remote = meeting.remote or bool(meeting.link)
    if wish.days is not None:
        await series.move(ctx, time, wish.days)
        wish = replace(wish, times=None, days=None)
    pattern = patterns.unpack(meeting.pattern)
    if wish.times is not None:
        pattern = patterns.moved(pattern, *wish.times, zone)
        meeting.pattern = patterns.pack(pattern)
    count = 0
    for one in await meetings.of_meeting(ctx.tx, meeting.id):
        later = one.state in COMING and one.id != time.one.id and one.starts_at > ctx.now
        if not later or one.day < time.one.day:
            continue
        theirs = wish
        if wish.times is not None and not one.moved:
            theirs = Wish(_at(pattern, one.day, zone), wish.place, wish.link, wish.agenda)
        elif wish.times is not None:
            theirs = Wish(None, wish.place, wish.link, wish.agenda)
        count += await _one(ctx, Time(meeting, one), theirs, own=False) if theirs else 0
    return count


def _at(
    pattern: patterns.Pattern, day: date, zone: ZoneInfo
) -> tuple[datetime, datetime]:  # fmt: skip
    start = patterns.wall(day, pattern.at, zone)
    return start, patterns.wall(day, pattern.at + pattern.lasts, zone)
