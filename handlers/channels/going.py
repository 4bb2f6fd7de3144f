"""The bot leaves a chat: by a coordinator's will it really goes out of it."""

from bot.core import Button, Lang, Message, Right, Span, Text
from bot.core.errors import Refusal
from bot.core.outward import Outward, outline
from bot.engine import Ctx, button
from handlers.channels.cards import channel_card
from storage.chats import Chat, Use


@button("channels.quit", right=Right.CHANNELS)
async def leave(ctx: Ctx, channel: int) -> None:
    """What is used by others is not left by a slip of the thumb."""
    row = await _there(ctx, channel)
    keys = (
        Button(Text("leave-chat-yes"), leave_yes.call(channel)),
        Button(Text("leave-chat-no"), stay.call()),
    )
    ctx.flip(Message((Text("leave-chat", {"title": Span(row.title)}),), keys))


@button("channels.quit-yes", right=Right.CHANNELS)
async def leave_yes(ctx: Ctx, channel: int) -> None:
    row = await _there(ctx, channel)
    await go(ctx, row)
    ctx.flip(Message((Text("chat-left", {"title": Span(row.title)}),)))


@button("channels.stay", right=Right.CHANNELS)
async def stay(ctx: Ctx) -> None:
    ctx.flip(Message((Text("chat-kept"),)))


async def _there(ctx: Ctx, channel: int) -> Chat:
    row = await ctx.tx.get(Chat, channel, with_for_update=True)
    if row is None or row.use is Use.GONE:
        raise Refusal("channel-gone")
    return row


async def go(ctx: Ctx, row: Chat) -> None:
    """Where the bot has spoken it says good-bye; nothing more is owed there."""
    before = row.use
    if before is not Use.UNKNOWN and not row.lost:
        ctx.post(row.where, Outward((outline("chat-bye"),)).message, lang=Lang(row.lang),
                 simple=False)  # fmt: skip
    row.use, row.decided_by = Use.GONE, ctx.member.id if ctx.member else None
    row.partner_id, row.proved_at, row.alerts_from = None, None, ""
    row.wants_calls = row.wants_news = row.wants_meetings = row.is_source = False
    if not row.lost:
        await ctx.go_out(row.where)
    ctx.audit("channel.left", f"channel:{row.id}", {"use": before}, {"use": row.use})
    ctx.renew(channel_card.key(row.id))
