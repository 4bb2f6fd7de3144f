"""People are asked whether they come: their cards, the rooms' cards, the organiser's board."""

from datetime import datetime

from bot.core import Lane, Lang, audience
from bot.core.meetings import Answer
from bot.engine import Ctx, audiences
from bot.engine.audiences import Reached
from bot.engine.awake import awake_at
from handlers.meetings import keys, occurring
from handlers.meetings.rules import reminding
from storage import lists, rsvps
from storage.meetings import Time, When
from storage.people import Member
from storage.rsvps import Rsvp


async def ask(ctx: Ctx, time: Time, at: datetime) -> Reached:
    """Everyone whom it is for is asked from that moment on, not in their quiet hours."""
    one = time.one
    found = await audiences.reached(ctx, audience.unpack(time.meeting.audience))
    one.state, one.asked_at = When.ASKED, ctx.now
    for member, _ in found.people:
        ctx.tx.add(_invited(one.id, member.id, ctx.now))
    for member, _ in found.beyond:
        ctx.tx.add(_invited(one.id, member.id, ctx.now))
    about = keys.sending(one.id)
    for member, account in found.people:
        when = reminding.asked_at(
            at, awake_at(ctx, member), member.paused_until, one.starts_at
        )  # fmt: skip
        if when is None:
            continue
        ctx.deal(
            account.where, keys.MEMBER.format(time=one.id, member=member.id), lane=Lane.CALLS,
            lang=Lang(member.lang), simple=member.simple, about=about, at=when,
        )  # fmt: skip
    for chat in found.chats:
        ctx.deal(
            chat.where, keys.ROOM.format(time=one.id), lane=Lane.CALLS, lang=Lang(chat.lang),
            about=about, at=at,
        )  # fmt: skip
    occurring.set_timers(ctx, time)
    await occurring.extend(ctx, time.meeting)
    await occurring.plan_next(ctx, time.meeting)
    return found


def _invited(time: int, member: int, now: datetime) -> Rsvp:
    return Rsvp(
        occurrence_id=time, member_id=member, answer=Answer.INVITED, turn=0, invited_at=now,
        change_id=0,
    )  # fmt: skip


async def invite(ctx: Ctx, time: Time, member_id: int) -> Rsvp:
    """The row of somebody who answers without having been asked: from a room's card, or because
    they joined since."""
    row = await rsvps.of(ctx.tx, time.one.id, member_id)
    if row is None:
        row = _invited(time.one.id, member_id, ctx.now)
        ctx.tx.add(row)
        await ctx.tx.flush()
    return row


async def is_for(ctx: Ctx, time: Time, member: Member) -> bool:
    """Was this person meant, even if they joined after the others were asked?"""
    whom = audience.unpack(time.meeting.audience)
    on = (await lists.of_members(ctx.tx)).get(member.id, ()) if whom.lists else ()
    return whom.takes(member.profession, member.town, on)


async def ask_next(ctx: Ctx, time: Time) -> None:
    """The next time of what recurs: the cards, and a board for whoever organises it."""
    await ask(ctx, time, ctx.now)
    reached = await ctx.reach([time.meeting.made_by])
    for member, account in reached.values():
        ctx.deal(
            account.where, keys.BOARD.format(time=time.one.id), lane=Lane.REMINDERS,
            lang=Lang(member.lang), simple=member.simple, at=awake_at(ctx, member),
        )  # fmt: skip
