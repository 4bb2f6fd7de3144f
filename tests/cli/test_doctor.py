"""`doctor` against a Telegram that is well, and against each thing that can be wrong with it."""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.adapters.telegram import doctor as examining
from bot.cli import examining as looking
from storage.chats import Chat, Use
from storage.db import Database
from storage.people import Account, Member, Standing
from tests.cli.conftest import Said, Tocsin, configure, on_telegram
from tests.ports import free_port
from tests.servers.telegram import TOKEN, TelegramServer
from tests.servers.telegram.webhook import Hook

HOOK = "http://127.0.0.1:1/hook"
HOOKED = f'webhook_url = "{HOOK}"\nwebhook_secret = "3f1b0c5e8d7a49e2b6c4"\n'
Wrong = Callable[[TelegramServer, Path], Awaitable[None]]


@pytest.fixture
async def server(home: Path) -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        configure(home, on_telegram(server.url, free_port()))
        yield server


async def doctor(tocsin: Tocsin) -> Said:
    """Beside the test's own loop, in which the server answers."""
    said = await asyncio.to_thread(tocsin, "doctor")
    assert TOKEN not in said.out + said.err
    return said


async def test_where_all_is_well_every_line_says_so(tocsin: Tocsin, server: TelegramServer) -> None:
    said = await doctor(tocsin)
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[-1] == "All is well."
    assert [line[:2] for line in lines[:-1]] == ["✓ "] * 8
    assert {line[2:].partition(":")[0] for line in lines[:-1]} == {
        "Database", "SQLite", "Disk", "Telegram token", "Telegram privacy mode",
        "Telegram groups", "Telegram updates", "Clock",
    }  # fmt: skip


async def test_it_changes_nothing(tocsin: Tocsin, home: Path, server: TelegramServer) -> None:
    await server.user("Ana").says("/start")
    await doctor(tocsin)
    assert {call.method.lower() for call in server.history.of()} == {"getme", "getwebhookinfo"}
    assert len(server.world.updates.waiting) == 1
    assert os.listdir(home) == ["config.toml"]


async def revoked(server: TelegramServer, home: Path) -> None:
    server.token = "1:revoked"


async def gone(server: TelegramServer, home: Path) -> None:
    await server.down()


async def reads_everything(server: TelegramServer, home: Path) -> None:
    server.world.botfather = {"can_read_all_group_messages": True}


async def joins_no_group(server: TelegramServer, home: Path) -> None:
    server.world.botfather = {"can_join_groups": False}


async def hook_of_others(server: TelegramServer, home: Path) -> None:
    await server.webhook.set(Hook("https://n8n.example/secret-path", "", 1))


async def hook_not_set(server: TelegramServer, home: Path) -> None:
    configure(home, on_telegram(server.url, free_port()) + HOOKED)


async def hook_that_fails(server: TelegramServer, home: Path) -> None:
    configure(home, on_telegram(server.url, free_port()) + HOOKED)
    await server.webhook.set(Hook(HOOK, "", 1))
    server.webhook.last_error = (int(time.time()), "Wrong response from the webhook: 502")


async def newer_database(server: TelegramServer, home: Path) -> None:
    engine = create_engine(f"sqlite:///{home / 'tocsin.db'}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num TEXT)"))
        connection.execute(text("INSERT INTO alembic_version VALUES ('9999')"))
    engine.dispose()


@pytest.mark.parametrize(
    ("wrong", "found", "mend"),
    [
        (revoked, "Telegram token: Telegram refuses it", "@BotFather for the token"),
        (gone, "Telegram token: Telegram did not answer", "Check the network"),
        (reads_everything, "Telegram privacy mode: off", "/setprivacy"),
        (joins_no_group, "Telegram groups: the bot cannot be added", "/setjoingroups"),
        (hook_of_others, "Telegram updates: they go to a webhook at n8n.example",
         "starting the bot takes the webhook away"),
        (hook_not_set, "Telegram updates: the webhook of the configuration is not set",
         "Start the bot"),
        (hook_that_fails, "Telegram webhook: failed at", "certificate, proxy and port"),
        (newer_database, "Database: This database was written by a newer version",
         "restore a backup"),
    ],
    ids=lambda given: getattr(given, "__name__", ""),
)  # fmt: skip
async def test_what_is_wrong_is_one_line_and_below_it_how_to_mend_it(
    tocsin: Tocsin, home: Path, server: TelegramServer, wrong: Wrong, found: str, mend: str
) -> None:
    await wrong(server, home)
    said = await doctor(tocsin)
    assert said.code == 1
    lines = said.out.splitlines()
    [at] = [number for number, line in enumerate(lines) if line.startswith("✗ ")]
    assert lines[at].startswith(f"✗ {found}"), said.out
    assert lines[at + 1].startswith("    "), said.out
    assert mend in lines[at + 1]
    assert "All is well" not in said.out
    assert "secret-path" not in said.out


async def test_a_clock_that_is_wrong_and_a_disk_that_is_full_are_said_with_the_remedy(
    tocsin: Tocsin, server: TelegramServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examining, "SKEW", -1.0)
    monkeypatch.setattr(looking, "LITTLE", 10**18)
    said = await doctor(tocsin)
    assert said.code == 1
    assert "timedatectl set-ntp true" in said.out
    assert "Make room on the disk" in said.out


async def test_with_people_and_channels_it_says_how_long_an_alert_takes_and_where_it_cannot_write(
    tocsin: Tocsin, home: Path, server: TelegramServer
) -> None:
    """OPS-13, PART-8"""
    assert (await asyncio.to_thread(tocsin, "migrate")).code == 0
    db, now = Database(f"sqlite+aiosqlite:///{home / 'tocsin.db'}"), datetime.now(UTC)
    async with db.transaction() as tx:
        for number in range(1, 58):
            tx.add(Member(joined_at=now, standing=Standing.ACTIVE))
            tx.add(Account(platform="telegram", account=str(number), chat=str(number),
                           member_id=number, since=now))  # fmt: skip
        tx.add(Chat(platform="telegram", chat="-1001", title="Mairie de Saint-Aubin",
                    kind="channel", use=Use.PARTNER, added_at=now))  # fmt: skip
    await db.close()
    said = await doctor(tocsin)
    assert "✓ Telegram reach: an alert reaches 57 people in about 2 s (29.2 a second)" in said.out
    assert "✗ Telegram channels: the bot may not write in «Mairie de Saint-Aubin»" in said.out
    assert "make the bot an administrator there" in said.out
    assert "✗ Backups: none in backups" in said.out
    assert "deploy/tocsin-backup.timer" in said.out
    assert (await asyncio.to_thread(tocsin, "backup")).code == 0
    assert "✓ Backups: the newest is 0 h old" in (await doctor(tocsin)).out
