"""The composition root: the one file that knows every part."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from datetime import UTC, datetime
from typing import Any

from bot.core.i18n import Catalog
from bot.core.ports import ChatAdapter
from bot.engine import menus
from bot.engine.bell import Bell, Chime
from bot.engine.dispatch import Dispatcher
from bot.engine.feature import Feature
from bot.engine.housekeeping import Housekeeper
from bot.engine.intake import Door
from bot.engine.outbox import Postman
from bot.engine.pages import pages
from bot.engine.registry import Parts, Registry
from bot.engine.timers import Alarm
from bot.engine.wording import known_to_all
from bot.settings import Settings
from handlers import FEATURES
from storage.db import Database

log = logging.getLogger(__name__)


def wall_clock() -> datetime:
    return datetime.now(UTC)


class App:
    """One community: its database, its platforms, and the loops between them."""

    def __init__(
        self,
        settings: Settings,
        db: Database,
        adapters: Sequence[ChatAdapter],
        *,
        clock: Callable[[], datetime] = wall_clock,
        features: Sequence[Feature] = FEATURES,
    ) -> None:
        self.db = db
        self.heard, self.owing = Bell(), Chime()
        self.parts = Parts(
            Registry(features),
            Catalog((f.texts for f in features), known_to_all(settings)),
            settings,
            {a.platform: a for a in adapters},
            clock,
        )
        self.dispatcher = Dispatcher(db, self.parts, self.heard, self.owing)
        self.alarm = Alarm(db, self.parts, self.owing)
        self.postmen = [Postman(db, self.parts, a, self.owing.bell(), self.heard) for a in adapters]
        self.doors = {a.platform: Door(db, a.platform, self.heard) for a in adapters}
        self.pages = pages(db, self.parts)
        self._tasks: list[asyncio.Task[None]] = []
        self._background: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Start every loop. The platforms are heard from where they were left."""
        for adapter in self.parts.adapters.values():
            door = self.doors[adapter.platform]
            self._spawn(adapter.receive(door.take, await door.cursor()), adapter.platform)
        self._spawn(self.dispatcher.run(), "dispatcher")
        self._spawn(self.alarm.run(), "alarm")
        self._spawn(Housekeeper(self.db, self.parts).run(), "housekeeper")
        self._spawn_menus()
        for postman in self.postmen:
            self._spawn(postman.run(), "postman")

    def _spawn_menus(self) -> None:
        """What a stranger sees in the menu, in every language; best effort, in the background."""
        for task in menus.for_guests(self.parts):
            self._background.add(asyncio.create_task(task))

    def _spawn(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._tasks.append(asyncio.create_task(work, name=name))

    async def broken(self) -> None:
        """Wait for a loop that ends by itself, which none should. Raises what ended it."""
        done, _ = await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()

    async def stop(self) -> None:
        """End in order: hear no more, let what is in flight land, close the file."""
        for postman in self.postmen:
            postman.stop()
        for task in self._tasks:
            if task.get_name() != "postman":
                task.cancel()
        for task in self._background:
            task.cancel()
        await asyncio.gather(*self._tasks, *self._background, return_exceptions=True)
        await self.alarm.visits.stop()
        for postman in self.postmen:
            await postman.idle()
            await postman.round()
        await self.db.close()
