"""Forgets what need not be kept: retention runs by itself, every hour.

The engine forgets its own rows; each feature forgets its own on the fact `TimeToForget`.
"""

import asyncio
from datetime import timedelta

from bot.core.facts import TimeToForget
from bot.engine.bell import keep_trying
from bot.engine.context import Ctx
from bot.engine.owed import Owed
from bot.engine.registry import Parts
from storage import blobs, inbox, keyboards, ledger
from storage.db import Database

HOUR = 3600.0
LEDGER = timedelta(days=30)
"""How long the ledger of sends says what became of each; its words go with the inbox."""
BUTTONS = timedelta(days=120)


class Housekeeper:
    def __init__(self, db: Database, parts: Parts) -> None:
        self._db, self._parts = db, parts

    async def run(self) -> None:
        while True:
            await asyncio.sleep(60)
            await keep_trying(self.tidy, "housekeeper")
            await asyncio.sleep(HOUR)

    async def tidy(self) -> None:
        now, owed = self._parts.clock(), Owed()
        words = now - timedelta(days=self._parts.settings.retention.inbox_days)
        async with self._db.transaction() as tx:
            await inbox.forget(tx, words)
            await blobs.forget(tx, words)
            await ledger.forget_words(tx, words)
            await ledger.forget(tx, now - LEDGER)
            await keyboards.forget(tx, now - BUTTONS)
            await Ctx(tx, self._parts, now, owed).happened(TimeToForget(now))
            await owed.write(tx, now)
