"""A page of the web that is looked at, and what it says told to whoever asked."""

from bot.core import ChatRef, Lang, Message, Right, Span, Text
from bot.engine import Ctx, command, visit


def first_word(page: bytes) -> str:
    """A reader with a refusal, and with a bug."""
    words = page.decode().split()
    if words[0] == "secret":
        raise ValueError("secret")
    return words[0]


@command("regarde", en="look", right=Right.ANYONE)
async def look(ctx: Ctx, rest: str) -> None:
    ctx.at(ctx.now, looked.call(rest, ctx.event.chat.chat))


@visit("kit.looked", reads=first_word)
async def looked(ctx: Ctx, url: str, chat: str) -> None:
    assert ctx.visited is not None
    seen = ctx.visited.why or str(ctx.visited.found)
    ctx.post(ChatRef("local", chat), Message((Text("seen", {"seen": Span(seen)}),)), lang=Lang.FR)
