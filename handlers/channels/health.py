"""Chats that are lost, muted, moved, or come back: noticed as it happens, and told."""

from bot.core import Lane, Message, Role, Span, Text
from bot.core.facts import ChatBack, ChatLost, ChatMoved
from bot.engine import Ctx, on
from handlers.channels.cards import channel_card, why
from storage import chats, people
from storage.chats import Chat, Use


@on(ChatLost)
async def lost(ctx: Ctx, fact: ChatLost) -> None:
    """Removed, muted or kicked: coordinators see it on the chat's card and are told once."""
    row = await chats.find(ctx.tx, fact.chat)
    if row is None or row.use is Use.GONE or (row.lost and row.lost == fact.reason):
        return
    before, row.lost, row.lost_at = row.lost, fact.reason or "removed", ctx.now
    ctx.renew(channel_card.key(row.id))
    if not before and row.use is not Use.UNKNOWN:
        await _tell(ctx, Text("channel-lost-now", {"title": Span(row.title), "why": why(row)}))


@on(ChatBack)
async def back(ctx: Ctx, fact: ChatBack) -> None:
    row = await chats.find(ctx.tx, fact.chat)
    if row is None or not row.lost:
        return
    row.lost, row.lost_at = "", None
    ctx.renew(channel_card.key(row.id))
    await told_back(ctx, row)


async def told_back(ctx: Ctx, row: Chat) -> None:
    if row.use not in (Use.UNKNOWN, Use.GONE):
        await _tell(ctx, Text("channel-back-now", {"title": Span(row.title)}))


async def _tell(ctx: Ctx, line: Text) -> None:
    ids = [m.id for m in await people.ranked(ctx.tx, Role.COORDINATOR)]
    await ctx.tell(ids, Message((line,)), lane=Lane.ANSWERS)


@on(ChatMoved)
async def moved(ctx: Ctx, fact: ChatMoved) -> None:
    row = await chats.find(ctx.tx, fact.old)
    if row is not None and await chats.find(ctx.tx, fact.new) is None:
        row.chat = fact.new.chat
