"""Calls to a platform that are under way, side by side, and how those that have landed ended."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core import ChatRef, Lane, Wording
from bot.core.errors import SendFailed
from bot.core.ports import ChatAdapter
from bot.engine.making import attach
from bot.engine.pace import Gate, Window
from bot.engine.registry import Parts
from bot.engine.settle import Done
from storage.db import Database
from storage.places import Place
from storage.sends import Send

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Job:
    """One call to the platform: a send (`delivery`), an edit of `place`, the `signs` that shall
    stand under a message, or the bot `leaves` the chat."""

    delivery: Send | None
    place: Place | None
    version: int
    wording: Wording
    digest: str = ""
    signs: tuple[str, ...] | None = None
    leaves: bool = False

    @property
    def where(self) -> ChatRef:
        owed = self.delivery or self.place
        assert owed is not None
        return owed.where

    @property
    def key(self) -> str:
        if self.delivery is not None:
            return f"s{self.delivery.id}"
        assert self.place is not None
        return f"e{self.place.id}"


class Flights:
    """`landed` is rung for each that ends."""

    def __init__(
        self,
        db: Database,
        parts: Parts,
        adapter: ChatAdapter,
        gate: Gate,
        landed: Callable[[], None],
    ) -> None:
        self._db, self._parts, self._adapter = db, parts, adapter
        self._gate, self._landed = gate, landed
        self._window, self._turn = Window(), asyncio.Lock()
        self._under_way: dict[str, tuple[Job, asyncio.Task[None]]] = {}
        self.done: list[Done] = []

    def __len__(self) -> int:
        return len(self._under_way)

    def start(self, job: Job, at: datetime) -> None:
        self._under_way[job.key] = job, asyncio.create_task(self._fly(job, at))

    def knows(self, row: int) -> bool:
        """Is this send in the air, or has it landed and is not settled yet?"""
        landed = {done.delivery.id for done in self.done if done.delivery is not None}
        return f"s{row}" in self._under_way or row in landed

    def edited(self) -> list[str]:
        """The places whose edits, or settling, are still to come."""
        flying = [job.place.id for job, _ in self._under_way.values() if job.place is not None]
        return flying + [landed.place.id for landed in self.done if landed.place is not None]

    @property
    def urgent(self) -> bool:
        sends = (job.delivery for job, _ in self._under_way.values())
        return any(row is not None and row.lane == Lane.URGENT for row in sends)

    async def idle(self) -> None:
        while self._under_way:
            await asyncio.gather(*(task for _, task in self._under_way.values()))

    def drop(self) -> None:
        """However they end, nobody hears of it."""
        for _, task in self._under_way.values():
            task.cancel()
        self._under_way.clear()

    async def _fly(self, job: Job, at: datetime) -> None:
        """One call. However it ends, what it came to is settled in the next round."""
        await asyncio.sleep(max(0.0, (at - self._parts.clock()).total_seconds()))
        await self._may_start()
        if not self._parts.holds():
            del self._under_way[job.key]
            return
        message, failed = "", None
        held = self._gate.held(job.where.chat, self._parts.clock())
        try:
            if held:  # since it was planned somebody asked us to wait
                raise SendFailed("held", wait=timedelta(seconds=held))
            message = await self._call(job)
        except SendFailed as no:
            failed = no
        except Exception as bug:
            log.exception("adapter bug")
            failed = SendFailed(f"bug: {type(bug).__name__}", unknown=True)
        shown = tuple(key.sign for key in job.wording.keys if key.sign)
        ended = (job.delivery, job.place, job.version, message, failed, job.digest, shown)
        self.done.append(Done(*ended, held=held > 0))
        del self._under_way[job.key]
        self._landed()

    async def _may_start(self) -> None:
        """In turn, where more were planned by now than the platform takes."""
        most, seconds = self._gate.pace.window
        if not most:
            return
        async with self._turn:
            now = asyncio.get_running_loop().time
            await asyncio.sleep(self._window.wait(now(), most, seconds))
            self._window.started(now(), most, seconds)

    async def _call(self, job: Job) -> str:
        if job.signs is not None and job.delivery is not None:
            row = job.delivery
            await self._adapter.mark(row.where, row.reply_to, job.signs, key=row.key)
            return ""
        if job.leaves and job.delivery is not None:
            await self._adapter.leave(job.delivery.where)
            return ""
        wording = job.wording
        if wording.made is not None:
            wording = await attach(self._db, self._parts, wording)
        if job.delivery is not None:
            return await self._adapter.send(job.delivery.where, wording, key=job.delivery.key)
        assert job.place is not None
        assert job.place.message is not None
        await self._adapter.edit(job.place.where, job.place.message, wording)
        return job.place.message
