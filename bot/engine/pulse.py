"""Which loops move. One that stands still is seen by whoever asks, though nothing has failed."""

import asyncio
import time
from collections.abc import Callable

STILL = 45.0
"""Seconds after its last beat that a loop counts as standing still: `/healthz` and the ping stop
within a minute."""
STEP = 10.0


class Pulse:
    """Loops beat when they begin a round and when they have ended it; none rests for longer than
    `STEP` without a beat."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._beats: dict[str, float] = {}

    def beat(self, loop: str) -> None:
        self._beats[loop] = self._clock()

    def still(self) -> list[str]:
        """The loops that stand still now."""
        now = self._clock()
        return sorted(loop for loop, at in self._beats.items() if now - at > STILL)

    def ages(self) -> dict[str, float]:
        """Seconds since the last beat of each."""
        now = self._clock()
        return {loop: now - at for loop, at in self._beats.items()}

    def clear(self) -> None:
        """The loops have ended, as they should."""
        self._beats.clear()

    async def rest(self, loop: str, seconds: float) -> None:
        """A long pause, in steps."""
        while seconds > 0:
            self.beat(loop)
            await asyncio.sleep(min(STEP, seconds))
            seconds -= STEP
        self.beat(loop)
