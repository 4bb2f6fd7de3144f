"""The composition root: the one file that knows every part."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot.core.i18n import Catalog
from bot.core.ports import ChatAdapter
from bot.engine.bell import Bell, Chime
from bot.engine.dispatch import Dispatcher
from bot.engine.ears import Ears
from bot.engine.feature import Feature
from bot.engine.intake import Door
from bot.engine.leases import Grip, Turn
from bot.engine.outbox import Postman
from bot.engine.pages import pages
from bot.engine.registry import Parts, Registry
from bot.engine.sidedoor import SideDoor
from bot.engine.timers import Alarm
from bot.engine.wording import known_to_all
from bot.engine.work import Work
from bot.settings import Settings
from handlers import FEATURES
from storage.db import Database


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
        self.work = Work(db, self.parts, self.heard, self.owing)
        self.pages = pages(db, self.parts)
        self._turn = None if db.is_sqlite else Turn(db, self._begin, self._ring, self._beat)
        self._running: asyncio.Task[None] | None = None

    @property
    def dispatcher(self) -> Dispatcher:
        return self.work.dispatcher

    @property
    def alarm(self) -> Alarm:
        return self.work.alarm

    @property
    def postmen(self) -> Sequence[Postman]:
        return self.work.postmen

    @property
    def doors(self) -> Mapping[str, Door]:
        return self.work.doors

    def holds(self) -> bool:
        """Does this process do the work? Another one may, on the same database."""
        return self._turn is None or self._turn.holds()

    def side_door(self, platform: str) -> Door:
        """For what is brought to us, whoever does the work."""
        ears = Ears(self.parts.adapters[platform], self.parts.clock)
        return SideDoor(self.db, platform, self.heard, ears, self.holds)

    async def start(self) -> None:
        """Start every loop; where several processes share a database, once it is our turn."""
        if self._turn is None:
            await self.work.start()
        else:
            self._running = asyncio.create_task(self._turn.run(), name="turn")

    def _begin(self, grip: Grip) -> Work:
        """What is known by heart of earlier work is not true any more."""
        self.owing = Chime()
        parts = replace(self.parts, holds=grip.holds)
        self.work = Work(self.db.guarded(grip.guard), parts, self.heard, self.owing)
        return self.work

    def _ring(self) -> None:
        self.heard.ring()
        self.owing.ring()

    def _beat(self) -> None:
        self.parts.pulse.beat("turn")

    async def broken(self) -> None:
        """Wait for a loop that ends by itself, which none should. Raises what ended it."""
        await (self.work.broken() if self._running is None else asyncio.shield(self._running))

    async def stop(self) -> None:
        """End in order: hear no more, let what is in flight land, close the file."""
        if self._turn is None:
            await self.work.stop()
        else:
            await self._stop(self._turn)
        await self.db.close()

    async def _stop(self, turn: Turn) -> None:
        await turn.stop()
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
        await turn.close()
