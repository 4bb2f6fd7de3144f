"""«Nous pouvons aider»: a partner offers people, a place, a vehicle; or proposes a call. The
coordinators decide, and the partner is told."""

from datetime import timedelta

from bot.core import Args, Identity, Lane, Lang, Message, Right, Role, Span, Text
from bot.core.errors import Refusal
from bot.core.facts import Logged, OfferMade, TimeToForget
from bot.core.partners import Level
from bot.core.plain import clean_lines
from bot.engine import Ask, Ctx, Option, dialog, erases, exports, on
from handlers.channels.offer_cards import offer_card
from storage import accounts, offers, partners, people
from storage.offers import Offer
from storage.partners import Partner, Voice

KINDS = ("people", "place", "vehicle", "equipment", "relay")
MOST = 5
"""Offers of one account in an hour: more are a slip or a game."""

HOUR = timedelta(hours=1)
WORDS, CONTACT = 300, 120


async def speaks_for(ctx: Ctx, partner: Partner, *, by_code: bool) -> None:
    """Whoever is here speaks for this partner from now on; what a code has said counts more than
    a channel that they read."""
    voice = await partners.voice_of(ctx.tx, ctx.who)
    if voice is None:
        voice = Voice(platform=ctx.who.platform, account=ctx.who.account, since=ctx.now)
        ctx.tx.add(voice)
    elif voice.by_code and not by_code and voice.partner_id != partner.id:
        return
    else:
        by_code = by_code or voice.by_code
    voice.partner_id, voice.by_code = partner.id, by_code
    voice.chat, voice.lang = ctx.event.chat.chat, ctx.lang.value


async def spoken_for(ctx: Ctx) -> Partner:
    """The partner for whom this person speaks; the press may come years after the button."""
    voice = await partners.voice_of(ctx.tx, ctx.who)
    partner = await partners.active(ctx.tx, voice.partner_id) if voice else None
    if partner is None:
        raise Refusal("door-closed")
    return partner


def start(ctx: Ctx, partner: Partner, about: str = "") -> None:
    if partner.level.rank < Level.COOPERATION.rank:
        raise Refusal("offer-not-agreed")
    ctx.start(offer_help, partner=partner.id, about=about)


def start_call(ctx: Ctx, partner: Partner) -> None:
    if partner.level.rank < Level.INTEGRATION.rank:
        raise Refusal("offer-not-agreed")
    ctx.start(propose_call, partner=partner.id)


@dialog("channels.offer-help", right=Right.ANYONE)
async def offer_help(ctx: Ctx, ask: Ask, partner: int, about: str = "") -> None:
    row = await _partner(ctx, partner, Level.COOPERATION)
    ask.steps("ask-offer-kind", "ask-offer-words", "ask-offer-contact")
    options = [Option(kind, Text(f"offer-{kind}")) for kind in KINDS]
    kind = await ask.choice("ask-offer-kind", options, name=Span(row.name, bold=True))
    words = await ask.text("ask-offer-words", max=WORDS, kind=kind)
    contact = await ask.text("ask-offer-contact", max=CONTACT)
    await _make(ctx, row, kind, words, contact, about)


@dialog("channels.propose-call", right=Right.ANYONE)
async def propose_call(ctx: Ctx, ask: Ask, partner: int) -> None:
    row = await _partner(ctx, partner, Level.INTEGRATION)
    ask.steps("ask-proposal", "ask-offer-contact")
    line = await ask.text("ask-proposal", max=WORDS, name=Span(row.name, bold=True))
    contact = await ask.text("ask-offer-contact", max=CONTACT)
    await _make(ctx, row, "call", line, contact, "")


async def _partner(ctx: Ctx, partner: int, least: Level) -> Partner:
    row = await partners.active(ctx.tx, partner)
    if row is None:
        raise Refusal("partner-no-more")
    if row.level.rank < least.rank:
        raise Refusal("offer-not-agreed")
    if await offers.count_since(ctx.tx, ctx.who, ctx.now - HOUR) >= MOST:
        raise Refusal("offer-enough", most=MOST)
    return row


async def _make(
    ctx: Ctx, partner: Partner, kind: str, words: str, contact: str, about: str
) -> None:
    await speaks_for(ctx, partner, by_code=False)
    row = Offer(
        partner_id=partner.id, kind=kind, words=clean_lines(words), contact=contact, about=about,
        platform=ctx.who.platform, account=ctx.who.account, chat=ctx.event.chat.chat,
        lang=ctx.lang.value, made_at=ctx.now,
    )  # fmt: skip
    ctx.tx.add(row)
    await ctx.tx.flush()
    ids = [m.id for m in await people.ranked(ctx.tx, Role.COORDINATOR)]
    for member, account in (await ctx.reach(ids)).values():
        ctx.deal(
            account.where, offer_card.key(row.id), lane=Lane.ANSWERS, lang=Lang(member.lang),
            simple=member.simple, about=offer_card.key(row.id),
        )  # fmt: skip
    named: Args = {"name": Span(partner.name), "kind": kind}
    await ctx.happened(Logged(Text("log-offer", named), offer_card.key(row.id)))
    await ctx.happened(OfferMade(partner.id, about))
    said = Text("offer-made", {"at": ctx.now.astimezone(ctx.zone).time(), "kind": kind})
    ctx.show(Message((said, Text("partner-emergency"))))


async def forget(ctx: Ctx, who: Identity) -> None:
    """They speak for nobody; of their offers stays what was offered."""
    voice = await partners.voice_of(ctx.tx, who)
    if voice is not None:
        await ctx.tx.delete(voice)
    await offers.forget_account(ctx.tx, who)


@erases("channels")
async def forget_member(ctx: Ctx, member_id: int) -> None:
    """A member may speak for a partner too."""
    for account in await accounts.of(ctx.tx, member_id):
        await forget(ctx, account.who)


@exports("channels")
async def mine(ctx: Ctx, member_id: int) -> list[dict[str, str]]:
    """For whom they speak, in which app."""
    found = []
    for account in await accounts.of(ctx.tx, member_id):
        voice = await partners.voice_of(ctx.tx, account.who)
        partner = await partners.active(ctx.tx, voice.partner_id) if voice else None
        if partner is not None:
            found.append({"platform": account.platform, "partner": partner.name})
    return found


@on(TimeToForget)
async def time_to_forget(ctx: Ctx, fact: TimeToForget) -> None:
    kept = timedelta(days=ctx.parts.settings.retention.answers_days)
    await offers.forget(ctx.tx, fact.now - kept)
