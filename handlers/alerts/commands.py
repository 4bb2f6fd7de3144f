"""/alerte: an alert in one line, in answer to a forwarded message, or asked step by step."""

from typing import Any

from bot.core import Right, Said
from bot.core.files import pack_file
from bot.engine import Ctx, Unclear, command
from bot.engine.sent import brought
from handlers.alerts import wizard


@command("alerte", en="alert", right=Right.ALERT, drills=True)
async def alert(ctx: Ctx, rest: str) -> None:
    ctx.start(wizard.new_alert, line=rest, drill=ctx.drill, given=_given(ctx))


def _given(ctx: Ctx) -> dict[str, Any]:
    """What the command answers, and what was sent with it."""
    event = ctx.event
    if not isinstance(event, Said):
        return {}
    given: dict[str, Any] = {"words": event.quoted, "source": event.quoted_from}
    try:
        return {**given, "file": pack_file(brought(ctx))}
    except Unclear as unclear:  # it is asked for again; the line is kept
        return {**given, "no_file": unclear.text.key}
