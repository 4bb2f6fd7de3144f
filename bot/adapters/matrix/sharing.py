"""Everyone in an encrypted room has the keys to what is said there next.

The room's people and their devices may change while keys are on their way: whoever came is given
them too, and what somebody who left has seen is thrown away. Rooms that need keys in the same
moment ask for them together: an alert to two hundred is some requests, not four hundred.
"""

import asyncio
from contextlib import ExitStack
from typing import Any, TypeAlias

from bot.adapters.matrix.client import Client
from bot.adapters.matrix.handing import Handing
from bot.adapters.matrix.keys import Keys

Device: TypeAlias = tuple[str, str]

UNREACHED = 60.0
"""Seconds until a device that gave us no key is tried again."""


class Sharing:
    def __init__(self, client: Client, keys: Keys) -> None:
        self._client, self._keys = client, keys
        self._handing = Handing(client, keys)
        self._locks: dict[str, asyncio.Lock] = {}
        self._unreached: dict[str, float] = {}

    async def prepare(self, room: str) -> None:
        """Raises Refused or Broken; then nothing may be said there."""
        async with self._locks.setdefault(room, asyncio.Lock()):
            await self._keys.learn(self._people(room))
            while self.is_due(room):
                before = self._devices(room)
                with ExitStack() as otherwise:
                    otherwise.callback(self._throw_away, room)
                    await self._handing.over(room)
                    await self._keys.learn(self._people(room))
                    otherwise.pop_all()
                self._settle(room, before, self._devices(room))

    def is_due(self, room: str) -> bool:
        """Has somebody there not what opens our next words?"""
        again = self._unreached.get(room)
        if again is not None and again <= asyncio.get_running_loop().time():
            del self._unreached[room]
            if session := self._session(room):
                session.shared = False
        return bool(self._client.machine.should_share_group_session(room))

    def _people(self, room: str) -> list[str]:
        return list(self._client.rooms[room].users)

    def _devices(self, room: str) -> set[Device]:
        store, own = self._client.device_store, self._client.device_id
        return {
            (user, device.id)
            for user in self._people(room)
            for device in store.active_user_devices(user)
            if device.id != own
        }

    def _session(self, room: str) -> Any:
        return self._client.machine.outbound_group_sessions.get(room)

    def _throw_away(self, room: str) -> None:
        self._client.machine.outbound_group_sessions.pop(room, None)

    def _settle(self, room: str, before: set[Device], after: set[Device]) -> None:
        """Shared, if nobody came or left in the meantime."""
        session = self._session(room)
        if session is None:
            return
        if before - after:
            self._throw_away(room)
        elif before == after:
            session.shared = True
            if after - session.users_shared_with - session.users_ignored:
                self._unreached[room] = asyncio.get_running_loop().time() + UNREACHED
