"""A Telegram, and the bot as a process in a folder of its own, on either database."""

import contextlib
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from tests.conftest import BOTH
from tests.needs import need
from tests.process.bot import Bot
from tests.process.running import Running
from tests.servers.postgres import Postgres
from tests.servers.postgres_apart import PostgresApart
from tests.servers.telegram import TelegramServer

R = TypeVar("R", bound=Running)


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[TelegramServer]:
    async with TelegramServer(history=tmp_path / "telegram.jsonl") as server:
        yield server


@pytest.fixture
def new_sqlite(tmp_path: Path) -> str:
    """The address of a database in which there is nothing at all, not even tables."""
    return f"sqlite+aiosqlite:///{tmp_path / 'tocsin.db'}"


@pytest.fixture
def new_postgres(postgres: Postgres) -> Iterator[str]:
    url = postgres.fresh(empty=True)
    yield url
    postgres.drop(url)


@pytest.fixture
def postgres_apart() -> Iterator[PostgresApart]:
    """A server that others do not use."""
    need("postgres")
    server = PostgresApart()
    yield server
    server.stop()


@pytest.fixture(params=BOTH)
def new_database(request: pytest.FixtureRequest) -> str:
    """Each database in turn."""
    return str(request.getfixturevalue(f"new_{request.param}"))


@pytest.fixture
async def bot(tmp_path: Path, server: TelegramServer, new_sqlite: str) -> AsyncIterator[Bot]:
    """Not started yet. At the end it is killed, and its log must hold no secret."""
    async with ended(Bot(tmp_path, new_sqlite, server=server)) as bot:
        yield bot


@pytest.fixture
async def bot_everywhere(
    tmp_path: Path, server: TelegramServer, new_database: str
) -> AsyncIterator[Bot]:
    """The same on each database in turn."""
    async with ended(Bot(tmp_path, new_database, server=server)) as bot:
        yield bot


@contextlib.asynccontextmanager
async def ended(bot: R) -> AsyncIterator[R]:
    """Killed at the end, whatever happened; its log must hold no secret."""
    try:
        yield bot
    finally:
        if bot.alive:
            await bot.kill()
    bot.keeps_secrets()
