"""The bot is added to a group, channel or room: coordinators say whose it is, once.

Until then the bot is mute there. A partner channel never gets a member's name or number.
"""

from bot.core import Button, Lane, Lang, Message, Right, Span, Text
from bot.core.errors import Refusal
from bot.core.facts import BotAdded, ChatBack, ChatLost, ChatMoved
from bot.core.messages import Arg
from bot.core.people import Role
from bot.engine import Ctx, View, button, card, on
from storage import chats, people
from storage.chats import Chat, Use
from storage.people import Member


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
    row.title, row.lost, row.lost_at = fact.title, "", None
    ctx.renew(channel_card.key(row.id))


async def _ask_whose(ctx: Ctx, row: Chat) -> None:
    ids = [m.id for m in await people.ranked(ctx.tx, Role.COORDINATOR)]
    for member, account in (await ctx.reach(ids)).values():
        ctx.deal(
            account.where, channel_card.key(row.id), lane=Lane.ANSWERS, lang=Lang(member.lang),
            simple=member.simple,
        )  # fmt: skip


@card("channel:{channel}")
async def channel_card(view: View, channel: int) -> Message | None:
    row = await view.tx.get(Chat, channel)
    if row is None:
        return None
    args: dict[str, Arg] = {"title": Span(row.title), "platform": Span(row.platform.capitalize()),
            "people": row.people, "use": row.use.value}  # fmt: skip
    if row.lost:
        return Message((Text("channel-lost", {**args, "why": Span(row.lost)}),))
    if row.use is Use.UNKNOWN:
        uses = (Use.PARTNER, Use.TEAM, Use.CELL, Use.GONE)
        keys = tuple(Button(Text(f"use-{u.value}"), decide.call(row.id, u)) for u in uses)
        return Message((Text("channel-new", args),), keys)
    by = await view.tx.get(Member, row.decided_by) if row.decided_by else None
    lines = [Text("channel-is", {**args, "by": Span(by.name if by else "–")})]
    if row.use is Use.GONE:
        return Message(tuple(lines))
    calls = "calls-off" if row.wants_calls else "calls-on"
    lines.append(Text("channel-calls", {"calls": "yes" if row.wants_calls else "no"}))
    return Message(
        tuple(lines), (Button(Text(calls), calls_too.call(row.id, not row.wants_calls)),)
    )


@button("channels.decide", right=Right.CHANNELS)
async def decide(ctx: Ctx, channel: int, use: Use) -> None:
    """Whoever is first decides; the others' copies follow."""
    row = await ctx.tx.get(Chat, channel, with_for_update=True)
    if row is None or row.lost:
        raise Refusal("channel-gone")
    if row.use is not Use.UNKNOWN:
        raise Refusal("channel-decided")
    row.use, row.decided_by = use, ctx.me.id
    ctx.audit("channel.decided", f"channel:{channel}", {"use": Use.UNKNOWN}, {"use": use})
    ctx.renew(channel_card.key(channel))
    if use is not Use.GONE:
        hello = Text("channel-hello", {"use": use.value})
        ctx.post(row.where, Message((hello,)), lang=Lang(row.lang), simple=False)


@button("channels.calls", right=Right.CHANNELS)
async def calls_too(ctx: Ctx, channel: int, wanted: bool) -> None:
    row = await ctx.tx.get(Chat, channel, with_for_update=True)
    if row is None or row.lost:
        raise Refusal("channel-gone")
    row.wants_calls = wanted
    ctx.audit("channel.calls", f"channel:{channel}", None, {"calls": wanted})
    ctx.renew(channel_card.key(channel))


@on(ChatLost)
async def lost(ctx: Ctx, fact: ChatLost) -> None:
    """Removed, muted or kicked: coordinators see it on the chat's card and are told once."""
    row = await chats.find(ctx.tx, fact.chat)
    if row is None or row.lost:
        return
    row.lost, row.lost_at = fact.reason, ctx.now
    ctx.renew(channel_card.key(row.id))
    if row.use not in (Use.UNKNOWN, Use.GONE):
        ids = [m.id for m in await people.ranked(ctx.tx, Role.COORDINATOR)]
        await ctx.tell(ids, Message((Text("channel-lost-now", {"title": Span(row.title)}),)))


@on(ChatBack)
async def back(ctx: Ctx, fact: ChatBack) -> None:
    row = await chats.find(ctx.tx, fact.chat)
    if row is not None and row.lost:
        row.lost, row.lost_at = "", None
        ctx.renew(channel_card.key(row.id))


@on(ChatMoved)
async def moved(ctx: Ctx, fact: ChatMoved) -> None:
    row = await chats.find(ctx.tx, fact.old)
    if row is not None and await chats.find(ctx.tx, fact.new) is None:
        row.chat = fact.new.chat
