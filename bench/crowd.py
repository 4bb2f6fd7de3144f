"""People for a measurement on Matrix: accounts with a device and keys, each in a room with the bot.

Nobody looks at what they get: how fast it is sent is measured, that it can be read is tested.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import aiohttp
from vodozemac import Account as Device

from tests.servers.matrix.api import V3
from tests.servers.matrix.rooms import ENCRYPTION, direct
from tests.servers.matrix.synapse import Account, Synapse

AT_ONCE = 8
ONE_TIME = 3
T = TypeVar("T")


@dataclass
class Crowd:
    """`rooms` by person."""

    synapse: Synapse
    bot: Account
    session: aiohttp.ClientSession
    people: list[Account] = field(default_factory=list)
    rooms: dict[str, str] = field(default_factory=dict)

    async def gather(self, count: int) -> None:
        self.people = await several(range(count), self._person)
        made = await several(self.people, self._room)
        self.rooms = {one.user: room for one, room in zip(self.people, made, strict=True)}
        mine = {user: [room] for user, room in self.rooms.items()}
        await self.ask(self.bot, "PUT", f"/user/{self.bot.user}/account_data/m.direct", mine)

    async def encrypt(self) -> None:
        """From now on, every room."""
        await several(self.people, self._encrypted)

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        """The bot's account asks for news in a loop, as whoever wants to hear an answer must."""
        since = (await self.ask(self.bot, "GET", "/sync", None))["next_batch"]

        async def listen(told: str) -> None:
            while True:
                path = f"/sync?timeout=30000&since={told}"
                told = (await self.ask(self.bot, "GET", path, None))["next_batch"]

        task = asyncio.create_task(listen(since))
        try:
            yield
        finally:
            task.cancel()

    async def ask(self, one: Account, method: str, path: str, told: Any) -> Mapping[str, Any]:
        headers = {"Authorization": f"Bearer {one.token}"}
        async with self.session.request(
            method, f"{self.synapse.url}{V3}{path}", json=told, headers=headers
        ) as answer:
            found: Mapping[str, Any] = await answer.json()
            assert answer.status == 200, found
            return found

    async def _person(self, number: int) -> Account:
        one = await self.synapse.register(f"p{number}")
        await self.ask(one, "POST", "/keys/upload", _keys(one))
        return one

    async def _room(self, one: Account) -> str:
        room = str(
            (await self.ask(one, "POST", "/createRoom", direct(self.bot.user, False)))["room_id"]
        )
        await self.ask(self.bot, "POST", f"/join/{room}", {})
        return room

    async def _encrypted(self, one: Account) -> None:
        path = f"/rooms/{self.rooms[one.user]}/state/m.room.encryption"
        await self.ask(one, "PUT", path, ENCRYPTION["content"])


def _keys(one: Account) -> dict[str, Any]:
    """As a client uploads them at its first start."""
    device = Device()
    device.generate_one_time_keys(ONE_TIME)

    def signed(thing: dict[str, Any]) -> dict[str, Any]:
        plain = json.dumps(thing, separators=(",", ":"), sort_keys=True).encode()
        name = f"ed25519:{one.device}"
        return {**thing, "signatures": {one.user: {name: device.sign(plain).to_base64()}}}

    keys = {
        f"curve25519:{one.device}": device.curve25519_key.to_base64(),
        f"ed25519:{one.device}": device.ed25519_key.to_base64(),
    }
    algorithms = ["m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"]
    return {
        "device_keys": signed(
            {"user_id": one.user, "device_id": one.device, "algorithms": algorithms, "keys": keys}
        ),
        "one_time_keys": {
            f"signed_curve25519:{name}": signed({"key": key.to_base64()})
            for name, key in device.one_time_keys.items()
        },
    }


async def several(
    of: Sequence[Any], work: Callable[[Any], Awaitable[T]], most: int = AT_ONCE
) -> list[T]:
    """Some at a time, in their order."""
    gate = asyncio.Semaphore(most)

    async def one(thing: Any) -> T:
        async with gate:
            return await work(thing)

    return list(await asyncio.gather(*map(one, of)))
