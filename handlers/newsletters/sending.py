"""How an issue leaves: half a minute in which it can be held back, or at its hour; then copy by
copy, a few at a time, so that everything else goes before it and nobody's night is disturbed."""

from collections import Counter
from datetime import datetime, timedelta

from bot.core import Lane, Lang, Message, Right, Text
from bot.core.errors import Refusal
from bot.core.facts import HeldBack, LeftNow, TimerMissed
from bot.core.people import Role
from bot.engine import Ctx, Late, button, holding, job, on
from bot.engine.awake import own_zone, quiet_of
from handlers.newsletters import keys, letter, whom
from handlers.newsletters.rules import body
from handlers.newsletters.rules.leaving import end_of_day, may_have_it
from storage import ledger, newsletters, newsreaders, people
from storage.chats import Chat
from storage.newsletters import Addressee, Issue, State
from storage.outbox import State as Sent
from storage.people import Member, Standing

AT_ONCE = 100
"""Copies of an issue that wait for one platform at a time; more are owed when these have left."""
EVERY = timedelta(seconds=15)
AWAY = timedelta(minutes=10)
"""When a platform that takes nothing is tried again: its copies must not pile up into the night."""


async def hold(ctx: Ctx, issue: Issue) -> datetime:
    """It leaves in half a minute; when."""
    issue.state, issue.sent_by, issue.send_at = State.WAITING, ctx.me.id, None
    await ctx.forget(keys.leaving(issue.id))
    ctx.audit("newsletter.sending", keys.about(issue.id), None, {"by": ctx.me.id})
    ctx.renew(keys.about(issue.id), children=True)
    return holding.begin(ctx, keys.about(issue.id))


@on(HeldBack)
async def held_back(ctx: Ctx, fact: HeldBack) -> None:
    issue = await _waiting(ctx, fact.about)
    if issue is None:
        return
    ctx.require(Right.WRITE_NEWS)
    issue.state = State.DRAFT
    ctx.renew(keys.about(issue.id), children=True)
    ctx.say("news-held", name=letter.name(issue).text)


@on(LeftNow)
async def left_now(ctx: Ctx, fact: LeftNow) -> None:
    issue = await _waiting(ctx, fact.about)
    if issue is not None:
        await leave(ctx, issue)


async def _waiting(ctx: Ctx, about: str) -> Issue | None:
    number = keys.issue_of(about)
    issue = await newsletters.claim(ctx.tx, number) if number else None
    return issue if issue is not None and issue.state is State.WAITING else None


def plan(ctx: Ctx, issue: Issue, at: datetime) -> None:
    """It leaves at its hour, and is locked until then. Late, it leaves the same day or not."""
    issue.state, issue.send_at, issue.missed_at = State.SCHEDULED, at, None
    issue.locked_by = issue.sent_by = ctx.me.id
    until = end_of_day(at, ctx.zone)
    ctx.at(at, leave_at_last.call(issue.id), until=until, name=keys.leaving(issue.id))
    ctx.audit("newsletter.scheduled", keys.about(issue.id), None, {"at": at.isoformat()})
    ctx.renew(keys.about(issue.id), children=True)


@job("newsletters.leave", late=Late.UNTIL)
async def leave_at_last(ctx: Ctx, issue_id: int) -> None:
    issue = await newsletters.claim(ctx.tx, issue_id)
    if issue is not None and issue.state is State.SCHEDULED:
        await leave(ctx, issue)


@on(TimerMissed)
async def missed(ctx: Ctx, fact: TimerMissed) -> None:
    """The bot was off all that day: whoever sent it decides anew."""
    if fact.job not in (leave_at_last.name, post.name):
        return
    issue = await newsletters.claim(ctx.tx, int(str(fact.args["issue_id"])))
    if issue is None or issue.state not in (State.SCHEDULED, State.LEAVING):
        return
    cut = issue.state is State.LEAVING
    issue.state = State.LEAVING if cut else State.LOCKED
    issue.missed_at, issue.send_at = fact.due_at, None
    ctx.renew(keys.desk(issue.id))
    key = "news-cut" if cut else "news-missed"
    told = Text(key, {"name": letter.name(issue).text, "at": fact.due_at})
    await tell_editors(ctx, issue, Message((told,)))


@button("newsletters.resume", right=Right.WRITE_NEWS)
async def resume(ctx: Ctx, issue_id: int) -> None:
    """Those who have waited since then get it after all."""
    issue = await newsletters.claim(ctx.tx, issue_id)
    if issue is None or issue.state is not State.LEAVING or issue.missed_at is None:
        raise Refusal("news-not-leaving")
    issue.missed_at = None
    ctx.audit("newsletter.resumed", keys.about(issue_id))
    await post.run(ctx, issue_id)


async def leave(ctx: Ctx, issue: Issue) -> None:
    """What it says and for whom is fixed now; each copy leaves when its reader is awake."""
    issue.body = await letter.text_of(ctx.tx, issue)
    issue.folded = body.searchable(str(issue.number or ""), issue.title, issue.body)
    issue.state, issue.left_at = State.LEAVING, ctx.now
    ctx.renew(keys.about(issue.id), children=True)
    found = (await whom.recipients(ctx, issue)).reached
    issue.passed = len(found.beyond) + len(found.lost)
    for member, _ in found.people:
        at = may_have_it(ctx.now, own_zone(ctx, member), quiet_of(ctx, member))
        ctx.tx.add(Addressee(issue_id=issue.id, member_id=member.id, due_at=at))
    for chat in found.chats:
        ctx.tx.add(Addressee(issue_id=issue.id, chat_id=chat.id, due_at=_quiet_here(ctx)))
    await ctx.tx.flush()
    await post.run(ctx, issue.id)


def _quiet_here(ctx: Ctx) -> datetime:
    hours = ctx.parts.settings.community.quiet_hours
    return may_have_it(ctx.now, ctx.zone, (hours.start, hours.end))


@job("newsletters.post", late=Late.UNTIL)
async def post(ctx: Ctx, issue_id: int) -> None:
    """Some of the copies; the rest a little later."""
    issue = await newsletters.claim(ctx.tx, issue_id)
    if issue is None or issue.state is not State.LEAVING:
        return
    before = issue.people + issue.channels
    due = await newsletters.expecting(ctx.tx, issue_id, ctx.now, AT_ONCE)
    await _to_members(ctx, issue, [row for row in due if row.member_id is not None])
    for row in due:
        if row.chat_id is not None:
            await _to_chat(ctx, issue, row, row.chat_id)
    await ctx.tx.flush()
    _, first = await newsletters.still_waiting(ctx.tx, issue_id)
    ctx.renew(keys.desk(issue_id))
    if first is None:
        return await _leaves(ctx, issue, owed=issue.people + issue.channels - before)
    at, again = max(first, ctx.now + EVERY), post.call(issue_id)
    return ctx.at(at, again, until=end_of_day(at, ctx.zone), name=keys.posting(issue_id))


async def _leaves(ctx: Ctx, issue: Issue, owed: int) -> None:
    """All copies are owed, `owed` of them just now: it has left when the last of them has. What
    a platform refused was sent to nobody."""
    found = await ledger.progress(ctx.tx, keys.about(issue.id))
    if owed + found.get(Sent.DUE, 0) + found.get(Sent.SENDING, 0):
        return ctx.at(ctx.now + EVERY, post.call(issue.id), name=keys.posting(issue.id))
    failed = min(found.get(Sent.FAILED, 0), issue.people)
    issue.people, issue.passed = issue.people - failed, issue.passed + failed
    await _done(ctx, issue)


async def _to_members(ctx: Ctx, issue: Issue, rows: list[Addressee]) -> None:
    ids = [row.member_id for row in rows if row.member_id is not None]
    members = {m.id: m for m in await people.hold(ctx.tx, ids)}
    wanting, where = await newsreaders.wanting(ctx.tx), await ctx.reach(ids)
    owed = Counter(await ledger.due_by_platform(ctx.tx, keys.about(issue.id)))
    for row in rows:
        member = members.get(row.member_id or 0)
        if member is None or member.id not in wanting or not _may(ctx, member):
            await ctx.tx.delete(row)
            continue
        at = may_have_it(ctx.now, own_zone(ctx, member), quiet_of(ctx, member))
        if at > ctx.now:
            row.due_at = at
            continue
        if member.id not in where:
            issue.passed += 1
            await ctx.tx.delete(row)
            continue
        account = where[member.id][1]
        if account.platform in ctx.parts.down or owed[account.platform] >= AT_ONCE:
            row.due_at = ctx.now + (AWAY if account.platform in ctx.parts.down else EVERY)
            continue
        owed[account.platform] += 1
        issue.people += 1
        await ctx.tx.delete(row)
        ctx.deal(
            account.where, letter.letter.key(issue.id), lane=Lane.NEWS, lang=Lang(member.lang),
            simple=member.simple, about=keys.about(issue.id),
        )  # fmt: skip


def _may(ctx: Ctx, member: Member) -> bool:
    return member.standing is Standing.ACTIVE and not member.resting(ctx.now)


async def _to_chat(ctx: Ctx, issue: Issue, row: Addressee, chat_id: int) -> None:
    at = _quiet_here(ctx)
    if at > ctx.now:
        row.due_at = at
        return
    await ctx.tx.delete(row)
    chat = await ctx.tx.get(Chat, chat_id)
    if chat is None or chat_id not in await whom.open_chats(ctx.tx):
        issue.passed += 1
        return
    issue.channels += 1
    ctx.deal(
        chat.where, letter.letter.key(issue.id), lane=Lane.NEWS, lang=Lang(chat.lang),
        about=keys.about(issue.id),
    )  # fmt: skip


async def _done(ctx: Ctx, issue: Issue) -> None:
    issue.state, issue.done_at = State.SENT, ctx.now
    if issue.sent_by is None:
        return
    done = Text("news-done", {"name": letter.name(issue).text, **counts(issue)})
    await tell_editors(ctx, issue, Message((done,)))


def counts(issue: Issue) -> dict[str, int]:
    return {"people": issue.people, "channels": issue.channels, "passed": issue.passed}


@button("newsletters.halt", right=Right.WRITE_NEWS)
async def halt(ctx: Ctx, issue_id: int) -> None:
    """Those who have it keep it; nobody else gets it any more."""
    issue = await newsletters.claim(ctx.tx, issue_id)
    if issue is None or issue.state is not State.LEAVING:
        raise Refusal("news-not-leaving")
    await ctx.forget(keys.posting(issue_id))
    waiting = await newsletters.let_go(ctx.tx, issue_id)
    owed = len(await ledger.withdraw(ctx.tx, keys.about(issue_id)))
    issue.people = max(0, issue.people - owed)
    issue.state, issue.done_at = State.SENT, ctx.now
    ctx.audit("newsletter.stopped", keys.about(issue_id), None, {"kept-from": waiting + owed})
    ctx.renew(keys.desk(issue_id))
    ctx.say("news-halted", name=letter.name(issue).text, **counts(issue), kept=waiting + owed)


async def tell_editors(ctx: Ctx, issue: Issue, message: Message, *, besides: int = 0) -> None:
    """Whoever sent it, else who made it; every coordinator if both have left. `besides` knows."""
    for member_id in (issue.sent_by, issue.made_by):
        if member_id == besides:
            return None
        if member_id is not None and await ctx.reach([member_id]):
            return await ctx.tell([member_id], message, lane=Lane.REMINDERS)
    all_of_them = [m.id for m in await people.ranked(ctx.tx, Role.COORDINATOR)]
    return await ctx.tell(all_of_them, message, lane=Lane.REMINDERS)
