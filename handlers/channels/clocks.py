"""«🌍 Fuseau horaire» on a chat's card: a room elsewhere reads its own time beside ours."""

from bot.core import Right, Span
from bot.engine import Ask, Ctx, button, clocks, dialog
from handlers.channels.cards import channel_card
from handlers.channels.getting import chosen
from storage import places


@button("channels.zone", right=Right.CHANNELS)
async def choose(ctx: Ctx, channel: int) -> None:
    await chosen(ctx, channel)
    ctx.start(ask_zone, channel=channel)


@dialog("channels.own-zone", right=Right.CHANNELS)
async def ask_zone(ctx: Ctx, ask: Ask, channel: int) -> None:
    row = await chosen(ctx, channel)
    before = row.zone
    row.zone = name = await clocks.asked(ctx, ask, "ask-channel-zone", row.title)
    ctx.audit("channel.zone", f"channel:{channel}", {"zone": before}, {"zone": name})
    await places.speak(ctx.tx, row.where, row.lang, simple=False)
    ctx.renew(channel_card.key(channel))
    ctx.say("channel-zone-kept", title=Span(row.title), **clocks.named(ctx, name))
