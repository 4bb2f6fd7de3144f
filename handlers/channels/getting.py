"""What a chat gets: calls, alerts from a severity on, newsletters, meetings; or it is a source."""

from bot.core import Args, Button, Lang, Message, Right, Span, Text
from bot.core.errors import Refusal
from bot.core.outward import Outward, outline
from bot.core.severity import Severity
from bot.engine import Ctx, button
from handlers.channels.cards import channel_card
from storage.chats import Chat, Use

FIELDS = {
    "calls": "wants_calls", "news": "wants_news", "meetings": "wants_meetings",
    "source": "is_source",
}  # fmt: skip


@button("channels.get", right=Right.CHANNELS, aliases=("channels.calls",))
async def get(ctx: Ctx, channel: int, wanted: bool, what: str = "calls") -> None:
    """Whoever talks in a room that is heard from now on is told."""
    row = await chosen(ctx, channel, muted=what == "source")
    if what == "source" and row.is_source != wanted and row.kind == "room" and not row.muted:
        said = Outward((outline("channel-heard", heard=wanted),)).message
        ctx.post(row.where, said, lang=Lang(row.lang), simple=False)
    setattr(row, FIELDS[what], wanted)
    ctx.audit(f"channel.{what}", f"channel:{channel}", None, {what: wanted})
    ctx.renew(channel_card.key(channel))


@button("channels.alerts", right=Right.CHANNELS)
async def alerts(ctx: Ctx, channel: int) -> None:
    row = await chosen(ctx, channel)
    keys = tuple(
        Button(Text("alerts-from", {"severity": one or "none"}), alerts_from.call(channel, one))
        for one in ("", *Severity)
    )
    ctx.flip(Message((Text("alerts-which", {"title": Span(row.title)}),), keys))


@button("channels.alerts-from", right=Right.CHANNELS)
async def alerts_from(ctx: Ctx, channel: int, severity: str) -> None:
    row = await chosen(ctx, channel)
    before, row.alerts_from = row.alerts_from, severity if severity in list(Severity) else ""
    ctx.audit("channel.alerts", f"channel:{channel}", {"from": before}, {"from": row.alerts_from})
    ctx.renew(channel_card.key(channel))
    told: Args = {"title": Span(row.title), "severity": row.alerts_from or "none"}
    ctx.flip(Message((Text("alerts-chosen", told),)))


async def chosen(ctx: Ctx, channel: int, *, muted: bool = False) -> Chat:
    """A chat whose use is known and that can be written to; `muted`: or at least read."""
    row = await ctx.tx.get(Chat, channel, with_for_update=True)
    if row is None or row.use in (Use.UNKNOWN, Use.GONE):
        raise Refusal("channel-gone")
    if row.lost and not (muted and row.muted):
        raise Refusal("channel-gone")
    return row
