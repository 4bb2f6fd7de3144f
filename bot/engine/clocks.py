"""The question whose time is to be read beside the community's."""

from bot.core import Span, Text, zones
from bot.engine.ask import Ask, Unclear
from bot.engine.context import Ctx
from bot.engine.options import Option

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


def _read(said: str) -> str:
    found = zones.read(said)
    if found is None:
        raise Unclear("zone-unknown", said=Span(said[:60]))
    return found
