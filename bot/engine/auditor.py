"""Each minute: is anything late, open that should be closed, miscounted? And the audit is sealed.

It trusts none of the other loops: what they should have done by now is asked of the tables. What
is wrong is said once to administrators, on a platform that works, and once when it is over.
"""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.core import Args, Lane, Lang, Message, Role, Span, Text
from bot.engine.bell import Chime, keep_trying
from bot.engine.context import Ctx
from bot.engine.owed import Owed
from bot.engine.registry import Parts
from storage import alarms, audit, auditing, people
from storage.alarms import Trouble
from storage.auditing import Late
from storage.db import Database, Tx

log = logging.getLogger(__name__)

DISK = "disk"
MINUTE = 60.0
TICK = 10.0
"""Seconds between two looks at the disk: administrators know within half a minute."""

PATIENCE: Mapping[int, timedelta] = {
    Lane.URGENT: timedelta(minutes=5), Lane.ANSWERS: timedelta(minutes=10),
    Lane.CALLS: timedelta(minutes=30), Lane.REMINDERS: timedelta(minutes=45),
    Lane.NEWS: timedelta(hours=12), Lane.SIGNS: timedelta(hours=2),
}  # fmt: skip
"""By when a message has its final state. A homeserver with its usual limits takes a quarter of an
hour for two hundred people."""

SETTLED = timedelta(minutes=45)
"""After a start, until all of these times have passed once, nothing is said to be over."""

TIMERS, EVENTS = timedelta(minutes=5), timedelta(minutes=5)
CLOSED = timedelta(hours=1)
"""A call or an alert that ended so long ago should have been closed by its own timer."""


class Auditor:
    def __init__(
        self, db: Database, parts: Parts, owing: Chime, began: datetime | None = None
    ) -> None:
        """`began`: when the loops started, now when not said. What was late by then because the
        machine was off gets its time from there."""
        self._db, self._parts, self._owing = db, parts, owing
        self._began = began or parts.clock()
        self._ballast = db.ballast

    async def run(self) -> None:
        while True:
            await keep_trying(self.round, "auditor", self._parts.pulse)
            for _ in range(int(MINUTE / TICK)):
                await self._parts.pulse.rest("auditor", TICK)
                await keep_trying(self.disk, "auditor", self._parts.pulse)

    async def round(self) -> None:
        await self.seal()
        now = self._parts.clock()
        async with self._db.reading() as tx:
            found = await self.found(tx, now)
        await self._say({**found, **self._full()}, now, ends=now - self._began >= SETTLED)

    async def disk(self) -> None:
        """Only whether there is room: it cannot wait for the minute to be over."""
        was, full = self._ballast.is_out, self._full()
        self._ballast.take_back()
        if was and not self._ballast.is_out:
            return await self.round()
        if full:
            now = self._parts.clock()
            async with self._db.reading() as tx:
                known = {row.kind for row in await alarms.known(tx)}
            if DISK not in known:
                await self._say({**dict.fromkeys(known, None), **full}, now, ends=False)
        return None

    async def seal(self) -> None:
        """In several transactions: what people do meanwhile comes in between."""
        total, more = 0, True
        while more:
            async with self._db.transaction() as tx:
                count, newest = await audit.seal(tx)
            total, more = total + count, count == audit.SEALED
        if total:  # in the log as well: whoever changes the database does not reach there
            log.info("audit sealed", extra={"count": total, "seal": newest[:16]})

    async def found(self, tx: Tx, now: datetime) -> dict[str, Text | None]:
        """What is wrong, by kind; the same kind is said once."""
        found: dict[str, Text | None] = {}
        up = now - self._began
        lanes = {lane: time for lane, time in PATIENCE.items() if time <= up}
        for platform, late in (await auditing.late_sends(tx, now, lanes)).items():
            if platform not in self._parts.down:  # that was told when it fell silent
                name: Args = {"app": Span(platform.capitalize())}
                found[f"sends:{platform}"] = Text("audit-sends", {**name, **_late(late, now)})
        if up >= TIMERS and (rings := await auditing.late_timers(tx, now - TIMERS)) is not None:
            found["timers"] = Text("audit-timers", _late(rings, now))
        if up >= EVENTS and (heard := await auditing.late_events(tx, now - EVENTS)) is not None:
            found["events"] = Text("audit-events", _late(heard, now))
        open_still = await auditing.never_closed(tx, now - CLOSED) if up >= TIMERS else 0
        if open_still:
            found["open"] = Text("audit-open", {"count": open_still})
        if wrong := await auditing.miscounted(tx, now):
            found["counts"] = Text("audit-counts", {"count": len(wrong)})
        _, jobs = await auditing.parked(tx)
        if jobs:
            found["parked"] = Text("audit-parked", {"count": jobs})
        return found

    def _full(self) -> dict[str, Text | None]:
        return {DISK: Text("audit-disk")} if self._ballast.is_out else {}

    async def _say(
        self, found: Mapping[str, Text | None], now: datetime, *, ends: bool = True
    ) -> None:
        owed = Owed()
        async with self._db.transaction() as tx:
            known = {row.kind: row for row in await alarms.known(tx)}
            new = [kind for kind in found if kind not in known]
            gone = [known[k] for k in known if k not in found and (ends or k == DISK)]
            for kind in new:
                tx.add(Trouble(kind=kind, since=now))
            for row in gone:
                await tx.delete(row)
            ctx = Ctx(tx, self._parts, now, owed)
            if new:
                log.warning("audit found trouble", extra={"kind": ",".join(new)})
                lines = [text for kind in new if (text := found[kind]) is not None]
                await self._tell(ctx, Message((Text("audit-head"), *lines, Text("audit-how"))), new)
            elif gone and len(gone) == len(known):
                log.info("audit finds no trouble any more")
                await self._tell(ctx, Message((Text("audit-well"),)), [row.kind for row in gone])
            await owed.write(tx, now)
        if new or gone:
            self._owing.ring()

    async def _tell(self, ctx: Ctx, message: Message, kinds: list[str]) -> None:
        """Administrators, besides the platform that it is about; those who have no other there."""
        ids = [member.id for member in await people.ranked(ctx.tx, Role.ADMINISTRATOR)]
        silent = next((k.partition(":")[2] for k in kinds if k.startswith("sends:")), "")
        found = await ctx.reach(ids, besides=silent)
        found |= await ctx.reach([one for one in ids if one not in found])
        for member, account in found.values():
            ctx.post(account.where, message, lane=Lane.CALLS, lang=Lang(member.lang),
                     simple=member.simple)  # fmt: skip


def _late(late: Late, now: datetime) -> Args:
    return {"count": late.count, "minutes": int((now - late.since).total_seconds() // 60)}
