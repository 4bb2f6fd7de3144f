"""The dead man's handle: as long as every loop moves, an address is called each minute.

A machine that is off, a process that hangs, a loop that stands still: none of them can say so. Who
hears nothing any more, outside, does.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence

from aiohttp import ClientError, ClientSession, ClientTimeout

log = logging.getLogger(__name__)

EVERY = 60.0
PATIENCE = ClientTimeout(total=10)


class Ping:
    """`url` holds a secret and is never said. `still` names the loops that stand still."""

    def __init__(self, url: str, still: Callable[[], Sequence[str]], every: float = EVERY) -> None:
        self._url, self._still, self._every = url, still, every
        self._failing = False

    async def run(self) -> None:
        """Until cancelled."""
        async with ClientSession(timeout=PATIENCE) as session:
            while True:
                if not self._still():
                    await self._call(session)
                await asyncio.sleep(self._every)

    async def _call(self, session: ClientSession) -> None:
        try:
            async with session.get(self._url) as answer:
                wrong = f"status {answer.status}" if answer.status >= 400 else ""
        except (ClientError, TimeoutError, OSError) as error:
            wrong = type(error).__name__
        if wrong and not self._failing:
            log.warning("ping not taken", extra={"reason": wrong})
        self._failing = bool(wrong)
