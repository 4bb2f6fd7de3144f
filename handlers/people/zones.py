"""«🌍 Fuseau horaire» in /reglages: one's own time is read beside the community's."""

from bot.core import Button, Span, Text, zones
from bot.core.facts import SettingsAsked
from bot.engine import Ask, Ctx, button, clocks, dialog, on
from bot.engine.awake import own_zone
from handlers.people import settings


@on(SettingsAsked)
async def in_settings(ctx: Ctx, fact: SettingsAsked) -> None:
    fact.lines.append(Text("settings-zone", clocks.named(ctx, ctx.me.zone)))
    fact.buttons.append(Button(Text("set-zone"), choose.call()))


@button("people.zone")
async def choose(ctx: Ctx) -> None:
    ctx.start(ask_zone)


@dialog("people.own-zone")
async def ask_zone(ctx: Ctx, ask: Ask) -> None:
    ctx.me.zone = name = await clocks.asked(ctx, ask, "ask-zone")
    ctx.audit("member.setting", f"member:{ctx.me.id}", None, {"zone": "own" if name else "ours"})
    await settings.follow(ctx)
    back = Button(Text("settings-back"), settings.show.call())
    if not name:
        return ctx.say("zone-kept-ours", back)
    local = ctx.now.astimezone(own_zone(ctx, ctx.me)).time()
    at = local.replace(second=0, microsecond=0)
    return ctx.say("zone-kept", back, place=Span(zones.place(name, ctx.lang)), at=at)
