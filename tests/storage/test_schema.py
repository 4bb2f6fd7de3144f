"""A database is looked at before it is used: empty, older, newer, foreign or out of reach."""

import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from storage import schema
from storage.db import Base, Database
from storage.schema import Kind

NEXT = """
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "9999", "{head}", None, None

def upgrade():
    op.create_table("later", sa.Column("id", sa.Integer(), primary_key=True))

def downgrade():
    op.drop_table("later")
"""


@pytest.fixture
async def new(tmp_path: Path) -> AsyncIterator[Database]:
    """A SQLite database whose file is not there yet."""
    db = Database(f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}")
    yield db
    await db.close()


@pytest.fixture
def next_version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The migrations of a version of Tocsin that has one revision more than ours."""
    copy = tmp_path_factory.mktemp("next") / "migrations"
    shutil.copytree(schema.MIGRATIONS, copy)
    (copy / "versions/9999_later.py").write_text(NEXT.format(head=schema.head()))
    return copy


@contextmanager
def running(migrations: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", migrations)
        schema.head.cache_clear()
        yield
    schema.head.cache_clear()


def test_tables_that_nobody_imported_are_known_too() -> None:
    files = {
        "storage." + path.stem
        for path in Path("storage").glob("*.py")
        if "(Base):" in path.read_text(encoding="utf-8")
    }
    assert {"inbox", "outbox", "members"} <= schema.metadata().tables.keys()
    modules = {mapper.class_.__module__ for mapper in Base.registry.mappers}
    assert files == {name for name in modules if name.startswith("storage.")}


async def test_looking_at_a_file_that_is_not_there_makes_none(
    new: Database, tmp_path: Path
) -> None:
    problem = await schema.check(new)
    assert problem is not None
    assert problem.kind is Kind.EMPTY
    assert await schema.current(new) is None
    assert files(tmp_path) == []


async def test_a_new_database_is_made_ready_without_a_copy(new: Database) -> None:
    assert await schema.make_ready(new) is None
    assert await schema.check(new) is None
    assert await schema.current(new) == schema.head()


async def test_an_older_database_is_copied_and_brought_up_to_date(
    new: Database, next_version: Path, tmp_path: Path
) -> None:
    await schema.make_ready(new)
    ours = schema.head()
    await say(new, "INSERT INTO cursors (platform, value) VALUES ('local', 'precious')")
    with running(next_version):
        problem = await schema.check(new)
        assert problem is not None
        assert problem.kind is Kind.OLDER
        assert "tocsin migrate" in str(problem)
        copy = await schema.make_ready(new)
        assert await schema.check(new) is None
    assert copy == tmp_path / f"bot.db.{ours}.bak"
    assert copy.stat().st_mode & 0o077 == 0, "a copy is as secret as the original"
    before = Database(f"sqlite+aiosqlite:///{copy}")
    assert await schema.current(before) == ours
    async with before.reading() as tx:
        assert (await tx.execute(text("SELECT value FROM cursors"))).scalar_one() == "precious"
    await before.close()


async def test_a_newer_database_is_refused_and_left_as_it_is(
    new: Database, next_version: Path
) -> None:
    with running(next_version):
        await schema.make_ready(new)
    with pytest.raises(schema.Unfit, match=r"newer version of Tocsin \(9999") as refused:
        await schema.make_ready(new)
    assert "install that version or restore a backup" in str(refused.value)
    assert await schema.current(new) == "9999"


async def test_a_database_of_something_else_is_refused(new: Database) -> None:
    await say(new, "CREATE TABLE wp_posts (id INTEGER)")
    with pytest.raises(schema.Unfit, match="wp_posts"):
        await schema.make_ready(new)


async def test_a_file_that_is_no_database_is_told_from_an_empty_one(
    new: Database, tmp_path: Path
) -> None:
    (tmp_path / "bot.db").write_text("Dear diary,\n" * 100)
    with pytest.raises(schema.Unreachable, match="not a database"):
        await schema.check(new)


async def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    db = Database(f"sqlite+aiosqlite:///{tmp_path / 'nowhere' / 'bot.db'}")
    for work in (schema.check, schema.make_ready, schema.upgrade):
        with pytest.raises(schema.Unreachable, match=r"no folder .*nowhere"):
            await work(db)
    await db.close()


async def test_a_database_out_of_reach_says_why_without_its_password() -> None:
    db = Database("postgresql+psycopg://tocsin:hunter2@127.0.0.1:1/tocsin")
    with pytest.raises(schema.Unreachable, match="refused") as refused:
        await schema.check(db)
    assert "hunter2" not in str(refused.value)
    await db.close()


async def say(db: Database, statement: str) -> None:
    async with db.connect() as connection:
        await connection.execute(text(statement))


def files(folder: Path) -> list[Path]:
    return list(folder.iterdir())
