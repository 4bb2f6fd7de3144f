"""Forgets what need not be kept: retention runs by itself, every hour.

The engine forgets its own rows; each feature forgets its own on the fact `TimeToForget`.
"""

from datetime import timedelta

from bot.core.facts import TimeToForget
from bot.engine.bell import keep_trying
from bot.engine.context import Ctx
from bot.engine.owed import Owed
from bot.engine.registry import Parts
from storage import audit, blobs, inbox, keyboards, ledger, pauses, timers
from storage.db import Database

LOOP = "housekeeper"
HOUR = 3600.0
LEDGER = timedelta(days=30)
"""How long the ledger of sends says what became of each; its words go with the inbox."""
BUTTONS = timedelta(days=120)


class Housekeeper:
    def __init__(self, db: Database, parts: Parts) -> None:
        self._db, self._parts = db, parts

    async def run(self) -> None:
        pulse = self._parts.pulse
        await pulse.rest(LOOP, 60)
        while True:
            await keep_trying(self.tidy, LOOP, pulse)
            await pulse.rest(LOOP, HOUR)

    async def tidy(self) -> None:
        now, owed = self._parts.clock(), Owed()
        kept = self._parts.settings.retention
        words = now - timedelta(days=kept.inbox_days)
        answers = now - max(BUTTONS, timedelta(days=kept.answers_days))
        async with self._db.transaction() as tx:
            await inbox.forget(tx, words)
            await blobs.forget(tx, words)
            await ledger.forget_words(tx, words)
            await ledger.forget(tx, now - LEDGER)
            await ledger.forget_places(tx, now - BUTTONS, answers)
            await keyboards.forget(tx, now - BUTTONS)
            await timers.forget(tx, now - LEDGER)
            await pauses.forget(tx, now - LEDGER)
            await audit.forget(tx, now - timedelta(days=kept.audit_days))
            await Ctx(tx, self._parts, now, owed).happened(TimeToForget(now))
            await owed.write(tx, now)
