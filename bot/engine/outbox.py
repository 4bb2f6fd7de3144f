"""Sends what is owed: urgent first, in order within a chat and lane, as fast as is allowed.

One loop a platform. Each round is one transaction that settles what came back and takes what
may start now; sends run side by side. A crash leaves rows that say what was in flight.
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core import Lane, Wording
from bot.core.errors import SendFailed
from bot.core.ports import ChatAdapter
from bot.engine import outage
from bot.engine.bell import Bell, keep_trying
from bot.engine.choosing import Chooser, waiting
from bot.engine.health import Health
from bot.engine.making import attach
from bot.engine.registry import Parts
from bot.engine.render import Copy, render
from bot.engine.settle import Done, settle
from bot.engine.wording import wording_of
from storage import blobs, edits, outbox, pauses, places
from storage.db import Database, Tx
from storage.outbox import Delivery, State
from storage.places import Place

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Job:
    """One call to the platform: a send (`delivery`), an edit of `place`, the `signs` that shall
    stand under a message, or the bot `leaves` the chat."""

    delivery: Delivery | None
    place: Place | None
    version: int
    wording: Wording
    digest: str = ""
    signs: tuple[str, ...] | None = None
    leaves: bool = False


class Postman:
    def __init__(
        self, db: Database, parts: Parts, adapter: ChatAdapter, owing: Bell, heard: Bell
    ) -> None:
        self._db, self._parts, self._adapter = db, parts, adapter
        self._owing, self._heard = owing, heard
        self._loop, self._chooser = f"postman:{adapter.platform}", Chooser(adapter)
        self._gate = self._chooser.gate
        self._done: list[Done] = []
        self._flying: dict[str, asyncio.Task[None]] = {}
        self._health, self._rest, self._stopping, self._unsure = Health(), 0.0, False, False

    async def run(self) -> None:
        await keep_trying(self.wake_up, self._loop, self._parts.pulse)
        while not self._stopping:
            self._owing.clear()
            more = await keep_trying(self.round, self._loop, self._parts.pulse)
            if not more and not self._stopping:
                await self._owing.wait(min(5.0, self._rest))

    def stop(self) -> None:
        """No new send after the round under way; what is in flight lands (see `idle`)."""
        self._stopping = True
        self._owing.ring()

    def drop(self) -> None:
        """Nothing more leaves, nor is any end of it written down: another process does it now."""
        self._stopping = True
        for task in self._flying.values():
            task.cancel()
        self._flying.clear()

    async def wake_up(self) -> None:
        """What a process left in flight: sent again where that is safe or worth it."""
        now = self._parts.clock()
        async with self._db.transaction() as tx:
            self._gate.paused = await pauses.of(tx, self._adapter.platform, now)
            for row in await outbox.left_hanging(tx, self._adapter.platform):
                again = self._adapter.abilities.repeats_safely or row.lane != Lane.NEWS
                row.state = State.DUE if again else State.UNKNOWN

    async def round(self) -> bool:
        """Settle, take, start. True if there may be more to do at once."""
        done, self._done = self._done, []
        now = self._parts.clock()
        try:
            async with self._db.transaction() as tx:
                if done:
                    told = await settle(tx, self._adapter, self._gate, done, now)
                    if told:
                        self._heard.ring()
                if self._unsure:
                    await self._take_back(tx)
                health, turn = self._health.after([one.failed for one in done], now)
                if turn is not None:
                    outage.note(tx, self._adapter.platform, turn, health.since, now)
                jobs = await self._take(tx, now)
        except BaseException:
            self._done, self._unsure = [*done, *self._done], True
            raise
        self._unsure = False
        self._parts.measures.settled(self._adapter.platform, done, now)
        self._feels(health)
        for job in jobs:
            self._start(job)
        return bool(jobs) or bool(self._done)

    async def _take_back(self, tx: Tx) -> None:
        """A round that failed may have been committed all the same, its answer lost: what it took
        has never left."""
        ours = {done.delivery.id for done in self._done if done.delivery is not None}
        for row in await outbox.left_hanging(tx, self._adapter.platform):
            if f"s{row.id}" not in self._flying and row.id not in ours:
                row.state = State.DUE

    def _feels(self, health: Health) -> None:
        self._health, down = health, self._parts.down
        (down.add if health.down else down.discard)(self._adapter.platform)

    async def idle(self) -> None:
        """Wait until nothing is in flight (tests, and a clean stop)."""
        while self._flying:
            await asyncio.gather(*self._flying.values())

    async def _take(self, tx: Tx, now: datetime) -> list[Job]:
        self._gate.pace = self._adapter.pace
        room, wait = self._gate.room(now)
        room = min(room, self._adapter.pace.in_flight - len(self._flying))
        self._rest = wait or 5.0
        if room <= 0:
            return []
        jobs = await self._choose(tx, now, room)
        if not jobs:
            await self._plan_rest(tx, now)
        return jobs

    async def _choose(self, tx: Tx, now: datetime, room: int) -> list[Job]:
        platform, most = self._adapter.platform, max(room, 8)
        busy = [key.removeprefix("e") for key in self._flying if key.startswith("e")]
        busy += [landed.place.id for landed in self._done if landed.place]  # not settled yet
        heads = await outbox.ready(tx, platform, now, most, self._gate.blocked(now))
        lanes = waiting(heads, await edits.stale(tx, platform, now, most, busy, hold=True))
        hold_news = Lane.NEWS in lanes and await outbox.urgent_open(tx, platform)
        chosen = self._chooser.choose(lanes, now, room, hold_news=hold_news)
        rows = [item.row for item in chosen if item.row]
        jobs = await self._sends(tx, await outbox.take(tx, rows), now) if rows else []
        return jobs + await self._edits(tx, [i.place for i in chosen if i.place], now)

    async def _sends(self, tx: Tx, rows: Sequence[Delivery], now: datetime) -> list[Job]:
        copies = await places.load(tx, {r.place_id for r in rows if r.place_id}, hold=True)
        worded = await render(tx, self._parts, copies, now)
        pictures = await blobs.load(
            tx, [r.body["blob"] for r in rows if r.body and r.body.get("blob")]
        )
        jobs = []
        for row in rows:
            if row.body is not None and "leave" in row.body:
                jobs.append(Job(row, None, 0, Wording(()), leaves=True))
                continue
            if row.body is not None and "signs" in row.body:
                jobs.append(Job(row, None, 0, Wording(()), signs=tuple(row.body["signs"])))
                continue
            if row.body is not None:
                wording = wording_of(row.body, pictures.get(row.body["blob"] or ""))
                wording = replace(wording, reply_to=row.reply_to, urgent=row.lane == Lane.URGENT)
                jobs.append(Job(row, None, 0, wording))
                continue
            copy = worded.get(row.place_id or "")
            if copy is None or copy.wording is None or copy.place.state is not places.State.LIVE:
                row.state, row.error = State.FAILED, "nothing to show"
                continue
            wording = replace(copy.wording, reply_to=row.reply_to)
            digest = copy.place.digest = self._surely_shown(row, copy)
            jobs.append(Job(row, copy.place, copy.version, wording, digest))
        return jobs

    def _surely_shown(self, row: Delivery, copy: Copy) -> str:
        """The digest of what this send will show. "" if other words may have arrived under its
        key before: then the platform leaves those."""
        again = row.attempts > 1 and self._adapter.abilities.repeats_safely
        return copy.digest if not again or copy.place.digest == copy.digest else ""

    async def _edits(self, tx: Tx, stale: Sequence[Place], now: datetime) -> list[Job]:
        worded = await render(tx, self._parts, stale, now) if stale else {}
        jobs = []
        for place in stale:
            copy = worded[place.id]
            if copy.wording is None or not self._adapter.abilities.edits:
                place.shown = copy.version
            else:
                place.digest = ""  # until it is settled nobody knows what is shown there
                jobs.append(Job(None, place, copy.version, copy.wording, copy.digest))
        return jobs

    async def _plan_rest(self, tx: Tx, now: datetime) -> None:
        platform = self._adapter.platform
        owed = await outbox.next_at(tx, platform, now)
        for soon in (owed, await edits.next_edit(tx, platform, now)):
            if soon is not None:
                self._rest = min(self._rest, max(0.02, (soon - now).total_seconds()))
        self._rest = min(self._rest, self._gate.soonest(now))

    def _start(self, job: Job) -> None:
        key = f"e{job.place.id}" if job.delivery is None and job.place else ""
        key = key or f"s{job.delivery.id if job.delivery else 0}"
        self._flying[key] = asyncio.create_task(self._fly(key, job))

    async def _fly(self, key: str, job: Job) -> None:
        """One call. However it ends, what it came to is settled in the next round."""
        if not self._parts.holds():
            del self._flying[key]
            return
        message, failed = "", None
        try:
            message = await self._call(job)
        except SendFailed as no:
            failed = no
        except Exception as bug:
            log.exception("adapter bug")
            failed = SendFailed(f"bug: {type(bug).__name__}", unknown=True)
        shown = tuple(key.sign for key in job.wording.keys if key.sign)
        self._done.append(
            Done(job.delivery, job.place, job.version, message, failed, job.digest, shown)
        )
        del self._flying[key]
        self._owing.ring()

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
