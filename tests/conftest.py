"""What every test may ask for: people who talk to the bot, and both databases."""

import gc
import logging
import os
import shutil
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from sqlalchemy import create_engine

from storage import schema
from storage.db import Database
from tests.engines import used_again
from tests.needs import NEEDS, need
from tests.network import network_off
from tests.servers.postgres import Postgres

if TYPE_CHECKING:
    from tests.playground import Playground

settings.register_profile("steady", deadline=None)  # a busy machine is no counterexample
settings.load_profile("steady")

pytest_plugins = ["tests.servers.matrix.fixtures"]

BOTH = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes minutes is left out, unless it is asked for."""
    if os.environ.get("TOCSIN_CHAOS") == "1":
        return
    long = [item for item in items if item.get_closest_marker("chaos")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if not item.get_closest_marker("chaos")]


def pytest_collection_finish() -> None:
    """What was read to get here stays; to look through it over and over is a tenth of the time."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test marked with something the machine may lack."""
    for what in NEEDS:
        if item.get_closest_marker(what):
            need(what)


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    with network_off():
        yield


@pytest.fixture(scope="session", autouse=True)
def engines() -> Iterator[None]:
    with used_again():
        yield


@pytest.fixture(autouse=True)
def logs_as_before() -> Iterator[None]:
    """Who configures the logs in a test leaves nothing to the next one: its stream is closed."""
    before = (logging.root.handlers[:], sys.excepthook, threading.excepthook, sys.unraisablehook)
    yield
    logging.root.handlers[:], sys.excepthook, threading.excepthook, sys.unraisablehook = before


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


@pytest.fixture(scope="session")
def sqlite_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where each test's file stands in its turn, under one name (see `tests.engines`)."""
    return tmp_path_factory.mktemp("sqlite")


@pytest.fixture
def sqlite_url(sqlite_template: Path, sqlite_home: Path) -> str:
    """A SQLite file with every table and no row."""
    for old in sqlite_home.iterdir():
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    shutil.copy(sqlite_template, sqlite_home / "bot.db")
    return f"sqlite+aiosqlite:///{sqlite_home / 'bot.db'}"


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
    from tests.playground import playing  # all features: what has no need of them starts sooner

    async with playing(sqlite_url) as play:
        yield play


@pytest.fixture
async def play_everywhere(either_url: str) -> "AsyncIterator[Playground]":
    """The same on each database in turn."""
    from tests.playground import playing

    async with playing(either_url) as play:
        yield play
