"""Answers that were lost while nobody listened: invitations and polls can be nudged once more."""

from collections.abc import Sequence

from bot.core import Button, Call, Span, text
from bot.core.facts import StillOpen, Unheard
from bot.core.meetings import Answer
from bot.engine import Ctx, on
from handlers.meetings import nudging, words
from storage import meetings, polls, rsvps
from storage.polls import Polled
from storage.rsvps import Rsvp


@on(Unheard)
async def invitations(ctx: Ctx, fact: Unheard) -> None:
    for time in await meetings.coming(ctx.tx, ctx.now):
        if time.one.starts_at <= ctx.now:
            continue
        rows = [
            row for row in await rsvps.all_of(ctx.tx, time.one.id)
            if row.answer is Answer.INVITED and row.invited_at < fact.until
        ]  # fmt: skip
        again = nudging.nudge.call(time.one.id)
        await _add(ctx, fact, rows, words.title(time), time.meeting.made_by, again)


@on(Unheard)
async def questions(ctx: Ctx, fact: Unheard) -> None:
    for poll in await polls.open_ones(ctx.tx):
        if poll.closes_at <= ctx.now:
            continue
        rows = [
            row for row in await polls.everyone(ctx.tx, poll.id)
            if row.answered_at is None and row.asked_at < fact.until
        ]  # fmt: skip
        again = Call("polls.nudge-now", {"poll_id": poll.id})
        await _add(ctx, fact, rows, Span(poll.title), poll.made_by, again)


async def _add(
    ctx: Ctx, fact: Unheard, rows: Sequence[Rsvp | Polled], title: Span, made_by: int, again: Call
) -> None:
    """Those who are written to where nobody listened may be nudged once more, whoever asks aside:
    what they said to an earlier nudge may be lost."""
    reached = await ctx.reach([row.member_id for row in rows if row.member_id != made_by])
    there = {
        one for one, (member, account) in reached.items()
        if account.platform == fact.platform and not member.resting(ctx.now)
    }  # fmt: skip
    for row in rows:
        if row.member_id in there:
            row.nudged_at = None
    if there:
        line = text("lost-meeting", title=title, count=len(there))
        button = Button(text("lost-nudge", title=title), again, wide=True)
        fact.open.append(StillOpen(made_by, line, button))
