"""An invitation that comes as a file, from another calendar: read beside the loop, then offered."""

import json

from bot.core import Button, ChatRef, Lane, Message, Right, Said, Text, may, text
from bot.core.errors import Refusal
from bot.core.events import FileRef
from bot.core.facts import FileBrought
from bot.engine import Ctx, button, on, visit
from handlers.meetings import preview, words, writing
from handlers.meetings.rules import ics_in
from handlers.meetings.rules.draft import Draft, pack
from storage.people import Member


def invitation(ctx: Ctx) -> FileRef | None:
    """The one that came with these words, or with what they answer."""
    if not isinstance(ctx.event, Said):
        return None
    files = (*ctx.event.files, *ctx.event.quoted_files)
    return next((one for one in files if ics_in.is_file(one.name, one.mime)), None)


@on(FileBrought)
async def brought(ctx: Ctx, fact: FileBrought) -> None:
    """Nobody need know of a command: the file says what it is."""
    file = fact.file
    if not fact.taken and ics_in.is_file(file.name, file.mime) and may(ctx.member, Right.MEET):
        fact.taken.append("meetings")
        look(ctx, file)


def look(ctx: Ctx, file: FileRef) -> None:
    if file.size > ics_in.LARGEST:
        raise Refusal("meet-calendar-why", why="large")
    home = ctx.account.where if ctx.account is not None else ctx.event.chat
    ctx.at(ctx.now, read.call(ctx.me.id, home.chat, ctx.event.chat.platform, file.id))


@visit("meetings.invitation", reads=ics_in.read_file)
async def read(ctx: Ctx, member_id: int, chat: str, platform: str, file: str) -> None:
    """What it says, and the way to the preview; or why it says nothing."""
    member, seen = await ctx.tx.get(Member, member_id), ctx.visited
    if member is None or seen is None or not may(member, Right.MEET):
        return
    ctx.post(
        ChatRef(platform, chat), _said(ctx, member, str(seen.found or ""), seen.why),
        lane=Lane.ANSWERS, lang=words.lang(member), simple=member.simple,
    )  # fmt: skip


def _said(ctx: Ctx, member: Member, found: str, why: str) -> Message:
    draft = ics_in.read_calendar(found, ctx.zone) if found else None
    if found and ics_in.is_cancelled(found):
        why = "cancelled"
    elif draft is None:
        why = why or "no-calendar"
    if why or draft is None:
        return Message((text("meet-calendar-why", why=why),))
    return Message((_named(ctx, member, draft),), (_button(draft),))


def _named(ctx: Ctx, member: Member, draft: Draft) -> Text:
    times = preview.coming(ctx, draft)
    first = words.when(times[0], ctx.zone, member.lang, ctx.now) if times else ""
    head = words.head(draft.kind, draft.title, first) if times else Text("meet-calendar-over")
    return text("meet-calendar-read", head=head)


def _button(draft: Draft) -> Button:
    kept = json.dumps(pack(draft))
    return Button(Text("meet-calendar-go"), go.call(kept), words=("oui", "ok", "yes"))


@button("meetings.from-file", right=Right.MEET)
async def go(ctx: Ctx, draft: str) -> None:
    ctx.start(writing.new_meeting, draft=json.loads(draft))
