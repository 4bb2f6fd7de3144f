"""What partners get and answer: counted by organisation, with nobody's name."""

from bot.core import Right
from bot.core.errors import Refusal
from bot.core.facts import OfferMade, PartnerAsked
from bot.core.outward import Outward, Titled, outline
from bot.core.partners import Level
from bot.engine import Ctx, View, button, on
from handlers.alerts import keys, words
from handlers.alerts.rules import bulletin as says
from handlers.alerts.rules.bulletin import Bulletin
from handlers.alerts.rules.outside import Channel, copy
from storage import alerts, partners
from storage.alerts import ToldChat
from storage.chats import Chat

SHOWN = 3
"""Alerts named on a partner's page."""


async def outward(view: View, said: Bulletin, told: ToldChat, where: Chat) -> Outward:
    acked = words.clock(told.acked_at, view.zone) if told.acked_at else None
    channel = Channel(told.public, acked, await _door(view, where))
    return copy(said, channel, acknowledge.call(told.alert_id, where.id))


async def _door(view: View, where: Chat) -> str:
    """Who reads this channel speaks for its partner, where help from it is agreed."""
    partner = await partners.active(view.tx, where.partner_id) if where.partner_id else None
    if partner is None or partner.level.rank < Level.COOPERATION.rank:
        return ""
    return where.door


@button("alerts.chat-acknowledge", right=Right.ANYONE)
async def acknowledge(ctx: Ctx, alert: int, chat: int) -> None:
    """One of its people is enough; who it was is not kept."""
    row = await alerts.find(ctx.tx, alert)
    told = await ctx.tx.get(ToldChat, (alert, chat), with_for_update=True)
    if row is None or told is None or not row.open:
        raise Refusal("alert-ended")
    if told.acked_at is None:
        told.acked_at = ctx.now
        ctx.audit("alert.chat-acknowledged", keys.alert(alert), None, {"chat": chat})
        ctx.renew(keys.CHAT.format(alert=alert, chat=chat))
        ctx.renew(keys.BOARD.format(alert=alert))
    ctx.notice("alert-chat-noted", at=words.clock(told.acked_at, ctx.zone))


@on(OfferMade)
async def offered(ctx: Ctx, fact: OfferMade) -> None:
    """Whoever offers help under an alert has it: their organisation is not waited for."""
    kind, _, number = fact.about.partition(":")
    if kind != "alert":
        return
    row = await alerts.find(ctx.tx, int(number))
    for told in await alerts.chats_of(ctx.tx, int(number)) if row is not None and row.open else ():
        if told.partner_id == fact.partner_id and told.acked_at is None:
            told.acked_at = ctx.now
            ctx.renew(keys.CHAT.format(alert=told.alert_id, chat=told.chat_id))
    ctx.renew(keys.BOARD.format(alert=int(number)))


@on(PartnerAsked)
async def asked(ctx: Ctx, fact: PartnerAsked) -> None:
    """The alerts in force that this partner was told of."""
    for row, told in await alerts.of_partner(ctx.tx, fact.partner_id, ctx.now):
        if len(fact.lines) == SHOWN:
            return
        said = await words.bulletin(ctx, row, outside=True)
        fact.lines.append(
            outline("alert-partner-line", title=Titled(row.title, bold=True), drill=row.drill,
                    until=says.until(said.until, said.at), acked=told.acked_at is not None)
        )  # fmt: skip
