"""What the loops ask again and again is found among what is open, whatever has piled up."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from bot.core import Lane
from storage import auditing, edits, inbox, outbox, tallies
from storage.db import Database, Tx
from storage.seats import State
from tests.storage import START
from tests.storage.test_outbox import owed, write

FOUND = re.compile(r"(?:SCAN|SEARCH) (?:TABLE )?(\w+)(?: USING (?:COVERING )?INDEX (\w+))?(.*)")


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Database]:
    database = Database(sqlite_url)
    yield database
    await database.close()


async def ways(db: Database, ask: Callable[[Tx], Awaitable[Any]]) -> set[str]:
    """The index, and by what of it, by which SQLite finds each table's rows."""
    asked: list[tuple[str, Any]] = []
    async with db.reading() as tx:
        connection = await tx.connection()

        def note(_: Any, __: Any, statement: str, given: Any, *___: Any) -> None:
            asked.append((statement, given))

        event.listen(connection.sync_connection, "before_cursor_execute", note)
        await ask(tx)
        event.remove(connection.sync_connection, "before_cursor_execute", note)
        lines: list[str] = []
        for statement, given in asked:
            plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)
            lines += plan.scalars("detail")
    found = [match.groups() for line in lines if (match := FOUND.match(line))]
    made = ("anon_", "CONSTANT")  # not what is stored
    return {f"{index or table}{by}" for table, index, by in found if not table.startswith(made)}


async def test_the_postman_s_next_look_reads_nothing_of_what_waits(here: Database) -> None:
    """With 100,000 newsletters for the morning, each round read all of them, and every copy."""
    assert await ways(here, lambda tx: outbox.next_at(tx, "local", START)) == {
        "outbox_due (platform=? AND lane=? AND due_at>?)",
        "outbox_again (platform=? AND retry_at>?)",
    }
    assert await ways(here, lambda tx: edits.next_edit(tx, "local", START)) == {
        "places_stale (platform=?)"
    }


async def test_a_claim_reads_what_is_open_of_a_lane(here: Database) -> None:
    assert await ways(here, lambda tx: outbox.ready(tx, "local", START, 8, [])) == {
        "outbox_due (platform=? AND lane=? AND due_at<?)",
        "outbox_open (platform=? AND chat=? AND lane=? AND id<?)",
    }
    assert await ways(here, lambda tx: inbox.queue(tx, 9)) == {"inbox_new"}


async def test_the_auditor_reads_calls_under_way_and_what_was_set_aside(here: Database) -> None:
    found = await ways(here, lambda tx: auditing.miscounted(tx, START))
    assert "seats_of_call (callout_id=?)" in found
    assert "seats" not in found
    assert "inbox_parked" in await ways(here, auditing.parked)


async def test_a_board_reads_the_answers_to_its_call(here: Database) -> None:
    assert await ways(here, lambda tx: tallies.of(tx, 1, State.MAYBE)) == {
        "sqlite_autoindex_asked_1 (callout_id=?)", "seats_of_call (callout_id=?)"
    }  # fmt: skip


async def test_the_next_look_is_at_what_falls_due_first_in_whatever_lane(db: Database) -> None:
    def at(minutes: int) -> Any:
        return START + timedelta(minutes=minutes)

    await write(
        db, owed("ana"), owed("bob", Lane.NEWS, due_at=at(30)), owed("cleo", due_at=at(20)),
        owed("dan", Lane.URGENT, retry_at=at(10)), owed("eve", retry_at=at(-10)),
    )  # fmt: skip
    async with db.reading() as tx:
        looks = [await outbox.next_at(tx, "local", at(n)) for n in (0, 10, 20, 30)]
        assert looks == [at(10), at(20), at(30), None]
        assert await outbox.next_at(tx, "telegram", START) is None
