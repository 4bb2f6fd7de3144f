"""`backup` copies a database that is being written to; the copy is whole, private, one of few."""

import asyncio
import os
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlalchemy import text

from storage import backups, snapshot
from storage.db import Database
from tests.cli.conftest import COMMUNITY, Tocsin, configure


@pytest.fixture
def file(tocsin: Tocsin, home: Path) -> Path:
    migrated = tocsin("migrate")
    assert migrated.code == 0, migrated.err
    return home / "tocsin.db"


def copies(home: Path, folder: str = "backups") -> list[Path]:
    return sorted((home / folder).iterdir())


def test_a_copy_is_whole_for_its_owner_only_and_lies_in_the_folder(
    tocsin: Tocsin, home: Path, file: Path
) -> None:
    """OPS-8"""
    said = tocsin("backup")
    assert (said.code, said.err) == (0, "")
    [copy] = copies(home)
    assert said.out.startswith(f"Written and verified: backups/{copy.name} (")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    snapshot.verify(copy)
    assert backups.made_at(copy) is not None


def test_only_so_many_are_kept_and_nothing_else_in_the_folder_is_touched(
    tocsin: Tocsin, home: Path, file: Path
) -> None:
    mine = home / "backups" / "tocsin-of-mine.db"
    mine.parent.mkdir()
    mine.touch()
    for _ in range(3):
        said = tocsin("backup", "--keep", "2")
    assert "Removed, since 2 are kept: tocsin-" in said.out
    assert mine.exists()
    assert len(copies(home)) == 3


async def test_a_copy_under_load_is_of_one_moment_and_holds_up_nobody(
    tocsin: Tocsin, home: Path, file: Path
) -> None:
    """Each transaction writes two rows: no copy may hold one without the other."""
    db = Database(f"sqlite+aiosqlite:///{file}")
    async with db.transaction() as tx:
        await tx.execute(text("CREATE TABLE load (side TEXT, words TEXT)"))
    done, ballast = 0, "x" * 4000

    async def write() -> None:
        nonlocal done
        while True:
            async with db.transaction() as tx:
                for side in ("left", "right"):
                    await tx.execute(
                        text("INSERT INTO load VALUES (:side, :words)"),
                        {"side": side, "words": ballast},
                    )
            done += 1

    writing = [asyncio.create_task(write()) for _ in range(4)]
    while done < 300:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    before = done
    said = await asyncio.to_thread(tocsin, "backup")
    during = done - before
    for task in writing:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    await db.close()
    assert said.code == 0, said.err
    assert during > 0, "taps went on while it was copied"
    [copy] = copies(home)
    with closing(sqlite3.connect(copy)) as found:
        sides = dict(found.execute("SELECT side, count(*) FROM load GROUP BY side"))
    assert sides["left"] == sides["right"] >= before


def test_what_was_erased_is_not_in_the_copy_either(tocsin: Tocsin, home: Path, file: Path) -> None:
    """SQLite leaves the bytes of deleted rows in the file; the copy is written anew."""
    with closing(sqlite3.connect(file)) as found, found:
        found.execute("CREATE TABLE gone (words TEXT)")
        found.executemany("INSERT INTO gone VALUES (?)", [("Ana Martin " * 50,)] * 50)
    with closing(sqlite3.connect(file)) as found, found:
        found.execute("DELETE FROM gone")
    tocsin("backup")
    assert b"Ana Martin" not in copies(home)[0].read_bytes()


def test_the_keys_of_matrix_are_copied_with_it(tocsin: Tocsin, home: Path, file: Path) -> None:
    configure(home, COMMUNITY + MATRIX)
    store = home / "matrix-store"
    store.mkdir()
    (store / "session.json").write_text("{}")
    (store / "lock").touch()
    with closing(sqlite3.connect(store / "device.db")) as keys, keys:
        keys.execute("CREATE TABLE keys (id INTEGER)")
    assert tocsin("backup").code == 0
    database, packed = copies(home)
    assert packed.name == database.name.replace(".db", ".keys.tar")
    assert stat.S_IMODE(packed.stat().st_mode) == 0o600
    backups.unpack(packed, home / "again")
    assert {path.name for path in (home / "again").iterdir()} == {"session.json", "device.db"}
    snapshot.verify(home / "again" / "device.db")


MATRIX = (
    '[matrix]\nhomeserver = "https://matrix.example.org"\nuser = "@t:example.org"\n'
    'password = "a-password"\nstore_secret = "3f1b0c5e8d7a49e2b6c4"\n'
)


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        (("--to", "config.toml"), "Name a folder: --to FOLDER"),
        (("--to", "/proc/nowhere"), "tocsin backup --to FOLDER"),
    ],
)
def test_a_folder_that_cannot_be_is_answered_with_what_to_type(
    tocsin: Tocsin, file: Path, words: tuple[str, ...], instead: str
) -> None:
    said = tocsin("backup", *words)
    assert said.code == 1
    assert instead in said.err


def test_without_a_database_there_is_nothing_to_copy(tocsin: Tocsin, home: Path) -> None:
    said = tocsin("backup")
    assert said.code == 4
    assert said.err.startswith("There is nothing to copy.")
    assert not (home / "tocsin.db").exists()


def test_a_damaged_database_is_said_and_no_older_copy_goes(
    tocsin: Tocsin, home: Path, file: Path
) -> None:
    assert tocsin("backup").code == 0
    data = bytearray(file.read_bytes())
    data[4096 * 4 : 4096 * 8] = os.urandom(4096 * 4)
    file.write_bytes(data)
    said = tocsin("backup", "--keep", "1")
    assert said.code == 4
    assert len(copies(home)) == 1


@pytest.mark.postgres
def test_on_postgresql_its_own_program_makes_the_copy(tocsin: Tocsin, postgres_home: Path) -> None:
    said = tocsin("backup")
    assert (said.code, said.err) == (0, "")
    [copy] = copies(postgres_home)
    assert copy.suffix == ".dump"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


@pytest.mark.postgres
def test_without_that_program_it_says_what_to_run(
    tocsin: Tocsin, postgres_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    said = tocsin("backup")
    assert said.code == 1
    assert "sudo apt install postgresql-client" in said.err
    assert "pg_dump --format=custom --file=" in said.err
    assert copies(postgres_home) == []
