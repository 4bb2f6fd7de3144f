"""A meeting is over: its cards say so, and the times after it are written down."""

from bot.engine import Ctx
from handlers.meetings import keys, occurring
from storage.meetings import Time, When


async def over(ctx: Ctx, time: Time) -> None:
    time.one.state = When.OVER
    await ctx.forget(keys.timers(time.one.id))
    await occurring.extend(ctx, time.meeting)
    await occurring.plan_next(ctx, time.meeting)
    ctx.renew(keys.TIME.format(time=time.one.id), children=True)
