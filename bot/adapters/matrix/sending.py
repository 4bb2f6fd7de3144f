"""One event to one room: encrypted where the room is, once however often it is sent."""

from collections.abc import Mapping
from typing import Any

from bot.adapters.matrix.client import Client
from bot.adapters.matrix.errors import Broken, Refused
from bot.adapters.matrix.learning import Learning
from bot.adapters.matrix.line import Line, part
from bot.adapters.matrix.sharing import Sharing

MANY = 8
"""Events on their way at once; an answer to somebody is two or three."""

LONGEST_ID = 255
"""Of an event, in bytes: https://spec.matrix.org/v1.13/appendices/#event-ids"""

IN_CLEAR = frozenset({"m.reaction"})
"""Apps read reactions in clear only, in encrypted rooms too."""


class Sending:
    """Never cancel a `put`: a share of keys that is cut in its middle must be begun anew."""

    def __init__(self, client: Client, line: Line, sharing: Sharing, learning: Learning) -> None:
        self._client, self._line = client, line
        self._sharing, self._learning = sharing, learning
        self._flying = 0

    @property
    def is_busy(self) -> bool:
        """Many are being written to at once."""
        return self._flying >= MANY

    async def put(self, room: str, kind: str, content: Mapping[str, Any], txn: str) -> str:
        """Send one event and give its id. The same `txn` twice is one event. Raises Refused or
        Broken."""
        there = self._client.rooms.get(room)
        if there is None:
            await self._must_be_in(room)
            raise Broken("a room that sync has not told of yet")
        if there.encrypted and kind not in IN_CLEAR:
            await self._sharing.prepare(room)
            kind, content = self._client.encrypted(room, kind, content)
        return await self._told(f"/rooms/{part(room)}/send/{part(kind)}/{part(txn)}", content)

    async def redact(self, room: str, event: str, txn: str) -> None:
        await self._told(f"/rooms/{part(room)}/redact/{part(event)}/{part(txn)}", {})

    async def _told(self, path: str, content: Mapping[str, Any]) -> str:
        asked = self._learning.clock()
        self._flying += 1
        try:
            found = (await self._line.ask("PUT", path, content)).get("event_id")
        except Refused as no:
            if no.wait:
                self._learning.refused(asked, no.wait)
            raise
        finally:
            self._flying -= 1
        if not isinstance(found, str) or not 0 < len(found.encode(errors="replace")) <= LONGEST_ID:
            raise Broken("no event_id")
        self._learning.took(asked)
        return found

    async def _must_be_in(self, room: str) -> None:
        """Raises Refused where we are not. Until its state is known nothing is sent to a room: it
        may be encrypted."""
        me = part(self._client.user_id)
        found = await self._line.ask("GET", f"/rooms/{part(room)}/state/m.room.member/{me}")
        if found.get("membership") != "join":
            raise Refused("M_FORBIDDEN", 403)
