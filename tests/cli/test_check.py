"""`check`, `migrate` and `doctor` say everything that is wrong, and what to write instead."""

import asyncio
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text, update

from storage import audit
from storage.audit import AuditRow
from storage.db import Database
from storage.schema import head
from tests.cli.conftest import COMMUNITY, Tocsin, configure, on_telegram
from tests.ports import free_port


def test_all_mistakes_are_said_at_once_each_with_its_line(tocsin: Tocsin, home: Path) -> None:
    configure(home, '[community]\nname = 3\nlanguage = "de"\n[web]\nlisten = "here"\n')
    said = tocsin("check")
    assert said.code == 3
    assert said.err.startswith("3 mistakes")
    for line, instead in ((2, "name = "), (3, "language = "), (5, "listen = ")):
        assert f"config.toml, line {line}" in said.err
        assert instead in said.err


def test_without_a_configuration_it_says_how_to_make_one(tocsin: Tocsin, home: Path) -> None:
    (home / "config.toml").unlink()
    for command in ("check", "run", "migrate", "doctor"):
        said = tocsin(command)
        assert said.code == 3
        assert "cp config.example.toml config.toml" in said.err
        assert "tocsin demo" in said.err


def test_a_community_in_the_environment_is_enough(
    tocsin: Tocsin, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "config.toml").unlink()
    monkeypatch.setenv("TOCSIN_COMMUNITY__NAME", "CPTS d'ailleurs")
    assert "CPTS d'ailleurs" in tocsin("check").out


def test_checking_changes_nothing_and_takes_no_time(tocsin: Tocsin, home: Path) -> None:
    started = time.perf_counter()
    said = tocsin("check")
    assert time.perf_counter() - started < 2
    assert said.code == 0
    assert "its tables are made when the bot starts" in said.out
    assert [path.name for path in home.iterdir()] == ["config.toml"]


def test_after_migrate_the_database_is_up_to_date(tocsin: Tocsin, home: Path) -> None:
    assert head() in tocsin("migrate").out
    assert f"up to date (revision {head()})" in tocsin("check").out
    assert (home / "tocsin.db").exists()


async def test_it_follows_the_seals_of_the_audit_and_shows_what_is_not_sealed_yet(
    tocsin: Tocsin, home: Path
) -> None:
    """ADM-4"""
    assert (await asyncio.to_thread(tocsin, "migrate")).code == 0
    db = Database(f"sqlite+aiosqlite:///{home / 'tocsin.db'}")
    async with db.transaction() as tx:
        for number in range(3):
            tx.add(AuditRow(at=datetime.now(UTC), account="terminal", what="x", on=f"y:{number}"))
        await tx.flush()
        await audit.seal(tx)
        tx.add(AuditRow(at=datetime.now(UTC), account="terminal", what="x", on="y:3"))
    said = await asyncio.to_thread(tocsin, "check")
    assert said.code == 0
    assert "✓ Audit: 3 rows sealed, the last " in said.out
    assert "; 1 not sealed yet" in said.out
    async with db.transaction() as tx:
        await tx.execute(update(AuditRow).where(AuditRow.link == 2).values(what="z"))
    await db.close()
    said = await asyncio.to_thread(tocsin, "check")
    assert said.code == 4
    assert "✗ Audit: the chain breaks at link 2" in said.out
    assert "who could write to the database?" in said.out


def test_a_database_of_a_newer_version_is_refused_and_left_as_it_is(
    tocsin: Tocsin, home: Path
) -> None:
    configure(home, on_telegram("http://127.0.0.1:1", free_port()))
    tocsin("migrate")
    engine = create_engine(f"sqlite:///{home / 'tocsin.db'}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    before = (home / "tocsin.db").read_bytes()
    for command in (("migrate",), ("admin", "invite"), ("run",)):
        said = tocsin(*command)
        assert said.code == 4
        assert "newer version of Tocsin (9999" in said.err
        assert "install that version or restore a backup" in said.err
    assert tocsin("check").code == 4
    assert (home / "tocsin.db").read_bytes() == before


def test_a_database_out_of_reach_is_said_with_where_to_look(tocsin: Tocsin, home: Path) -> None:
    url = "postgresql+psycopg://tocsin:hunter2@127.0.0.1:1/tocsin"
    configure(home, f'{COMMUNITY}[database]\nurl = "{url}"\n')
    for command in ("check", "migrate"):
        said = tocsin(command)
        assert said.code == 4
        assert "[database] url" in said.out + said.err
        assert "hunter2" not in said.out + said.err


def test_without_a_platform_the_bot_says_what_to_write(tocsin: Tocsin) -> None:
    said = tocsin("run")
    assert said.code == 3
    assert "@BotFather" in said.err
    assert "store_secret" in said.err
    assert "tocsin demo" in said.err


def test_the_doctor_says_how_to_mend_what_is_missing(tocsin: Tocsin) -> None:
    said = tocsin("doctor")
    assert said.code == 1
    assert "✓ SQLite" in said.out
    assert "✓ Disk" in said.out
    assert "✗ Platforms: none is configured" in said.out
    assert "@BotFather" in said.out
    assert "[matrix]" in said.out
    assert "\x1b" not in said.out, "no colour where there is no terminal"


def test_without_a_network_the_doctor_says_so(tocsin: Tocsin, home: Path) -> None:
    token = "123456789:" + "A" * 35
    configure(home, f'{COMMUNITY}[telegram]\ntoken = "{token}"\n')
    said = tocsin("doctor")
    assert said.code == 1
    assert "Telegram did not answer" in said.out
    assert token not in said.out + said.err
