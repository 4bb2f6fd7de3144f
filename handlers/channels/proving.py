"""A code proves whose a chat is, or that a person speaks for a partner. A coordinator makes it."""

from datetime import date, timedelta

from bot.core import Button, ChatRef, Message, Right, Span, Text, codes
from bot.core.facts import CodeSaid, SaidWhileMute
from bot.core.outward import Outward, outline
from bot.engine import Ctx, button, on, tries
from handlers.channels import arriving, helping, offering, partner_pages
from handlers.channels.cards import channel_card
from storage import chats, invitations, partners
from storage.chats import Chat, Use
from storage.invitations import Invitation
from storage.partners import Partner


@button("channels.partner-code", right=Right.CHANNELS)
async def new_code(ctx: Ctx, partner: int) -> None:
    """For one use: shown once, kept as a digest only."""
    row = await partner_pages.active(ctx, partner)
    code, days = codes.new_code(), ctx.parts.settings.community.invitation_days
    found = Invitation(
        digest=codes.digest(code), partner_id=row.id, uses=1, used=0, by=ctx.me.id,
        made_at=ctx.now, expires_at=ctx.now + timedelta(days=days),
    )  # fmt: skip
    ctx.tx.add(found)
    await ctx.tx.flush()
    ctx.audit("partner.code", f"partner:{row.id}", None, {"invitation": found.id, "days": days})
    until: date = (found.expires_at - timedelta(seconds=1)).astimezone(ctx.zone).date()
    lines = [
        Text("code-head", {"name": Span(row.name, bold=True)}),
        Text("code-itself", {"code": Span(codes.spaced(code))}),
        Text("code-how"),
        *_links(ctx, code),
        Text("code-limit", {"until": until}),
    ]
    back = Button(Text("agreement-see"), partner_pages.open_one.call(row.id))
    ctx.show(Message(tuple(lines), (back,)))


def _links(ctx: Ctx, code: str) -> list[Text]:
    """Where a platform has one that takes the bot into a group with the code in its hand."""
    links = {p: adapter.group_link(code) for p, adapter in ctx.parts.adapters.items()}
    return [
        Text("code-link", {"platform": Span(p.capitalize()), "link": Span(link)})
        for p, link in links.items()
        if link
    ]


@on(CodeSaid)
async def said(ctx: Ctx, fact: CodeSaid) -> None:
    await _use(ctx, fact.said, aloud=True)


@on(SaidWhileMute)
async def whispered(ctx: Ctx, fact: SaidWhileMute) -> None:
    """A code is heard even where the bot does not speak yet; nothing is said of a wrong one."""
    command, _, code = fact.text.partition(" ")
    if command.lower() not in ("/start", "!start") or codes.read_code(code) is None:
        return
    if await tries.locked_until(ctx) is None and not await _use(ctx, code, aloud=False):
        tries.was_wrong(ctx)


async def _use(ctx: Ctx, said: str, *, aloud: bool) -> bool:
    """Whether it was a partner's code, used up or not."""
    code = codes.read_code(said)
    found = await invitations.for_partner(ctx.tx, codes.digest(code)) if code else None
    if found is None or found.partner_id is None:
        return False
    partner = await partners.active(ctx.tx, found.partner_id)
    counts = found in await invitations.open_for(ctx.tx, found.partner_id, ctx.now)
    if partner is None or not counts:
        if aloud:
            ctx.say("partner-code-over")
    elif ctx.event.private:
        await offering.speaks_for(ctx, partner, by_code=True)
        await _used(ctx, found, partner, "code-used-by")
        await helping.show(ctx, partner)
    else:
        await _proves(ctx, found, partner)
    return True


async def _proves(ctx: Ctx, found: Invitation, partner: Partner) -> None:
    where = ctx.event.chat
    row = await chats.find(ctx.tx, where) or await _unheard_of(ctx, where, partner)
    if row.use in (Use.TEAM, Use.CELL) or row.partner_id not in (None, partner.id):
        said = Outward((outline("chat-taken"),)).message
        ctx.post(where, said, simple=False)
        return
    before, row.use, row.partner_id = row.use, Use.PARTNER, partner.id
    row.proved_at, row.lost, row.lost_at = ctx.now, "", None
    ctx.audit("channel.proved", f"channel:{row.id}", {"use": before}, {"partner": partner.id})
    await _used(ctx, found, partner, "code-used-in", title=Span(row.title))
    arriving.hello(ctx, row)
    ctx.renew(channel_card.key(row.id))


async def _unheard_of(ctx: Ctx, where: ChatRef, partner: Partner) -> Chat:
    """The bot was there before this database was."""
    row = Chat(
        platform=where.platform, chat=where.chat, title=partner.name, kind="group",
        lang=ctx.parts.settings.community.language, use=Use.UNKNOWN, added_at=ctx.now,
    )  # fmt: skip
    ctx.tx.add(row)
    await ctx.tx.flush()
    return row


async def _used(ctx: Ctx, found: Invitation, partner: Partner, key: str, **args: Span) -> None:
    found.used += 1
    if found.by is not None:
        line = Text(key, {"name": Span(partner.name, bold=True), **args})
        await ctx.tell([found.by], Message((line,)))
