"""The partners: all of them, and one with its category, level, contact, agreement, channels."""

from bot.core import Button, Message, Right, Span, Text
from bot.core.errors import Refusal
from bot.core.messages import Arg
from bot.core.plain import fold
from bot.engine import Ctx, button
from handlers.channels import agreements, going
from handlers.channels.cards import call
from storage import chats, invitations, partners
from storage.partners import Partner, State

PAGE = 6


@button("channels.partners", right=Right.CHANNELS)
async def turn(ctx: Ctx, words: str, page: int) -> None:
    await listed(ctx, words, page)


async def listed(ctx: Ctx, words: str, page: int) -> None:
    found = [p for p in await partners.all_of(ctx.tx) if fold(words) in fold(p.name)]
    shown = found[page * PAGE : (page + 1) * PAGE] or found[:PAGE]
    new = Button(Text("partner-add"), call("partner-new"))
    if not found:
        none = Text("no-partner-named", {"words": Span(words)}) if words else Text("no-partners")
        return ctx.flip(Message((none,), (new,)))
    lines = [Text("partners-head", {"count": len(found)})]
    lines += [
        Text("partner-line", {"name": Span(p.name), "category": category(p), "level": level(p)})
        for p in shown
    ]
    keys = [
        Button(Text("open-partner", {"name": Span(p.name[:40])}), open_one.call(p.id), wide=True)
        for p in shown
    ]
    if len(found) > PAGE:
        following = (page + 1) % -(-len(found) // PAGE)
        keys.append(Button(Text("next-channels"), turn.call(words, following)))
    return ctx.flip(Message(tuple(lines), (*keys, new)))


def category(row: Partner) -> Text:
    return Text(f"category-{row.category.value}")


def level(row: Partner) -> Text:
    return Text(f"level-{row.level.value}")


@button("channels.partner", right=Right.CHANNELS)
async def open_one(ctx: Ctx, partner: int) -> None:
    await show(ctx, await active(ctx, partner))


async def active(ctx: Ctx, partner: int) -> Partner:
    row = await partners.active(ctx.tx, partner, hold=True)
    if row is None:
        raise Refusal("partner-gone")
    return row


async def show(ctx: Ctx, row: Partner, channel: int = 0) -> None:
    """`channel`: the page was opened from this chat's card."""
    ctx.flip(await page(ctx, row, channel))


async def page(ctx: Ctx, row: Partner, channel: int = 0) -> Message:
    theirs = await chats.of_partner(ctx.tx, row.id)
    voices = await partners.voices(ctx.tx, row.id)
    open_codes = await invitations.open_for(ctx.tx, row.id, ctx.now)
    named: dict[str, Arg] = {"name": Span(row.name, bold=True)}
    lines = [
        Text("partner-is", {**named, "category": category(row), "level": level(row)}),
        Text("partner-means", {"level": row.level.value}),
        Text("partner-contact", {"contact": Span(row.contact) if row.contact else Text("unsaid")}),
        agreements.said(row, ctx.today),
        Text("partner-channels", {"titles": tuple(Span(c.title) for c in theirs[:4]),
                                  "count": len(theirs), "lost": sum(bool(c.lost) for c in theirs)}),
        Text("partner-voices", {"count": len(voices), "codes": len(open_codes)}),
    ]  # fmt: skip
    keys = [
        Button(Text("partner-edit"), call("partner-change", partner=row.id)),
        Button(Text("partner-code"), call("partner-code", partner=row.id)),
    ]
    if voices or open_codes:
        keys.append(Button(Text("partner-close"), close.call(row.id)))
    if channel:
        keys.append(Button(Text("channel-other"), call("whose-else", channel=channel)))
    keys.append(Button(Text("partner-end"), end.call(row.id)))
    keys.append(Button(Text("partners-back"), turn.call("", 0)))
    return Message(tuple(lines), tuple(keys))


@button("channels.partner-close", right=Right.CHANNELS)
async def close(ctx: Ctx, partner: int) -> None:
    """Nobody speaks for it in private any more, and no code that is out there counts."""
    row = await active(ctx, partner)
    await _shut(ctx, row)
    ctx.audit("partner.closed", f"partner:{row.id}")
    await show(ctx, row)


async def _shut(ctx: Ctx, row: Partner) -> None:
    for voice in await partners.voices(ctx.tx, row.id):
        await ctx.tx.delete(voice)
    for code in await invitations.open_for(ctx.tx, row.id, ctx.now):
        code.revoked_at = ctx.now
    await ctx.tx.flush()


@button("channels.partner-end", right=Right.CHANNELS)
async def end(ctx: Ctx, partner: int) -> None:
    row = await active(ctx, partner)
    theirs = await chats.of_partner(ctx.tx, row.id)
    lines = (Text("partner-end-ask", {"name": Span(row.name, bold=True), "count": len(theirs)}),)
    keys = (
        Button(Text("partner-end-yes"), end_yes.call(row.id)),
        Button(Text("partner-end-no"), open_one.call(row.id)),
    )
    ctx.flip(Message(lines, keys))


@button("channels.partner-end-yes", right=Right.CHANNELS)
async def end_yes(ctx: Ctx, partner: int) -> None:
    """Its row stays, for the figures of the time when it was one; the bot goes out of its chats."""
    row = await active(ctx, partner)
    await _shut(ctx, row)
    for chat in await chats.of_partner(ctx.tx, row.id):
        await going.go(ctx, chat)
    row.state, row.contact = State.ENDED, ""
    await agreements.forget(ctx, row)
    ctx.audit("partner.ended", f"partner:{row.id}")
    ctx.flip(Message((Text("partner-ended", {"name": Span(row.name)}),)))
