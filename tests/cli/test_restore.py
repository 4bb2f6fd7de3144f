"""`restore` puts a copy in the place of the database, and replaces nothing by what is none."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from storage.filelock import FileLock
from tests.cli.conftest import COMMUNITY, Tocsin, configure, only_copy

CALL = "/mobiliser {} | 28/11/2026 9h-13h | 2 IDE | Mairie | payé | tout le monde"


@pytest.fixture
def file(tocsin: Tocsin, home: Path) -> Path:
    assert tocsin("migrate").code == 0
    assert tocsin("backup").code == 0
    return home / "tocsin.db"


def test_what_is_replaced_is_kept_and_the_copy_is_for_its_owner_only(
    tocsin: Tocsin, home: Path, file: Path
) -> None:
    """OPS-8"""
    with closing(sqlite3.connect(file)) as found, found:
        found.execute("CREATE TABLE since (id INTEGER)")
    copy = only_copy(home)
    said = tocsin("restore", str(copy), "--yes")
    assert (said.code, said.err) == (0, "")
    [kept] = home.glob("tocsin.db.replaced-*")
    assert f"What was replaced is kept: {kept.name}" in said.out
    assert {path.name for path in home.glob("tocsin.db*")} == {
        "tocsin.db", "tocsin.db.lock", kept.name,
    }  # fmt: skip
    for path in (file, kept):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    for path, there in ((file, 0), (kept, 1)):
        with closing(sqlite3.connect(path)) as found:
            query = "SELECT count(*) FROM sqlite_master WHERE name = 'since'"
            assert found.execute(query).fetchone() == (there,)
    assert "up to date" in tocsin("check").out


def test_without_a_terminal_it_asks_for_a_yes_and_replaces_nothing(
    tocsin: Tocsin, home: Path, file: Path
) -> None:
    before = file.read_bytes()
    said = tocsin("restore", str(only_copy(home)))
    assert said.code == 1
    assert "made 20" in said.out
    assert "add --yes" in said.err
    assert file.read_bytes() == before


def damaged(home: Path) -> None:
    data = bytearray(only_copy(home).read_bytes())
    data[8192:20000] = b"\xff" * 11808
    (home / "given").write_bytes(data)


def cut_off(home: Path) -> None:
    (home / "given").write_bytes(only_copy(home).read_bytes()[:50_000])


def foreign(home: Path) -> None:
    with closing(sqlite3.connect(home / "given")) as found, found:
        found.execute("CREATE TABLE recipes (id INTEGER)")


def newer(home: Path) -> None:
    (home / "given").write_bytes(only_copy(home).read_bytes())
    with closing(sqlite3.connect(home / "given")) as found, found:
        found.execute("UPDATE alembic_version SET version_num = '9999'")


def text_file(home: Path) -> None:
    (home / "given").write_text("nothing of the kind")


def of_postgresql(home: Path) -> None:
    (home / "given").write_bytes(b"PGDMP and so on")


def folder(home: Path) -> None:
    (home / "given").mkdir()


def missing(home: Path) -> None:
    pass


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (damaged, "is damaged ("),
        (cut_off, "cannot be copied ("),
        (foreign, "«recipes» that Tocsin did not make"),
        (newer, "newer version of Tocsin (9999"),
        (text_file, "is no copy of a database. Name a copy that tocsin backup made"),
        (of_postgresql, "is a PostgreSQL copy, and [database] url says SQLite"),
        (folder, "cannot be read: Is a directory"),
        (missing, "There is no file given"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_what_is_no_copy_of_ours_is_refused_and_nothing_is_replaced(
    tocsin: Tocsin, home: Path, file: Path, given: object, why: str
) -> None:
    assert callable(given)
    given(home)
    before = file.read_bytes()
    said = tocsin("restore", "given", "--yes")
    assert said.code in (1, 4)
    assert why in said.err
    assert file.read_bytes() == before
    assert [path.name for path in home.glob("*.rest*")] == []


def test_a_running_bot_is_left_alone(tocsin: Tocsin, home: Path, file: Path) -> None:
    lock = FileLock(file)
    lock.take()
    said = tocsin("restore", str(only_copy(home)), "--yes")
    lock.release()
    assert said.code == 4
    assert "is in use by process" in said.err


def test_the_keys_of_matrix_come_back_only_where_there_are_none(
    tocsin: Tocsin, home: Path, file: Path
) -> None:
    configure(
        home,
        COMMUNITY + '[matrix]\nhomeserver = "https://m.example.org"\nuser = "@t:example.org"\n'
        'password = "a-password"\nstore_secret = "3f1b0c5e8d7a49e2b6c4"\n',
    )
    keys = home / "matrix-store" / "session.json"
    keys.parent.mkdir()
    keys.write_text("old")
    for path in (home / "backups").iterdir():
        path.unlink()
    tocsin("backup")
    [copy] = (home / "backups").glob("*.db")
    keys.write_text("newer")
    tocsin("restore", str(copy), "--yes")
    assert keys.read_text() == "newer"
    keys.unlink()
    keys.parent.rmdir()
    tocsin("restore", str(copy), "--yes")
    assert keys.read_text() == "old"


# On PostgreSQL


@pytest.mark.postgres
def test_on_postgresql_a_copy_takes_the_place_of_everything(
    tocsin: Tocsin, postgres_home: Path
) -> None:
    assert tocsin("backup").code == 0
    copy = only_copy(postgres_home)
    said = tocsin("restore", str(copy), "--yes")
    assert (said.code, said.err) == (0, "")
    [kept] = (postgres_home / "backups").glob("replaced-*.dump")
    assert kept.name in said.out
    assert "up to date" in tocsin("check").out
    assert tocsin("backup", "--to", "again").code == 0
    [again] = (postgres_home / "again").iterdir()
    assert tocsin("restore", str(again), "--yes").code == 0, "a copy of what was restored"


@pytest.mark.postgres
def test_on_postgresql_a_copy_that_is_no_good_leaves_everything_as_it_was(
    tocsin: Tocsin, postgres_home: Path
) -> None:
    assert tocsin("backup").code == 0
    copy = only_copy(postgres_home)
    (postgres_home / "cut.dump").write_bytes(copy.read_bytes()[:-2000])
    for given in ("cut.dump", "config.toml"):
        said = tocsin("restore", given, "--yes")
        assert said.code == 1, said.out
    assert "up to date" in tocsin("check").out
