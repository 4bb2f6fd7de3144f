"""What `/readyz` says: the database, that what people write is handled, each platform."""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from bot.cli.platforms import well

if TYPE_CHECKING:
    from bot.cli.platforms import Platform
    from storage.db import Database

STUCK = 30.0
"""Seconds. An event is handled at once, or put aside after three tries: one that is first in the
queue for so long is waiting for a loop that does not come."""


class Readiness:
    """Called by whoever asks; remembers which event was first in the queue, and since when."""

    def __init__(
        self,
        db: "Database",
        platforms: "Sequence[Platform]",
        holds: Callable[[], bool] = lambda: True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`holds`: does this process do the work? Else the platforms are another one's to reach."""
        self._db, self._platforms, self._clock = db, platforms, clock
        self._holds = holds
        self._first, self._since = 0, 0.0

    async def __call__(self) -> Mapping[str, bool]:
        there, moving = await self._database()
        platforms = {p.platform: well(p) for p in self._platforms if self._holds()}
        return {"database": there, "events": moving, **platforms}

    async def _database(self) -> tuple[bool, bool]:
        from storage.schema import Unreachable, check

        try:
            there = await check(self._db) is None
        except Unreachable:
            there = False
        return there, there and await self._moving()

    async def _moving(self) -> bool:
        from storage import inbox

        async with self._db.reading() as tx:
            waiting = await inbox.queue(tx, 1)
        first = waiting[0][0] if waiting else 0
        if first != self._first:
            self._first, self._since = first, self._clock()
        return not first or self._clock() - self._since < STUCK
