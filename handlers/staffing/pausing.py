"""«🔕 Pause» under a call: one tap, a week of peace, and the way back beside it."""

from datetime import timedelta

from bot.core import Button, Text
from bot.core.facts import MemberPaused
from bot.engine import Ctx, button

WEEK = timedelta(days=7)


@button("staffing.pause")
async def pause(ctx: Ctx) -> None:
    ctx.me.paused_until = ctx.now + WEEK
    ctx.audit("member.paused", f"member:{ctx.me.id}", None, {"days": WEEK.days})
    await ctx.happened(MemberPaused(ctx.me.id, ctx.me.paused_until))
    until = (ctx.now + WEEK).astimezone(ctx.zone).date()
    ctx.say("paused-until", Button(Text("resume-now"), resume.call()), until=until)


@button("staffing.resume")
async def resume(ctx: Ctx) -> None:
    ctx.me.paused_until = None
    ctx.audit("member.resumed", f"member:{ctx.me.id}")
    ctx.say("resumed")
