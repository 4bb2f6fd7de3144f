"""What people see on Matrix: tests wait for it as a person would, and look at it as it stands."""

import asyncio
from typing import Protocol, TypeAlias

from tests.servers.matrix.client import PATIENCE, Client
from tests.servers.matrix.seen import Member, Message, Shield


class Known(Protocol):
    @property
    def id(self) -> str: ...


Somebody: TypeAlias = Known | str
"""A person, whatever else has an id, or that id."""
Shown: TypeAlias = Message | str | None
"""A message or its id; the newest of somebody else with these words, or simply the newest."""


class Seeing:
    """Someone with a client. `here` is the room where they are: the last they came to."""

    def __init__(self, name: str, client: Client) -> None:
        self.name, self.client = name, client
        self.here = ""
        self._acted: dict[str, int] = {}

    @property
    def id(self) -> str:
        return self.client.account.user

    async def sees(
        self, *words: str, to: str = "", ever: bool = False, within: float = PATIENCE
    ) -> Message:
        """A message of somebody else with all these words, new or edited since the last act."""
        since = -1 if ever else self._acted.get(to or self.here, -1)

        def look() -> Message | None:
            return next((m for m in self.said(to) if m.changed > since and m.has(*words)), None)

        return await self.client.waits(look, within, f"does not see {' … '.join(words)}")

    async def has(self, *words: str, to: str = "") -> Message:
        """The same, however long it has been there."""
        return await self.sees(*words, to=to, ever=True)

    async def sees_reaction(self, key: str, of: Somebody, on: str, gone: bool = False) -> Message:
        """`on`: words of a message, or its id. `gone`: until it is there no more."""

        def look() -> Message | None:
            for message in reversed(self.client.messages.get(self.here, {}).values()):
                if on == message.id or on in message.text:
                    return message if (who(of) in message.reacted(key)) != gone else None
            return None

        return await self.client.waits(look, PATIENCE, f"waits for {key} on {on}")

    async def sees_nothing(self, *words: str, to: str = "", within: float = 1.0) -> None:
        """Not now, and not within so many seconds."""
        await asyncio.sleep(within)
        assert not self.count(*words, to=to), f"{self.id} sees:\n{self.client.shown()}"

    def screen(self, to: str = "") -> list[str]:
        """What others have written here, as it stands, oldest first."""
        return [m.text for m in reversed(self.said(to))]

    def unread(self, to: str = "") -> list[str]:
        """Why others' messages here cannot be decrypted, of those that cannot."""
        return [m.unreadable for m in self.said(to) if m.unreadable]

    def count(self, *words: str, to: str = "") -> int:
        return sum(message.has(*words) for message in self.said(to))

    async def is_out(self, room: str = "") -> None:
        """They have left, or were shown the door."""

        def look() -> bool | None:
            return self.client.rooms[room or self.here].membership in ("leave", "ban") or None

        await self.client.waits(look, PATIENCE, "is still there")

    async def shield(self, message: Message) -> Shield | None:
        """As it stands now: it may change when nothing else does."""
        found = await self.client.ask("look", room=message.room, event=message.id)
        return Shield(**found["shield"]) if found["shield"] else None

    async def devices(self, other: Somebody) -> dict[str, dict[str, bool]]:
        """Of each device of theirs: whether its owner `signed` it, whether we `verified` it."""
        user = who(other)
        found = await self.client.ask("devices", user=user)
        return {d: await self.client.ask("device", user=user, device=d) for d in found}

    async def members(self, room: str = "") -> dict[str, Member]:
        found = await self.client.ask("members", room=room or self.here)
        return {m["id"]: Member(**m | {"power": _power(m["power"])}) for m in found}

    def said(self, room: str = "") -> list[Message]:
        """By others, newest first."""
        found = self.client.messages.get(room or self.here, {}).values()
        return [m for m in reversed(found) if m.sender != self.id]

    def theirs(self, which: Shown) -> list[Message]:
        if isinstance(which, Message):
            return [self.client.messages[which.room][which.id]]
        if which is not None and which.startswith("$"):
            return [room[which] for room in self.client.messages.values() if which in room]
        return [m for m in self.said("") if which is None or m.has(which)]

    async def find(self, which: Shown) -> Message:
        return await self.client.waits(
            lambda: next(iter(self.theirs(which)), None), PATIENCE, f"does not find {which}"
        )


def who(one: Somebody) -> str:
    return one if isinstance(one, str) else one.id


def _power(level: float | None) -> float:
    return float("inf") if level is None else level
