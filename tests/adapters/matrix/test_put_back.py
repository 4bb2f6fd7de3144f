"""Rows that were deleted, older copies that were put back: the next alert is seen all the same."""

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy.engine import make_url

from bot.cli.putting_back import chosen, put_back
from bot.core import Role
from bot.settings import Settings
from bot.settings.model import Community, Database
from storage.schema import head
from tests.adapters.matrix.bot import Bot, morning, running
from tests.adapters.matrix.device import Device
from tests.adapters.matrix.test_conversations import member
from tests.adapters.matrix.test_restart import talk
from tests.servers.matrix.faults import SEND, Rule
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.people import Person
from tests.servers.matrix.proxy import Proxy
from tests.servers.matrix.requests import Requests

KEYS = {
    "keys to rooms": ("megolminboundsessions",),
    "sessions with devices": ("olmsessions",),
    "people's devices": ("keys", "devicekeys"),
    "which rooms are encrypted": ("encryptedrooms",),
}
CALL = "!mobiliser {} | {} 9h-13h | 2 IDE | Mairie | payé | tout le monde"
FIRST, SECOND, THIRD = "Centre", "École", "Gymnase"
DAY = timedelta(days=1)


def forget(file: Path, *tables: str) -> None:
    with closing(sqlite3.connect(file)) as found, found:
        for table in tables:
            found.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize("what", [*KEYS, "all of these"])
async def test_after_rows_of_the_key_store_were_deleted_people_read_the_bot_and_are_read(
    device: Device, matrix: Matrix, what: str
) -> None:
    ana = await matrix.person("Ana")
    room = await device.meets(ana)
    await talk(device, ana, room, "avant")
    await device.stop()
    [file] = device.home.glob("*.db")
    forget(file, *KEYS.get(what, [table for some in KEYS.values() for table in some]))
    await device.start()
    await talk(device, ana, room, "après")
    assert not ana.unread()
    assert device.trouble == ""


@dataclass
class Town:
    """A coordinator and a nurse in encrypted rooms, and the bot behind a line that can fail."""

    bot: Bot
    proxy: Proxy
    claire: Person
    ana: Person
    days: int = 0

    async def calls(self, title: str) -> None:
        """Each on a day of its own: who comes to one is not asked for another beside it."""
        self.days += 1
        await self.claire.says(CALL.format(title, f"{morning() + self.days * DAY:%d/%m/%Y}"))
        preview = await self.claire.sees("Aperçu", title)
        await self.claire.taps("📣", on=preview)

    async def alerts(self, title: str) -> None:
        """The next one: it is seen, once, and answered."""
        await self.calls(title)
        card = await self.ana.sees("APPEL À VOLONTAIRES", title, ever=True)
        assert card.encrypted
        await self.ana.taps("✅", on=card)
        await self.ana.sees("C'est noté, vous venez")
        assert self.ana.count("APPEL À VOLONTAIRES", title) == 1
        assert not self.ana.unread()

    @property
    def file(self) -> Path:
        return Path(str(make_url(self.bot.database).database))

    def copies(self, *what: str) -> None:
        """Of the «keys», of the «database»; the bot may run."""
        if "keys" in what:
            shutil.copytree(self.bot.home, self._kept("keys"))
        if "database" in what:
            kept = sqlite3.connect(self._kept("database"))
            with closing(sqlite3.connect(self.file)) as now, closing(kept):
                now.backup(kept)

    def puts_back(self, *what: str) -> None:
        if "keys" in what:
            shutil.rmtree(self.bot.home)
            shutil.copytree(self._kept("keys"), self.bot.home)
        if "database" in what:
            shutil.copy(self._kept("database"), self.file)
            for more in ("-wal", "-shm"):
                self.file.with_name(self.file.name + more).unlink(missing_ok=True)

    async def again(self, *what: str) -> None:
        await self.bot.stop()
        self.puts_back(*what)
        await self.bot.start()
        await self.bot.up()

    def _kept(self, what: str) -> Path:
        return self.file.with_name(f"kept-{what}")


@pytest.fixture
async def town(
    matrix: Matrix, proxy: Proxy, sqlite_url: str, tmp_path: Path
) -> AsyncIterator[Town]:
    async with running(matrix, sqlite_url, tmp_path / "matrix", url=proxy.url) as bot:
        claire, ana = await matrix.people("Claire", "Ana")
        await asyncio.gather(
            member(bot, claire, Role.COORDINATOR, encrypted=True),
            member(bot, ana, Role.MEMBER, encrypted=True),
        )
        yield Town(bot, proxy, claire, ana)


@pytest.mark.parametrize("tables", [("outbox",), ("places",), ("outbox", "places", "keyboards")])
async def test_after_rows_of_the_database_were_deleted_the_next_alert_is_seen(
    town: Town, tables: tuple[str, ...]
) -> None:
    await town.alerts(FIRST)
    await town.bot.stop()
    forget(town.file, *tables)
    await town.bot.start()
    await town.bot.up()
    await town.alerts(THIRD)


@pytest.mark.parametrize("what", [("keys",), ("keys", "database")])
async def test_after_an_older_copy_was_put_back_the_next_alert_is_seen(
    town: Town, what: tuple[str, ...]
) -> None:
    """New rows get numbers that were given away before; what the homeserver knows them by is
    random."""
    await town.alerts(FIRST)
    await town.bot.stop()
    town.copies(*what)
    await town.bot.start()
    await town.bot.up()
    await town.alerts(SECOND)
    before, town.proxy.requests = town.proxy.requests, Requests()
    await town.again(*what)
    await town.alerts(THIRD)
    assert town.ana.count("APPEL À VOLONTAIRES", SECOND) == 1
    assert not {r.txn for r in before.to(SEND)} & {r.txn for r in town.proxy.requests.to(SEND)}


async def test_what_an_older_copy_still_owes_and_was_sent_since_is_not_sent_again(
    town: Town,
) -> None:
    """The homeserver answers with the message that is there; it goes on from there."""
    await town.alerts(FIRST)
    town.proxy.rules = [Rule("bad_gateway", f"rooms/{town.ana.here}/send/m.room.encrypted/*")]
    await town.calls(SECOND)
    while not town.proxy.rules[0].struck:  # noqa: ASYNC110
        await asyncio.sleep(0.05)
    town.copies("database")
    town.proxy.rules = []
    await town.ana.sees("APPEL À VOLONTAIRES", SECOND, ever=True)
    await town.again("database")
    card = await town.ana.has("APPEL À VOLONTAIRES", SECOND)
    await town.ana.taps("✅", on=card)
    await town.ana.sees("C'est noté, vous venez", SECOND)
    assert town.ana.count(SECOND) == 1
    await town.alerts(THIRD)


async def test_after_a_restore_nothing_old_is_sent_again_and_the_next_alert_is_seen(
    town: Town,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """OPS-8: by the command, which holds what the homeserver tells once more."""
    with closing(sqlite3.connect(town.file, timeout=30)) as found, found:
        found.execute("CREATE TABLE alembic_version (version_num TEXT)")
        found.execute("INSERT INTO alembic_version VALUES (?)", (head(),))
    await town.alerts(FIRST)
    town.copies("database")
    await town.alerts(SECOND)
    await town.bot.stop()
    before, town.proxy.requests = town.proxy.requests, Requests()
    settings = Settings(
        community=Community(name="CPTS"), database=Database(url=SecretStr(town.bot.database))
    )
    await put_back(settings, await chosen(settings, town._kept("database")), datetime.now(UTC))
    await town.bot.start()
    await town.bot.up()
    await town.alerts(THIRD)
    assert town.ana.count("APPEL À VOLONTAIRES", SECOND) == 1
    assert not caplog.records, [vars(r).get("kind") for r in caplog.records]
    assert not {r.txn for r in before.to(SEND)} & {r.txn for r in town.proxy.requests.to(SEND)}
