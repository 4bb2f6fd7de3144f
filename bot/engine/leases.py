"""Which of several processes on one PostgreSQL database does the work.

One holds the lease and renews it; the others watch. Who cannot renew in time stops by itself, well
before anybody else may begin, and each judges by a clock of its own that only runs: clocks that are
wrong, or put right, do no harm.
"""

import asyncio
import logging
import time
from asyncio import FIRST_COMPLETED as FIRST
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol, TypeAlias

from bot.engine.bell import Bell
from bot.engine.process import is_gone, myself
from storage import leases
from storage.db import Database, Tx, clashed
from storage.faults import Superseded
from storage.leases import Seen
from storage.waking import woken

log = logging.getLogger(__name__)

Task: TypeAlias = asyncio.Task[Any]

TERM = 10.0
"""Seconds for which nobody else begins after a renewal."""
SAFE = 7.0
"""Seconds for which the holder goes on after it has asked for one. What lies between is for a
process that is held up just then."""
EVERY = 3.0
LOOK = 0.5
WORK = "work"


def ticks() -> float:
    """Seconds that pass while the machine sleeps, too."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


@dataclass
class Observed:
    """Somebody else's lease, as it is seen from here."""

    _last: tuple[int, datetime] | None = None
    _over: float = 0.0

    def over(self, seen: Seen, now: float) -> bool:
        """After a whole term in which nothing moved. Of what was there before we came, only the
        database's clock can tell how old it is."""
        found = (seen.epoch, seen.until)
        if found != self._last:
            left = TERM if self._last else min(max(seen.left, 0.0), TERM)
            self._last, self._over = found, now + left
        return not seen.holder or now >= self._over


@dataclass
class Grip:
    """Our own lease."""

    epoch: int
    asked: float
    clock: Callable[[], float] = ticks
    lost: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def left(self) -> float:
        return 0.0 if self.lost.is_set() else self.asked + SAFE - self.clock()

    def holds(self) -> bool:
        return self.left > 0

    async def guard(self, tx: Tx) -> None:
        """The beginning of each transaction of the holder. Raises Superseded."""
        try:
            await leases.must_be(tx, WORK, self.epoch)
        except Superseded:
            self.lost.set()
            raise


class Working(Protocol):
    """What is done while the lease is ours (`bot.engine.work`)."""

    async def start(self) -> None: ...
    async def broken(self) -> None: ...
    async def stop(self) -> None: ...
    async def drop(self) -> None: ...


class Turn:
    """Waits for the lease, does the work while it holds it, and waits again. `work` makes a new one
    to be started; `rung` is called when another process has something for us, `beat` every few
    seconds."""

    def __init__(
        self,
        db: Database,
        work: Callable[[Grip], Working],
        rung: Callable[[], None],
        beat: Callable[[], None],
        clock: Callable[[], float] = ticks,
    ) -> None:
        self._name, self._db = db.name, db.beside()
        self._work, self._rung, self._beat, self._clock = work, rung, beat, clock
        self._look, self._stopping = Bell(), False
        self._grip: Grip | None = None
        self._under_way: Working | None = None

    def holds(self) -> bool:
        return self._grip is not None and self._grip.holds()

    async def run(self) -> None:
        """Ends only by what a loop of the work raised."""
        listening = asyncio.create_task(self._listening())
        try:
            while not self._stopping:
                self._grip = await self._taken()
                log.info("does the work")
                await self._doing(self._grip)
                if not self._stopping:
                    log.warning("does the work no more", extra={"reason": "its lease is over"})
        finally:
            listening.cancel()

    async def stop(self) -> None:
        """In order, before `run` is cancelled: what is under way lands, then the next may begin."""
        self._stopping = True
        if self._under_way is not None:
            await self._under_way.stop()
        if self._grip is None or not self._grip.holds():
            return
        try:
            async with asyncio.timeout(EVERY), self._db.transaction() as tx:
                await leases.give_back(tx, WORK, self._grip.epoch)
                await leases.tell(tx)
        except Exception as fault:
            log.debug("lease not given back", extra={"error": type(fault).__name__})

    async def close(self) -> None:
        await self._db.close()

    async def _doing(self, grip: Grip) -> None:
        work = self._work(grip)
        beside: list[Task] = [asyncio.create_task(self._renewing(grip))]
        beside.append(asyncio.create_task(grip.lost.wait()))
        try:
            await work.start()
            self._under_way = work
            beside.append(asyncio.create_task(work.broken()))
            await self._until_lost(grip, *beside[1:])
        finally:
            self._under_way = None
            for task in beside:
                task.cancel()
            await work.drop()

    async def _until_lost(self, grip: Grip, lost: Task, broken: Task) -> None:
        waited = {lost, broken}
        while grip.holds():
            done, _ = await asyncio.wait(waited, timeout=grip.left, return_when=FIRST)
            if broken in done:
                waited = {lost}
                if not self._stopping:
                    broken.result()

    async def _taken(self) -> Grip:
        """However long it takes until it is ours."""
        observed, failed, waits = Observed(), False, False
        while True:
            self._look.clear()
            self._beat()
            try:
                found = await self._tried(observed)
                if found is not None:
                    return found
                if not waits:
                    log.info("waits for its turn", extra={"reason": "another process works"})
                failed, waits = False, True
            except Exception as fault:
                if not failed and not clashed(fault):
                    log.warning("lease not seen", extra={"error": type(fault).__name__})
                failed = True
            await self._look.wait(LOOK)

    async def _tried(self, observed: Observed) -> Grip | None:
        async with self._db.reading() as tx:
            seen = await leases.look(tx, WORK)
        if seen is not None and not self._is_free(seen, observed):
            return None
        if seen is not None and seen.holder:
            async with self._db.transaction() as tx:
                await leases.end_sessions(tx, seen.holder)
        asked = self._clock()
        async with self._db.transaction() as tx:
            epoch = await leases.take(tx, WORK, self._name, myself(), TERM, seen)
        return Grip(epoch, asked, self._clock) if epoch is not None else None

    def _is_free(self, seen: Seen, observed: Observed) -> bool:
        mine = seen.holder == self._name  # lost a while ago, and nobody wanted it
        return observed.over(seen, self._clock()) or mine or is_gone(seen.process)

    async def _renewing(self, grip: Grip) -> None:
        while True:
            self._beat()
            asked, pause = self._clock(), EVERY
            try:
                async with self._db.transaction() as tx:
                    if not await leases.renew(tx, WORK, grip.epoch, TERM):
                        return grip.lost.set()
                grip.asked = asked
            except Exception as fault:
                log.debug("lease not renewed", extra={"error": type(fault).__name__})
                pause = LOOK
            await asyncio.sleep(pause)

    async def _listening(self) -> None:
        """Quicker than looking; without it nothing is lost."""
        while True:
            try:
                async for _ in woken(self._db):
                    self._rung()
                    self._look.ring()
            except Exception as fault:
                log.debug("not listening", extra={"error": type(fault).__name__})
            await asyncio.sleep(EVERY)
