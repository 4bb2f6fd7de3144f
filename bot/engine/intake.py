"""The door: what a platform tells is judged, written down, and only then said to be heard.

What stands in a channel or room by itself is none of ours, and is not written down, unless the
coordination has made it a source.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.core import Event, Said
from bot.core.events import pack
from bot.core.guard import Outcome, judge
from bot.core.unbroken import unbroken
from bot.engine.bell import Bell
from bot.engine.ears import Ears
from storage import chats, epochs, inbox
from storage.db import Database, Tx


class Door:
    """One platform's door; its cursor is kept under the platform's name."""

    def __init__(self, db: Database, platform: str, heard: Bell, ears: Ears) -> None:
        self._db, self._platform, self._heard, self._ears = db, platform, heard, ears
        self._looks_back = True

    async def take(self, events: Sequence[Event], cursor: str) -> None:
        """Keep a batch and the cursor after it, in one commit. When it returns, both are safe.
        Nothing at all: the platform was asked, and had nothing to tell."""
        if not events and not cursor and not self._ears.due:
            return
        await unbroken(self._keep(events, cursor))
        if events:
            self._heard.ring()

    async def _keep(self, events: Sequence[Event], cursor: str) -> None:
        listened = None
        async with self._db.transaction() as tx:
            rows = [row(guarded(e)) for e in await _for_us(tx, events)]
            if self._looks_back:
                await self._hold_old(tx, rows)
            await inbox.keep(tx, rows)
            if cursor:
                await inbox.move_cursor(tx, self._platform, cursor)
            if self._ears.due:
                listened = await self._ears.note(tx)
        if listened is not None:
            self._ears.noted(listened)

    async def _hold_old(self, tx: Tx, rows: Sequence[dict[str, Any]]) -> None:
        """After a restore: what is told again of the time before is not answered by itself."""
        epoch = await epochs.open_one(tx)
        self._looks_back = epoch is not None
        for one in rows:
            if epoch is not None and epoch.is_old(self._platform, one["at"]):
                one["state"] = inbox.State.HELD

    async def cursor(self) -> str:
        async with self._db.reading() as tx:
            return await inbox.cursor(tx, self._platform)


async def _for_us(tx: Tx, events: Sequence[Event]) -> Sequence[Event]:
    """Without the posts of channels and rooms that are no source."""
    posted = {event.chat.chat for event in events if _is_post(event)}
    if not posted:
        return events
    heard = await chats.sources(tx, posted)
    return [e for e in events if not _is_post(e) or (e.chat.platform, e.chat.chat) in heard]


def _is_post(event: Event) -> bool:
    """Words by nobody that call for nothing."""
    return isinstance(event, Said) and event.sender is None and event.text[:1] not in ("/", "!")


def guarded(event: Event) -> Event:
    """A text that must not be kept is replaced by the verdict, file names and what it answers
    included."""
    if not isinstance(event, Said):
        return event
    files = (*event.files, *event.quoted_files)
    verdict = judge("\n".join([event.text, event.quoted, *(f.name for f in files)]))
    if verdict.outcome is Outcome.PASS:
        return event
    if verdict.outcome is Outcome.WARN:
        return replace(event, doubt=str(verdict.reason))
    return replace(
        event, text="", files=(), quoted="", quoted_files=(), refused=str(verdict.reason)
    )


def sender_of(event: Event) -> str:
    """Whose turn it takes: a person's, or a channel's."""
    return event.sender.account if event.sender else f"chat:{event.chat.chat}"


def row(event: Event) -> dict[str, Any]:
    return {
        "platform": event.chat.platform,
        "key": _storable(event.key),
        "sender": _storable(sender_of(event)),
        "at": event.at,
        "event": _storable(pack(event)),
        "state": inbox.State.NEW,
        "tries": 0,
    }


_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def _storable(value: Any) -> Any:
    """Without what no database takes as text, and which would turn away the whole batch."""
    match value:
        case str():
            return _UNSTORABLE.sub(" ", value)
        case dict():
            return {key: _storable(inner) for key, inner in value.items()}
        case list():
            return [_storable(inner) for inner in value]
        case _:
            return value
