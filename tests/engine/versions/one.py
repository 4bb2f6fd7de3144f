"""The older version: two questions, a button that takes a word too much, a reminder."""

from datetime import timedelta

from bot.core import Button, ChatRef, Message, Right, Text
from bot.engine import Ask, Ctx, Option, View, button, card, command, dialog, job
from tests.engine.kit.parts import Tally

WAYS = [Option("bus", Text("bus")), Option("bike", Text("bike"))]


@card("tally:{tally}")
async def tally_card(view: View, tally: int) -> Message | None:
    row = await view.tx.get_one(Tally, tally)
    keys = (Button(Text("more"), more.call(tally, "gone")),)
    return Message((Text("tally", {"count": row.count}),), keys)


@command("compte", right=Right.ANYONE)
async def tally(ctx: Ctx, rest: str) -> None:
    ctx.tx.add(Tally(id=1, count=0))
    await ctx.show_card(tally_card.key(1))
    ctx.at(ctx.now + timedelta(hours=1), ring.call(ctx.who.account))


@button("kit.more", right=Right.ANYONE)
async def more(ctx: Ctx, tally: int, word: str) -> None:
    raise AssertionError("this version is gone")


@job("kit.ring")
async def ring(ctx: Ctx, account: str) -> None:
    ctx.post(ChatRef("local", account), Message((Text("worked"),)))


@command("voyage", right=Right.ANYONE)
async def trip(ctx: Ctx, rest: str) -> None:
    ctx.start(plan_trip)


@dialog("kit.trip", right=Right.ANYONE)
async def plan_trip(ctx: Ctx, ask: Ask) -> None:
    name = await ask.text("ask-name")
    await ask.choice("ask-how", WAYS)
    await ask.several("ask-bags", [Option("a", Text("bag-a"))])
    ctx.say("word", word=name)
