"""A newsletter as its readers see it: members with the way out below, channels without a name."""

from dataclasses import replace

from bot.core import Attachment, Button, Message, Text
from bot.core.files import unpack_file
from bot.core.messages import Made
from bot.core.outward import Outline, Outward, Titled, outline
from bot.engine import Ctx, View, card, maker
from bot.engine.sent import fetched
from handlers.newsletters import choosing, keys
from handlers.newsletters.rules import body
from handlers.newsletters.rules.body import Piece
from storage import newsletters, newsreaders, places, roster
from storage.db import Tx
from storage.newsletters import Issue, Kind
from storage.newsreaders import Means


async def text_of(tx: Tx, issue: Issue) -> str:
    """What went out, or what would."""
    if issue.body:
        return issue.body
    pieces = [
        Piece(one.heading, one.text)
        for one in await newsletters.articles(tx, issue.id)
        if one.used and one.text
    ]
    return body.assembled(issue.intro, pieces)


def name(issue: Issue) -> Outline:
    """«nº 12 · Rentrée»."""
    return outline("news-name", number=issue.number or 0, title=Titled(issue.title))


def outward(issue: Issue, text: str) -> Outward:
    """What its editor wrote, and nothing that is known of anybody."""
    head = "news-notice-head" if issue.kind is Kind.NOTICE else "news-head"
    lines = [outline(head, name=name(issue))]
    for n, block in enumerate(body.blocks(text)):
        gap = "\n" if block.after or n == 0 else ""
        lines.append(outline("news-words", words=Titled(f"{gap}{block.words}", bold=block.bold)))
    file = unpack_file(issue.file)
    if file is not None and file.says:
        lines.append(outline("news-picture-says", what=Titled(file.says)))
    return Outward(tuple(lines))


def to_members(issue: Issue, text: str) -> Message:
    """With the foot: how to stop, and that calls go on."""
    stop = Button(
        Text("news-stop"), choosing.stop.call(Means.LETTER), wide=True, words=choosing.STOPPING
    )
    lines = (*outward(issue, text).message.lines, Text("news-foot"))
    return Message(lines, (stop,))


def sample(issue: Issue, text: str, enclosed: Made | None) -> Message:
    """As it will look; nothing can be pressed by mistake."""
    real = to_members(issue, text)
    return Message((Text("news-sample"), *real.lines), attachment=enclosed)


def enclosed(issue: Issue) -> Made | None:
    """What is sent along, fetched when it is sent: once for all."""
    file = unpack_file(issue.file)
    if file is None:
        return None
    return (picture if file.is_picture else document).made(0, issue.id)


@maker("newsletters.picture", picture=True)
async def picture(ctx: Ctx, issue_id: int) -> Attachment:
    return await _enclosure(ctx, issue_id)


@maker("newsletters.document")
async def document(ctx: Ctx, issue_id: int) -> Attachment:
    return await _enclosure(ctx, issue_id)


async def _enclosure(ctx: Ctx, issue_id: int) -> Attachment:
    issue = await ctx.tx.get_one(Issue, issue_id)
    file = unpack_file(issue.file)
    assert file is not None
    return await fetched(ctx, file, file.says or issue.title)


@card(keys.LETTER)
async def letter(view: View, issue_id: int) -> Message | None:
    """Worded when it leaves, and never again: a letter is not edited. Whoever has said no since
    it was owed gets none."""
    issue = await view.tx.get(Issue, issue_id)
    if issue is None or not issue.gone:
        return None
    place = await places.find(view.tx, keys.LETTER.format(issue_id=issue_id), view.where)
    if place is not None and place.message is not None:
        return None
    if not view.private:
        shown = outward(issue, issue.body).message
    elif await _wanted_here(view):
        shown = to_members(issue, issue.body)
    else:
        return None
    return replace(shown, attachment=enclosed(issue))


async def _wanted_here(view: View) -> bool:
    for account in await roster.accounts_in(view.tx, view.where):
        choice = await newsreaders.choice(view.tx, account.member_id)
        if choice is not None and choice.wants:
            return True
    return False
