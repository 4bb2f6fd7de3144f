"""What a call tells the log of a crisis, where one is open: its title and numbers, no person."""

from bot.core import Span, Text
from bot.core.facts import Logged
from bot.core.messages import Arg
from bot.engine import Ctx
from handlers.staffing import keys
from storage.callouts import Callout


async def log(ctx: Ctx, call: Callout, what: str, **args: Arg) -> None:
    said = Text(f"log-call-{what}", {"title": Span(call.title), **args})
    await ctx.happened(Logged(said, keys.CALL.format(call=call.id), call.drill))
