"""What a server, or whatever stands before it, answers: its bytes, or why it will not."""

import json

import aiohttp
from telegram.error import TelegramError

from bot.adapters.telegram.errors import NotSent, Refused, Unanswered

BIGGEST = 32 * 1024 * 1024
"""Bytes; a hundred updates are far below. What never ends must not fill the memory."""
FILE_LIMIT = 20 * 1024 * 1024
"""What a bot may download, in bytes: https://core.telegram.org/bots/api#getfile."""
LONGEST = 86_400
"""Seconds; whoever asks us to wait longer than a day is asked again after one."""


async def of_call(response: aiohttp.ClientResponse) -> bytes:
    """Raises Refused, NotSent or Unanswered."""
    answer = await _whole(response, BIGGEST, Unanswered("the answer has no end"))
    if response.status != 200:
        raise _refused(response.status, answer)
    return answer


def _refused(status: int, payload: bytes) -> Refused | NotSent:
    """See https://core.telegram.org/bots/api#making-requests and #responseparameters.

    What refuses without Telegram's words stands between us and Telegram (a proxy, the login of a
    Wi-Fi): nothing was done, and nobody has blocked us.
    """
    try:
        answer = json.loads(payload)
        ours = isinstance(answer, dict) and answer.get("ok") is False
    except (RecursionError, ValueError):
        ours = False
    if not ours:
        spoken = status in (413, 429) or status >= 500
        return Refused(status, "") if spoken else NotSent("another server answered in its place")
    try:
        more = answer.get("parameters") or {}
        wait, moved = int(more.get("retry_after") or 0), int(more.get("migrate_to_chat_id") or 0)
        wait = min(max(wait, 0), LONGEST)
        return Refused(status, str(answer.get("description") or ""), wait=wait, moved=moved)
    except (ArithmeticError, AttributeError, TypeError, ValueError):
        return Refused(status, "")


async def of_file(response: aiohttp.ClientResponse, most: int) -> bytes:
    if response.status != 200:
        raise Refused(response.status, "file not found")
    return await _whole(response, most, Refused(413, "file is too big"))


async def _whole(response: aiohttp.ClientResponse, most: int, too_big: TelegramError) -> bytes:
    """The whole body, if it has at most so many bytes; else raises `too_big`."""
    held = bytearray()
    async for chunk in response.content.iter_any():
        held += chunk
        if len(held) > most:
            raise too_big
    return bytes(held)
