"""A question becomes a poll: its rows, its cards that leave in half a minute, its end."""

from datetime import timedelta

from bot.core import Lane, Lang, Right
from bot.core.facts import HeldBack, LeftNow
from bot.engine import Ctx, audiences, holding, job, on
from bot.engine.awake import awake_at
from bot.engine.feature import Late
from handlers.meetings import poll_ending, poll_keys, poll_preview
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules import polls as rules
from handlers.meetings.rules.polls import Question
from storage import ledger, polls
from storage.polls import Choice, Kind, Poll, Polled, State

NUDGE = timedelta(hours=24)
PACE, SETTLED = timedelta(seconds=10), timedelta(seconds=3)


async def send(ctx: Ctx, question: Question, wizard: str) -> None:
    """Ask it and show its board. The same preview sent twice makes one poll."""
    if await polls.by_preview(ctx.tx, wizard) is not None:
        return
    poll = await _rows(ctx, question, wizard)
    poll.leaves_at = at = holding.begin(ctx, poll_keys.sending(poll.id))
    found = await audiences.reached(ctx, poll_preview.whom(question))
    for member in [m for m, _ in found.people] + [m for m, _ in found.beyond]:
        ctx.tx.add(Polled(poll_id=poll.id, member_id=member.id, asked_at=ctx.now, none=False))
    for member, account in found.people:
        paused = max(at, member.paused_until or at)
        if paused >= poll.closes_at:
            continue
        ctx.deal(
            account.where, poll_keys.MEMBER.format(poll=poll.id, member=member.id),
            lane=Lane.CALLS, lang=Lang(member.lang), simple=member.simple,
            about=poll_keys.sending(poll.id), at=max(paused, awake_at(ctx, member)),
        )  # fmt: skip
    name = poll_keys.timers(poll.id)
    ctx.at(poll.closes_at, close.call(poll.id), name=name)
    if poll.closes_at - ctx.now > 2 * NUDGE:
        ctx.at(poll.closes_at - NUDGE, nudge.call(poll.id), until=poll.closes_at, name=name)
    ctx.audit("poll.sent", poll_keys.POLL.format(poll=poll.id), None,
              {"people": len(found.people), "kind": poll.kind.value})  # fmt: skip
    await ctx.show_card(poll_keys.BOARD.format(poll=poll.id))


async def _rows(ctx: Ctx, question: Question, wizard: str) -> Poll:
    poll = Poll(
        kind=Kind.OPINION if question.dates is None else Kind.DATES, title=question.title,
        several=question.several, audience=poll_preview.whom(question).pack(),
        draft=rules.pack(question), state=State.OPEN, made_by=ctx.me.id, made_at=ctx.now,
        leaves_at=ctx.now, closes_at=poll_preview.closes(ctx, question), preview=wizard,
    )  # fmt: skip
    ctx.tx.add(poll)
    await ctx.tx.flush()
    if question.dates is None:
        ctx.tx.add_all(
            Choice(poll_id=poll.id, number=n, label=one)
            for n, one in enumerate(question.choices, 1)
        )
    else:
        times = sorted({patterns.first(one, ctx.zone) for one in question.dates})
        ctx.tx.add_all(
            Choice(poll_id=poll.id, number=n, label="", starts_at=one.start, ends_at=one.end)
            for n, one in enumerate(times, 1)
        )
    await ctx.tx.flush()
    return poll


@on(HeldBack)
async def held_back(ctx: Ctx, fact: HeldBack) -> None:
    number = poll_keys.poll_of(fact.about)
    asked = await polls.load(ctx.tx, number, hold=True) if number is not None else None
    if asked is None:
        return
    ctx.require(Right.MEET)
    asked.poll.state = State.HELD
    await ctx.forget(poll_keys.timers(asked.poll.id))
    await polls.drop_asked(ctx.tx, asked.poll.id)
    ctx.renew(poll_keys.BOARD.format(poll=asked.poll.id))


@on(LeftNow)
async def left(ctx: Ctx, fact: LeftNow) -> None:
    number = poll_keys.poll_of(fact.about)
    if number is not None:
        await follow.run(ctx, number)


@job("polls.follow")
async def follow(ctx: Ctx, poll_id: int) -> None:
    """The board says how many have it, until everyone does."""
    last = await ledger.last_due(ctx.tx, poll_keys.sending(poll_id))
    if last is not None:
        at = max(ctx.now + PACE, last + SETTLED)
        ctx.at(at, follow.call(poll_id), name=poll_keys.timers(poll_id))
    ctx.renew(poll_keys.BOARD.format(poll=poll_id))


@job("polls.nudge", late=Late.UNTIL)
async def nudge(ctx: Ctx, poll_id: int) -> None:
    """The day before it closes, whoever has not answered is asked once more."""
    asked = await polls.load(ctx.tx, poll_id, hold=True)
    if asked is not None and asked.poll.state is State.OPEN:
        await poll_ending.nudge_silent(ctx, asked)


@job("polls.close")
async def close(ctx: Ctx, poll_id: int) -> None:
    asked = await polls.load(ctx.tx, poll_id, hold=True)
    if asked is not None and asked.poll.state is State.OPEN:
        await poll_ending.close(ctx, asked)
