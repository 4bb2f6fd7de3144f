"""Wakes loops that wait for work, and keeps them going. Work itself is in the database."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from bot.core.unbroken import unbroken
from bot.engine.pulse import Pulse
from storage.db import clashed
from storage.faults import Superseded

T = TypeVar("T")
log = logging.getLogger(__name__)

PAUSE = 1.0
"""Seconds between two tries of a loop whose database is away or full."""


class Bell:
    """One loop's bell."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        self._rung.set()

    def clear(self) -> None:
        self._rung.clear()

    async def wait(self, seconds: float) -> None:
        """Until it rings, or so long."""
        try:
            async with asyncio.timeout(max(0.0, seconds)):
                await self._rung.wait()
        except TimeoutError:
            return


class Chime:
    """Rings the bell of everyone who waits for the same thing."""

    def __init__(self) -> None:
        self._bells: list[Bell] = []

    def bell(self) -> Bell:
        self._bells.append(Bell())
        return self._bells[-1]

    def ring(self) -> None:
        for bell in self._bells:
            bell.ring()


async def keep_trying(
    work: Callable[[], Coroutine[Any, Any, T]], name: str, pulse: Pulse | None = None
) -> T:
    """Do it; as long as it fails, say so once and try again: a loop never ends by a fault. One
    that keeps failing, or hangs, is seen by its `pulse`.

    Told to stop, it ends what it is doing first: a transaction cut in the middle would keep
    SQLite's lock.
    """
    failed = False
    if pulse is not None:
        pulse.beat(name)
    while True:
        try:
            done = await unbroken(work())
            if pulse is not None:
                pulse.beat(name)
            return done
        except Superseded:  # another process does it: whoever began this loop is about to end it
            await asyncio.Event().wait()
        except Exception as fault:
            if not failed and not clashed(fault):
                log.error("loop stumbled", exc_info=fault, extra={"loop": name})
            failed = not clashed(fault)
            await asyncio.sleep(PAUSE if failed else 0)
