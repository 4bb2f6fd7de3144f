"""The rooms that the bot is in: which are direct, who is in them, what it may do there."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.adapters.matrix.client import Client, Raw
from bot.adapters.matrix.errors import Refused
from bot.adapters.matrix.line import Line, part

TITLE = 80
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
"""Marks that turn the direction of what stands after them, and others that are not seen."""


class Rooms:
    """A room is direct if it was begun so and holds nobody but the bot and one person: whoever
    else comes in makes it a room where others read. Kept in the account's data, as clients do
    (https://spec.matrix.org/v1.13/client-server-api/#mdirect)."""

    def __init__(self, client: Client, line: Line) -> None:
        self._client, self._line = client, line
        self._direct: dict[str, str] = {}
        self._creators: dict[str, set[str]] = {}
        self._powers: dict[str, Raw] = {}
        self._before: dict[str, str] = {}

    @property
    def me(self) -> str:
        return str(self._client.user_id)

    # Direct rooms

    async def load(self) -> None:
        """Raises Refused or Broken."""
        found = await self._account_data()
        self._direct = {
            room: user
            for user, rooms in found.items()
            if isinstance(rooms, list)
            for room in rooms
            if isinstance(room, str)
        }

    async def _account_data(self) -> Mapping[str, Any]:
        try:
            return await self._line.ask("GET", self._path)
        except Refused as no:
            if no.status == 404:
                return {}
            raise

    async def note_direct(self, room: str, user: str) -> None:
        """Raises Refused or Broken."""
        if self._direct.get(room) != user:
            await self._keep({**self._direct, room: user})

    async def forget(self, *rooms: str) -> None:
        """Raises Refused or Broken."""
        left = {room: user for room, user in self._direct.items() if room not in rooms}
        if left != self._direct:
            await self._keep(left)

    async def _keep(self, direct: dict[str, str]) -> None:
        told: dict[str, list[str]] = {}
        for room, user in direct.items():
            told.setdefault(user, []).append(room)
        await self._line.ask("PUT", self._path, told)
        self._direct = direct

    @property
    def _path(self) -> str:
        return f"/user/{part(self.me)}/account_data/m.direct"

    def whose(self, room: str) -> str:
        """Who is spoken to there, if it is a direct room."""
        return self._direct.get(room, "")

    def is_private(self, room: str) -> bool:
        there = self._client.rooms.get(room)
        return room in self._direct and (there is None or len(there.users) <= 2)

    def is_crowded(self, room: str) -> bool:
        """Direct, and others read it."""
        return room in self._direct and not self.is_private(room)

    def direct_with(self, user: str) -> str:
        """The newest room in which only this person reads us."""
        found = [r for r, whose in self._direct.items() if whose == user and self.is_private(r)]
        return found[-1] if found else ""

    def left_behind(self, user: str, now: str) -> Sequence[str]:
        """Direct rooms with this person that no longer are of use, if it is only them."""
        others = [r for r, whose in self._direct.items() if whose == user and r != now]
        alive = [r for r in others if user in self._users(r) and self.is_private(r)]
        return () if alive else others

    # Any room

    def _users(self, room: str) -> Mapping[str, Any]:
        """Members and those who were invited."""
        there = self._client.rooms.get(room)
        found: Mapping[str, Any] = there.users if there is not None else {}
        return found

    def was_known(self, room: str) -> bool:
        """Were we in it before this sync?"""
        return room in self._client.known

    def is_encrypted(self, room: str) -> bool:
        there = self._client.rooms.get(room)
        return bool(there and there.encrypted)

    def others(self, room: str) -> Sequence[str]:
        return [user for user in self._users(room) if user != self.me]

    def people(self, room: str) -> int:
        return sum(1 for user in self._users(room).values() if not user.invited)

    def is_named(self, room: str) -> bool:
        there = self._client.rooms.get(room)
        return bool(there and there.is_named)

    def title(self, room: str) -> str:
        """As people see it, without what could turn our own words around."""
        there = self._client.rooms.get(room)
        said = UNPRINTABLE.sub(" ", str(there.display_name)) if there is not None else ""
        return " ".join(said.split())[:TITLE] or room

    def lost(self, room: str) -> None:
        self._client.rooms.pop(room, None)

    # What its state says

    def note(self, room: str, raw: Raw) -> None:
        """An event of the room's state, as it came."""
        content = raw.get("content")
        if not isinstance(content, Mapping) or raw.get("state_key") != "":
            return
        if raw.get("type") == "m.room.create":
            self._note_created(room, raw, content)
        elif raw.get("type") == "m.room.power_levels":
            self._powers[room] = content
        elif raw.get("type") == "m.room.encryption":
            self._client.note_encryption(room)

    def _note_created(self, room: str, raw: Raw, content: Raw) -> None:
        """Room version 12 keeps its creators out of the levels: they may do everything.

        https://spec.matrix.org/v1.16/rooms/v12/
        """
        before = content.get("predecessor")
        if isinstance(before, Mapping) and isinstance(before.get("room_id"), str):
            self._before[room] = before["room_id"]
        version = str(content.get("room_version", "1"))
        if version.isdecimal() and int(version) >= 12:
            more = content.get("additional_creators")
            also = [u for u in more if isinstance(u, str)] if isinstance(more, list) else []
            self._creators[room] = {str(raw.get("sender")), *also}

    def before(self, room: str) -> str:
        """The room that this one says it replaces; to be checked against that one's own word."""
        return self._before.get(room, "")

    def may_speak(self, room: str) -> bool:
        if self.me in self._creators.get(room, ()):
            return True
        kind = "m.room.encrypted" if self.is_encrypted(room) else "m.room.message"
        return speaks(self._powers.get(room, {}), self.me, kind)


def speaks(powers: Raw, user: str, kind: str) -> bool:
    """https://spec.matrix.org/v1.13/client-server-api/#mroompower_levels: a power that is not
    there any more is none; nio would remember it."""
    needed = _level(powers, "events", kind, _number(powers.get("events_default")))
    return _level(powers, "users", user, _number(powers.get("users_default"))) >= needed


def _level(powers: Raw, where: str, whose: str, usual: int) -> int:
    named = powers.get(where)
    return _number(named[whose]) if isinstance(named, Mapping) and whose in named else usual


def _number(level: object) -> int:
    """Old rooms have levels in words."""
    try:
        return int(level) if isinstance(level, int | str) else 0
    except ValueError:
        return 0
