"""An offer as coordinators see it: one of them takes it up, the others see who."""

from bot.core import Args, Button, Lang, Message, Right, Span, Text
from bot.core.errors import Refusal
from bot.core.outward import Outward, outline
from bot.engine import Ctx, View, button, card
from bot.engine.menus import command_button
from storage.offers import Offer, State
from storage.partners import Partner
from storage.people import Member


@card("offer:{offer}")
async def offer_card(view: View, offer: int) -> Message | None:
    row = await view.tx.get(Offer, offer)
    partner = await view.tx.get(Partner, row.partner_id) if row else None
    if row is None or partner is None:
        return None
    lines = [
        Text("offer-head", {"kind": row.kind, "name": Span(partner.name, bold=True)}),
        Text("offer-words", {"words": Span(row.words)}),
        Text("offer-contact", {"contact": Span(row.contact) if row.contact else Text("unsaid")}),
        Text("offer-at", {"at": row.made_at}),
    ]
    if row.state is not State.OPEN:
        by = await view.tx.get(Member, row.decided_by) if row.decided_by else None
        told: Args = {"state": row.state.value, "by": Span(by.name if by and by.name else "–"),
                "kind": row.kind}  # fmt: skip
        return Message((*lines, Text("offer-decided", told)))
    take = Text("offer-take", {"kind": row.kind})
    keys = (
        Button(take, decide.call(row.id, State.TAKEN)),
        Button(Text("offer-decline"), decide.call(row.id, State.DECLINED)),
    )
    return Message(tuple(lines), keys)


@button("channels.decide-offer", right=Right.CHANNELS)
async def decide(ctx: Ctx, offer: int, state: State) -> None:
    """Whoever is first; a call that was proposed goes to the preview of whoever takes it up."""
    row = await ctx.tx.get(Offer, offer, with_for_update=True)
    if row is None:
        raise Refusal("button-too-old")
    if row.state is not State.OPEN:
        raise Refusal("offer-already")
    row.state, row.decided_by, row.decided_at = state, ctx.me.id, ctx.now
    ctx.audit("offer.decided", f"offer:{offer}", {"state": State.OPEN}, {"state": state})
    ctx.renew(offer_card.key(offer))
    if row.account:
        said = Outward((outline("offer-answer", state=state, call=row.kind == "call"),)).message
        ctx.post(row.where, said, lang=Lang(row.lang), simple=False)
    if row.kind == "call" and state is State.TAKEN:
        key = command_button("mobiliser", "offer-preview", row.words)
        ctx.show(Message((Text("offer-prepare"),), (key,)))
