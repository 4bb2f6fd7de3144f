"""Sending, editing, and keeping the right emoji under a message."""

import asyncio
import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.adapters.matrix.errors import Refused
from bot.adapters.matrix.files import file_content
from bot.adapters.matrix.line import V1, Line, part
from bot.adapters.matrix.rooms import Rooms
from bot.adapters.matrix.sending import Sending
from bot.adapters.matrix.wording import content, replacing
from bot.core import ChatRef, Wording

REMEMBERED = 5_000
"""Messages whose emoji are known without asking the homeserver."""

MENTIONED = 200
"""Of whom it must be known that it concerns them; more names than these are too long a message."""

TRIED = 3
"""How often the emoji under a message are looked up when they are not what we remember."""


class Posting:
    """A delivery's key is its transaction id: told twice, it is one event."""

    def __init__(
        self, line: Line, sending: Sending, rooms: Rooms, link: Callable[[str], str]
    ) -> None:
        self._line, self._sending, self._rooms, self._link = line, sending, rooms, link
        self._under: OrderedDict[str, dict[str, str]] = OrderedDict()
        self._edits: dict[str, tuple[str, str]] = {}

    async def send(self, chat: ChatRef, wording: Wording, key: str) -> str:
        """The words first, then what is attached to them: a picture never carries them alone."""
        room, private = chat.chat, self._rooms.is_private(chat.chat)
        mention = self._rooms.others(room)[:MENTIONED] if wording.urgent else ()
        chatter = not private and not wording.urgent
        message = ""
        if wording.lines or wording.keys:
            sent = content(wording, self._link, chatter=chatter, mention=mention)
            message = await self._sending.put(room, "m.room.message", sent, key)
            self._remember(message, {})
        if wording.attachment is not None:
            hidden = self._rooms.is_encrypted(room)
            file = await file_content(self._line, wording.attachment, hidden=hidden)
            attached = await self._sending.put(room, "m.room.message", file, f"{key}.file")
            message = message or attached
        return message

    async def edit(self, chat: ChatRef, message: str, wording: Wording) -> None:
        """One that is tried again is the same transaction. One that was done is not: the words of
        before may be right again."""
        sent = replacing(message, wording, self._link)
        digest = hashlib.sha256(f"{sent}".encode()).hexdigest()
        before, txn = self._edits.get(message, ("", ""))
        if before != digest:
            txn = secrets.token_hex(16)
            self._edits[message] = (digest, txn)
        await self._sending.put(chat.chat, "m.room.message", sent, txn)
        self._edits.pop(message, None)

    async def mark(
        self, chat: ChatRef, message: str, signs: Sequence[str], key: str, apart: float
    ) -> None:
        """In the order in which they are read: the likeliest answer first. `apart`: seconds
        between two events where the server wants some."""
        for _ in range(TRIED):
            if await self._marked(chat.chat, message, signs, key, apart):
                return

    async def _marked(
        self, room: str, message: str, signs: Sequence[str], key: str, apart: float
    ) -> bool:
        there = await self._there(room, message)
        for sign in [s for s in there if s not in signs]:
            await self._sending.redact(room, there[sign], f"{key}.x{_short(sign)}")
            del there[sign]
            await asyncio.sleep(apart)
        for sign in [s for s in signs if s not in there]:
            about = {"rel_type": "m.annotation", "event_id": message, "key": sign}
            txn = f"{key}.{_short(sign)}"
            try:
                there[sign] = await self._sending.put(
                    room, "m.reaction", {"m.relates_to": about}, txn
                )
            except Refused as no:
                if no.code != "M_DUPLICATE_ANNOTATION":
                    raise
                self._under.pop(message, None)  # it is there, and we have not known
                return False
            await asyncio.sleep(apart)
        return True

    async def _there(self, room: str, message: str) -> dict[str, str]:
        """Our emoji under a message: event ids by emoji; after a restart, as the server tells."""
        known = self._under.get(message)
        if known is None:
            path = f"{V1}/rooms/{part(room)}/relations/{part(message)}/m.annotation/m.reaction"
            found = await self._line.ask("GET", path, query={"limit": 100, "dir": "f"})
            mine = [e for e in found.get("chunk", ()) if e.get("sender") == self._rooms.me]
            known = {_key_of(event): str(event.get("event_id")) for event in mine}
            self._remember(message, known)
        return known

    def _remember(self, message: str, known: dict[str, str]) -> None:
        self._under[message] = known
        while len(self._under) > REMEMBERED:
            self._under.popitem(last=False)


def _key_of(event: Mapping[str, Any]) -> str:
    about = event.get("content", {}).get("m.relates_to", {})
    key = about.get("key") if isinstance(about, Mapping) else None
    return key if isinstance(key, str) else ""


def _short(sign: str) -> str:
    return sign.encode().hex()
