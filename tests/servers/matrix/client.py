"""One person's app: what it was told to do, and what it has shown since."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from tests.servers.matrix import api
from tests.servers.matrix.api import Json
from tests.servers.matrix.bridge import Bridge
from tests.servers.matrix.seen import Message, Room, Verifying, message
from tests.servers.matrix.synapse import Account

PATIENCE = 30.0
"""Seconds: how long anything may take on a machine that has other things to do."""
HISTORY = 100
T = TypeVar("T")


@dataclass(eq=False)
class Client:
    """matrix-js-sdk, logged in as `account`, through the homeserver at `url`. `seen` is each
    message as it stood whenever it changed, and when that was."""

    account: Account
    bridge: Bridge
    url: str
    rooms: dict[str, Room] = field(default_factory=dict)
    messages: dict[str, dict[str, Message]] = field(default_factory=dict)
    verifying: dict[str, Verifying] = field(default_factory=dict)
    tick: int = 0
    seen: list[tuple[float, Message]] = field(default_factory=list)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    async def open(self, *, encryption: bool, signed: bool, excludes: bool) -> None:
        """`signed`: has signed its own device; `excludes`: devices that nobody has signed."""
        one = self.account
        self.bridge.listen(self._key, self._told)
        await self.ask(
            "open", url=self.url, user=one.user, token=one.token, device=one.device,
            encryption=encryption, signed=signed, excludes=excludes, back=HISTORY,
        )  # fmt: skip

    async def close(self) -> None:
        await self.ask("close")

    async def ask(self, what: str, **args: Any) -> Any:
        return await self.bridge.ask(self._key, what, **args)

    async def do(self, name: str, *args: Any) -> Any:
        """Any method of the js client, by its name; what it gives, if that is plain data."""
        return await self.ask("call", on="client", name=name, args=args)

    async def crypto(self, name: str, *args: Any) -> Any:
        """The same for its encryption (`getCrypto()`)."""
        return await self.ask("call", on="crypto", name=name, args=args)

    async def api(self, method: str, path: str, **body: Any) -> Json:
        """A request in their name that the js client does not know of."""
        return await api.call(self.url, method, path, self.account.token, **body)

    async def waits(self, look: Callable[[], T | None], within: float, why: str) -> T:
        """Until `look` finds something."""
        try:
            async with asyncio.timeout(within):
                while (found := look()) is None:
                    self._news.clear()
                    await self._news.wait()
                return found
        except TimeoutError:
            raise AssertionError(f"{self.account.user} {why}; there is:\n{self.shown()}") from None

    def shown(self) -> str:
        lines = [f"{room.id} {room.name} ({room.membership})" for room in self.rooms.values()]
        for room, messages in self.messages.items():
            lines += [f"in {room}:", *(f"  {m.sender}: {m.body}" for m in messages.values())]
        return "\n".join(lines)

    @property
    def _key(self) -> str:
        return f"{self.account.user} {self.account.device}"

    def _told(self, line: dict[str, Any]) -> None:
        self.tick += 1
        match line:
            case {"message": told}:
                self._shows(told, told.pop("older"))
            case {"room": told}:
                self.rooms[told["id"]] = Room(**told)
            case {"verification": told}:
                told["emojis"] = tuple(told["emojis"])
                self.verifying[told["id"]] = Verifying(**told)
        self._news.set()

    def _shows(self, told: dict[str, Any], older: bool) -> None:
        here = self.messages.setdefault(told["room"], {})
        before = here.get(told["id"])
        same = before is not None and (before.body, before.html) == (told["body"], told["html"])
        found = message(told, before.changed if before and same else self.tick)
        self.seen.append((time.monotonic(), found))
        if before is None and older:
            self.messages[told["room"]] = {found.id: found, **here}
        else:
            here[found.id] = found
