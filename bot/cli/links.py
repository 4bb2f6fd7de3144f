"""Links that open a chat with the bot. They hold the bot's name, which the platform tells."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.cli.platforms import matrix, telegram

if TYPE_CHECKING:
    from bot.settings import Settings


async def links(settings: "Settings", code: str) -> dict[str, str]:
    """By platform; only those that are known now. Not every link carries the code."""
    return await _telegram(settings, code) | await _matrix(settings, code)


async def _telegram(settings: "Settings", code: str) -> dict[str, str]:
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


async def _matrix(settings: "Settings", code: str) -> dict[str, str]:
    adapter = matrix(settings)
    if adapter is None:
        return {}
    link = {adapter.platform: adapter.invite_link(code)}
    await adapter.close()
    return link


async def link_maker(settings: "Settings") -> Callable[[str], str]:
    """From a code to its link: one that carries it, if there is any. Without a platform that
    answers, what its holder writes to the bot."""
    marker = "CODE"
    known = list((await links(settings, marker)).values())
    carrying = [link for link in known if marker in link]
    found = (*carrying, *known, f"/start {marker}")[0]
    return lambda code: found.replace(marker, code)
