"""An issue taken in hand: found as it is now, shown, locked and unlocked."""

from bot.core import Lane, Message, Right, Text
from bot.core.errors import Refusal
from bot.core.messages import Arg
from bot.engine import Ctx, button
from handlers.newsletters import keys, letter
from storage import newsletters
from storage.newsletters import Issue, State

EDITABLE = (State.DRAFT,)
SENDABLE = (State.DRAFT, State.LOCKED, State.SCHEDULED)


async def editable(ctx: Ctx, issue_id: int) -> Issue:
    """Nobody edits what is locked, scheduled or gone."""
    return await _in(ctx, issue_id, EDITABLE)


async def sendable(ctx: Ctx, issue_id: int) -> Issue:
    return await _in(ctx, issue_id, SENDABLE)


async def _in(ctx: Ctx, issue_id: int, states: tuple[State, ...]) -> Issue:
    issue = await newsletters.claim(ctx.tx, issue_id)
    if issue is None or issue.state is State.DROPPED:
        raise Refusal("news-dropped-already")
    if issue.state not in states:
        gone = issue.gone or issue.state is State.WAITING
        raise Refusal("news-gone" if gone else "news-locked", name=letter.name(issue).text)
    return issue


async def show(ctx: Ctx, issue_id: int) -> None:
    """Its message, here and now, below what was said."""
    await ctx.show_card(keys.desk(issue_id))


def put(ctx: Ctx, message: Message) -> None:
    """A page, in place of what was touched; at the end of a wizard in its own message."""
    if ctx.reuse is not None:
        ctx.show(message)
    else:
        ctx.flip(message)


def changed(ctx: Ctx, issue: Issue, what: str) -> None:
    ctx.audit("newsletter.changed", keys.about(issue.id), None, {"what": what})
    ctx.renew(keys.desk(issue.id))


@button("newsletters.desk", right=Right.WRITE_NEWS)
async def open_desk(ctx: Ctx, issue_id: int) -> None:
    issue = await ctx.tx.get(Issue, issue_id)
    if issue is None or issue.state is State.DROPPED:
        raise Refusal("news-dropped-already")
    await show(ctx, issue_id)


@button("newsletters.lock", right=Right.WRITE_NEWS)
async def lock(ctx: Ctx, issue_id: int) -> None:
    issue = await editable(ctx, issue_id)
    issue.state, issue.locked_by = State.LOCKED, ctx.me.id
    ctx.audit("newsletter.locked", keys.about(issue_id), {"state": State.DRAFT}, None)
    ctx.renew(keys.about(issue_id), children=True)


@button("newsletters.unlock", right=Right.WRITE_NEWS)
async def unlock(ctx: Ctx, issue_id: int) -> None:
    """A draft again; what was scheduled does not leave, and whoever scheduled it is told."""
    issue = await sendable(ctx, issue_id)
    if issue.state is State.DRAFT:
        return
    planned, by = issue.send_at, issue.locked_by
    issue.state, issue.send_at, issue.missed_at, issue.locked_by = State.DRAFT, None, None, None
    await ctx.forget(keys.leaving(issue_id))
    ctx.audit("newsletter.unlocked", keys.about(issue_id), None, {"state": State.DRAFT})
    ctx.renew(keys.about(issue_id), children=True)
    if planned is not None and by is not None and by != ctx.me.id:
        told: dict[str, Arg] = {"name": letter.name(issue).text, "at": planned}
        await ctx.tell([by], Message((Text("news-unscheduled", told),)), lane=Lane.REMINDERS)
