"""The bot is added to a group, channel or room: coordinators say whose it is, once.

Until then the bot is mute there. A partner channel never gets a member's name or number.
"""

from bot.core import Lane, Lang, Right
from bot.core.errors import Refusal
from bot.core.facts import BotAdded
from bot.core.outward import Outward, outline
from bot.core.people import Role
from bot.engine import Ctx, button, on
from handlers.channels import going, health
from handlers.channels.cards import channel_card
from handlers.channels.owning import belongs_to, offer_partners
from handlers.channels.rules import line
from storage import chats, partners, people, places
from storage.chats import Chat, Use


@on(BotAdded)
async def added(ctx: Ctx, fact: BotAdded) -> None:
    row = await chats.find(ctx.tx, fact.chat)
    if row is None:
        row = Chat(
            platform=fact.chat.platform, chat=fact.chat.chat, title=fact.title, kind=fact.kind,
            people=fact.people, use=Use.UNKNOWN, lost="", added_at=ctx.now, wants_calls=False,
            lang=ctx.parts.settings.community.language, alerts_from="",
            wants_news=False, wants_meetings=False, is_source=False,
        )  # fmt: skip
        ctx.tx.add(row)
        await ctx.tx.flush()
        await _ask_whose(ctx, row)
    elif row.use is Use.GONE:
        row.use, row.decided_by, row.added_at = Use.UNKNOWN, None, ctx.now
        await _ask_whose(ctx, row)
    elif row.lost:
        await health.told_back(ctx, row)
    row.title, row.lost, row.lost_at = fact.title or row.title, "", None
    ctx.renew(channel_card.key(row.id))


async def _ask_whose(ctx: Ctx, row: Chat) -> None:
    ids = [m.id for m in await people.ranked(ctx.tx, Role.COORDINATOR)]
    card = channel_card.key(row.id)
    for member, account in (await ctx.reach(ids)).values():
        ctx.deal(
            account.where, card, lane=Lane.ANSWERS, lang=Lang(member.lang), simple=member.simple,
            serial=await places.next_serial(ctx.tx, card, account.where),
        )  # fmt: skip


@button("channels.decide", right=Right.CHANNELS)
async def decide(ctx: Ctx, channel: int, use: Use) -> None:
    """Whoever is first decides; the others' copies follow."""
    row = await ctx.tx.get(Chat, channel, with_for_update=True)
    if row is None or (row.lost and not row.muted):
        raise Refusal("channel-gone")
    if row.use is not Use.UNKNOWN:
        raise Refusal("channel-decided")
    if use is Use.GONE:
        return await going.go(ctx, row)
    row.use, row.decided_by = use, ctx.me.id
    ctx.audit("channel.decided", f"channel:{channel}", {"use": Use.UNKNOWN}, {"use": use})
    ctx.renew(channel_card.key(channel))
    if not row.muted:
        hello(ctx, row)
    if use is Use.PARTNER:
        await _whose(ctx, row)
    return None


async def _whose(ctx: Ctx, row: Chat) -> None:
    """The partner whose name its title bears; else the one who decided is asked."""
    known = {one.name: one for one in await partners.all_of(ctx.tx)}
    name = line.named_in(row.title, known)
    if name is None:
        return offer_partners(ctx, row, list(known.values()))
    belongs_to(ctx, row, known[name])
    return None


def hello(ctx: Ctx, row: Chat) -> None:
    said = Outward((outline("channel-hello", use=row.use),)).message
    ctx.post(row.where, said, lang=Lang(row.lang), simple=False)
