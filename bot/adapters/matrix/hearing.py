"""What one sync means to the bot: who came and went, what was said, in the order of each room.

A sync that cannot be read to its end is told again for ever, and nobody is heard any more: so what
is odd about one event is that event's own.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from bot.adapters.matrix.client import Client, Raw
from bot.adapters.matrix.coming import Coming, before
from bot.adapters.matrix.doors import Doors
from bot.adapters.matrix.errors import NAME, Broken, Refused
from bot.adapters.matrix.gaps import Gaps
from bot.adapters.matrix.late import Late
from bot.adapters.matrix.odd import Odd, strange
from bot.adapters.matrix.quoting import Quoting
from bot.adapters.matrix.reading import Reader, moment
from bot.adapters.matrix.rooms import Rooms
from bot.adapters.matrix.verifying import Verifying
from bot.core import ChatRef, Event, Identity
from bot.core.events import Blocked, Left, Unblocked, Unreadable

AT_ONCE = 100
"""Events that are read while nothing else runs: thousands may have spoken while we were away."""
TALK = ("m.room.message", "m.room.encrypted")
GONE = ("leave", "ban")


class Hearing:
    def __init__(
        self, client: Client, rooms: Rooms, reader: Reader, doors: Doors, coming: Coming,
        late: Late, gaps: Gaps, verifying: Verifying, quoting: Quoting,
    ) -> None:  # fmt: skip
        self._client, self._rooms, self._reader = client, rooms, reader
        self._doors, self._coming, self._late = doors, coming, late
        self._gaps, self._verifying, self._quoting = gaps, verifying, quoting

    async def told(self, sync: Raw, since: str) -> Sequence[Event]:
        """Raises Refused or Broken, where more must be asked and cannot be."""
        found: list[Event] = []
        rooms = _map(sync.get("rooms"))
        for room, info in _map(rooms.get("join")).items():
            for raw in [*_events(info, "state"), *_events(info, "timeline")]:
                self._carefully("state", self._rooms.note, room, raw)
        turns = 0
        for room, info in _map(rooms.get("join")).items():
            if since:
                found += [event async for event in self._room(room, _map(info), since)]
            if len(found) // AT_ONCE > turns:
                turns = len(found) // AT_ONCE
                await asyncio.sleep(0)
        for room, info in _map(rooms.get("leave")).items():
            found += self._heeded(self._left(room, _map(info)))
        for room, info in _map(rooms.get("invite")).items():
            self._carefully("invitation", self._doors.rang, room, _map(info), since)
        return [await self._quoting.quoted(event) for event in found]

    def keys_told(self, sync: Raw) -> list[Event]:
        """Steps of a verification that were told to our device."""
        told = _events(sync, "to_device")
        return [event for raw in told for event in self._heeded(self._verifying.to_device(raw))]

    def late(self, room: str, raw: Raw) -> Sequence[Event]:
        """An event that has become readable, or never will."""
        return self._heeded(self._clear(room, raw), room, raw)

    def _heeded(self, events: Iterable[Event], room: str = "", raw: Raw = {}) -> list[Event]:
        """What was said is answered, if only by saying that it was not understood."""
        try:
            with strange():
                return list(events)
        except Odd as odd:
            self._client.note_odd("event", odd)
        key, sender = raw.get("event_id"), raw.get("sender")
        talks = raw.get("type") in TALK and sender != self._rooms.me
        if not (talks and isinstance(key, str) and isinstance(sender, str)):
            return []
        return [Unreadable(**self._reader.common(room, key, sender, raw), what="message")]

    def _carefully(self, what: str, take: Callable[..., None], *told: object) -> None:
        try:
            with strange():
                take(*told)
        except Odd as odd:
            self._client.note_odd(what, odd)

    async def _room(self, room: str, info: Raw, since: str) -> AsyncIterator[Event]:
        timeline = _events(info, "timeline")
        limited = _map(info.get("timeline"))
        if limited.get("limited") is True and isinstance(limited.get("prev_batch"), str):
            timeline = [*await self._gaps.filled(room, limited["prev_batch"], since), *timeline]
        ours = next((n for n, raw in enumerate(timeline) if self._coming.is_ours(room, raw)), None)
        if ours is not None:
            for event in await self._came_in(room, timeline[ours]):
                yield event
            timeline = [*self._said_before(room, timeline[:ours]), *timeline[ours + 1 :]]
        for raw in timeline:
            for event in self._heeded(self._one(room, raw, since), room, raw):
                yield event

    async def _came_in(self, room: str, raw: Raw) -> Sequence[Event]:
        """Raises Refused or Broken."""
        try:
            with strange(Refused, Broken):
                return await self._coming.begun(room, raw)
        except Odd as odd:
            self._client.note_odd("room", odd)
            return ()

    def _said_before(self, room: str, timeline: Sequence[Raw]) -> Sequence[Raw]:
        """What was said in a room before we came in was not said to us; in a direct room it
        was."""
        if not self._rooms.is_private(room):
            return ()
        return [raw for raw in timeline if "state_key" not in raw]

    def _one(self, room: str, raw: Raw, since: str) -> Iterator[Event]:
        kind = raw.get("type")
        if kind == "m.room.member":
            yield from self._member(room, raw)
        elif kind == "m.room.tombstone" and raw.get("state_key") == "":
            new = _map(raw.get("content")).get("replacement_room")
            if isinstance(new, str):
                self._doors.follow(new, str(raw.get("sender")), since)
        elif kind == "m.room.encrypted" and raw.get("sender") != self._rooms.me:
            yield from self._hidden(room, raw, since)
        else:
            yield from self._clear(room, raw)

    def _hidden(self, room: str, raw: Raw, since: str) -> Iterator[Event]:
        plain = self._client.opened(room, raw)
        if plain is not None:
            yield from self._clear(room, plain)
        elif raw.get("content"):
            self._late.wait(room, raw, since)

    def _clear(self, room: str, raw: Raw) -> Iterator[Event]:
        """An event that can be read, or never will be."""
        if self._verifying.concerns(raw):
            yield from self._verifying.in_room(room, raw)
        else:
            yield from self._reader.understood(room, raw)

    def _member(self, room: str, raw: Raw) -> Iterator[Event]:
        """In a direct room: the other one has left, so there is nobody to write to; or somebody
        else came in, so it is private no more."""
        whose, now = str(raw.get("state_key")), _membership(raw.get("content"))
        other = self._rooms.whose(room)
        if (
            not other
            or whose == self._rooms.me
            or now == _membership(_map(raw.get("unsigned")).get("prev_content"))
        ):
            return
        common: dict[str, Any] = {
            "key": str(raw.get("event_id")), "chat": ChatRef(NAME, room),
            "sender": Identity(NAME, other), "at": moment(raw.get("origin_server_ts")),
        }  # fmt: skip
        if whose == other and now in GONE:
            yield Blocked(**common, reason="left")
        elif self._rooms.is_crowded(room):
            yield Blocked(**common, reason="crowded")
        elif other in self._rooms.others(room):
            yield Unblocked(**common)

    def _left(self, room: str, info: Raw) -> Iterator[Event]:
        """We were shown the door. What we have left or declined ourselves is no news."""
        self._rooms.lost(room)
        for raw in [*_events(info, "state"), *_events(info, "timeline")]:
            if raw.get("type") != "m.room.member" or raw.get("state_key") != self._rooms.me:
                continue
            shown = raw.get("sender") != self._rooms.me and _membership(before(raw)) != "invite"
            if shown and _membership(raw.get("content")) in GONE:
                self._doors.leave(room)
                yield Left(
                    key=str(raw.get("event_id")), chat=ChatRef(NAME, room), sender=None,
                    at=moment(raw.get("origin_server_ts")), private=self._rooms.is_private(room),
                )  # fmt: skip


def _membership(content: object) -> str:
    found = _map(content).get("membership")
    return found if isinstance(found, str) else ""


def _map(found: object) -> Mapping[str, Any]:
    return found if isinstance(found, Mapping) else {}


def _events(info: object, where: str) -> list[Raw]:
    found = _map(_map(info).get(where)).get("events")
    return [e for e in found if isinstance(e, Mapping)] if isinstance(found, list) else []
