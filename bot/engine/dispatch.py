"""Takes events from the inbox, fairly by sender, a crowd in one transaction."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any

from bot.core import ChatRef, Event, Identity, Pressed
from bot.core.errors import Refusal, TooSoon
from bot.core.events import unpack
from bot.engine import dialogs, fairness, menus, routing
from bot.engine.bell import Bell, Chime, keep_trying
from bot.engine.context import Ctx
from bot.engine.crowd import Crowd, gather, prefetch
from bot.engine.fairness import MANY, Fairness
from bot.engine.intake import sender_of
from bot.engine.owed import Owed
from bot.engine.registry import Parts
from storage import inbox
from storage.db import Database, Tx, away, clashed
from storage.undo import Flushed, journal

log = logging.getLogger(__name__)

CROWD = 64
LOOK_AHEAD = 512
TRIES = 3
MOMENT, PATIENCE = 0.5, 20.0
"""Seconds: after which what came too soon is tried again, and for how long."""


class Dispatcher:
    """One loop. What is left in the inbox after a crash is simply taken again."""

    def __init__(
        self, db: Database, parts: Parts, heard: Bell, owing: Chime, rest: float = 5.0
    ) -> None:
        """`rest`: seconds after which it looks without having been rung for."""
        self._db, self._parts, self._heard, self._owing = db, parts, heard, owing
        self._rest = rest
        self._held: dict[Identity | ChatRef, float] = {}
        self._early: dict[int, float] = {}
        self._fairness = Fairness()

    async def run(self) -> None:
        while True:
            self._heard.clear()
            if not await keep_trying(self.handle_some, "dispatcher", self._parts.pulse):
                await self._heard.wait(MOMENT if self._held else self._rest)

    async def handle_some(self) -> bool:
        """Handle up to a crowd of events. False if there was nothing to do."""
        async with self._db.reading() as tx:
            waiting = await inbox.queue(tx, LOOK_AHEAD)
            if len(waiting) == LOOK_AHEAD:  # somebody's flood may hide the others
                waiting = await inbox.queue(tx, LOOK_AHEAD, each=MANY)
            taken = await inbox.load(tx, self._fairness.pick(waiting, CROWD))
        if not taken:
            return False
        now = asyncio.get_running_loop().time()
        self._held = {who: until for who, until in self._held.items() if until > now}
        self._early = {row: self._early[row] for row, _ in waiting if row in self._early}
        found = [(row.id, row.tries, unpack(row.event)) for row in taken]
        rows = [one for one in found if _whose(one[2]) not in self._held]
        if not rows:
            return False
        await self._handle(rows)
        self._owing.ring()
        return True

    async def _handle(self, rows: Sequence[tuple[int, int, Event]]) -> None:
        """All in one transaction; if that cannot be, each in its own."""
        if len(rows) == 1:
            return await self._alone(*rows[0])
        try:
            owed = await self._together(rows)
        except Exception as bug:
            if away(bug):
                raise
            if not isinstance(bug, Flushed | TooSoon):
                log.warning("crowd split", extra={"count": len(rows), "error": type(bug).__name__})
            for row in rows:
                if _whose(row[2]) not in self._held:
                    await self._alone(*row)
            return None
        await self._acknowledge([event for _, _, event in rows], owed)

    async def _together(self, rows: Sequence[tuple[int, int, Event]]) -> Owed:
        events = [event for _, _, event in rows]
        owed, now = Owed(), self._parts.clock()
        async with self._db.transaction() as tx:
            crowd = await gather(tx, events)
            await prefetch(Ctx(tx, self._parts, now, owed), self._parts, crowd, events)
            for event in events:
                await self._one(tx, event, crowd, owed)
            await owed.write(tx, now)
            await inbox.done(tx, [row_id for row_id, _, _ in rows])
        return owed

    async def _alone(self, row_id: int, tries: int, event: Event) -> None:
        owed, now = Owed(), self._parts.clock()
        try:
            async with self._db.transaction() as tx:
                crowd = await gather(tx, [event])
                await self._one(tx, event, crowd, owed, savepoint=True)
                await owed.write(tx, now)
                await inbox.done(tx, [row_id])
        except TooSoon:
            return await self._later(row_id, event)
        except Exception as bug:
            if clashed(bug):  # again, before the next event of the same person
                return await self._alone(row_id, tries, event)
            if away(bug):
                raise
            return await self._failed(row_id, tries, event, bug)
        await self._acknowledge([event], owed)
        return None

    async def _one(
        self, tx: Tx, event: Event, crowd: Crowd, owed: Owed, *, savepoint: bool = False
    ) -> None:
        """Run one event. A refusal or a question undoes what it did, then is said."""

        def ctx() -> Ctx:
            member, account = crowd.person(event.sender)
            now = self._parts.clock()
            return Ctx(tx, self._parts, now, owed, event=event, member=member, account=account)

        await crowd.meet(tx, event.sender)
        mark = owed.mark()
        try:
            if savepoint:
                async with tx.begin_nested():
                    await routing.route(ctx(), event, crowd)
            else:
                await self._undoing(tx, lambda: routing.route(ctx(), event, crowd))
        except Refusal as no:
            owed.cut(mark)
            crowd = await self._again(tx, event, crowd, savepoint)
            await routing.refuse(ctx(), no)
        except dialogs.Stopped as stop:
            owed.cut(mark)
            crowd = await self._again(tx, event, crowd, savepoint)
            await dialogs.asked(ctx(), stop)
        if self._fairness.floods(sender_of(event)):
            fairness.tell(ctx())

    async def _undoing(self, tx: Tx, run: Callable[[], Awaitable[None]]) -> None:
        """What a refusal or a question takes back, it takes back in memory."""
        with journal(tx) as book:
            try:
                await run()
            except (Refusal, dialogs.Stopped):
                book.undo()
                raise

    async def _later(self, row_id: int, event: Event) -> None:
        """It stays in the inbox, and so does what the same person does after it; but not for ever:
        then it was about nothing that we know."""
        now = asyncio.get_running_loop().time()
        if now - self._early.setdefault(row_id, now) < PATIENCE:
            self._held[_whose(event)] = now + MOMENT
            return
        async with self._db.transaction() as tx:
            await inbox.done(tx, [row_id])

    async def _again(self, tx: Tx, event: Event, crowd: Crowd, savepoint: bool) -> Crowd:
        """After a savepoint was rolled back, rows that were changed in it are read anew."""
        return await gather(tx, [event]) if savepoint else crowd

    async def _failed(self, row_id: int, tries: int, event: Event, bug: Exception) -> None:
        """A bug: undone, logged by the event's key; parked after three tries, with an apology."""
        park = tries + 1 >= TRIES
        log.error("event failed", exc_info=bug, extra=_about(row_id, event, tries))
        owed, now = Owed(), self._parts.clock()
        async with self._db.transaction() as tx:
            await inbox.failed(tx, row_id, type(bug).__name__, park=park)
            if park:
                crowd = await gather(tx, [event])
                member, account = crowd.person(event.sender)
                ctx = Ctx(tx, self._parts, now, owed, event=event, member=member, account=account)
                await routing.apologise(ctx, row_id, type(bug).__name__)
                await owed.write(tx, now)

    async def _acknowledge(self, events: Sequence[Event], owed: Owed) -> None:
        """End the waiting of the presses, after the commit; losing this loses nothing."""
        self._parts.measures.handled(events, self._parts.clock())
        for where, role, lang in owed.menus:
            _background(menus.show(self._parts, where, role, lang))
        for event in events:
            adapter = self._parts.adapters.get(event.chat.platform)
            if isinstance(event, Pressed) and event.token and adapter is not None:
                task = adapter.acknowledge(event.token, owed.notices.get(event.key, ""))
                _background(task)


def _about(row_id: int, event: Event, tries: int) -> dict[str, Any]:
    """For the log: its number is the one by which it can be taken up again."""
    return {"key": event.key, "inbox": row_id, "tries": tries + 1}


def _whose(event: Event) -> Identity | ChatRef:
    return event.sender or event.chat


_tasks: set[asyncio.Task[None]] = set()


def _background(work: Coroutine[Any, Any, None]) -> None:
    task = asyncio.create_task(work)
    _tasks.add(task)
    task.add_done_callback(_tasks.discard)
