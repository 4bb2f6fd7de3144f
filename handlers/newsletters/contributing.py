"""A text that a member was asked for: typed in reply, changed, or politely refused."""

from bot.core import Asks, Button, Message, Said, Text
from bot.core.errors import Refusal
from bot.core.files import pack_file
from bot.core.messages import Arg
from bot.core.plain import NO, YES, fold
from bot.engine import Ask, Ctx, View, button, card, dialog, sent, typed
from handlers.newsletters import asking, issues, keys, letter, sending
from handlers.newsletters.rules import body
from storage import newsletters
from storage.newsletters import Article, Asked, Issue, State

NOT_ME = (*NO, "pas cette fois", "not this time", "desole", "pas le temps")
GLADLY = (*YES, "avec plaisir", "volontiers", "gladly")


@card(keys.CONTRIBUTION)
async def contribution(view: View, issue_id: int, member_id: int) -> Message | None:
    issue = await view.tx.get(Issue, issue_id)
    row = await newsletters.contribution(view.tx, issue_id, member_id)
    if issue is None:
        return None
    head = Text(
        "news-asked-head",
        {"name": letter.name(issue).text, "again": "yes" if row and row.reminded else "no"},
    )
    if row is None or issue.state is not State.DRAFT:
        return Message((head, Text("news-asked-over")))
    lines, buttons = _now(view, issue, row)
    waits = Asks.YES if row.asked is Asked.WAITING else Asks.NO
    return Message((head, *lines), buttons, asks=waits)


def _now(view: View, issue: Issue, row: Article) -> tuple[tuple[Text, ...], tuple[Button, ...]]:
    until: dict[str, Arg] = {"by": "yes" if issue.deadline else "no"}
    if issue.deadline is not None:
        until["day"] = issue.deadline.astimezone(view.zone).date()
    no = Button(Text("news-asked-no"), decline.call(issue.id), words=NOT_ME)
    change = Button(Text("news-asked-change"), open_rewrite.call(issue.id))
    match row.asked:
        case Asked.GIVEN:
            given = Text("news-asked-given", {"length": len(row.text), **until})
            return (given,), (change, no)
        case Asked.DECLINED:
            write = Button(Text("news-asked-after-all"), open_rewrite.call(issue.id))
            return (Text("news-asked-declined"),), (write,)
        case _:
            how = Text("news-asked-how", {"most": body.PIECE})
            return (Text("news-asked-what", until), how), (no,)


@typed(contribution)
async def said(ctx: Ctx, words: str, issue_id: int, member_id: int) -> bool:
    """A text, or «not this time». What follows a text that was given is added to it."""
    if ctx.me.id != member_id or words.isdecimal():
        return False
    if not words:
        return await _picture_alone(ctx, issue_id)
    bare = fold(words).strip(" .!")
    if bare in map(fold, NOT_ME):
        await decline.run(ctx, issue_id)
        return True
    if bare in map(fold, GLADLY):
        ctx.say("news-asked-gladly", most=body.PIECE)
        return True
    if len(words) < body.SHORTEST:
        raise Refusal("news-text-short", least=body.SHORTEST)
    issue, row = await _mine(ctx, issue_id)
    added = row.asked is Asked.GIVEN
    await _give(ctx, issue, row, f"{row.text}\n\n{words}" if added else words, added=added)
    return True


async def _picture_alone(ctx: Ctx, issue_id: int) -> bool:
    issue, row = await _mine(ctx, issue_id)
    if _picture(ctx, row):
        issues.changed(ctx, issue, "contribution")
        ctx.say("news-picture-kept")
        return True
    return False


def _picture(ctx: Ctx, row: Article) -> bool:
    """A picture that came in the same message: the editor may put it into the issue."""
    files = ctx.event.files if isinstance(ctx.event, Said) else ()
    for file in files[:1]:
        sent.takes(file)
        row.file = pack_file(sent.taken(ctx.event.chat.platform, file))
    return bool(files)


async def _mine(ctx: Ctx, issue_id: int) -> tuple[Issue, Article]:
    issue = await newsletters.claim(ctx.tx, issue_id)
    row = await newsletters.contribution(ctx.tx, issue_id, ctx.me.id)
    if issue is None or row is None or issue.state is not State.DRAFT:
        raise Refusal("news-text-late")
    return issue, row


async def _give(ctx: Ctx, issue: Issue, row: Article, text: str, *, added: bool = False) -> None:
    if len(text) > body.PIECE:
        raise Refusal("news-text-long", length=len(text), most=body.PIECE)
    _picture(ctx, row)
    row.text, row.asked, row.given_at, row.used = text, Asked.GIVEN, ctx.now, True
    issues.changed(ctx, issue, "contribution")
    _renew(ctx, issue.id)
    ctx.say("news-text-added" if added else "news-text-kept", length=len(text))
    await _tell(ctx, issue, "news-received")


async def _tell(ctx: Ctx, issue: Issue, key: str) -> None:
    """The editor; whose it is stands on the desk, and on no locked phone."""
    pieces = await newsletters.articles(ctx.tx, issue.id)
    asked = [one for one in pieces if one.asked is not Asked.OWN]
    given = sum(one.asked is Asked.GIVEN for one in asked)
    args: dict[str, Arg] = {"given": given, "asked": len(asked)}
    told = Text(key, {"name": letter.name(issue).text, **args})
    await sending.tell_editors(ctx, issue, Message((told,)), besides=ctx.me.id)


def _renew(ctx: Ctx, issue_id: int) -> None:
    ctx.renew(keys.CONTRIBUTION.format(issue_id=issue_id, member_id=ctx.me.id))


@button("newsletters.decline")
async def decline(ctx: Ctx, issue_id: int) -> None:
    """A full answer: nobody asks again."""
    issue, row = await _mine(ctx, issue_id)
    if row.asked is Asked.DECLINED:
        return
    row.asked, row.used = Asked.DECLINED, False
    issues.changed(ctx, issue, "declined")
    _renew(ctx, issue_id)
    await _tell(ctx, issue, "news-declined")


@button("newsletters.decline.undo")
async def undecline(ctx: Ctx, issue_id: int) -> None:
    issue, row = await _mine(ctx, issue_id)
    if row.asked is Asked.DECLINED:
        row.asked = Asked.GIVEN if row.text else Asked.WAITING
        row.used = True
        issues.changed(ctx, issue, "declined")
        _renew(ctx, issue_id)


@button("newsletters.rewrite")
async def open_rewrite(ctx: Ctx, issue_id: int) -> None:
    await _mine(ctx, issue_id)
    ctx.start(rewrite, issue_id=issue_id)


@dialog("newsletters.my-text")
async def rewrite(ctx: Ctx, ask: Ask, issue_id: int) -> None:
    issue, row = await _mine(ctx, issue_id)
    await _give(ctx, issue, row, await asking.text(ask, skip=False))
