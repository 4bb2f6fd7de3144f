"""What is refused in the middle of a wizard ends it: asked again it would be refused again."""

from collections.abc import Awaitable
from typing import TypeVar

from bot.core import Message
from bot.core.errors import Refusal
from bot.engine import Ctx, Unclear

T = TypeVar("T")


async def or_said(ctx: Ctx, wanted: Awaitable[T]) -> T | None:
    """None if it was refused, and it is said why; the wizard then returns and is over."""
    try:
        return await wanted
    except Unclear:
        raise
    except Refusal as no:
        ctx.show(Message((no.text,), no.buttons))
        return None
