"""Whom an editor asks for a text: chosen by name, told once, reminded, told if it is called off."""

from collections.abc import Sequence
from datetime import datetime

from bot.core import Lane, Lang, Message, Right, Span, Text
from bot.core.plain import fold
from bot.engine import Ask, Ctx, Late, Option, Unclear, button, dialog, job
from bot.engine.awake import awake_at
from handlers.newsletters import asking, issues, keys, letter, sending
from handlers.newsletters.contributing import contribution
from handlers.newsletters.rules.reminding import reminders
from storage import newsletters, people, places
from storage.newsletters import Article, Asked, Issue, State
from storage.people import Account, Member, Standing

MOST = 12
"""Contributors of one issue."""
OFFERED = 8


@button("newsletters.contributors", right=Right.WRITE_NEWS)
async def open_pick(ctx: Ctx, issue_id: int) -> None:
    ctx.require(Right.KNOW_PEOPLE)
    await issues.editable(ctx, issue_id)
    ctx.start(pick, issue_id=issue_id)


@dialog("newsletters.pick", right=Right.KNOW_PEOPLE)
async def pick(ctx: Ctx, ask: Ask, issue_id: int) -> None:
    """By a piece of their name, one after another; shown before they are written to."""
    issue = await issues.editable(ctx, issue_id)
    if issue.deadline is None:
        at = await asking.deadline(ctx, ask, "ask-news-until")
        issue.deadline = datetime.fromisoformat(at) if at else None
    before = {one.author_id for one in await newsletters.articles(ctx.tx, issue_id)
              if one.asked is not Asked.OWN}  # fmt: skip
    chosen = await _chosen(ctx, ask, before)
    if chosen and await _confirmed(ctx, ask, issue, chosen):
        await _ask_them(ctx, issue, chosen)
    await plan_reminders(ctx, issue)
    issues.changed(ctx, issue, "contributors")
    await issues.show(ctx, issue_id)


async def _chosen(ctx: Ctx, ask: Ask, before: set[int | None]) -> list[Member]:
    chosen: list[Member] = []
    why: tuple[Text, ...] = ()
    for n in range(MOST * 3):
        said = await _name(ask, chosen, why, n)
        if not said:
            break
        found = await ask.keep(f"found:{n}", lambda said=said: _search(ctx, said))  # type: ignore[misc]
        member_id = await _which(ctx, ask, found, n)
        why = _why_not(member_id, said, before, chosen)
        if not why:
            chosen.append(await ctx.tx.get_one(Member, member_id))
        if len(chosen) + len(before) >= MOST:
            break
    return chosen


async def _name(ask: Ask, chosen: Sequence[Member], why: tuple[Text, ...], n: int) -> str:
    def read(said: str) -> str:
        if len(fold(said)) < 2:
            raise Unclear("unclear-empty")
        return said[:60]

    done = "news-that-is-all" if chosen else "news-nobody-asked"
    options = [Option("", Text(done), ("c'est tout", "personne", "fini", "done", "nobody"))]
    names = tuple(Span(m.name, bold=True) for m in chosen)
    so_far = (Text("news-chosen", {"names": names}),) if chosen else ()
    return str(await ask.read("ask-news-who", read, at=n, options=options, extra=(*why, *so_far)))


async def _search(ctx: Ctx, said: str) -> list[int]:
    found = await people.search(
        ctx.tx, fold(said), standing=Standing.ACTIVE, limit=OFFERED
    )  # fmt: skip
    return [member.id for member in found]


async def _which(ctx: Ctx, ask: Ask, found: Sequence[int], n: int) -> int:
    """0 if nobody is called so."""
    if len(found) < 2:
        return found[0] if found else 0
    members = await people.hold(ctx.tx, found)
    options = [
        Option(str(m.id), Text("news-person", {"name": Span(m.name), "town": Span(m.town)}),
               wide=True)
        for m in members
    ]  # fmt: skip
    return int(await ask.choice("ask-news-which", options, at=n))


def _why_not(
    member_id: int, said: str, before: set[int | None], chosen: Sequence[Member]
) -> tuple[Text, ...]:
    if not member_id:
        return (Text("news-nobody-named", {"said": Span(said)}),)
    if member_id in before or member_id in [m.id for m in chosen]:
        return (Text("news-chosen-already", {"said": Span(said)}),)
    return ()


async def _confirmed(ctx: Ctx, ask: Ask, issue: Issue, chosen: Sequence[Member]) -> bool:
    reached = await ctx.reach([m.id for m in chosen])
    out = tuple(Span(m.name) for m in chosen if m.id not in reached)
    extra = [
        Text("news-asked-head", {"name": letter.name(issue).text, "again": "no"}),
        Text("news-ask-names", {"names": tuple(Span(m.name, bold=True) for m in chosen)}),
    ]
    extra += [Text("news-ask-unreached", {"names": out})] if out else []
    send = Option("send", Text("news-send"), ("envoyer", "oui", "ok", "send", "yes"))
    none = Option("none", Text("news-nobody-asked"), ("personne", "non", "no", "nobody"))
    return await ask.choice("ask-news-send-asked", [send, none], extra=extra) == "send"


async def _ask_them(ctx: Ctx, issue: Issue, chosen: Sequence[Member]) -> None:
    last = max((a.position for a in await newsletters.articles(ctx.tx, issue.id)), default=0)
    for position, member in enumerate(chosen, last + 1):
        ctx.tx.add(
            Article(
                issue_id=issue.id, author_id=member.id, asked=Asked.WAITING, position=position,
                asked_at=ctx.now,
            )
        )  # fmt: skip
    await ctx.tx.flush()
    for member, account in (await ctx.reach([m.id for m in chosen])).values():
        await _write_to(ctx, issue, member, account)


async def _write_to(ctx: Ctx, issue: Issue, member: Member, account: Account) -> None:
    """Its message, below an older copy of it, which steps back."""
    key = contribution.key(issue.id, member.id)
    old = await places.find(ctx.tx, key, account.where, hold=True)
    if old is not None:
        ctx.stand_back(old)
    ctx.deal(
        account.where, key, lane=Lane.REMINDERS, lang=Lang(member.lang), simple=member.simple,
        about=f"{keys.about(issue.id)}:texts", at=awake_at(ctx, member),
        serial=await places.next_serial(ctx.tx, key, account.where),
    )  # fmt: skip


async def plan_reminders(ctx: Ctx, issue: Issue) -> None:
    """Anew, when the deadline or those who are asked have changed."""
    await ctx.forget(keys.reminding(issue.id))
    if issue.deadline is None:
        return
    name, days = keys.reminding(issue.id), ctx.parts.settings.newsletters.remind_days
    for at in reminders(issue.deadline, ctx.now, ctx.zone, days):
        ctx.at(at, remind.call(issue.id), until=issue.deadline, name=name)
    ctx.at(issue.deadline, closing.call(issue.id), name=name)


async def _waiting(ctx: Ctx, issue_id: int) -> tuple[Issue | None, list[Article], int]:
    """The issue while it is written, who still owes a text, and how many were asked."""
    issue = await newsletters.claim(ctx.tx, issue_id)
    pieces = await newsletters.articles(ctx.tx, issue_id)
    asked = [one for one in pieces if one.asked is not Asked.OWN]
    open_ = issue if issue is not None and issue.state is State.DRAFT else None
    return open_, [one for one in asked if one.asked is Asked.WAITING], len(asked)


@job("newsletters.remind", late=Late.UNTIL)
async def remind(ctx: Ctx, issue_id: int) -> None:
    """Not those who have delivered, nor those who said no."""
    issue, waiting, _ = await _waiting(ctx, issue_id)
    if issue is None:
        return
    for row in waiting:
        row.reminded += 1
    await ctx.tx.flush()
    ids = [row.author_id for row in waiting if row.author_id is not None]
    for member, account in (await ctx.reach(ids)).values():
        await _write_to(ctx, issue, member, account)


@job("newsletters.deadline")
async def closing(ctx: Ctx, issue_id: int) -> None:
    """The editor learns what came; a text that is late is still welcome until it is locked."""
    issue, waiting, asked = await _waiting(ctx, issue_id)
    if issue is not None and asked:
        told = Text(
            "news-deadline-over",
            {"name": letter.name(issue).text, "given": asked - len(waiting), "asked": asked},
        )
        await sending.tell_editors(ctx, issue, Message((told,)))


async def called_off(ctx: Ctx, issue: Issue) -> None:
    """Those who were asked and did not say no learn that it will not appear."""
    await ctx.forget(keys.reminding(issue.id))
    pieces = await newsletters.articles(ctx.tx, issue.id)
    told = [one.author_id for one in pieces if one.asked in (Asked.WAITING, Asked.GIVEN)]
    message = Message((Text("news-called-off", {"name": letter.name(issue).text}),))
    await ctx.tell([one for one in told if one is not None], message, lane=Lane.REMINDERS)
