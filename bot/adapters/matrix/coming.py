"""The bot has come into a room: who brought it there, and what kind of room it is."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.adapters.matrix.client import Raw
from bot.adapters.matrix.doors import Doors, Invited
from bot.adapters.matrix.errors import NAME, Refused
from bot.adapters.matrix.line import Line, part
from bot.adapters.matrix.reading import moment
from bot.adapters.matrix.rooms import Rooms
from bot.core import ChatRef, Event, Identity, Said
from bot.core.events import Joined, Moved, Rights, Unblocked


class Coming:
    """Read from the sync that shows us inside, so that a crash between joining and writing it
    down loses nobody."""

    def __init__(self, line: Line, rooms: Rooms, doors: Doors) -> None:
        self._line, self._rooms, self._doors = line, rooms, doors
        self._behind: set[str] = set()

    async def settled(self) -> None:
        """What was told is on disk: rooms that others took the place of are forgotten. Raises
        Refused or Broken."""
        if self._behind:
            await self._rooms.forget(*self._behind)
            self._behind.clear()

    def is_ours(self, room: str, raw: Raw) -> bool:
        """Is this our own coming in? A new name or picture of ours looks the same, where the
        server does not tell what was before."""
        content, earlier = raw.get("content"), before(raw)
        return (
            raw.get("type") == "m.room.member"
            and raw.get("state_key") == self._rooms.me
            and isinstance(content, Mapping)
            and content.get("membership") == "join"
            and earlier.get("membership") != "join"
            and (bool(earlier) or not self._rooms.was_known(room))
        )

    def _asked(self, room: str, raw: Raw) -> Invited:
        """As we knew it when we joined; after a restart, as the event remembers it."""
        known = self._doors.invitation(room)
        if known is not None:
            return known
        unsigned, earlier = raw.get("unsigned"), before(raw)
        by = unsigned.get("prev_sender") if isinstance(unsigned, Mapping) else None
        return Invited(str(by or ""), earlier.get("is_direct") is True, "", 0.0)

    async def begun(self, room: str, raw: Raw) -> Sequence[Event]:
        """Raises Refused or Broken."""
        asked = self._asked(room, raw)
        common: dict[str, Any] = {
            "chat": ChatRef(NAME, room), "at": moment(raw.get("origin_server_ts")),
        }  # fmt: skip
        key = f"joined:{raw.get('event_id')}"
        if old := await self._replaced(room):
            return await self._moved(old, room, common)
        others = self._rooms.others(room)
        alone = len(others) == 1 and not self._rooms.is_named(room)
        if (asked.direct or alone) and len(others) <= 1 and (asked.by or others):
            return await self._direct(room, asked.by or others[0], key, common)
        told: list[Event] = [
            Joined(
                **common, key=key, sender=None, private=False, title=self._rooms.title(room),
                kind="room", people=self._rooms.people(room),
            )
        ]  # fmt: skip
        if not self._rooms.may_speak(room):
            told.append(
                Rights(**common, key=f"{key}:mute", sender=None, private=False, can_write=False)
            )
        return told

    async def _direct(
        self, room: str, user: str, key: str, common: dict[str, Any]
    ) -> Sequence[Event]:
        """It begins as a private chat does, with /start; and it takes the place of one that the
        person has left."""
        await self._rooms.note_direct(room, user)
        who, behind = Identity(NAME, user), self._rooms.left_behind(user, room)
        told: list[Event] = [
            Moved(
                key=f"moved:{old}:{room}", chat=ChatRef(NAME, old), sender=None, at=common["at"],
                new=common["chat"],
            )
            for old in behind
        ]  # fmt: skip
        self._behind.update(behind)
        told.append(Unblocked(**common, key=f"{key}:back", sender=who))
        return [*told, Said(**common, key=key, sender=who, text="/start")]

    async def _moved(self, old: str, room: str, common: dict[str, Any]) -> Sequence[Event]:
        user = self._rooms.whose(old)
        if user:
            await self._rooms.note_direct(room, user)
            self._behind.add(old)
        return [
            Moved(**{**common, "chat": ChatRef(NAME, old)}, key=f"moved:{old}:{room}",
                  sender=None, private=bool(user), new=ChatRef(NAME, room))
        ]  # fmt: skip

    async def _replaced(self, room: str) -> str:
        """The room that this one replaces, by that one's own word: anybody may claim it."""
        old = self._rooms.before(room)
        if not old:
            return ""
        try:
            path = f"/rooms/{part(old)}/state/m.room.tombstone"
            found = await self._line.ask("GET", path)
        except Refused as no:
            if no.wait or no.revoked:
                raise
            return ""
        return old if found.get("replacement_room") == room else ""


def before(raw: Raw) -> Mapping[str, Any]:
    """What the state was until this event."""
    unsigned = raw.get("unsigned")
    found = unsigned.get("prev_content") if isinstance(unsigned, Mapping) else None
    return found if isinstance(found, Mapping) else {}
