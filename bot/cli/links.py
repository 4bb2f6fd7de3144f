"""Links that open a chat with the bot. They hold the bot's name, which the platform tells."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.cli.platforms import telegram

if TYPE_CHECKING:
    from bot.settings import Settings


async def links(settings: "Settings", code: str) -> dict[str, str]:
    """By platform; only those that answer now."""
    from bot.core.errors import SendFailed

    adapter = telegram(settings)
    if adapter is None:
        return {}
    try:
        await adapter.meet()
        return {adapter.platform: adapter.invite_link(code)}
    except SendFailed:
        return {}
    finally:
        await adapter.close()


async def link_maker(settings: "Settings") -> Callable[[str], str]:
    """From a code to its link, or to what its holder writes to the bot when no platform answers."""
    marker = "CODE"
    found = next(iter((await links(settings, marker)).values()), f"/start {marker}")
    return lambda code: found.replace(marker, code)
