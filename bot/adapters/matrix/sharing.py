"""Everyone in an encrypted room has the keys to what is said there next.

The room's people and their devices may change while keys are on their way: whoever came is given
them too, and what somebody who left has seen is thrown away.
"""

import asyncio
from typing import Any, TypeAlias

from bot.adapters.matrix.client import Client
from bot.adapters.matrix.keys import Keys

Device: TypeAlias = tuple[str, str]

UNREACHED = 60.0
"""Seconds until a device that gave us no key is tried again."""


class Sharing:
    def __init__(self, client: Client, keys: Keys) -> None:
        self._client, self._keys = client, keys
        self._locks: dict[str, asyncio.Lock] = {}
        self._unreached: dict[str, float] = {}

    async def prepare(self, room: str) -> None:
        """Raises Refused or Broken; then nothing may be said there."""
        async with self._locks.setdefault(room, asyncio.Lock()):
            await self._keys.learn(self._people(room))
            while self._due(room):
                before = self._devices(room)
                try:
                    await self._share(room)
                    await self._keys.learn(self._people(room))
                except BaseException:
                    self._throw_away(room)
                    raise
                self._settle(room, before, self._devices(room))

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

    def _due(self, room: str) -> bool:
        again = self._unreached.get(room)
        if again is not None and again <= asyncio.get_running_loop().time():
            del self._unreached[room]
            if session := self._session(room):
                session.shared = False
        return bool(self._client.machine.should_share_group_session(room))

    def _session(self, room: str) -> Any:
        return self._client.machine.outbound_group_sessions.get(room)

    def _throw_away(self, room: str) -> None:
        self._client.machine.outbound_group_sessions.pop(room, None)

    async def _share(self, room: str) -> None:
        """To all who do not have it yet."""
        machine = self._client.machine
        if self._session(room) is not None and self._session(room).expired:
            self._throw_away(room)
        missing = self._client.get_missing_sessions(room)
        if missing:
            await self._keys.claim(missing)
        parts = machine.share_group_session_parallel(
            room, self._people(room), ignore_unverified_devices=True
        )
        while True:
            with self._client.together():
                found = next(parts, None)
            if found is None:
                return
            whom, messages = found
            await self._keys.hand_over("m.room.encrypted", messages)
            machine.outbound_group_sessions[room].users_shared_with.update(whom)

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
