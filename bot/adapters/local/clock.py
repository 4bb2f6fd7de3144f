"""The demo's clock: as fast as one likes, and it can leap, but it never runs backwards."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class Clock:
    """`speed` is how many of its seconds pass in a real one; `real` counts real seconds."""

    def __init__(
        self,
        start: datetime,
        speed: float = 1.0,
        real: Callable[[], float] = time.monotonic,
    ) -> None:
        self._base, self._mark = start.astimezone(UTC), real()
        self._real, self._speed = real, speed
        self._changed = asyncio.Event()
        self.watchers: list[Callable[[], None]] = []

    def now(self) -> datetime:
        return self._base + timedelta(seconds=(self._real() - self._mark) * self._speed)

    @property
    def speed(self) -> float:
        return self._speed

    def run(self, speed: float) -> None:
        """Go on at this speed; 0 stands still."""
        self._set(self.now(), max(0.0, speed))

    def leap(self, to: datetime) -> None:
        """It is that time now, unless it is later already."""
        self._set(max(self.now(), to.astimezone(UTC)), self._speed)

    async def until(self, when: datetime) -> None:
        """Wait for a time of this clock, whatever happens to its speed meanwhile."""
        while (left := (when - self.now()).total_seconds()) > 0:
            changed = self._changed
            try:
                async with asyncio.timeout(left / self._speed if self._speed else None):
                    await changed.wait()
            except TimeoutError:
                continue

    def _set(self, now: datetime, speed: float) -> None:
        self._base, self._mark, self._speed = now, self._real(), speed
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()
        for watcher in list(self.watchers):
            watcher()
