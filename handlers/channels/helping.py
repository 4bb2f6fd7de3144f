"""«/aide» for a partner: what concerns them now, what they can offer, whom to call. No account
is needed: a channel says whose it is, and who came from it or brought a code speaks for it."""

from bot.core import Lang, Right
from bot.core.facts import HelpAsked, LinkOpened, OfferBegun, PartnerAsked
from bot.core.outward import Outline, Outward, OutwardButton, Titled, outline
from bot.core.partners import Level
from bot.engine import Ctx, button, on
from bot.engine.menus import run_command
from handlers.channels import offering
from storage import alerts, chats, partners
from storage.chats import DOOR, Chat, Use
from storage.partners import Partner

LONGEST = 12
"""Digits of a token, and some."""


@on(HelpAsked)
async def asked(ctx: Ctx, fact: HelpAsked) -> None:
    partner = await here(ctx)
    if partner is not None:
        await show(ctx, partner)


async def here(ctx: Ctx) -> Partner | None:
    """The partner whose chat this is, or for whom this person speaks."""
    if ctx.event.private:
        voice = await partners.voice_of(ctx.tx, ctx.who) if ctx.event.sender else None
        return await partners.active(ctx.tx, voice.partner_id) if voice else None
    row = await chats.find(ctx.tx, ctx.event.chat)
    if row is None or row.use is not Use.PARTNER or row.partner_id is None:
        return None
    return await partners.active(ctx.tx, row.partner_id)


async def show(ctx: Ctx, partner: Partner) -> None:
    private = ctx.event.private
    found = PartnerAsked(partner.id, private, [], [])
    await ctx.happened(found)
    row = None if private else await chats.find(ctx.tx, ctx.event.chat)
    lines = [
        outline("partner-hello", name=Titled(partner.name, bold=True), level=partner.level),
        *(found.lines or [outline("partner-no-alert")]),
        outline("partner-can", level=partner.level, private=private),
        *_typed(ctx, row),
        *_contact(ctx),
        outline("partner-emergency"),
    ]
    message = Outward(tuple(lines), (*found.offers, *_buttons(ctx, partner, row))).message
    ctx.post(ctx.event.chat, message, lang=Lang(row.lang) if row else ctx.lang)


def _contact(ctx: Ctx) -> list[Outline]:
    phone = ctx.parts.settings.community.contact
    return [outline("partner-call", phone=Titled(phone))] if phone else []


def _typed(ctx: Ctx, row: Chat | None) -> list[Outline]:
    """Where no link can carry it, what one types in a private chat with the bot."""
    if row is None:
        return []
    if row.door in ctx.parts.adapters[row.platform].invite_link(row.door):
        return []
    return [outline("partner-door", word=Titled(row.door))]


def _buttons(ctx: Ctx, partner: Partner, row: Chat | None) -> list[OutwardButton]:
    """A channel cannot be written in: there a button opens a private chat."""
    if row is not None:
        key = "offer-help" if partner.level.rank >= Level.COOPERATION.rank else "partner-talk"
        return [OutwardButton(outline(key), start=row.door)]
    found = []
    if partner.level.rank >= Level.COOPERATION.rank:
        found.append(OutwardButton(outline("offer-help"), begin.call()))
    flag = ctx.parts.registry.commands.get("signaler")
    if flag is not None and flag.right is Right.ANYONE:
        found.append(OutwardButton(outline("offer-flag"), run_command.call("signaler")))
    if partner.level.rank >= Level.INTEGRATION.rank:
        found.append(OutwardButton(outline("offer-call"), draft.call()))
    return [*found, OutwardButton(outline("voice-end"), silence.call())]


@on(LinkOpened)
async def opened(ctx: Ctx, fact: LinkOpened) -> None:
    """«🤝 Nous pouvons aider» in a partner's chat: whoever reads it speaks for the partner."""
    number = fact.payload.removeprefix(DOOR)
    if number == fact.payload or len(number) > LONGEST or not ctx.event.private:
        return
    row = await chats.by_token(ctx.tx, int(number))
    if row is None or row.use is not Use.PARTNER or row.partner_id is None:
        return ctx.say("door-closed")
    partner = await partners.active(ctx.tx, row.partner_id)
    if partner is None:
        return ctx.say("door-closed")
    if partner.level.rank >= Level.COOPERATION.rank:
        read = await alerts.last_told(ctx.tx, row.id, ctx.now)
        return offering.start(ctx, partner, about=f"alert:{read}" if read else "")
    await offering.speaks_for(ctx, partner, by_code=False)
    return await show(ctx, partner)


@on(OfferBegun)
async def begun(ctx: Ctx, fact: OfferBegun) -> None:
    partner = await partners.active(ctx.tx, fact.partner_id)
    if partner is not None:
        offering.start(ctx, partner, about=fact.about)


@button("channels.offer", right=Right.ANYONE)
async def begin(ctx: Ctx) -> None:
    offering.start(ctx, await offering.spoken_for(ctx))


@button("channels.draft", right=Right.ANYONE)
async def draft(ctx: Ctx) -> None:
    offering.start_call(ctx, await offering.spoken_for(ctx))


@button("channels.silence", right=Right.ANYONE)
async def silence(ctx: Ctx) -> None:
    """They speak for nobody any more, and nothing is kept of them."""
    await offering.forget(ctx, ctx.who)
    ctx.say("voice-ended")
