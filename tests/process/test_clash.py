"""Two transactions that wait for each other: PostgreSQL ends one, and that is nobody's fault."""

import asyncio
from collections.abc import AsyncIterator

import psycopg
import pytest

from bot.core import Role
from tests.playground import Playground
from tests.process.books import Books

pytestmark = [pytest.mark.postgres, pytest.mark.timeout(120)]


@pytest.fixture
async def other(postgres_url: str) -> AsyncIterator[psycopg.AsyncConnection]:
    """Somebody else in the database, more patient than the bot: it is the bot's transaction that
    is ended."""
    plain = postgres_url.replace("postgresql+psycopg:", "postgresql:", 1)
    async with await psycopg.AsyncConnection.connect(plain) as connection:
        await connection.execute("SET deadlock_timeout = '1min'")
        await connection.commit()
        yield connection


async def test_an_answer_that_clashes_with_another_transaction_is_done_again(
    postgres_url: str, other: psycopg.AsyncConnection, caplog: pytest.LogCaptureFixture
) -> None:
    play = Playground(postgres_url)
    await play.boot()
    claire, ana = await play.person("Claire", Role.COORDINATOR), await play.person("Ana")
    await claire.says("/mobiliser X | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    await claire.taps("Envoyer")
    await other.execute("UPDATE posts SET label = label")
    answer = asyncio.create_task(ana.taps("9 h"))
    await somebody_waits(Books(postgres_url))
    await other.execute("SELECT id FROM callouts FOR UPDATE")
    await other.rollback()
    await answer
    assert ana.sees("C'est noté, vous venez"), ana.screen()
    books = Books(postgres_url)
    assert books.rows("SELECT DISTINCT state, tries FROM inbox") == [{"state": "done", "tries": 0}]
    assert books.one("SELECT taken FROM posts") == 1
    assert [r.message for r in caplog.records if r.levelname == "ERROR"] == []
    await play.shut()


async def somebody_waits(books: Books) -> None:
    async with asyncio.timeout(30):
        while not books.one("SELECT count(*) FROM pg_locks WHERE NOT granted"):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
