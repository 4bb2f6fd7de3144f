"""The loops of one community: they hear, handle, ring and send.

All that a process knows by heart of its work is in here: what it has in flight, who must wait,
which platform is down. Whoever takes the work up again begins with a new one.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any

from bot.engine import menus
from bot.engine.auditor import Auditor
from bot.engine.bell import Bell, Chime, keep_trying
from bot.engine.dispatch import Dispatcher
from bot.engine.ears import Ears
from bot.engine.housekeeping import Housekeeper
from bot.engine.intake import Door
from bot.engine.outbox import Postman
from bot.engine.registry import Parts
from bot.engine.timers import Alarm
from bot.engine.watching import Watch
from storage.db import Database
from storage.faults import away

SHARED = 1.0
"""Seconds until what another process wrote down is noticed, should its call not have come."""

LEAVE = 1.0
"""Seconds that the loops get to put away what they have in their hands."""


class Work:
    """`heard` rings when something was written into the inbox, `owing` when something is owed."""

    def __init__(self, db: Database, parts: Parts, heard: Bell, owing: Chime) -> None:
        adapters = list(parts.adapters.values())
        self._db, self._parts, self.owing = db, parts, owing
        rest = 5.0 if db.is_sqlite else SHARED
        self.dispatcher = Dispatcher(db, parts, heard, owing, rest)
        self.alarm = Alarm(db, parts, owing)
        self.postmen = [Postman(db, parts, a, owing.bell(), heard) for a in adapters]
        self.doors = {
            a.platform: Door(db, a.platform, heard, Ears(a, parts.clock)) for a in adapters
        }
        self._tasks: list[asyncio.Task[None]] = []
        self._background: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Start every loop. The platforms are heard from where they were left."""
        cursors = {p: await keep_trying(door.cursor, "door") for p, door in self.doors.items()}
        for platform, adapter in self._parts.adapters.items():
            self._spawn(adapter.receive(self.doors[platform].take, cursors[platform]), platform)
        self._spawn(self.dispatcher.run(), "dispatcher")
        self._spawn(self.alarm.run(), "alarm")
        self._spawn(Housekeeper(self._db, self._parts).run(), "housekeeper")
        self._spawn(Auditor(self._db, self._parts, self.owing).run(), "auditor")
        self._spawn(Watch(self._db, self._parts, self.doors).run(), "watch")
        self._spawn_menus()
        for postman in self.postmen:
            self._spawn(postman.run(), "postman")

    def _spawn_menus(self) -> None:
        """What a stranger sees in the menu, in every language; best effort, in the background."""
        for task in menus.for_guests(self._parts):
            self._background.add(asyncio.create_task(task))

    def _spawn(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._tasks.append(asyncio.create_task(work, name=name))

    async def broken(self) -> None:
        """Wait for a loop that ends by itself, which none should. Raises what ended it."""
        done, _ = await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()

    async def stop(self) -> None:
        """End in order: hear no more, let what is in flight land."""
        for postman in self.postmen:
            postman.stop()
        for task in self._tasks:
            if task.get_name() != "postman":
                task.cancel()
        for task in self._background:
            task.cancel()
        await asyncio.gather(*self._tasks, *self._background, return_exceptions=True)
        self._parts.pulse.clear()
        await self.alarm.visits.stop()
        for postman in self.postmen:
            await postman.idle()
            await self._settle(postman)

    async def _settle(self, postman: Postman) -> None:
        """What cannot be written down now is sent again at the next start."""
        try:
            await postman.round()
        except Exception as fault:
            if not away(fault):
                raise

    async def drop(self) -> None:
        """Leave everything as it lies, at once: another process takes it up. What waits for the
        database ends by itself."""
        for postman in self.postmen:
            postman.drop()
        for task in (*self._tasks, *self._background):
            task.cancel()
        self._parts.down.clear()
        self._parts.pulse.clear()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=LEAVE)
        for adapter in self._parts.adapters.values():
            await adapter.let_go()
