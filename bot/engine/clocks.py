"""The question whose time is to be read beside the community's, and how an answer is named."""

from bot.core import Args, Span, Text, zones
from bot.engine.ask import Ask
from bot.engine.context import Ctx
from bot.engine.here import Here
from bot.engine.options import Option
from bot.engine.unclear import Unclear

OURS = ("cpts", "communauté", "la même", "ours", "same")


async def asked(ctx: Ctx, ask: Ask, question: str, title: str = "") -> str:
    """An IANA name; "" for the community's own. `title` is what the question is about."""
    home = ctx.zone.key
    ours = Text("zone-ours", {"place": Span(zones.place(home, ctx.lang))})
    options = [Option("", ours, OURS, wide=True)]
    options += [
        Option(name, Text("as-is", {"words": Span(zones.place(name, ctx.lang))}), (name,))
        for name in zones.USUAL
        if name != home
    ]
    name = str(await ask.read(question, _read, options=options, title=Span(title)))
    return "" if name == home else name


def named(ctx: Here, name: str) -> Args:
    """`place`, and whether it is their `own` or, for "", the community's."""
    place = Span(zones.place(name or ctx.zone.key, ctx.lang))
    return {"place": place, "own": "yes" if name else "no"}


def _read(said: str) -> str:
    found = zones.read(said)
    if found is None:
        raise Unclear("zone-unknown", said=Span(said[:60]))
    return found
