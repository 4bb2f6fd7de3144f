"""Keys of direct rooms are handed over before they are needed: as somebody comes, after a start,
and when those that are in use wear out. What is urgent then has nothing to wait for.
"""

import asyncio
import logging

from bot.adapters.matrix.client import Client
from bot.adapters.matrix.errors import Broken, Refused
from bot.adapters.matrix.odd import Odd, strange
from bot.adapters.matrix.rooms import Rooms
from bot.adapters.matrix.sharing import Sharing

log = logging.getLogger(__name__)

AT_ONCE = 20
"""Rooms; between them there is time for what somebody waits for."""

LATER = 60.0
"""Seconds until a room where it failed is looked at again; its next message tries at once."""


class Ahead:
    def __init__(self, client: Client, rooms: Rooms, sharing: Sharing) -> None:
        self._client, self._rooms, self._sharing = client, rooms, sharing
        self._later: dict[str, float] = {}
        self._due = asyncio.Event()

    def ring(self) -> None:
        """Somebody may have come, or changed devices."""
        self._due.set()

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            await self._due.wait()
            self._due.clear()
            while wanted := self._wanted()[:AT_ONCE]:
                await asyncio.gather(*map(self._prepared, wanted))
                await asyncio.sleep(0.1)

    def _wanted(self) -> list[str]:
        now = asyncio.get_running_loop().time()
        self._later = {room: until for room, until in self._later.items() if until > now}
        return [
            room
            for room, there in self._client.rooms.items()
            if there.encrypted and room not in self._later and self._rooms.is_private(room)
            and self._sharing.is_due(room)
        ]  # fmt: skip

    async def _prepared(self, room: str) -> None:
        """The first message would find it failing too, and say so."""
        try:
            with strange(Refused, Broken):
                await self._sharing.prepare(room)
        except (Refused, Broken, Odd) as no:
            if isinstance(no, Odd):
                log.exception("keys of a room not prepared")
            self._later[room] = asyncio.get_running_loop().time() + LATER
