"""An event that could not be handled three times over: administrators get to know."""

from bot.core import Button, Lane, Message, Right, Role, Span, Text
from bot.core.facts import EventParked
from bot.engine import Ctx, button, on
from storage import inbox, people


@on(EventParked)
async def tell_administrators(ctx: Ctx, fact: EventParked) -> None:
    """Its number and the kind of error; what was said in it is nobody's to read."""
    line = Text("event-parked", {"number": fact.inbox_id, "error": Span(fact.error)})
    again = Button(Text("event-again"), take_up_again.call(fact.inbox_id))
    admins = [member.id for member in await people.ranked(ctx.tx, Role.ADMINISTRATOR)]
    await ctx.tell(admins, Message((line,), (again,)), lane=Lane.ANSWERS)


@button("basics.replay", right=Right.ADMINISTER)
async def take_up_again(ctx: Ctx, number: int) -> None:
    """As `tocsin replay` does. Once the cause is not mended, it is parked and told again."""
    if not await inbox.replay(ctx.tx, [number]):
        return ctx.say("event-not-parked", number=number)
    ctx.audit("event.replayed", f"event:{number}")
    return ctx.say("event-taken-again", number=number)
