"""Runs what has come due. A job and the removal of its timer are one transaction."""

import logging
from datetime import datetime, timedelta

from bot.core.errors import Refusal
from bot.core.facts import TimerMissed
from bot.engine.bell import Bell, Chime, keep_trying
from bot.engine.context import Ctx
from bot.engine.feature import Late
from bot.engine.outside import Visited
from bot.engine.owed import Owed
from bot.engine.registry import Parts
from bot.engine.visiting import Visits
from storage import timers
from storage.db import Database, Tx, away, clashed
from storage.timers import Timer

log = logging.getLogger(__name__)

TRIES = 5
AT_ONCE = 50


class Alarm:
    def __init__(self, db: Database, parts: Parts, owing: Chime) -> None:
        self._db, self._parts, self._owing = db, parts, owing
        self.visits = Visits(parts, self._came_back)

    async def run(self, tick: float = 0.5) -> None:
        """`tick` is the longest time, in seconds, until a new timer is noticed."""
        bell = Bell()
        while True:
            if not await keep_trying(self.ring, "alarm", self._parts.pulse):
                await bell.wait(tick)

    async def ring(self) -> bool:
        """Run what is due. True if there may be more."""
        now = self._parts.clock()
        async with self._db.reading() as tx:
            due = await timers.due(tx, now, AT_ONCE)
        ran = [timer for timer in due if await self._begin(timer)]
        if ran:
            self._owing.ring()
        return bool(ran)

    async def _begin(self, timer: Timer) -> bool:
        """Run it; what must look at the web first is sent there, and nothing waits for it."""
        action = self._parts.registry.actions.get(timer.job)
        if action is None or action.reads is None:
            await self._run(timer.id)
            return True
        if timer.id in self.visits or self.visits.full:
            return False
        self.visits.begin(timer.id, action, timer.args)
        return True

    async def _came_back(self, timer_id: int, visited: Visited) -> None:
        try:
            await self._run(timer_id, visited)
        except Exception as fault:
            if not away(fault):
                raise
            return  # its timer is there still
        self._owing.ring()

    async def _run(self, timer_id: int, visited: Visited | None = None) -> None:
        now, owed = self._parts.clock(), Owed()
        try:
            async with self._db.transaction() as tx:
                timer = await tx.get(Timer, timer_id, with_for_update=True)
                if timer is None or timer.state is not timers.State.DUE:
                    return
                await self._fire(tx, timer, owed, now, visited)
                await owed.write(tx, now)
        except Exception as bug:
            if away(bug):
                raise
            if not clashed(bug):
                await self._failed(timer_id, bug, now)

    async def _fire(
        self, tx: Tx, timer: Timer, owed: Owed, now: datetime, visited: Visited | None
    ) -> None:
        ctx = Ctx(tx, self._parts, now, owed)
        ctx.visited = visited
        action = self._parts.registry.actions[timer.job]
        if action.late is Late.UNTIL and timer.until is not None and timer.until < now:
            timer.state = timers.State.MISSED
            await ctx.happened(TimerMissed(timer.job, dict(timer.args), timer.due_at))
            return
        await tx.delete(timer)
        mark = owed.mark()
        try:
            async with tx.begin_nested():
                await action.replay(ctx, timer.args)
        except Refusal as no:
            owed.cut(mark)
            log.info("job refused", extra={"job": timer.job, "text_key": no.text.key})

    async def _failed(self, timer_id: int, bug: Exception, now: datetime) -> None:
        log.error("job failed", exc_info=bug, extra={"timer": timer_id})
        async with self._db.transaction() as tx:
            timer = await tx.get(Timer, timer_id)
            if timer is not None:
                park = timer.attempts + 1 >= TRIES
                later = now + timedelta(seconds=5 * 2**timer.attempts)
                await timers.postpone(tx, timer_id, later, type(bug).__name__, park=park)
