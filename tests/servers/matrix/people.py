"""People on Matrix: what they do and what they see, in their own words.

ana, ben = await matrix.person("Ana"), await matrix.person("Ben")
await ana.creates_direct_room_with(ben)
await ben.joins()
await ana.says("Bonjour")
assert (await ben.sees("Bonjour")).encrypted
"""

import base64
import secrets
from typing import Any

from tests.servers.matrix import rooms
from tests.servers.matrix.api import V3
from tests.servers.matrix.client import PATIENCE
from tests.servers.matrix.seeing import Seeing, Shown, Somebody, who
from tests.servers.matrix.seen import Message, Room
from tests.servers.matrix.verification import Verification


class Person(Seeing):
    """Rooms are ids; where none is given, the one where they are is meant."""

    # Rooms

    async def creates_direct_room_with(self, other: Somebody, *, encrypted: bool = True) -> str:
        return await self._creates(rooms.direct(who(other), encrypted))

    async def creates_room(
        self, name: str, *others: Somebody, encrypted: bool = False, **more: Any
    ) -> str:
        """`more`: as /createRoom takes it (preset, room_version, power_level_content_override)."""
        return await self._creates(rooms.named(name, map(who, others), encrypted, more))

    async def invites(self, other: Somebody, to: str = "") -> None:
        await self.client.do("invite", to or self.here, who(other))

    async def invited(self, by: Somebody | None = None) -> Room:
        """The newest invitation, waiting for one."""

        def look() -> Room | None:
            found = [r for r in self.client.rooms.values() if r.membership == "invite"]
            return next((r for r in found[::-1] if by is None or r.inviter == who(by)), None)

        return await self.client.waits(look, PATIENCE, "is invited nowhere")

    async def joins(self, room: str = "") -> str:
        """This room, or the one to which they are invited."""
        room = room or (await self.invited()).id
        found = self.client.rooms.get(room)
        await self.client.do("joinRoom", room)
        await self._comes_to(room, encrypted=bool(found and found.encrypted))
        return room

    async def leaves(self, room: str = "") -> None:
        """A room, or refuses its invitation."""
        await self.client.do("leave", room or self.here)

    async def kicks(self, other: Somebody, room: str = "") -> None:
        await self.client.do("kick", room or self.here, who(other))

    # What they write

    async def says(self, *lines: str, to: str = "", **content: Any) -> str:
        """The id of the last line's event. `content`: more of it, or another msgtype."""
        event = ""
        for line in lines:
            event = await self.sends("m.room.message", {**_text(line), **content}, to=to)
        return event

    async def mentions(self, other: Somebody, line: str, to: str = "") -> str:
        user = who(other)
        return await self.says(f"{user}: {line}", to=to, **rooms.mention(user, line))

    async def replies(self, message: Shown, line: str) -> str:
        found = await self.find(message)
        relation = {"m.in_reply_to": {"event_id": found.id}}
        return await self.says(line, to=found.room, **{"m.relates_to": relation})

    async def edits(self, event: str, line: str, to: str = "") -> str:
        """What `says` gave, or somebody else's message: servers do not mind."""
        return await self.says(f"* {line}", to=to, **rooms.edit(event, _text(line)))

    async def sends(self, type: str, content: dict[str, Any], to: str = "") -> str:
        """Any event; encrypted where the room is, but for reactions."""
        room = self._acts(to)
        found = await self.client.ask("send", room=room, type=type, content=content)
        return str(found["event_id"])

    async def sends_in_clear(self, type: str, content: dict[str, Any], to: str = "") -> str:
        """Any event as it is, also where the room is encrypted: even one that nobody can read."""
        path = f"{V3}/rooms/{self._acts(to)}/send/{type}/{secrets.token_hex(8)}"
        return str((await self.client.api("PUT", path, **content))["event_id"])

    async def sends_file(self, name: str, data: bytes, mime: str, to: str = "") -> str:
        room, coded = to or self.here, base64.b64encode(data).decode()
        content = await self.client.ask("upload", room=room, name=name, mime=mime, data=coded)
        return await self.sends("m.room.message", content, to=room)

    async def opens(self, message: Message) -> bytes:
        """The file that is in this message, decrypted."""
        return base64.b64decode(await self.client.ask("download", content=message.content))

    async def reacts(self, key: str, to: Shown = None) -> str:
        found = await self.find(to)
        return await self.sends("m.reaction", rooms.reaction(found.id, key), to=found.room)

    async def taps(self, key: str, on: Shown = None) -> str:
        """A reaction that somebody else has placed already: the newest, waiting for it."""

        def look() -> Message | None:
            return next((m for m in self.theirs(on) if m.reacted(key) - {self.id}), None)

        return await self.reacts(key, await self.client.waits(look, PATIENCE, f"finds no {key}"))

    async def takes_back(self, key: str, of: Shown = None) -> None:
        """Their own reaction, once they see it."""

        def look() -> Message | None:
            return next((m for m in self.theirs(of) if self.id in m.reacted(key)), None)

        found = await self.client.waits(look, PATIENCE, f"placed no {key}")
        await self.deletes(found.reactions[key][self.id], found.room)

    async def deletes(self, event: str, room: str = "") -> None:
        await self.client.do("redactEvent", self._acts(room), event)

    # Trust

    async def verifies(self, other: Somebody, *, device: str = "") -> Verification:
        """Asks for it in the room where they are, or asks this one device."""
        more = {"device": device} if device else {"room": self.here}
        found = await self.client.ask("verify", step="request", user=who(other), **more)
        return Verification(self.client, found)

    async def asked_to_verify(self, by: Somebody) -> Verification:
        def look() -> str | None:
            found = self.client.verifying.values()
            return next((v.id for v in found if v.other == who(by) and not v.mine), None)

        return Verification(self.client, await self.client.waits(look, PATIENCE, "is not asked"))

    # How

    async def _creates(self, asked: dict[str, Any]) -> str:
        room = str((await self.client.do("createRoom", asked))["room_id"])
        await self._comes_to(room, encrypted=rooms.is_encrypted(asked))
        if asked.get("is_direct"):
            await self.client.do("setAccountData", "m.direct", {asked["invite"][0]: [room]})
        return room

    async def _comes_to(self, room: str, *, encrypted: bool) -> None:
        """Not before the client knows that it is encrypted: else it would write in clear."""
        await self.client.ask("knows", room=room, membership="join", encrypted=encrypted)
        self.here = room

    def _acts(self, room: str) -> str:
        room = room or self.here
        self._acted[room] = self.client.tick
        return room


def _text(line: str) -> dict[str, str]:
    return {"msgtype": "m.text", "body": line}
