"""Whose a chat is: the partner that it belongs to, asked for where its title does not say."""

from collections.abc import Callable, Sequence

from bot.core import Button, Message, Right, Span, Text
from bot.core.errors import Refusal
from bot.core.plain import fold
from bot.engine import Ask, Ctx, Option, Unclear, button, dialog
from handlers.channels import partner_form, partner_pages
from handlers.channels.cards import channel_card
from handlers.channels.rules import line
from storage import partners
from storage.chats import Chat, Use
from storage.partners import Partner


@button("channels.whose", right=Right.CHANNELS)
async def whose(ctx: Ctx, channel: int) -> None:
    """From the chat's card: its partner's page, or the question."""
    row = await _chat(ctx, channel)
    partner = await partners.active(ctx.tx, row.partner_id) if row.partner_id else None
    if partner is None:
        return ask_partner(ctx, row)
    return await partner_pages.show(ctx, partner, channel)


@button("channels.whose-else", right=Right.CHANNELS)
async def whose_else(ctx: Ctx, channel: int) -> None:
    ask_partner(ctx, await _chat(ctx, channel))


def offer_partners(ctx: Ctx, row: Chat, known: Sequence[Partner]) -> None:
    """What has just been decided stands; the partner is a second question, for who decided."""
    keys = [
        Button(Text("as-it-is", {"words": Span(p.name)}), bind.call(row.id, p.id), wide=True)
        for p in _near(row.title, known)
    ]
    keys.append(Button(Text("which-partner-else"), whose_else.call(row.id)))
    ctx.show(Message((Text("which-partner", {"title": Span(row.title, bold=True)}),), tuple(keys)))


@button("channels.bind", right=Right.CHANNELS)
async def bind(ctx: Ctx, channel: int, partner: int) -> None:
    row, found = await _chat(ctx, channel), await partner_pages.active(ctx, partner)
    belongs_to(ctx, row, found)
    await partner_pages.show(ctx, found)


def _near(title: str, known: Sequence[Partner]) -> list[Partner]:
    names = {p.name: p for p in known}
    return [names[name] for name in line.nearest(title, names)]


def ask_partner(ctx: Ctx, row: Chat) -> None:
    ctx.start(which_partner, channel=row.id)


async def _chat(ctx: Ctx, channel: int) -> Chat:
    row = await ctx.tx.get(Chat, channel, with_for_update=True)
    if row is None or row.use is not Use.PARTNER:
        raise Refusal("channel-gone")
    return row


@dialog("channels.which-partner", right=Right.CHANNELS)
async def which_partner(ctx: Ctx, ask: Ask, channel: int) -> None:
    """One that is known, or a new one."""
    row = await _chat(ctx, channel)
    known = await partners.all_of(ctx.tx)
    options = [
        Option(str(p.id), Text("as-it-is", {"words": Span(p.name)}), wide=True)
        for p in _near(row.title, known)
    ]
    options.append(Option("new", Text("partner-add"), ("nouveau", "new"), wide=True))
    found = await ask.read(
        "ask-which-partner", _reader(known), options=options, title=Span(row.title, bold=True)
    )
    if found == "new":
        partner = await partner_form.fill(ctx, ask, line.Line(), title=line.named_after(row.title))
    else:
        partner = await partner_pages.active(ctx, int(found))
    belongs_to(ctx, row, partner)
    await partner_pages.show(ctx, partner)


def _reader(known: Sequence[Partner]) -> Callable[[str], str]:
    """By its name, or by a piece that stands in one name only."""

    def read(said: str) -> str:
        words = fold(said)
        same = [p for p in known if fold(p.name) == words]
        holding = [p for p in known if len(words) >= 3 and words in fold(p.name)]
        found = same or holding
        if len(found) == 1:
            return str(found[0].id)
        if found:
            names = tuple(Span(p.name) for p in found[:4])
            raise Unclear("partner-several", names=names)
        raise Unclear("partner-unknown", piece=Span(said[:60]))

    return read


def belongs_to(ctx: Ctx, row: Chat, partner: Partner) -> None:
    """By a coordinator's word. What a code has proved was said of the partner of before."""
    if row.partner_id == partner.id:
        return
    before, row.partner_id, row.proved_at = row.partner_id, partner.id, None
    row.decided_by = ctx.me.id
    ctx.audit("channel.partner", f"channel:{row.id}", {"partner": before}, {"partner": partner.id})
    ctx.renew(channel_card.key(row.id))
