"""/aide and /annuler."""

from bot.core import Right
from bot.engine import Ctx, command


@command("aide", en="help", right=Right.ANYONE)
async def help(ctx: Ctx, rest: str) -> None:
    ctx.say("hello")
