"""What keeps the device readable, done beside the sync: a slow answer about keys must not keep
people waiting."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence

from bot.adapters.matrix.ahead import Ahead
from bot.adapters.matrix.client import Raw
from bot.adapters.matrix.errors import Broken, Refused
from bot.adapters.matrix.keys import SIGNED, Keys
from bot.adapters.matrix.times import Times

log = logging.getLogger(__name__)


class Upkeep:
    """`more` are tasks to be tried until they succeed, each time there is something to do; `ahead`
    may take its time."""

    def __init__(
        self, keys: Keys, times: Times, more: Sequence[Callable[[], Awaitable[None]]],
        ahead: Ahead,
    ) -> None:  # fmt: skip
        self._keys, self._times, self._more, self._ahead = keys, times, more, ahead
        self._left, self._fallback = 0, True
        self._due = asyncio.Event()
        self._failing = False

    def note(self, sync: Raw) -> None:
        """What the server says of our keys: a count that is missing is none, not unknown."""
        counts = sync.get("device_one_time_keys_count")
        left = counts.get(SIGNED, 0) if isinstance(counts, Mapping) else 0
        self._left = left if isinstance(left, int) else 0
        unused = sync.get("device_unused_fallback_key_types")
        self._fallback = not isinstance(unused, list) or SIGNED in unused
        self.ring()

    def ring(self) -> None:
        """There is something to do."""
        self._due.set()
        self._ahead.ring()

    async def run(self) -> None:
        """Until cancelled."""
        await asyncio.gather(self._rounds(), self._ahead.run())

    async def _rounds(self) -> None:
        while True:
            await self._due.wait()
            self._due.clear()
            await asyncio.sleep(await self._round())

    async def _round(self) -> float:
        """Seconds until the next."""
        try:
            await self._keys.publish(self._left, fallback=self._fallback)
            await self._keys.learn()
            await self._keys.mend()
            for task in self._more:
                await task()
        except (Refused, Broken) as no:
            return self._again(no, getattr(no, "wait", 0.0))
        except Exception as bug:  # nothing of this may end: people would become unreadable
            return self._again(bug, 0.0)
        self._failing = False
        return 0.0

    def _again(self, why: Exception, wait: float) -> float:
        """Said once, until it is over."""
        if not self._failing:
            known = isinstance(why, Refused | Broken)
            said = {"error": str(why)[:80] if known else type(why).__name__}
            log.warning("keys not kept up", exc_info=None if known else why, extra=said)
        self._failing = True
        self._due.set()
        return wait or self._times.broken[-1]
