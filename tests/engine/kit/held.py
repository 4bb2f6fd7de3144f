"""Messages and cards that wait half a minute before they leave."""

from bot.core import Button, ChatRef, Lane, Lang, Message, Right, Text
from bot.core.facts import HeldBack, LeftNow
from bot.engine import Ctx, command, holding, on
from tests.engine.kit.parts import tally_card

ABOUT = "kit:1"


@command("retarde", en="delayed", right=Right.ANYONE)
async def delayed(ctx: Ctx, rest: str) -> None:
    """To each of the chats named: a card and a word, in half a minute."""
    at = holding.begin(ctx, ABOUT)
    for chat in rest.split():
        where = ChatRef("local", chat)
        ctx.deal(where, tally_card.key(9), lane=Lane.NEWS, lang=Lang.FR, about=ABOUT, at=at)
        ctx.post(where, Message((Text("ding"),)), about=ABOUT, at=at)
    held: tuple[Button, ...] = (holding.hold_back_button(ABOUT),)
    ctx.show(Message((Text("held-soon"),), held))


@on(HeldBack)
async def held_back(ctx: Ctx, fact: HeldBack) -> None:
    ctx.say("held-now", cards=" ".join(sorted(fact.cards)))


@on(LeftNow)
async def left(ctx: Ctx, fact: LeftNow) -> None:
    ctx.post(ChatRef("local", "clerk"), Message((Text("held-left"),)))
