"""«🔁 Relancer»: those who have not answered are asked once more, and only once."""

from collections.abc import Sequence

from bot.core import Lane, Right
from bot.core.errors import Refusal
from bot.core.meetings import Answer
from bot.engine import Ctx, button
from bot.engine.awake import awake_at
from handlers.meetings import keys, words
from handlers.meetings.rules import reminding
from storage import meetings, rsvps
from storage.meetings import Time
from storage.rsvps import Rsvp

ASKS = "-ask"
"""Ends the name of a reminder that asks who was silent so far."""


def is_silent(row: Rsvp) -> bool:
    """Has not answered, and was not asked once more yet."""
    return row.answer is Answer.INVITED and row.nudged_at is None


def silent_but(rows: Sequence[Rsvp], member: int) -> list[Rsvp]:
    """Whoever calls the meeting, or nudges, knows of it."""
    return [row for row in rows if is_silent(row) and row.member_id != member]


@button("meetings.nudge", right=Right.MEET)
async def nudge(ctx: Ctx, time_id: int) -> None:
    time = await meetings.time(ctx.tx, time_id, hold=True)
    if time is None or not time.stands:
        raise Refusal("meet-cancelled")
    if time.one.starts_at <= ctx.now:
        raise Refusal("meet-begun")
    silent = silent_but(await rsvps.all_of(ctx.tx, time_id), ctx.me.id)
    if not silent:
        raise Refusal("meet-nobody-silent")
    # a name of its own: after a long absence the same people may be nudged a second time
    told = await remind_all(ctx, time, silent, f"nudge-{ctx.now:%Y%m%dT%H%M%S%f}")
    ctx.audit("meeting.nudged", keys.TIME.format(time=time_id), None, {"people": told})
    ctx.renew(keys.BOARD.format(time=time_id))
    ctx.say("meet-nudged", count=told, title=words.title(time))


async def remind_all(ctx: Ctx, time: Time, rows: list[Rsvp], number: str) -> int:
    """A reminder for each of them, not in their quiet hours; how many can be reached. Whoever
    has not answered is asked by it; in a pause they are left in peace."""
    by_member = {row.member_id: row for row in rows}
    reached, told = await ctx.reach(by_member), 0
    for member, account in reached.values():
        row = by_member[member.id]
        at = reminding.told_at(ctx.now, awake_at(ctx, member), time.one.starts_at)
        if row.answer is Answer.INVITED and member.resting(ctx.now):
            continue
        asks = is_silent(row)
        if asks:
            row.nudged_at = ctx.now
        name = f"{number}{ASKS if asks else ''}"
        ctx.deal(
            account.where,
            keys.REMINDER.format(time=time.one.id, member=member.id, number=name),
            lane=Lane.REMINDERS, lang=words.lang(member), simple=member.simple, at=at,
            about=keys.timers(time.one.id),
        )  # fmt: skip
        told += 1
    return told
