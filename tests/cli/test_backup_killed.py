"""`kill -9` in the middle of a backup: no half copy has the name of a whole one, and the next
backup removes what was begun."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from storage import backups, dumps, snapshot
from tests.chaos import saw
from tests.cli.conftest import COMMUNITY, Tocsin, configure
from tests.cli.test_backup import MATRIX, copies, file
from tests.process.crashing import BACKUP
from tests.servers.postgres import programs

__all__ = ["file"]
LONG = pytest.mark.chaos
ON_SQLITE = ("copying:20", "copied", "packing", "named:1", "named:2", "pruning:2")


def test_every_point_is_tried() -> None:
    assert {point.partition(":")[0] for point in (*ON_SQLITE, "dumped")} == BACKUP.keys()


def killed_at(home: Path, point: str) -> None:
    path = f"{programs()}:{os.environ['PATH']}" if point == "dumped" else os.environ["PATH"]
    more = {"TOCSIN_CRASH": point, "PYTHONPATH": str(Path(__file__).parents[2]), "PATH": path}
    line = [sys.executable, "-m", "tests.process.crashing", "backup", "--keep", "1"]
    ended = subprocess.run(line, cwd=home, env={**os.environ, **more}, capture_output=True)
    assert ended.returncode == -9, ended.stderr.decode()


def whole(home: Path) -> list[str]:
    """The copies in the folder, each of which must be one."""
    found = [path for path in copies(home) if backups.NAME.fullmatch(path.name)]
    databases = [path for path in found if path.suffix == ".db"]
    shutil.rmtree(home / "unpacked", ignore_errors=True)
    for path in databases:
        snapshot.verify(path)
        packed = path.with_name(path.name.replace(".db", ".keys.tar"))
        backups.unpack(packed, home / "unpacked" / path.stem)
    return [path.name for path in databases]


@pytest.fixture
def with_keys(home: Path, file: Path) -> None:
    """Enough of it that SQLite writes before it has read all."""
    configure(home, COMMUNITY + MATRIX)
    (home / "matrix-store").mkdir()
    (home / "matrix-store" / "account.json").write_text("{}" * 50_000)
    with closing(sqlite3.connect(home / "matrix-store" / "device.db")) as keys, keys:
        keys.execute("CREATE TABLE keys (id INTEGER)")
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("CREATE TABLE load (words TEXT)")
        db.executemany("INSERT INTO load VALUES (?)", [("x" * 2000,)] * 5000)


@pytest.mark.parametrize(
    "point",
    [p if p in ("copying:20", "named:1") else pytest.param(p, marks=LONG) for p in ON_SQLITE],
)
@pytest.mark.process
def test_a_backup_that_is_killed_leaves_no_half_copy_and_the_next_one_cleans_up(
    tocsin: Tocsin, home: Path, with_keys: None, point: str
) -> None:
    assert tocsin("backup").code == 0
    before = whole(home)
    killed_at(home, point)
    now = whole(home)
    done = point in ("named:2", "pruning:2")
    assert len(now) == (2 if point == "named:2" else 1)
    assert (now == before) is not done
    begun = [path for path in copies(home) if backups.PART in path.name]
    assert bool(begun) is not done
    said = tocsin("backup", "--keep", "1")
    assert (said.code, said.err) == (0, "")
    assert all(path.name in said.out for path in begun)
    assert [path.suffix for path in copies(home)] == [".db", ".tar"]
    [left] = whole(home)
    assert left not in (*before, *now)
    saw(f"backup killed at {point}", "no half copy, the next one whole", f"{len(begun)} begun")


@pytest.mark.process
@pytest.mark.postgres
def test_on_postgresql_too(tocsin: Tocsin, postgres_home: Path) -> None:
    killed_at(postgres_home, "dumped")
    [begun] = copies(postgres_home)
    assert begun.name.endswith(".dump.part")
    assert begun.stat().st_mode & 0o077 == 0, "as secret as a whole one"
    said = tocsin("backup")
    assert begun.name in said.out
    [copy] = copies(postgres_home)
    assert dumps.is_dump(copy)


def test_what_another_backup_is_writing_now_is_not_taken_for_left_over(
    tocsin: Tocsin, home: Path, file: Path
) -> None:
    folder = home / "backups"
    folder.mkdir()
    part = folder / f"tocsin-20260101T000000Z.db{backups.PART}"
    with backups.at_work(folder):
        part.touch()
        said = tocsin("backup")
        assert (said.code, "interrupted" in said.out, part.exists()) == (0, False, True)
    said = tocsin("backup")
    assert f"Removed, since a backup was interrupted: {part.name}" in said.out
    assert not part.exists()


def test_keys_without_their_database_are_no_copy_that_counts(
    tocsin: Tocsin, home: Path, file: Path
) -> None:
    """Killed between the two names: the next backup must not remove the last whole one for it."""
    assert tocsin("backup").code == 0
    [first] = copies(home)
    lone = home / "backups" / "tocsin-20990101T000000Z.keys.tar"
    lone.touch()
    assert backups.prune(home / "backups", 1) == []
    assert first.exists()
    assert lone.exists()
