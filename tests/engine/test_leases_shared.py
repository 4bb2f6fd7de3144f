"""Several processes on one PostgreSQL database: one works, and an older one can write nothing."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence

import pytest
from sqlalchemy.exc import DBAPIError

from bot.app import App
from bot.core import Event
from bot.engine.ears import Ears
from bot.engine.leases import TERM, WORK, Grip, Turn
from bot.engine.sidedoor import SideDoor
from storage import inbox, leases
from storage.db import Database
from storage.faults import Superseded
from tests.playground import START, Playground

pytestmark = pytest.mark.postgres


class Loops:
    """What is done while the lease is held: nothing, until it is ended."""

    def __init__(self, grip: Grip) -> None:
        self.grip, self.said = grip, ""
        self._broken: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def start(self) -> None:
        self.said = "started"

    async def broken(self) -> None:
        await self._broken

    async def stop(self) -> None:
        self.said = "stopped"

    async def drop(self) -> None:
        self.said = "dropped" if self.said == "started" else self.said


class Process:
    """One of them; its clock stands still unless it is moved."""

    def __init__(self, url: str) -> None:
        self.now, self.rung, self.work = 100.0, 0, list[Loops]()
        self.db = Database(url)
        self.turn = Turn(self.db, self._begin, self._ring, lambda: None, lambda: self.now)
        self.task = asyncio.create_task(self.turn.run())

    def _begin(self, grip: Grip) -> Loops:
        self.work.append(Loops(grip))
        return self.work[-1]

    def _ring(self) -> None:
        self.rung += 1

    @property
    def works(self) -> bool:
        return bool(self.work) and self.work[-1].said == "started"

    async def end(self) -> None:
        await self.turn.stop()
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)
        await self.turn.close()
        await self.db.close()


async def until(what: Callable[[], object]) -> None:
    async with asyncio.timeout(30):
        while not what():  # noqa: ASYNC110
            await asyncio.sleep(0.02)


@pytest.fixture
async def two(postgres_url: str) -> AsyncIterator[tuple[Process, Process]]:
    """The first works, the second has looked and waits."""
    first = Process(postgres_url)
    await until(lambda: first.works)
    second = Process(postgres_url)
    await until(lambda: second.rung)
    yield first, second
    await second.end()
    await first.end()


async def test_one_works_and_when_it_ends_in_order_the_other_begins_at_once(
    two: tuple[Process, Process],
) -> None:
    first, second = two
    assert not second.work
    await first.end()
    await until(lambda: second.works)
    assert first.work[0].said == "stopped"
    assert second.work[0].grip.epoch == 2
    assert second.now == 100.0, "its clock has not moved: nothing had to be waited for"


async def test_who_hears_no_more_of_the_other_begins_after_a_term_and_the_other_has_stopped(
    two: tuple[Process, Process], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = two

    async def cut(*_: object) -> bool:
        raise OSError("no route to host")

    monkeypatch.setattr(leases, "renew", cut)
    first.now += TERM
    await until(lambda: first.work[0].said == "dropped")
    assert not second.work
    second.now += TERM + 1
    await until(lambda: first.works or second.works)
    assert first.works != second.works


async def test_a_transaction_of_an_older_epoch_is_refused(two: tuple[Process, Process]) -> None:
    first, second = two
    old = first.work[0].grip
    guarded = first.db.guarded(old.guard)
    async with guarded.transaction() as tx:
        await inbox.move_cursor(tx, "local", "7")
    await first.end()
    await until(lambda: second.works)
    with pytest.raises(Superseded):
        async with guarded.transaction() as tx:
            await inbox.move_cursor(tx, "local", "9")
    assert not old.holds()
    async with second.db.reading() as tx:
        assert await inbox.cursor(tx, "local") == "7"


async def test_what_an_older_one_has_left_open_is_undone_before_the_next_begins(
    postgres_url: str,
) -> None:
    """Its connections are ended: a machine that was cut off would keep its locks for hours."""
    db, other = Database(postgres_url), Database(postgres_url)
    async with db.transaction() as tx:
        epoch = await leases.take(tx, WORK, db.name, "", TERM, None)
    assert epoch == 1
    begun, over = asyncio.Event(), asyncio.Event()
    task = asyncio.create_task(slow(db.guarded(Grip(1, 0.0).guard), begun, over))
    await begun.wait()
    async with other.transaction() as tx:
        await leases.end_sessions(tx, db.name)
    async with other.reading() as tx:
        seen = await leases.look(tx, WORK)
    async with other.transaction() as tx:
        assert await leases.take(tx, WORK, other.name, "", TERM, seen) == 2
    over.set()
    with pytest.raises(DBAPIError):
        await task
    async with other.reading() as tx:
        assert await inbox.cursor(tx, "local") == ""
    await db.close()
    await other.close()


async def slow(db: Database, begun: asyncio.Event, over: asyncio.Event) -> None:
    async with db.transaction() as tx:
        await inbox.move_cursor(tx, "local", "7")
        await tx.flush()
        begun.set()
        await over.wait()


async def test_of_two_that_want_it_at_once_one_gets_it(postgres_url: str) -> None:
    dbs = [Database(postgres_url) for _ in range(4)]

    async def wants(db: Database) -> int | None:
        async with db.transaction() as tx:
            return await leases.take(tx, WORK, db.name, "", TERM, None)

    got = await asyncio.gather(*map(wants, dbs))
    assert sorted(got, key=str) == [1, None, None, None]
    for db in dbs:
        await db.close()


async def test_what_is_brought_to_one_wakes_the_other(two: tuple[Process, Process]) -> None:
    first, second = two
    before = first.rung
    play = Playground("sqlite+aiosqlite://")
    event = await said(play)
    app = App(play.settings, second.db, [play.local], clock=lambda: START)
    ears = Ears(play.local, lambda: START)
    door = SideDoor(second.db, "local", app.heard, ears, second.turn.holds)
    await door.take([event], "")
    await until(lambda: first.rung > before)
    async with first.db.reading() as tx:
        assert len(await inbox.queue(tx, 10)) == 1


async def said(play: Playground) -> Event:
    found: list[Event] = []

    async def take(events: Sequence[Event], cursor: str) -> None:
        found.extend(events)

    play.local._intake = take
    await play.local.say("ana", "/aide")
    return found[0]
