"""The newer version: a question more in the middle, other names and arguments, other words."""

from bot.core import Button, ChatRef, Message, Right, Text
from bot.engine import Ask, Ctx, View, button, card, command, dialog, job
from tests.engine.kit.parts import Tally
from tests.engine.versions.one import WAYS


@card("tally:{tally}")
async def tally_card(view: View, tally: int) -> Message | None:
    row = await view.tx.get_one(Tally, tally)
    keys = (Button(Text("refuse"), raised.call(tally)),)
    return Message((Text("tally", {"count": row.count}), Text("mine")), keys)


@button("kit.raise", right=Right.ANYONE, aliases=("kit.more",))
async def raised(ctx: Ctx, tally: int, by: int = 5) -> None:
    row = await ctx.tx.get_one(Tally, tally)
    row.count += by
    ctx.renew(tally_card.key(tally))


@job("kit.bell", aliases=("kit.ring",))
async def bell(ctx: Ctx, account: str, loud: bool = True) -> None:
    ctx.post(ChatRef("local", account), Message((Text("ding"),)))


@command("voyage", right=Right.ANYONE)
async def trip(ctx: Ctx, rest: str) -> None:
    ctx.start(plan_trip)


@dialog("kit.trip", right=Right.ANYONE)
async def plan_trip(ctx: Ctx, ask: Ask) -> None:
    """The bags are not asked for any more."""
    name = await ask.text("ask-name")
    stop = await ask.text("ask-stop", at=0, number=1)
    how = await ask.choice("ask-how", WAYS)
    ctx.say("trip", name=name, how=how, stops=stop, bags=0, start="")
