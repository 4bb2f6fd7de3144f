"""What a command answers: a message in the same room, read again, with its files."""

from collections.abc import Mapping
from dataclasses import replace

from bot.adapters.matrix.client import Client
from bot.adapters.matrix.errors import Broken, Refused
from bot.adapters.matrix.line import Line, part
from bot.adapters.matrix.odd import Odd, strange
from bot.adapters.matrix.reading import LONGEST, file_of
from bot.core import Event, Said


class Quoting:
    def __init__(self, client: Client, line: Line) -> None:
        self._client, self._line = client, line

    async def quoted(self, event: Event) -> Event:
        """The event with what it answers; as it is, where that cannot be read."""
        if not isinstance(event, Said) or not event.reply_to or event.text[:1] not in ("!", "/"):
            return event
        try:
            with strange(Refused, Broken):
                return await self._with_what_it_answers(event)
        except (Refused, Broken, Odd):
            return event

    async def _with_what_it_answers(self, event: Said) -> Said:
        room = event.chat.chat
        raw = await self._line.ask("GET", f"/rooms/{part(room)}/event/{part(event.reply_to)}")
        if raw.get("type") == "m.room.encrypted":
            raw = self._client.opened(room, raw) or {}
        content = raw.get("content")
        if raw.get("sender") == self._client.user_id or not isinstance(content, Mapping):
            return event
        file = file_of(content)
        body = content.get("body")
        words = body if isinstance(body, str) and (file is None or file.name != body) else ""
        return replace(
            event, quoted=words[:LONGEST], quoted_files=(file,) if file is not None else ()
        )
