"""A statement goes to SQLite's thread once, and means what it meant before."""

import asyncio
import time
from typing import Any

import aiosqlite
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from storage.db import Database

pytestmark = pytest.mark.usefixtures("trips")
LONG = text(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000)"
    " SELECT count(*) FROM n"
)


@pytest.fixture
def trips(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was asked of a connection's thread."""
    asked: list[str] = []
    ask = aiosqlite.Connection._execute

    async def noted(self: Any, fn: Any, *args: Any, **kwargs: Any) -> Any:
        asked.append(fn.__name__)
        return await ask(self, fn, *args, **kwargs)  # type: ignore[no-untyped-call]

    monkeypatch.setattr(aiosqlite.Connection, "_execute", noted)
    return asked


@pytest.fixture
async def db(sqlite_url: str) -> Any:
    found = Database(sqlite_url)
    async with found.transaction() as tx:
        await tx.execute(text("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT UNIQUE)"))
    yield found
    await found.close()


async def test_a_transaction_of_three_statements_goes_there_five_times(
    db: Database, trips: list[str]
) -> None:
    """For its beginning and its commit besides; nothing is left to be rolled back."""
    trips.clear()
    async with db.transaction() as tx:
        for name in ("a", "b"):
            await tx.execute(text("INSERT INTO things (name) VALUES (:name)"), {"name": name})
        found = await tx.execute(text("SELECT name FROM things ORDER BY name"))
        assert list(found.scalars()) == ["a", "b"]
    assert trips == ["work", "work", "work", "work", "commit"]


async def test_rows_counts_and_errors_are_those_of_the_driver(db: Database) -> None:
    add = text("INSERT INTO things (name) VALUES (:name) RETURNING id")
    async with db.transaction() as tx:
        first = (await tx.execute(add, {"name": "a"})).scalar_one()
        second = (await tx.execute(add, {"name": "b"})).scalar_one()
        assert (first, second) == (1, 2)
        changed: Any = await tx.execute(text("UPDATE things SET name = name || '!'"))
        assert changed.rowcount == 2
        many = [{"name": "c"}, {"name": "d"}]
        await tx.execute(text("INSERT INTO things (name) VALUES (:name)"), many)
        nothing = await tx.execute(text("SELECT * FROM things WHERE id = 99"))
        assert (list(nothing.keys()), nothing.all()) == (["id", "name"], [])
    with pytest.raises(IntegrityError):
        async with db.transaction() as tx:
            await tx.execute(add, {"name": "c"})
    async with db.reading() as tx:
        assert (await tx.execute(text("SELECT count(*) FROM things"))).scalar_one() == 4


async def test_a_statement_that_nobody_waits_for_any_more_leaves_no_transaction_open(
    db: Database,
) -> None:
    """Cancelled while its thread was at work: the next can write, and nothing stays of it."""

    async def slow() -> None:
        async with db.transaction() as tx:
            await tx.execute(text("INSERT INTO things (name) VALUES ('lost')"))
            await tx.execute(LONG)

    for after in (0.0, 0.001, 0.01, 0.05):
        task = asyncio.create_task(slow())
        await asyncio.sleep(after)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        async with db.transaction() as tx:
            await tx.execute(text("INSERT INTO things (name) VALUES (:name)"), {"name": str(after)})
    async with db.reading() as tx:
        kept = (await tx.execute(text("SELECT name FROM things ORDER BY id"))).scalars()
        assert list(kept) == ["0.0", "0.001", "0.01", "0.05"]


async def test_a_transaction_given_up_before_its_begin_has_run_is_ended_all_the_same(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The thread was busy: nothing had begun when nobody waited any more, and then it did."""
    ask, late = aiosqlite.Connection._execute, [True]

    async def held(self: Any, fn: Any, *args: Any, **kwargs: Any) -> Any:
        if late.pop() if late else False:
            self._tx.put_nowait((None, lambda: time.sleep(0.2)))
        return await ask(self, fn, *args, **kwargs)  # type: ignore[no-untyped-call]

    monkeypatch.setattr(aiosqlite.Connection, "_execute", held)

    async def begins() -> None:
        async with db.transaction() as tx:
            await tx.execute(text("INSERT INTO things (name) VALUES ('lost')"))

    task = asyncio.create_task(begins())
    await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    async with db.transaction() as tx:
        await tx.execute(text("INSERT INTO things (name) VALUES ('kept')"))
    async with db.reading() as tx:
        assert list((await tx.execute(text("SELECT name FROM things"))).scalars()) == ["kept"]
