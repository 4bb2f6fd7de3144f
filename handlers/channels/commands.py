"""/canaux: which chats the bot is in, each as its card."""

from bot.core import Message, Right, Span, Text
from bot.core.errors import Refusal
from bot.core.messages import Button
from bot.core.plain import fold
from bot.engine import Ctx, button, command
from handlers.channels.arriving import channel_card
from storage import chats
from storage.chats import Chat

PAGE = 6


@command("canaux", "groupes", en="channels", right=Right.CHANNELS)
async def channels(ctx: Ctx, rest: str) -> None:
    await _page(ctx, fold(rest), 0)


async def _page(ctx: Ctx, words: str, page: int) -> None:
    found = [c for c in await chats.all_of(ctx.tx) if words in fold(c.title)]
    if not found:
        return ctx.say("no-channels")
    shown = found[page * PAGE : (page + 1) * PAGE] or found[:PAGE]
    lines = [Text("channels-head", {"count": len(found)})]
    lines += [Text("channel-line", {"title": Span(c.title), "use": c.use.value,
                                    "lost": "yes" if c.lost else "no"}) for c in shown]  # fmt: skip
    keys = [
        Button(Text("open-channel", {"title": Span(c.title[:30])}), open_one.call(c.id), wide=True)
        for c in shown
    ]
    if len(found) > PAGE:
        following = (page + 1) % -(-len(found) // PAGE)
        keys.append(Button(Text("next-channels"), turn.call(words, following)))
    ctx.flip(Message(tuple(lines), tuple(keys)))
    return None


@button("channels.page", right=Right.CHANNELS)
async def turn(ctx: Ctx, words: str, page: int) -> None:
    await _page(ctx, words, page)


@button("channels.open", right=Right.CHANNELS)
async def open_one(ctx: Ctx, channel: int) -> None:
    if await ctx.tx.get(Chat, channel) is None:
        raise Refusal("channel-gone")
    await ctx.show_card(channel_card.key(channel))
