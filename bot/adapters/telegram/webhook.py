"""Updates that Telegram brings to our web server: the answer is 200 once they are on disk."""

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram import Bot
from telegram.error import TelegramError

from bot.core import Event
from bot.core.ports import Intake

log = logging.getLogger(__name__)

MINUTE = 60.0
BIGGEST = 1_048_576
"""Bytes; an update is a few kilobytes."""


class Webhook:
    """Knows nothing of HTTP servers: a body comes in, a status goes out."""

    def __init__(
        self, secret: str, understood: Callable[[Mapping[str, Any]], Event | None],
        ready: Callable[[], Awaitable[bool]],
    ) -> None:  # fmt: skip
        self._secret, self._understood, self._ready = secret.encode(), understood, ready
        self.intake: Intake | None = None

    async def is_found(self, bot: Bot, intake: Intake) -> None:
        """Never ends. Each minute it is noted that Telegram finds us, unless it says otherwise."""
        while True:
            try:
                if await _finds_us(bot):
                    await intake([], "")
            except TelegramError as error:
                log.debug("not asked whether it is found", extra={"error": type(error).__name__})
            except Exception as bug:
                log.warning("not noted that it listens", extra={"error": type(bug).__name__})
            await asyncio.sleep(MINUTE)

    async def hooked(self, body: bytes, secret: str) -> int:
        """The HTTP status for one call; `secret` is X-Telegram-Bot-Api-Secret-Token.

        Whatever is not 2xx, Telegram says again later.
        """
        said = secret.encode(errors="replace")  # a header may hold bytes that are no characters
        if not self._secret or not hmac.compare_digest(said, self._secret):
            return 403
        if len(body) > BIGGEST:
            return 413
        raw = _update(body)
        if raw is None:
            return 400
        if self.intake is None or not await self._ready():
            return 503
        event = self._understood(raw)
        try:
            await self.intake([event] if event is not None else [], "")
        except Exception as bug:
            log.error("update not kept", exc_info=bug, extra={"key": str(raw["update_id"])})
            return 503
        return 200


async def _finds_us(bot: Bot) -> bool:
    """False while something waits there after a call of ours that failed: a certificate that is too
    old, a proxy that is down. (https://core.telegram.org/bots/api#webhookinfo)"""
    hook = await bot.get_webhook_info()
    return not (hook.pending_update_count and hook.last_error_date)


def _update(body: bytes) -> Mapping[str, Any] | None:
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(raw, dict) or type(raw.get("update_id")) is not int:
        return None
    return raw
