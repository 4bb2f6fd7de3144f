"""The door for what is brought to any process, whether it does the work or not (webhooks)."""

import logging
from collections.abc import Callable, Sequence

from bot.core import Event
from bot.engine.bell import Bell
from bot.engine.ears import Ears
from bot.engine.intake import Door
from storage import leases
from storage.db import Database

log = logging.getLogger(__name__)


class SideDoor(Door):
    """`holds`: is it this process that does the work?"""

    def __init__(
        self, db: Database, platform: str, heard: Bell, ears: Ears, holds: Callable[[], bool]
    ) -> None:  # fmt: skip
        super().__init__(db, platform, heard, ears)
        self._holds = holds

    async def take(self, events: Sequence[Event], cursor: str) -> None:
        """As everywhere; then whoever does the work is woken, who would else look in a second."""
        await super().take(events, cursor)
        if not events or self._holds():
            return
        try:
            async with self._db.transaction() as tx:
                await leases.tell(tx)
        except Exception as fault:
            log.debug("nobody woken", extra={"error": type(fault).__name__})
