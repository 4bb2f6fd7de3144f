"""Sends what is owed: urgent first, in order within a chat and lane, as fast as is allowed.

One loop a platform. Each round is one transaction that settles what came back and takes what
may start now; sends run side by side. A crash leaves rows that say what was in flight.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core import Attachment, Lane, Wording
from bot.core.ports import ChatAdapter
from bot.engine import outage
from bot.engine.bell import Bell, keep_trying
from bot.engine.choosing import Chooser, waiting
from bot.engine.flights import Flights, Job
from bot.engine.health import Health
from bot.engine.registry import Parts
from bot.engine.render import Copy, render
from bot.engine.settle import settle
from bot.engine.wording import wording_of
from storage import blobs, edits, outbox, pauses, places, sends
from storage.db import Database, Tx
from storage.outbox import State
from storage.places import Place
from storage.sends import Send

MOMENT = 0.2
"""Seconds: as long as nothing may start, what lands meanwhile is settled together."""

BREATH = 0.1
"""Seconds: the same where no limit is known, and many are in the air."""

PUT_BACK = timedelta(seconds=1)
"""A clock that is so much earlier than at the last look was put back; less, and it is set right."""


class Postman:
    def __init__(
        self, db: Database, parts: Parts, adapter: ChatAdapter, owing: Bell, heard: Bell
    ) -> None:
        self._db, self._parts, self._adapter = db, parts, adapter
        self._owing, self._heard = owing, heard
        self._loop, self._chooser = f"postman:{adapter.platform}", Chooser(adapter)
        self._gate = self._chooser.gate
        self.flights = Flights(db, parts, adapter, self._gate, owing.ring)
        self._health, self._rest, self._stopping, self._unsure = Health(), 0.0, False, False
        self._looked: datetime | None = None

    async def run(self) -> None:
        await keep_trying(self.wake_up, self._loop, self._parts.pulse)
        while not self._stopping:
            self._owing.clear()
            more = await keep_trying(self.round, self._loop, self._parts.pulse)
            if not more and not self._stopping:
                _, full = self._gate.room(self._parts.clock())
                await asyncio.sleep(min(MOMENT, full))
                await self._owing.wait(min(5.0, self._rest) - min(MOMENT, full))
            elif not self._stopping and not self._adapter.pace.everyone[0]:
                await self._gather()

    async def _gather(self) -> None:
        """Where only the platform's answers hold us up: as long as more than half of what it takes
        at once is in the air, what lands within a moment is settled together."""
        half, loop = self._adapter.pace.in_flight // 2, asyncio.get_running_loop()
        ends = loop.time() + BREATH
        while len(self.flights) > half and not self._stopping and (left := ends - loop.time()) > 0:
            self._owing.clear()
            await self._owing.wait(left)

    def stop(self) -> None:
        """No new send after the round under way; what is in flight lands (see `idle`)."""
        self._stopping = True
        self._owing.ring()

    def drop(self) -> None:
        """Nothing more leaves, nor is any end of it written down: another process does it now."""
        self._stopping = True
        self.flights.drop()

    async def wake_up(self) -> None:
        """What a process left in flight: sent again where that is safe or worth it."""
        now = self._parts.clock()
        async with self._db.transaction() as tx:
            self._gate.paused = await pauses.of(tx, self._adapter.platform, now)
            await outbox.still_due(tx, self._adapter.platform, now)
            for row in await outbox.left_hanging(tx, self._adapter.platform):
                again = self._adapter.abilities.repeats_safely or row.lane != Lane.NEWS
                row.state = State.DUE if again else State.UNKNOWN

    async def round(self) -> bool:
        """Settle, take, start. True if there may be more to do at once."""
        done, self.flights.done = self.flights.done, []
        now = self._parts.clock()
        back = self._looked - now if self._looked else timedelta()
        try:
            async with self._db.transaction() as tx:
                if back > PUT_BACK:
                    await self._put_back(tx, back, now)
                if done:
                    told = await settle(tx, self._adapter, self._gate, done, now)
                    if told:
                        self._heard.ring()
                if self._unsure:
                    await self._take_back(tx)
                tried = [one.failed for one in done if not one.held]
                health, turn = self._health.after(tried, now)
                if turn is not None:
                    outage.note(tx, self._adapter.platform, turn, health.since, now)
                jobs = await self._take(tx, now)
        except BaseException:
            self.flights.done, self._unsure = [*done, *self.flights.done], True
            raise
        self._unsure, self._looked = False, now
        self._parts.measures.settled(self._adapter.platform, done, now)
        self._feels(health)
        for job, at in jobs:
            self.flights.start(job, at)
        return bool(jobs) or bool(self.flights.done)

    async def _put_back(self, tx: Tx, by: timedelta, now: datetime) -> None:
        """The clock was. What was due is due still, and who waits does not wait for longer."""
        platform = self._adapter.platform
        await outbox.still_due(tx, platform, now)
        await outbox.try_now(tx, platform, now)
        await pauses.sooner(tx, platform, by)
        self._gate.paused = await pauses.of(tx, platform, now)

    async def _take_back(self, tx: Tx) -> None:
        """A round that failed may have been committed all the same, its answer lost: what it took
        has never left."""
        for row in await outbox.left_hanging(tx, self._adapter.platform):
            if not self.flights.knows(row.id):
                row.state = State.DUE

    def _feels(self, health: Health) -> None:
        self._health, down = health, self._parts.down
        (down.add if health.down else down.discard)(self._adapter.platform)

    async def idle(self) -> None:
        """Wait until nothing is in flight (tests, and a clean stop)."""
        await self.flights.idle()

    async def _take(self, tx: Tx, now: datetime) -> list[tuple[Job, datetime]]:
        """What starts now, or within the moment for which starts are planned, and when."""
        self._gate.pace = self._adapter.pace
        room, wait = self._gate.room(now)
        room = min(room, self._adapter.pace.in_flight - len(self.flights))
        self._rest = wait or 5.0
        if room <= 0:
            return []
        jobs = await self._choose(tx, now, room)
        if not jobs:
            await self._plan_rest(tx, now)
        return jobs

    async def _choose(self, tx: Tx, now: datetime, room: int) -> list[tuple[Job, datetime]]:
        platform, most, busy = self._adapter.platform, max(room, 8), self.flights.edited()
        heads = await outbox.ready(tx, platform, now, most, self._gate.blocked(now))
        lanes = waiting(heads, await edits.stale(tx, platform, now, most, busy, hold=True))
        chosen = self._chooser.choose(
            lanes, now, room, hold_news=Lane.NEWS in lanes and await self._urgent(tx)
        )
        rows = [item.row for item, _ in chosen if item.row]
        jobs = await self._sends(tx, await sends.take(tx, rows), now) if rows else []
        jobs += await self._edits(tx, [item.place for item, _ in chosen if item.place], now)
        starts = {item.key: (turn, at) for turn, (item, at) in enumerate(chosen)}
        jobs.sort(key=lambda job: starts[job.key][0])
        return [(job, starts[job.key][1]) for job in jobs]

    async def _urgent(self, tx: Tx) -> bool:
        """Is anything urgent still on its way? Newsletters wait for it."""
        return self.flights.urgent or await outbox.urgent_due(tx, self._adapter.platform)

    async def _sends(self, tx: Tx, rows: Sequence[Send], now: datetime) -> list[Job]:
        copies = await places.load(tx, {r.place_id for r in rows if r.place_id}, hold=True)
        worded = await render(tx, self._parts, copies, now)
        pictures = await blobs.load(
            tx, [r.body["blob"] for r in rows if r.body and r.body.get("blob")]
        )
        jobs = [self._job(row, worded, pictures) for row in rows]
        if empty := [row.id for row, job in zip(rows, jobs, strict=True) if job is None]:
            await sends.give_up(tx, empty, "nothing to show")
        return [job for job in jobs if job is not None]

    def _job(
        self, row: Send, worded: Mapping[str, Copy], pictures: Mapping[str, Attachment]
    ) -> Job | None:
        """None where there is nothing to show any more."""
        if row.body is None:
            copy = worded.get(row.place_id or "")
            if copy is None or copy.wording is None or copy.place.state is not places.State.LIVE:
                return None
            wording = replace(copy.wording, reply_to=row.reply_to)
            digest = copy.place.digest = self._surely_shown(row, copy)
            return Job(row, copy.place, copy.version, wording, digest)
        if "leave" in row.body:
            return Job(row, None, 0, Wording(()), leaves=True)
        if "signs" in row.body:
            return Job(row, None, 0, Wording(()), signs=tuple(row.body["signs"]))
        wording = wording_of(row.body, pictures.get(row.body["blob"] or ""))
        urgent = row.lane == Lane.URGENT
        return Job(row, None, 0, replace(wording, reply_to=row.reply_to, urgent=urgent))

    def _surely_shown(self, row: Send, copy: Copy) -> str:
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
