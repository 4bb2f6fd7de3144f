"""Each minute: may we still write in groups whose platform says nothing when that right is taken?

What is found is an event like any other: coordinators are told as if the platform had said it.
"""

import asyncio
import logging
from collections.abc import Mapping

from bot.core import Event
from bot.core.errors import SendFailed
from bot.core.events import Blocked, Rights
from bot.core.ports import ChatAdapter
from bot.engine.bell import keep_trying
from bot.engine.intake import Door
from bot.engine.registry import Parts
from storage import chats
from storage.chats import Chat
from storage.db import Database

log = logging.getLogger(__name__)

MINUTE = 60.0
LEAST = 0.1
"""Seconds between two questions, however many groups there are."""


class Watch:
    def __init__(self, db: Database, parts: Parts, doors: Mapping[str, Door]) -> None:
        self._db, self._parts, self._doors = db, parts, doors
        self._asked = {p: a for p, a in parts.adapters.items() if not a.abilities.tells_rights}

    async def run(self) -> None:
        """The questions of one round are spread over its minute."""
        while True:
            groups = await keep_trying(self.groups, "watch")
            pause = max(LEAST, MINUTE / max(1, len(groups)))
            for row in groups:
                await asyncio.sleep(pause)
                await self.look(row)
            if not groups:
                await asyncio.sleep(MINUTE)

    async def groups(self) -> list[Chat]:
        """Those where the right may have changed since it was last heard of."""
        if not self._asked:
            return []
        async with self._db.reading() as tx:
            return [
                row
                for row in await chats.all_of(tx)
                if row.platform in self._asked and row.kind != "channel"
                and row.lost in ("", "muted")
            ]  # fmt: skip

    async def look(self, row: Chat) -> None:
        try:
            event = await self._seen(self._asked[row.platform], row)
        except SendFailed as no:
            log.debug("right not asked", extra={"reason": str(no)})
            return
        if event is not None:
            await keep_trying(lambda: self._doors[row.platform].take([event], ""), "watch")

    async def _seen(self, adapter: ChatAdapter, row: Chat) -> Event | None:
        """None while it is as we know it. Raises SendFailed for an answer that did not come."""
        now = self._parts.clock()
        key = f"rights:{row.chat}:{now.timestamp():.0f}"
        try:
            may = await adapter.may_write(row.where)
        except SendFailed as no:
            if not no.gone:
                raise
            return Blocked(key=key, chat=row.where, sender=None, at=now, private=False,
                           reason=str(no))  # fmt: skip
        if may == (not row.lost):
            return None
        return Rights(key=key, chat=row.where, sender=None, at=now, private=False, can_write=may)
