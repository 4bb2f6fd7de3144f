"""The adapter alone, on a real homeserver, with short waits; what it hears is kept in memory."""

import asyncio
import contextlib
import secrets
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from bot.adapters.matrix import Matrix as Adapter
from bot.adapters.matrix.client import Client
from bot.adapters.matrix.session import Wanted
from bot.adapters.matrix.times import Times
from bot.core import ChatRef, Event, Said, Span, Wording
from bot.core.messages import Key
from tests.servers.matrix.client import PATIENCE
from tests.servers.matrix.people import Person
from tests.servers.matrix.synapse import Account

E = TypeVar("E", bound=Event)
T = TypeVar("T")

SECRET = "a secret for the store"
QUICK = Times(
    poll=1.0, slack=4.0, answer=10.0, keys=10.0, again=(0.05, 0.1), late=1.0, broken=(0.05, 0.2),
    locked=0.5, trickle=0.05, end=1.0,
)  # fmt: skip


@dataclass
class Device:
    """`cursor` and `events` are what a database would hold: they outlive `stop`."""

    account: Account
    url: str
    home: Path
    times: Times = QUICK
    allowed: Collection[str] = ()
    secret: str = SECRET
    with_token: bool = False
    name: str = ""
    events: dict[str, Event] = field(default_factory=dict)
    batches: list[Sequence[Event]] = field(default_factory=list)
    cursor: str = ""
    full: int = 0
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _task: "asyncio.Task[None] | None" = None

    async def start(self, *, up: bool = True) -> None:
        token = self.account.token if self.with_token else ""
        wanted = Wanted(
            self.url, self.account.user, self.secret, self.home, name=self.name,
            password="" if self.with_token else self.account.password, token=token,
        )  # fmt: skip
        self.adapter = Adapter(wanted, allowed_servers=self.allowed, times=self.times)
        self._task = asyncio.create_task(self.adapter.receive(self._intake, self.cursor))
        if up:
            await asyncio.wait_for(self.adapter.up(), PATIENCE)

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            await self.adapter.close()

    async def restart(self, **changes: object) -> None:
        await self.stop()
        for name, value in changes.items():
            setattr(self, name, value)
        await self.start()

    async def _intake(self, events: Sequence[Event], cursor: str) -> None:
        """As the door does; `full` is for how many batches the disk has no room from now on."""
        self.batches.append(events)
        if self.full and events:
            self.full -= 1
            raise OSError("no space left on device")
        for event in events:
            self.events.setdefault(event.key, event)
        self.cursor = cursor or self.cursor
        self._news.set()

    # What it says

    async def says(
        self, room: str, text: str, *signs: str, key: str = "", urgent: bool = False
    ) -> str:
        wording = Wording(((Span(text),),), tuple(Key(s, sign=s) for s in signs), urgent=urgent)
        key = key or secrets.token_hex(8)
        return await self.adapter.send(ChatRef("matrix", room), wording, key=key)

    async def edits(self, room: str, message: str, text: str) -> None:
        wording = Wording(((Span(text),),))
        await self.adapter.edit(ChatRef("matrix", room), message, wording)

    # What it hears

    async def meets(self, person: Person, *, encrypted: bool = True) -> str:
        """In a direct room that the person makes."""
        room = await person.creates_direct_room_with(self.account.user, encrypted=encrypted)
        await self.waits(lambda: self.heard_start(room))
        return room

    async def waits(self, look: Callable[[], T | None], within: float = PATIENCE) -> T:
        try:
            async with asyncio.timeout(within):
                while (found := look()) is None:
                    self._news.clear()
                    with contextlib.suppress(TimeoutError):
                        await asyncio.wait_for(self._news.wait(), 0.2)
                return found
        except TimeoutError:
            heard = [type(e).__name__ for e in self.events.values()]
            raise AssertionError(f"it has heard {heard}; trouble: {self.trouble}") from None

    async def hears(self, kind: type[E], within: float = PATIENCE, **having: object) -> E:
        """An event of this kind whose fields are these."""
        return await self.waits(lambda: next(iter(self.heard(kind, **having)), None), within)

    def heard_start(self, room: str) -> Said | None:
        """The bot has come into this direct room."""
        found = self.heard(Said, text="/start", chat=ChatRef("matrix", room))
        return found[0] if found else None

    async def hears_words(self, words: str) -> Said:
        def look() -> Said | None:
            return next((e for e in self.heard(Said) if words in e.text), None)

        return await self.waits(look)

    def heard(self, kind: type[E], **having: object) -> list[E]:
        found = [e for e in self.events.values() if isinstance(e, kind)]
        return [e for e in found if all(getattr(e, k) == v for k, v in having.items())]

    @property
    def words(self) -> list[str]:
        """By somebody: posts are told without their writer."""
        return [e.text for e in self.heard(Said) if e.sender and e.text != "/start"]

    # What it knows

    @property
    def _client(self) -> Client:
        assert self.adapter._parts is not None
        return self.adapter._parts.client

    @property
    def own_device(self) -> str:
        return str(self._client.device_id)

    @property
    def identity_key(self) -> str:
        return str(self._client.machine.account.identity_keys["curve25519"])

    @property
    def token(self) -> str:
        return self.adapter._line.token

    @property
    def rooms(self) -> Collection[str]:
        return set(self._client.rooms)

    @property
    def direct(self) -> dict[str, str]:
        """Rooms, and with whom."""
        assert self.adapter._parts is not None
        return self.adapter._parts.rooms._direct

    def members(self, room: str) -> Collection[str]:
        there = self._client.rooms.get(room)
        return set(there.users) if there else ()

    def devices_of(self, user: str) -> Collection[str]:
        return {device.id for device in self._client.device_store.active_user_devices(user)}

    def session_of(self, room: str) -> str:
        return str(self._client.machine.outbound_group_sessions[room].id)

    @property
    def trouble(self) -> str:
        return self.adapter.trouble

    async def is_troubled(self, *words: str) -> None:
        await self.waits(lambda: all(w in self.trouble for w in words) or None)

    async def is_well(self) -> None:
        await self.waits(lambda: not self.trouble or None)


@asynccontextmanager
async def on_its_own(
    account: Account, url: str, home: Path, **more: object
) -> AsyncIterator[Device]:
    device = replace(Device(account, url, home), **more)  # type: ignore[arg-type]
    await device.start()
    try:
        yield device
    finally:
        await device.stop()
