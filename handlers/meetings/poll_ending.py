"""The silent are asked once more; a poll closes, and whoever asked is told what came of it."""

from collections.abc import Iterable

from bot.core import Button, Call, Lane, Message, Span, text
from bot.engine import Ctx
from bot.engine.awake import awake_at
from handlers.meetings import poll_keys, poll_words, words
from storage import polls
from storage.polls import Asked, Polled, State


def are_silent(asked: Asked, rows: Iterable[Polled]) -> list[Polled]:
    return [
        row for row in rows
        if row.answered_at is None and row.nudged_at is None
        and row.member_id != asked.poll.made_by
    ]  # fmt: skip


async def nudge_silent(ctx: Ctx, asked: Asked) -> int:
    """How many were asked again; nobody twice, and not whoever asks."""
    poll = asked.poll
    silent = {
        row.member_id: row for row in are_silent(asked, await polls.everyone(ctx.tx, poll.id))
    }
    reached = await ctx.reach(silent)
    for member, account in reached.values():
        silent[member.id].nudged_at = ctx.now
        again = Call("polls.show", {"poll_id": poll.id})
        said = text("poll-nudge", title=Span(poll.title), at=poll.closes_at)
        ctx.post(
            account.where, Message((said,), (Button(text("poll-answer"), again),)),
            lane=Lane.REMINDERS, lang=words.lang(member), simple=member.simple,
            at=awake_at(ctx, member), about=poll_keys.timers(poll.id),
        )  # fmt: skip
    ctx.renew(poll_keys.BOARD.format(poll=poll.id))
    return len(reached)


async def close(ctx: Ctx, asked: Asked) -> None:
    """Every copy says so, with the figures; whoever asked gets them in a message."""
    poll = asked.poll
    poll.state = State.CLOSED
    await ctx.forget(poll_keys.timers(poll.id))
    for member, account in (await ctx.reach([poll.made_by])).values():
        lines = await poll_words.results(ctx.tx, asked, ctx.zone, words.lang(member))
        head = text("poll-closed-head", title=Span(poll.title))
        show = Button(text("poll-board"), Call("polls.board", {"poll_id": poll.id}))
        ctx.post(
            account.where, Message((head, *lines), (show,)), lane=Lane.REMINDERS,
            lang=words.lang(member), simple=member.simple, at=awake_at(ctx, member),
        )  # fmt: skip
    ctx.audit("poll.closed", poll_keys.POLL.format(poll=poll.id))
    ctx.renew(poll_keys.POLL.format(poll=poll.id), children=True)


async def retained(ctx: Ctx, poll_id: int, choice_id: int) -> None:
    """The date that became a meeting: its invitation tells everyone, the copies of the poll say
    it too."""
    asked = await polls.load(ctx.tx, poll_id, hold=True)
    if asked is None:
        return
    asked.poll.retained, asked.poll.state = choice_id, State.CLOSED
    await ctx.forget(poll_keys.timers(poll_id))
    ctx.audit("poll.retained", poll_keys.POLL.format(poll=poll_id), None, {"choice": choice_id})
    ctx.renew(poll_keys.POLL.format(poll=poll_id), children=True)
