"""What every test may ask for: people who talk to the bot, and both databases."""

import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from sqlalchemy import create_engine

from storage import schema
from storage.db import Database
from tests.needs import NEEDS, need
from tests.network import network_off
from tests.servers.postgres import Postgres

if TYPE_CHECKING:
    from tests.playground import Playground

settings.register_profile("steady", deadline=None)  # a busy machine is no counterexample
settings.load_profile("steady")

pytest_plugins = ["tests.servers.matrix.fixtures"]

BOTH = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test marked with something the machine may lack."""
    for what in NEEDS:
        if item.get_closest_marker(what):
            need(what)


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    with network_off():
        yield


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The server of this session; its template has every table."""
    need("postgres")
    server = Postgres()
    _tables(server.template)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("template") / "bot.db"
    _tables(f"sqlite:///{file}")
    return file


def _tables(url: str) -> None:
    """As the models say: that the migrations say the same is tested in tests/storage."""
    engine = create_engine(url)
    schema.metadata().create_all(engine)
    engine.dispose()


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A SQLite file with every table and no row."""
    shutil.copy(sqlite_template, tmp_path / "bot.db")
    return f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}"


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    """A PostgreSQL database with every table and no row."""
    url = postgres.fresh()
    yield url
    postgres.drop(url)


@pytest.fixture(params=BOTH)
def either_url(request: pytest.FixtureRequest) -> str:
    """The test runs twice: on SQLite and on PostgreSQL."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
async def db(either_url: str) -> AsyncIterator[Database]:
    """Each database in turn, with every table and no row."""
    database = Database(either_url)
    yield database
    await database.close()


@pytest.fixture
async def play(sqlite_url: str) -> "AsyncIterator[Playground]":
    """A bot on SQLite, and people who talk to it."""
    async with _playground(sqlite_url) as play:
        yield play


@pytest.fixture
async def play_everywhere(either_url: str) -> "AsyncIterator[Playground]":
    """The same on each database in turn."""
    async with _playground(either_url) as play:
        yield play


@asynccontextmanager
async def _playground(url: str) -> "AsyncIterator[Playground]":
    from tests.playground import Playground  # all features: what has no need of them starts sooner

    play = Playground(url)
    await play.boot()
    yield play
    await play.shut()
