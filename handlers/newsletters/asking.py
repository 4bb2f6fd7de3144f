"""The questions about an issue that several of its wizards ask."""

from typing import Any

from bot.core import Text
from bot.core.audience import EVERYONE, Audience, both
from bot.core.messages import Arg
from bot.core.plain import clean
from bot.engine import Ask, Ctx, Option, audiences
from bot.engine.unclear import within
from handlers.newsletters import reading, whom
from handlers.newsletters.rules import body

TITLE, INTRO, HEADING, ALT = 80, 600, 80, 200
LATER = ("plus tard", "later", "passer", "skip", "-", "non", "no")


async def title(ask: Ask, *why: Text, at: object = "") -> str:
    def read(said: str) -> str:
        return within(clean(said), TITLE)

    return str(await ask.read("ask-news-title", read, at=at, extra=why))


async def text(ask: Ask, *why: Text, skip: bool, at: object = "") -> str:
    """An article. With `skip` it can wait."""
    options = [Option("", Text("news-later"), LATER)] if skip else []

    def read(said: str) -> str:
        return within(said.strip(), body.PIECE)

    key = "ask-news-text"
    return str(await ask.read(key, read, at=at, options=options, extra=why, most=body.PIECE))


async def deadline(ctx: Ctx, ask: Ask, key: str, *, at: object = "") -> str:
    """Until when texts are awaited, in ISO; "" for none."""
    none = Option("", Text("news-no-deadline"), LATER)
    return str(await ask.read(key, reading.day_reader(ctx), at=at, options=[none]))


async def audience(ctx: Ctx, ask: Ask, *why: Text, at: object = "", **args: Arg) -> dict[str, Any]:
    """Everyone who wants it, with the channels or not; or as it is typed."""
    channels = await ask.keep(f"channels:{at}", lambda: _channels(ctx))
    options = [Option("all", Text("news-whom-all"), ("tous", "abonnes", "all"))]
    if channels:
        label = Text("news-whom-more", {"channels": len(channels)})
        options.append(Option("more", label, ("canaux", "channels")))
    reader = await audiences.reader(ctx)
    found = await ask.read("ask-news-whom", reader, at=at, options=options, extra=why)
    if found == "all":
        return EVERYONE.pack()
    if found == "more":
        return both(EVERYONE, Audience(channels=tuple(channels))).pack()
    return dict(found)


async def _channels(ctx: Ctx) -> list[int]:
    return sorted(await whom.open_chats(ctx.tx))
