"""The keys of rooms, handed to the devices in them: many rooms in one request.

Only rooms of our own server's people go together: another server may take its time.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from bot.adapters.matrix.client import Client
from bot.adapters.matrix.errors import Broken, Refused
from bot.adapters.matrix.keys import Keys
from bot.adapters.matrix.odd import Odd, strange

Failed: TypeAlias = dict[str, Exception]

MOST = 50
"""Rooms at a time, and devices in a request: about a hundred kilobytes."""

AT_A_TIME = 5
"""Rooms for which keys are made while nothing else runs: some milliseconds."""


@dataclass
class Round:
    """Rooms that asked in the same moment. The first of them asks for all; if it gives up, the
    others get None and begin anew."""

    done: "asyncio.Future[Failed | None]"
    rooms: list[str] = field(default_factory=list)


@dataclass
class Parcel:
    """A request to devices: never two things for one of them. `shares`: of which room, of which
    session, with whom."""

    messages: dict[str, dict[str, Any]] = field(default_factory=dict)
    shares: list[tuple[str, Any, set[tuple[str, str]]]] = field(default_factory=list)

    def takes(self, messages: dict[str, dict[str, Any]]) -> bool:
        size = sum(len(whom) for _, _, whom in self.shares)
        return size < MOST and not self.messages.keys() & messages.keys()


class Handing:
    def __init__(self, client: Client, keys: Keys) -> None:
        self._client, self._keys = client, keys
        self._next: Round | None = None

    async def over(self, room: str) -> None:
        """To all in this room who do not have them yet. Raises Refused or Broken."""
        home = str(self._client.user_id).partition(":")[2]
        alone = any(u.partition(":")[2] != home for u in self._client.rooms[room].users)
        failed = None if alone else await self._with_others(room)
        if alone or (isinstance(failed, Refused) and not failed.wait):  # it may be the others'
            failed = (await self._hand([room])).get(room)
        if failed is not None:
            raise failed

    async def _with_others(self, room: str) -> Exception | None:
        told: Failed | None = None
        while told is None:
            mine = self._next
            if mine is not None and len(mine.rooms) < MOST:
                mine.rooms.append(room)
                told = await asyncio.shield(mine.done)
            else:
                told = await self._for_all(room)
        return told.get(room)

    async def _for_all(self, room: str) -> Failed:
        mine = self._next = Round(asyncio.get_running_loop().create_future(), [room])
        told: Failed | None = None
        try:
            await asyncio.sleep(0)  # until everybody who is to ask now has asked
            self._next = None if self._next is mine else self._next
            told = await self._hand(mine.rooms)
        finally:
            self._next = None if self._next is mine else self._next
            mine.done.set_result(told)
        return told

    async def _hand(self, rooms: Sequence[str]) -> Failed:
        try:
            await self._claim(rooms)
        except (Refused, Broken) as no:
            return dict.fromkeys(rooms, no)
        parcels: list[Parcel] = []
        failed: Failed = {}
        for n in range(0, len(rooms), AT_A_TIME):
            with self._client.together():
                for room in rooms[n : n + AT_A_TIME]:
                    try:
                        with strange():  # it may have odd people
                            self._pack(parcels, room)
                    except Odd as odd:
                        failed[room] = odd
            await asyncio.sleep(0)
        for told in await asyncio.gather(*map(self._sent, parcels)):
            failed |= told
        return failed

    async def _claim(self, rooms: Sequence[str]) -> None:
        """A way to write to each device that has none. Raises Refused or Broken."""
        sessions = self._client.machine.outbound_group_sessions
        missing: dict[str, set[str]] = {}
        for room in rooms:
            if room in sessions and sessions[room].expired:
                del sessions[room]
            for user, devices in self._client.get_missing_sessions(room).items():
                missing.setdefault(user, set()).update(devices)
        if missing:
            await self._keys.claim(missing)

    def _pack(self, parcels: list[Parcel], room: str) -> None:
        machine = self._client.machine
        shares = machine.share_group_session_parallel(
            room, list(self._client.rooms[room].users), ignore_unverified_devices=True
        )
        for whom, told in shares:
            parcel = next((one for one in parcels if one.takes(told["messages"])), None)
            if parcel is None:
                parcels.append(parcel := Parcel())
            parcel.messages.update(told["messages"])
            parcel.shares.append((room, machine.outbound_group_sessions[room], whom))

    async def _sent(self, parcel: Parcel) -> Failed:
        try:
            await self._keys.hand_over("m.room.encrypted", {"messages": parcel.messages})
        except (Refused, Broken) as no:
            return {room: no for room, _, _ in parcel.shares}
        for _, session, whom in parcel.shares:
            session.users_shared_with.update(whom)
        return {}
