"""What platforms tell is kept once, with the cursor after it, in one commit."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest

from storage import inbox
from storage.db import Database
from storage.inbox import State
from tests.storage import START


def heard(key: str, platform: str = "local") -> dict[str, Any]:
    return {
        "platform": platform, "key": key, "sender": "ana", "at": START, "event": {"kind": "Said"},
        "state": State.NEW, "tries": 0,
    }  # fmt: skip


async def keep(db: Database, *keys: str, platform: str = "local") -> list[int]:
    async with db.transaction() as tx:
        return await inbox.keep(tx, [heard(key, platform) for key in keys])


async def waiting(db: Database) -> list[str]:
    async with db.reading() as tx:
        rows = await inbox.queue(tx, 100)
        return [row.key for row in await inbox.load(tx, [row for row, _ in rows])]


async def test_told_twice_is_kept_once(db: Database) -> None:
    assert len(await keep(db, "a", "b")) == 2
    assert len(await keep(db, "b", "c")) == 1
    assert await waiting(db) == ["a", "b", "c"]


async def test_told_twice_in_one_batch_is_kept_once(db: Database) -> None:
    assert len(await keep(db, "a", "a", "b")) == 2
    assert await waiting(db) == ["a", "b"]


async def test_two_platforms_may_use_the_same_key(db: Database) -> None:
    await keep(db, "a")
    assert len(await keep(db, "a", platform="telegram")) == 1


async def test_the_cursor_moves_in_the_commit_of_its_events_or_not_at_all(db: Database) -> None:
    async def cut_short() -> None:
        async with db.transaction() as tx:
            await inbox.keep(tx, [heard("a")])
            await inbox.move_cursor(tx, "local", "7")
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power"):
        await cut_short()
    async with db.reading() as tx:
        assert await inbox.cursor(tx, "local") == ""
    assert await waiting(db) == []


async def test_the_cursor_is_where_it_was_last_put(db: Database) -> None:
    for value in ("7", "12"):
        async with db.transaction() as tx:
            await inbox.move_cursor(tx, "local", value)
    async with db.reading() as tx:
        assert await inbox.cursor(tx, "local") == "12"
        assert await inbox.cursor(tx, "telegram") == ""


async def test_what_failed_too_often_waits_for_an_administrator(db: Database) -> None:
    [bad] = await keep(db, "bad")
    await keep(db, "good")
    async with db.transaction() as tx:
        await inbox.failed(tx, bad, "KeyError", park=False)
    assert await waiting(db) == ["bad", "good"]
    async with db.transaction() as tx:
        await inbox.failed(tx, bad, "KeyError", park=True)
    assert await waiting(db) == ["good"]
    async with db.reading() as tx:
        [parked] = await inbox.parked(tx)
        assert (parked.tries, parked.error) == (2, "KeyError")


async def test_only_what_was_handled_is_ever_forgotten(db: Database) -> None:
    [done, _] = await keep(db, "done", "open")
    async with db.transaction() as tx:
        await inbox.done(tx, [done])
        await inbox.forget(tx, START + timedelta(days=8))
    assert await waiting(db) == ["open"]
    assert len(await keep(db, "done", "open")) == 1, "«done» is forgotten, «open» is not"


async def test_when_a_platform_was_listened_to_last_is_kept_beside_its_cursor(db: Database) -> None:
    async with db.transaction() as tx:
        assert await inbox.listened(tx, "local", START) is None
        await inbox.move_cursor(tx, "local", "7")
    async with db.transaction() as tx:
        assert await inbox.listened(tx, "local", START + timedelta(hours=1)) == START
        assert await inbox.cursor(tx, "local") == "7"
        assert await inbox.listened(tx, "telegram", START) is None


async def test_two_who_hear_at_once_after_an_absence_do_not_both_learn_of_it(db: Database) -> None:
    """On PostgreSQL what a webhook brings is kept side by side: coordinators were told twice."""
    async with db.transaction() as tx:
        await inbox.listened(tx, "telegram", START)

    async def hears(minutes: int) -> datetime | None:
        async with db.transaction() as tx:
            before = await inbox.listened(
                tx, "telegram", START + timedelta(days=2, minutes=minutes)
            )
            await asyncio.sleep(0.05)
            return before

    assert (await asyncio.gather(*(hears(n) for n in range(3)))).count(START) == 1
