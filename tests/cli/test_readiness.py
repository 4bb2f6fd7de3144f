"""What `/readyz` says while the database is there and nobody works on it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli.readiness import STUCK, Readiness
from storage import inbox, schema
from storage.db import Database


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    """A file in which there is nothing at all, not even tables."""
    db = Database(f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}")
    yield db
    await db.close()


async def hear(db: Database, *keys: str) -> list[int]:
    at = datetime(2026, 11, 21, 9, tzinfo=UTC)
    event = {"platform": "telegram", "sender": "1", "at": at, "event": {}}
    async with db.transaction() as tx:
        return await inbox.keep(tx, [event | {"key": key} for key in keys])


async def test_an_event_that_nobody_takes_is_not_ready_after_half_a_minute(db: Database) -> None:
    """The loop that should take it hangs: the process lives, its database answers."""
    await schema.upgrade(db)
    now = [100.0]
    ready = Readiness(db, [], clock=lambda: now[0])
    assert await ready() == {"database": True, "events": True}
    first, second = await hear(db, "a", "b")
    assert (await ready())["events"]
    now[0] += STUCK
    assert await ready() == {"database": True, "events": False}
    async with db.transaction() as tx:
        await inbox.done(tx, [first])
    assert (await ready())["events"], "it moves: the next one is first only now"
    now[0] += STUCK
    assert not (await ready())["events"]
    async with db.transaction() as tx:
        await inbox.done(tx, [second])
    assert (await ready())["events"]


async def test_a_database_without_tables_is_not_ready(db: Database) -> None:
    assert await Readiness(db, [])() == {"database": False, "events": False}
