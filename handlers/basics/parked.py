"""An event that could not be handled three times over: administrators get to know."""

from bot.core import Lane, Message, Role, Span, Text
from bot.core.facts import EventParked
from bot.engine import Ctx, on
from storage import people


@on(EventParked)
async def tell_administrators(ctx: Ctx, fact: EventParked) -> None:
    """Its number and the kind of error; what was said in it is nobody's to read."""
    line = Text("event-parked", {"number": fact.inbox_id, "error": Span(fact.error)})
    admins = [member.id for member in await people.ranked(ctx.tx, Role.ADMINISTRATOR)]
    await ctx.tell(admins, Message((line,)), lane=Lane.ANSWERS)
