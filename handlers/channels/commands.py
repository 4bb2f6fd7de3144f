"""/canaux: which chats the bot is in, each as its card; and the partners."""

from bot.core import Message, Right, Span, Text
from bot.core.errors import Refusal
from bot.core.messages import Button
from bot.core.plain import fold
from bot.engine import Ctx, button, command
from handlers.channels import partner_form, partner_pages
from handlers.channels.cards import channel_card, why
from storage import chats, partners
from storage.chats import Chat, Use

PAGE = 6
LONGEST = 60
"""Letters of what is looked for."""

PARTNERS = ("partenaires", "partners")
PARTNER = ("partenaire", "partner")


@command("canaux", "groupes", en="channels", right=Right.CHANNELS)
async def channels(ctx: Ctx, rest: str) -> None:
    """«/canaux mairie» searches; «/canaux partenaire Mairie de … | …» writes one down."""
    word, _, more = rest.strip().partition(" ")
    if fold(word) in PARTNERS:
        await partner_pages.listed(ctx, more.strip()[:LONGEST], 0)
    elif fold(word) in PARTNER:
        ctx.start(partner_form.new_partner, line=more.strip())
    else:
        await _page(ctx, rest.strip()[:LONGEST], 0)


async def _page(ctx: Ctx, words: str, page: int) -> None:
    found = [c for c in await chats.all_of(ctx.tx) if fold(words) in fold(c.title)]
    known = len(await partners.all_of(ctx.tx))
    partner_key = Button(Text("open-partners", {"count": known}), partner_pages.turn.call("", 0))
    if not found:
        key = "no-channel-named" if words else "no-channels"
        line = Text(key, {"words": Span(words)} if words else {})
        return ctx.flip(Message((line,), (partner_key,)))
    shown = found[page * PAGE : (page + 1) * PAGE] or found[:PAGE]
    lost = sum(bool(c.lost) for c in found)
    lines = [Text("channels-head", {"count": len(found), "lost": lost})]
    lines += [_line(c) for c in shown]
    keys = [
        Button(Text("open-channel", {"title": Span(c.title[:30])}), open_one.call(c.id), wide=True)
        for c in shown
    ]
    if len(found) > PAGE:
        following = (page + 1) % -(-len(found) // PAGE)
        keys.append(Button(Text("next-channels"), turn.call(words, following)))
    return ctx.flip(Message(tuple(lines), (*keys, partner_key)))


def _line(row: Chat) -> Text:
    title, use = Span(row.title), row.use.value
    if row.lost and row.use is not Use.UNKNOWN:
        return Text("channel-line-lost", {"title": title, "use": use, "why": why(row)})
    return Text("channel-line", {"title": title, "use": use})


@button("channels.page", right=Right.CHANNELS)
async def turn(ctx: Ctx, words: str, page: int) -> None:
    await _page(ctx, words, page)


@button("channels.open", right=Right.CHANNELS)
async def open_one(ctx: Ctx, channel: int) -> None:
    if await ctx.tx.get(Chat, channel) is None:
        raise Refusal("channel-gone")
    await ctx.show_card(channel_card.key(channel))
