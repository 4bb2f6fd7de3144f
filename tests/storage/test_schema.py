"""A database is looked at before it is used: empty, older, newer, foreign or out of reach."""

from pathlib import Path

import pytest
from sqlalchemy import text

from storage import schema
from storage.db import Database
from storage.schema import Kind


async def test_tables_that_nobody_imported_are_known_too() -> None:
    files = {p.stem for p in Path("storage").rglob("*.py") if "(Base)" in p.read_text("utf-8")}
    modules = {
        mapper.class_.__module__.rpartition(".")[2] for mapper in schema.Base.registry.mappers
    }
    assert schema.metadata().tables.keys() >= {"inbox", "outbox", "members"}
    assert files - {"db"} <= modules


async def test_looking_at_a_file_that_is_not_there_makes_none(tmp_path: Path) -> None:
    db = Database(f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}")
    problem = await schema.check(db)
    assert problem is not None
    assert problem.kind is Kind.EMPTY
    assert await schema.current(db) is None
    assert list(tmp_path.iterdir()) == []
    await db.close()


async def test_a_new_database_is_made_ready_without_a_copy(tmp_path: Path) -> None:
    db = Database(f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}")
    assert await schema.make_ready(db) is None
    assert await schema.check(db) is None
    assert await schema.current(db) == schema.head()
    await db.close()


async def test_an_older_database_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    db = await at_revision("0000", tmp_path, "CREATE TABLE precious (note TEXT)")
    async with db.connect() as connection:
        await connection.execute(text("INSERT INTO precious VALUES ('kept')"))
    problem = await schema.check(db)
    assert problem is not None
    assert problem.kind is Kind.OLDER
    assert "tocsin migrate" in str(problem)
    copy = await schema.snapshot(db, ".0000.bak")
    assert copy == tmp_path / "bot.db.0000.bak"
    assert copy.stat().st_mode & 0o077 == 0
    again = Database(f"sqlite+aiosqlite:///{copy}")
    async with again.reading() as tx:
        assert (await tx.execute(text("SELECT note FROM precious"))).scalar_one() == "kept"
    await again.close()
    await db.close()


async def test_a_newer_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    db = await at_revision("9999", tmp_path)
    with pytest.raises(schema.Unfit, match=r"newer version of Tocsin \(9999") as refused:
        await schema.make_ready(db)
    assert "install that version or restore a backup" in str(refused.value)
    assert await schema.current(db) == "9999"
    await db.close()


async def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    db = Database(f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}")
    async with db.connect() as connection:
        await connection.execute(text("CREATE TABLE wp_posts (id INTEGER)"))
    with pytest.raises(schema.Unfit, match="wp_posts"):
        await schema.make_ready(db)
    await db.close()


async def test_a_file_that_is_no_database_is_told_from_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "bot.db").write_text("Dear diary,\n" * 100)
    db = Database(f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}")
    with pytest.raises(schema.Unreachable, match="not a database"):
        await schema.check(db)
    await db.close()


async def test_a_database_out_of_reach_says_why_without_its_password() -> None:
    db = Database("postgresql+psycopg://tocsin:hunter2@127.0.0.1:1/tocsin")
    with pytest.raises(schema.Unreachable, match="refused") as refused:
        await schema.check(db)
    assert "hunter2" not in str(refused.value)
    await db.close()


async def at_revision(revision: str, home: Path, *more: str) -> Database:
    db = Database(f"sqlite+aiosqlite:///{home / 'bot.db'}")
    version = "CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)"
    async with db.connect() as connection:
        for statement in (version, f"INSERT INTO alembic_version VALUES ('{revision}')", *more):
            await connection.execute(text(statement))
    return db
