"""An older version of Tocsin on a database that a newer one has changed: it says so and goes."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from storage.db import Database
from tests.cli.conftest import Tocsin, configure, on_telegram
from tests.conftest import BOTH
from tests.ports import free_port
from tests.servers.postgres import Postgres
from tests.storage import rows

NEWER = "written by a newer version of Tocsin (9999; this version knows "
DO = "install that version or restore a backup"


@pytest.fixture
def sqlite_address(home: Path) -> str:
    return f"sqlite:///{home / 'tocsin.db'}"


@pytest.fixture
def postgres_address(postgres: Postgres) -> Iterator[str]:
    url = postgres.fresh(empty=True)
    yield url
    postgres.drop(url)


@pytest.fixture(params=BOTH)
def newer(request: pytest.FixtureRequest, home: Path, tocsin: Tocsin) -> str:
    """The address of a database with a row in it, a table and a revision that we do not know."""
    address = str(request.getfixturevalue(f"{request.param}_address"))
    told = on_telegram("http://127.0.0.1:1", free_port())
    configure(home, f'{told}[database]\nurl = "{address}"\n')
    assert tocsin("migrate").code == 0
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE later (id INTEGER PRIMARY KEY)"))
        connection.execute(text("INSERT INTO later VALUES (7)"))
        connection.execute(
            text("INSERT INTO cursors (platform, value) VALUES ('local', 'precious')")
        )
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    return address


def held(address: str) -> rows.Content:
    async def look() -> rows.Content:
        db = Database(address.replace("sqlite:", "sqlite+aiosqlite:"))
        found: rows.Content = await rows.on(db, rows.content)
        await db.close()
        return found

    return asyncio.run(look())


@pytest.mark.parametrize("words", [("run",), ("migrate",), ("admin", "invite")], ids=" ".join)
def test_a_newer_database_is_refused_and_left_as_it_is(
    tocsin: Tocsin, home: Path, newer: str, words: tuple[str, ...]
) -> None:
    before, beside = held(newer), set(home.iterdir())
    said = tocsin(*words)
    assert said.code == 4
    assert NEWER in said.err
    assert DO in said.err
    assert "Traceback" not in said.err
    assert held(newer) == before
    assert {p.name for p in set(home.iterdir()) - beside} <= {"tocsin.db.lock"}


def test_one_of_several_communities_with_a_newer_database_is_said_with_its_file(
    tocsin: Tocsin, home: Path, newer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others go on: it is looked at again every half a minute, and said once."""
    looks = 0

    async def rests(stop: asyncio.Event) -> None:
        nonlocal looks
        looks += 1
        if looks >= 3:
            stop.set()

    monkeypatch.setattr("bot.cli.several._rest", rests)
    other = home / "other.toml"
    other.write_text("[community]\n")
    said = tocsin("run", "--config", "config.toml", "--config", str(other))
    assert said.err.count(NEWER) == 1
    assert "config.toml: " in said.err
    assert looks >= 3
