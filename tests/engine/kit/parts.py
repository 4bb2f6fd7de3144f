"""A tally that anyone may raise, a wizard, a job, and a handler with a bug."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Mapped, mapped_column

from bot.core import Asks, Button, Lane, Message, Right, Text
from bot.core.errors import Refusal
from bot.core.people import ChatRef
from bot.engine import Ask, Ctx, Option, View, button, card, command, dialog, job, on
from storage.db import Base


class Tally(Base):
    __tablename__ = "test_tallies"
    id: Mapped[int] = mapped_column(primary_key=True)
    count: Mapped[int] = mapped_column(default=0)


@dataclass(frozen=True)
class Raised:
    tally: int
    to: int


bugs: dict[str, int] = {}
heard: list[Raised] = []


@card("tally:{tally}")
async def tally_card(view: View, tally: int) -> Message | None:
    row = await view.tx.get(Tally, tally)
    count = row.count if row else 0
    keys = (Button(Text("more"), more.call(tally)), Button(Text("refuse"), refuse.call(tally)))
    return Message((Text("tally", {"count": count}),), keys, asks=Asks.YES)


@command("compte", en="tally", right=Right.ANYONE)
async def tally(ctx: Ctx, rest: str) -> None:
    number = int(rest or 1)
    if await ctx.tx.get(Tally, number) is None:
        ctx.tx.add(Tally(id=number, count=0))
    await ctx.show_card(tally_card.key(number))


@command("mienne", en="mine", right=Right.ANYONE)
async def mine(ctx: Ctx, rest: str) -> None:
    """A button in a group for its asker alone, and for an hour."""
    more_of_it = Button(Text("more"), more.call(int(rest)))
    ask = Message((Text("mine"),), (more_of_it,), only=ctx.who, until=ctx.now + timedelta(hours=1))
    ctx.post(ctx.event.chat, ask)


@button("kit.more", right=Right.ANYONE)
async def more(ctx: Ctx, tally: int) -> None:
    row = await ctx.tx.get_one(Tally, tally)
    row.count += 1
    ctx.audit("tally.raised", f"tally:{tally}", {"count": row.count - 1}, {"count": row.count})
    ctx.renew(tally_card.key(tally))
    await ctx.happened(Raised(tally, row.count))


@button("kit.refuse", right=Right.ANYONE)
async def refuse(ctx: Ctx, tally: int) -> None:
    """Everything it did before it refused is undone."""
    row = await ctx.tx.get_one(Tally, tally)
    row.count += 100
    ctx.tx.add(Tally(id=tally + 1000, count=1))
    ctx.say("never-said")
    ctx.at(ctx.now, ring.call("never"))
    raise Refusal("kit-refused")


@on(Raised)
async def raised(ctx: Ctx, fact: Raised) -> None:
    heard.append(fact)


@command("bug", en="crash", right=Right.ANYONE)
async def bug(ctx: Ctx, rest: str) -> None:
    """Fails as often as `bugs` says, then works."""
    ctx.say("never-said")
    if bugs.get(rest, 0) > 0:
        bugs[rest] -= 1
        raise ZeroDivisionError
    ctx.say("worked")


@command("voies", en="lanes", right=Right.ANYONE)
async def lanes(ctx: Ctx, rest: str) -> None:
    """Owe one message per word: «news:a urgent:b» to the chat, or «chat@news:a» to another."""
    for word in rest.split():
        chat, _, what = word.rpartition("@")
        lane, _, name = what.partition(":")
        where = ChatRef(ctx.event.chat.platform, chat) if chat else ctx.event.chat
        ctx.post(where, Message((Text("word", {"word": name}),)), lane=Lane[lane.upper()])


@command("plus_tard", en="later", right=Right.ANYONE)
async def later(ctx: Ctx, rest: str) -> None:
    minutes = int(rest)
    ctx.at(ctx.now + timedelta(minutes=minutes), ring.call(ctx.who.account), name="bells")


@command("silence", en="hush", right=Right.ANYONE)
async def hush(ctx: Ctx, rest: str) -> None:
    await ctx.forget("bells")


@job("kit.ring")
async def ring(ctx: Ctx, account: str) -> None:
    ctx.post(ChatRef("local", account), Message((Text("ding"),)))


@command("voyage", en="trip", right=Right.ANYONE)
async def trip(ctx: Ctx, rest: str) -> None:
    ctx.start(plan_trip)


@dialog("kit.trip", right=Right.ANYONE)
async def plan_trip(ctx: Ctx, ask: Ask) -> None:
    """A wizard with a loop, a choice, ticks and a fact kept between questions."""
    name = await ask.text("ask-name", max=20)
    started = await ask.keep("start", _now(ctx))
    how = await ask.choice("ask-how", [Option("bus", Text("bus")), Option("bike", Text("bike"))])
    stops = []
    for n in range(2):
        stops.append(await ask.text("ask-stop", at=n, max=20, number=n + 1))
    bags = await ask.several("ask-bags", [Option("a", Text("bag-a")), Option("b", Text("bag-b"))])
    ctx.say("trip", name=name, how=how, stops=", ".join(stops), bags=len(bags), start=str(started))


def _now(ctx: Ctx):  # type: ignore[no-untyped-def]
    async def read() -> str:
        return f"{ctx.now:%H:%M}"

    return read
