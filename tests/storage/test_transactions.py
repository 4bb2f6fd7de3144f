"""One writer at a time, all or nothing, and a look that can neither write nor be in the way."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage import everyone, inbox
from storage.db import Database
from storage.people import Member
from tests.storage import START


async def test_four_hundred_updates_of_one_row_at_once_lose_none(db: Database) -> None:
    async with db.transaction() as tx:
        tx.add(Member(id=1, name="Ana", joined_at=START, rank=0))

    async def one_more() -> None:
        async with db.transaction() as tx:
            ana = await tx.get_one(Member, 1, with_for_update=True)
            await asyncio.sleep(0)
            ana.rank += 1

    await asyncio.gather(*(one_more() for _ in range(400)))
    async with db.reading() as tx:
        assert (await tx.get_one(Member, 1)).rank == 400


async def test_what_a_transaction_raised_never_happened(db: Database) -> None:
    async def changes_its_mind() -> None:
        async with db.transaction() as tx:
            tx.add(Member(name="Ana", joined_at=START))
            await tx.flush()
            raise RuntimeError("no")

    with pytest.raises(RuntimeError, match="no"):
        await changes_its_mind()
    async with db.reading() as tx:
        assert await everyone.active(tx) == []


async def test_a_look_cannot_write(db: Database) -> None:
    async with db.reading() as tx:
        tx.add(Member(name="Ana", joined_at=START))
        with pytest.raises(DBAPIError, match=r"readonly|read-only"):
            await tx.flush()


async def test_a_look_sees_what_was_committed_while_somebody_writes(db: Database) -> None:
    async with db.transaction() as tx:
        tx.add(Member(name="Ana", joined_at=START))
        await tx.flush()
        async with asyncio.timeout(1), db.reading() as look:
            assert await everyone.active(look) == []
    async with db.reading() as look:
        assert [m.name for m in await everyone.active(look)] == ["Ana"]


async def test_a_time_comes_back_as_the_same_moment(db: Database) -> None:
    paris = timezone(timedelta(hours=1))
    async with db.transaction() as tx:
        tx.add(Member(id=1, name="Ana", joined_at=datetime(2026, 11, 21, 10, tzinfo=paris)))
    async with db.reading() as tx:
        ana = await tx.get_one(Member, 1)
        assert ana.joined_at == START
        assert ana.joined_at.tzinfo is UTC


async def test_an_error_shows_no_value(db: Database) -> None:
    with pytest.raises(DBAPIError) as failed:
        async with db.transaction() as tx:
            await tx.execute(text("INSERT INTO nowhere VALUES (:name)"), {"name": "06 12 34"})
    assert "06 12 34" not in str(failed.value)


async def test_on_sqlite_a_writer_waits_at_the_door(sqlite_url: str) -> None:
    """BEGIN IMMEDIATE: the second writer is let in after the first, it does not fail midway."""
    first, second = Database(sqlite_url), Database(sqlite_url)
    order = []

    async def late() -> None:
        async with second.transaction() as tx:
            order.append(await inbox.cursor(tx, "local"))

    async with first.transaction() as tx:
        assert await inbox.cursor(tx, "local") == ""
        waiting = asyncio.create_task(late())
        await asyncio.sleep(0.2)
        assert order == [], "it has not even begun to read"
        await inbox.move_cursor(tx, "local", "7")
    await waiting
    assert order == ["7"]
    await first.close()
    await second.close()


async def test_on_sqlite_a_commit_is_on_the_disk(sqlite_url: str) -> None:
    db = Database(sqlite_url)
    async with db.transaction() as tx:
        for setting, value in (("synchronous", 2), ("journal_mode", "wal")):
            assert (await tx.execute(text(f"PRAGMA {setting}"))).scalar_one() == value
    await db.close()
