"""The migrations lead to the tables that the models describe, on both databases, and back."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect, text

from storage import schema
from storage.db import Database
from tests.conftest import BOTH
from tests.servers.postgres import Postgres


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path / 'empty.db'}"


@pytest.fixture
def empty_postgres_url(postgres: Postgres) -> Iterator[str]:
    url = postgres.fresh(empty=True)
    yield url
    postgres.drop(url)


@pytest.fixture(params=BOTH)
async def empty(request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    """Each database in turn, as it is when somebody has just made it."""
    database = Database(str(request.getfixturevalue(f"empty_{request.param}_url")))
    yield database
    await database.close()


async def test_the_way_up_down_and_up_again_can_be_walked(empty: Database) -> None:
    await schema.upgrade(empty)
    there = await tables(empty)
    await schema.downgrade(empty, "base")
    assert await tables(empty) == {"alembic_version"}
    await schema.upgrade(empty)
    assert await tables(empty) == there
    assert await schema.check(empty) is None


async def test_models_and_migrations_agree(empty: Database) -> None:
    """Where this fails, a model changed and no migration says so: `make migration`."""
    await schema.upgrade(empty)
    await schema.agree(empty)


async def test_migrations_make_the_very_tables_that_the_models_make(empty: Database) -> None:
    """Partial indexes, nulls and uniqueness too, to which alembic's comparison is blind."""
    await schema.upgrade(empty)
    migrated = await described(empty)
    await schema.downgrade(empty, "base")
    async with empty.connect() as connection:
        await connection.run_sync(schema.metadata().create_all)
    assert migrated ^ await described(empty) == set()


async def tables(db: Database) -> set[str]:
    async with db.connect() as connection:
        names: list[str] = await connection.run_sync(lambda c: inspect(c).get_table_names())
    return set(names)


async def described(db: Database) -> set[str]:
    """Every column and index of a database, each as a line."""
    async with db.connect() as connection:
        lines: set[str] = await connection.run_sync(_sqlite if db.is_sqlite else _postgres)
    return {line for line in lines if "alembic_version" not in line}


def _sqlite(connection: Connection) -> set[str]:
    found = connection.execute(text("SELECT tbl_name, sql FROM sqlite_master WHERE sql NOT NULL"))
    rows = [(table, " ".join(sql.replace('"', "").split())) for table, sql in found]
    return {
        line
        for table, sql in rows
        for line in ([sql] if "INDEX" in sql else [f"{table}: {c}" for c in _columns(sql)])
    }


def _columns(create_table: str) -> list[str]:
    inside = create_table.partition("(")[2].rpartition(")")[0]
    return [column.strip().lower() for column in inside.split(", ")]


def _postgres(connection: Connection) -> set[str]:
    columns = connection.execute(
        text(
            "SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable,"
            " character_maximum_length, column_default, collation_name)"
            " FROM information_schema.columns WHERE table_schema = 'public'"
        )
    )
    indexes = connection.execute(
        text("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'")
    )
    return {str(row[0]) for row in (*columns, *indexes)}
