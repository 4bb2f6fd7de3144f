"""Answers that were lost while nobody listened: invitations and polls can be nudged once more."""

from collections.abc import Iterable

from bot.core import Button, Call, Span, text
from bot.core.facts import StillOpen, Unheard
from bot.engine import Ctx, on
from handlers.meetings import nudging, poll_ending, words
from storage import meetings, polls, rsvps
from storage.polls import Polled
from storage.rsvps import Rsvp


@on(Unheard)
async def invitations(ctx: Ctx, fact: Unheard) -> None:
    for time in await meetings.coming(ctx.tx, ctx.now):
        if time.one.starts_at <= ctx.now:
            continue
        rows = await rsvps.all_of(ctx.tx, time.one.id)
        _may_be_nudged_again(rows)
        silent = nudging.silent_but(rows, time.meeting.made_by)
        told = [row.member_id for row in silent if row.invited_at < fact.until]
        if count := await _there(ctx, told, fact):
            line = text("lost-meeting", title=words.title(time), count=count)
            label = text("lost-nudge", title=words.title(time))
            again = Button(label, nudging.nudge.call(time.one.id), wide=True)
            fact.open.append(StillOpen(time.meeting.made_by, line, again))


@on(Unheard)
async def questions(ctx: Ctx, fact: Unheard) -> None:
    for poll in await polls.open_ones(ctx.tx):
        asked = await polls.load(ctx.tx, poll.id)
        rows = await polls.everyone(ctx.tx, poll.id)
        if asked is None or poll.closes_at <= ctx.now:
            continue
        _may_be_nudged_again(rows)
        silent = poll_ending.are_silent(asked, rows)
        told = [row.member_id for row in silent if row.asked_at < fact.until]
        if count := await _there(ctx, told, fact):
            line = text("lost-meeting", title=Span(poll.title), count=count)
            label = text("lost-nudge", title=Span(poll.title))
            again = Button(label, Call("polls.nudge-now", {"poll_id": poll.id}), wide=True)
            fact.open.append(StillOpen(poll.made_by, line, again))


def _may_be_nudged_again(rows: Iterable[Rsvp | Polled]) -> None:
    """What they were nudged to say may have been lost, too."""
    for row in rows:
        row.nudged_at = None


async def _there(ctx: Ctx, members: Iterable[int], fact: Unheard) -> int:
    """How many of them are written to where nobody listened."""
    reached = await ctx.reach(members)
    return sum(account.platform == fact.platform for _, account in reached.values())
