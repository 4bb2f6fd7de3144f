"""What appeared: listed, searched by words, read again; each to those whom it was for."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core import Button, Message, Right, Span, Text, may
from bot.core.audience import unpack
from bot.core.errors import Refusal
from bot.core.plain import clean
from bot.engine import Ask, Ctx, Option, button, dialog
from bot.engine.menus import command_button
from handlers.newsletters import choosing, issues, keys, letter
from handlers.newsletters.rules import body
from storage import lists, newsletters
from storage.newsletters import Issue, State
from storage.people import Standing

PAGE = 6


@button("newsletters.archive")
async def open_archive(ctx: Ctx, words: str, offset: int) -> None:
    await page(ctx, words, max(0, offset))


async def page(ctx: Ctx, words: str, offset: int = 0) -> None:
    words = clean(words)[:60]
    found = await _readable(ctx, body.wanted(words))
    shown = found[offset : offset + PAGE]
    lines = [Text("news-archive-head"), _found(words, len(found)), *_mine(await _state(ctx))]
    lines += [_line(ctx, one) for one in shown]
    keys_ = [
        Button(Text("news-read", {"name": letter.name(one).text}), read.call(one.id), wide=True)
        for one in shown
    ]
    if len(found) > offset + PAGE:
        keys_.append(Button(Text("news-older"), open_archive.call(words, offset + PAGE)))
    if found or words:
        keys_.append(Button(Text("news-search"), search.call()))
    if words:
        keys_.append(Button(Text("news-all"), open_archive.call("", 0)))
    keys_.append(choosing.switch(await choosing.wants(ctx)))
    if may(ctx.member, Right.WRITE_NEWS):
        keys_.append(command_button("newsletter", "news-back-editors"))
    issues.put(ctx, Message(tuple(lines), tuple(keys_)))


def _found(words: str, count: int) -> Text:
    if not words:
        return Text("news-archive-count", {"count": count})
    return Text("news-archive-found", {"count": count, "words": Span(words)})


async def _state(ctx: Ctx) -> str:
    return "yes" if await choosing.wants(ctx) else "no"


def _mine(on: str) -> list[Text]:
    return [Text("news-mine", {"on": on})]


def _line(ctx: Ctx, issue: Issue) -> Text:
    assert issue.left_at is not None
    day = issue.left_at.astimezone(ctx.zone).date()
    return Text("news-archive-line", {"name": letter.name(issue).text, "day": day})


async def _readable(ctx: Ctx, words: Sequence[str]) -> list[Issue]:
    """Editors read all; others what was for them, or would have been."""
    found = await newsletters.archive(ctx.tx, words)
    if may(ctx.member, Right.WRITE_NEWS):
        return list(found)
    mine = (await lists.of_members(ctx.tx)).get(ctx.me.id, ())
    return [issue for issue in found if _is_for(ctx, issue, mine)]


def _is_for(ctx: Ctx, issue: Issue, mine: Sequence[int]) -> bool:
    me = ctx.me
    if me.standing is not Standing.ACTIVE:
        return False
    return unpack(issue.audience).takes(me.profession, me.town, mine, me.role.name.lower())


@button("newsletters.read")
async def read(ctx: Ctx, issue_id: int) -> None:
    issue = await _one(ctx, issue_id)
    back = Button(Text("news-all"), open_archive.call("", 0))
    drop = (Button(Text("news-withdraw"), open_withdraw.call(issue_id)),)
    extra = drop if may(ctx.member, Right.WRITE_NEWS) else ()
    shown = letter.outward(issue, issue.body).message
    found = replace(
        shown, buttons=(back, *extra), attachment=letter.enclosed(issue)
    )  # fmt: skip
    ctx.show(found)


async def _one(ctx: Ctx, issue_id: int) -> Issue:
    issue = await ctx.tx.get(Issue, issue_id)
    if issue is None or issue.state is not State.SENT:
        raise Refusal("news-not-there")
    mine = (await lists.of_members(ctx.tx)).get(ctx.me.id, ())
    if not may(ctx.member, Right.WRITE_NEWS) and not _is_for(ctx, issue, mine):
        raise Refusal("news-not-there")
    return issue


@button("newsletters.search")
async def search(ctx: Ctx) -> None:
    ctx.start(ask_words)


@dialog("newsletters.search-words")
async def ask_words(ctx: Ctx, ask: Ask) -> None:
    await page(ctx, await ask.text("ask-news-search", max=60))


@button("newsletters.withdraw", right=Right.WRITE_NEWS)
async def open_withdraw(ctx: Ctx, issue_id: int) -> None:
    await _one(ctx, issue_id)
    ctx.start(withdraw, issue_id=issue_id)


@dialog("newsletters.withdraw-for-good", right=Right.WRITE_NEWS)
async def withdraw(ctx: Ctx, ask: Ask, issue_id: int) -> None:
    """Copies that people have stay with them; here it is gone."""
    issue = await _one(ctx, issue_id)
    yes = Option("yes", Text("news-withdraw-yes"), ("oui", "yes"))
    no = Option("no", Text("news-drop-no"), ("non", "no"), ends=True)
    if await ask.choice("ask-news-withdraw", [yes, no], name=letter.name(issue).text) == "no":
        return await page(ctx, "")
    ctx.audit("newsletter.withdrawn", keys.about(issue_id))
    issue.state, issue.body, issue.folded = State.DROPPED, "", ""
    await newsletters.drop(ctx.tx, issue_id)
    await ctx.tx.flush()
    return await page(ctx, "")
