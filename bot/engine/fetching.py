"""Files that people have sent: fetched from their platform once, however often they are sent on."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable

MOST = 8
"""Files kept in memory; what is pushed out is fetched again."""


class Files:
    """In memory only: a platform keeps what it was given, and tells it again after a restart."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, bytes] = OrderedDict()
        self._turns: dict[str, asyncio.Lock] = {}

    async def get(self, key: str, fetch: Callable[[], Awaitable[bytes]]) -> bytes:
        """The bytes named `key`. Raises what `fetch` raises; whoever asks next tries again."""
        turn = self._turns.setdefault(key, asyncio.Lock())
        async with turn:
            if key not in self._known:
                self._known[key] = await fetch()
            self._known.move_to_end(key)
            found = self._known[key]
        while len(self._known) > MOST:
            self._turns.pop(self._known.popitem(last=False)[0], None)
        return found
