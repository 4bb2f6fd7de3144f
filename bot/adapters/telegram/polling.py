"""Our own long polling: an update is confirmed only after it is on disk.

The next call's offset confirms what came before it, so it moves when the intake has returned and
not sooner. Polls are short, for a connection that is dead at one end must not be waited for.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from telegram.error import TelegramError

from bot.adapters.telegram.errors import NotSent, Refused, Unanswered
from bot.adapters.telegram.line import DOUBT, POLLS, Line
from bot.adapters.telegram.refusals import Meaning
from bot.core import Event
from bot.core.ports import Intake

log = logging.getLogger(__name__)

MOST = 100
HASTE = 0.5
"""Seconds; an empty answer that comes sooner than this was no long poll, so we slow down."""

CALM = 60.0
"""Seconds without a conflict after which there is none: two programs take turns in winning."""


@dataclass(frozen=True, slots=True)
class Pauses:
    """Seconds to wait before the next poll."""

    broken: float = 1.0  # the first time that a connection breaks: often just an idle one
    down: float = 5.0
    kept: Sequence[float] = (1, 2, 4, 5)  # our own disk failed


class Polling:
    """`ask(offset)` makes one long poll and gives the raw updates."""

    def __init__(
        self,
        ask: Callable[[int], Awaitable[Any]],
        understood: Callable[[Mapping[str, Any]], Event | None],
        line: Line,
        pauses: Pauses,
    ) -> None:
        self._ask, self._understood, self._line, self._pauses = ask, understood, line, pauses
        self._lost = self._unkept = 0
        self._contested = -CALM

    async def run(self, intake: Intake, cursor: str) -> None:
        offset = int(cursor) if cursor.isdecimal() else 0
        while True:
            await self._line.up()
            offset = await self._turn(intake, offset)

    async def _turn(self, intake: Intake, offset: int) -> int:
        """One poll: the offset of the next."""
        began = asyncio.get_running_loop().time()
        try:
            updates = _updates(await self._ask(offset))
        except TelegramError as error:
            await asyncio.sleep(self._pause(error))
            return offset
        self._lost, now = 0, asyncio.get_running_loop().time()
        self._line.note(POLLS, "")
        if now - self._contested >= CALM:
            self._line.note("updates", "")
        offset = await self._keep(intake, updates, offset)
        if not updates:
            await asyncio.sleep(1 if now - began < HASTE else 0)
        return offset

    async def _keep(self, intake: Intake, updates: Sequence[Any], offset: int) -> int:
        """Hand over a batch. If it cannot be kept, it is not confirmed and will be told again."""
        raw = [u for u in updates if isinstance(u, dict) and isinstance(u.get("update_id"), int)]
        following = max((u["update_id"] + 1 for u in raw), default=offset)
        events = [event for u in raw if (event := self._understood(u)) is not None]
        try:
            await intake(events, str(following) if raw else "")
        except Exception as bug:
            if not self._unkept:
                log.error("updates not kept", exc_info=bug, extra={"count": len(events)})
            self._line.note("disk", "what Telegram tells cannot be kept")
            pause = self._pauses.kept[min(self._unkept, len(self._pauses.kept) - 1)]
            self._unkept += 1
            await asyncio.sleep(pause)
            return offset
        self._unkept = 0
        self._line.note("disk", "")
        return following

    def _pause(self, error: TelegramError) -> float:
        self._lost += 1
        if isinstance(error, Refused):
            if error.wait:
                return float(error.wait)
            if error.meaning is Meaning.CONFLICT:
                self._contested = asyncio.get_running_loop().time()
                self._line.note("updates", "another program receives this bot's updates")
                return self._pauses.down
            if error.meaning is Meaning.REVOKED:  # the line asks when it is good again
                return 0.0
        if self._lost > DOUBT:
            self._line.note(POLLS, "what people write cannot be fetched")
        idle = isinstance(error, NotSent | Unanswered) and self._lost == 1
        return self._pauses.broken if idle else self._pauses.down


def _updates(told: Any) -> list[Any]:
    """Raises Unanswered where none is in it: it came at once, and so would the next question."""
    found = told if isinstance(told, list) else [None]
    if found and not any(isinstance(one, dict) and "update_id" in one for one in found):
        raise Unanswered("the answer is no list of updates")
    return found
