"""A disk that is full: nothing that was acknowledged is lost, it is said, and it goes on by itself.

The disk is a real one of 8 MiB in memory, which only root may mount.
"""

import asyncio
import os
import shutil
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from bot.core import Role
from bot.core.events import Said
from bot.core.people import ChatRef, Identity
from bot.engine.auditor import MINUTE, TICK, Auditor
from storage import inbox
from storage.ballast import Ballast
from tests.playground import Playground

DISK, SIZE = 8, 1024 * 1024


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK}m", "tocsin-test", str(folder)]
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root may mount a small disk")
    done = subprocess.run(mount, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no small disk can be mounted here: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
async def play(disk: Path, sqlite_template: Path) -> AsyncIterator[Playground]:
    shutil.copy(sqlite_template, disk / "bot.db")
    play = Playground(f"sqlite+aiosqlite:///{disk / 'bot.db'}")
    await play.boot()
    play.db.ballast = Ballast(disk / "bot.db", size=SIZE, spare=SIZE)
    play.db.ballast.put()
    yield play
    await play.db.close()


def fill(disk: Path, name: str = "others") -> Path:
    """To the last byte."""
    file = disk / name
    with suppress(OSError), file.open("wb", buffering=0) as out:
        while out.write(b"x" * 4096):
            pass
    return file


def said(play: Playground, number: int) -> Said:
    return Said(key=f"big:{number}", chat=ChatRef("local", "ana"), at=play.now,
                sender=Identity("local", "ana"), text=f"{number} " + "mots " * 20_000)  # fmt: skip


async def until_full(play: Playground, number: int) -> int:
    """Hand over one event after the other; how many were kept."""
    try:
        while True:
            await play.app.doors["local"].take([said(play, number)], str(number + 1))
            number += 1
    except DBAPIError:
        return number


async def test_a_full_disk_moves_no_offset_is_told_and_is_over_when_there_is_room(
    play: Playground, disk: Path
) -> None:
    root = await play.person("Rémi", Role.ADMINISTRATOR)
    await play.person("Ana")
    door = play.app.doors["local"]
    auditor = Auditor(play.db, play.app.parts, play.app.owing)
    other = fill(disk)
    kept = await until_full(play, 0)
    assert play.db.ballast.is_out
    assert await door.cursor() == (str(kept) if kept else "")
    async with play.db.reading() as tx:
        rows = await inbox.load(tx, [row for row, _ in await inbox.queue(tx, 99)])
    assert [row.key for row in rows] == [f"big:{number}" for number in range(kept)]
    assert TICK <= 30 < MINUTE
    await auditor.disk()
    await play.app.postmen[0].round()
    await play.app.postmen[0].idle()
    assert root.sees("💾 Le disque du robot est plein")
    await auditor.disk()
    other.unlink()
    await door.take([said(play, kept)], str(kept + 1))
    assert await door.cursor() == str(kept + 1)
    await auditor.disk()
    await play.settle()
    assert root.sees("✅ CONTRÔLE")
    assert not play.db.ballast.is_out
    assert (disk / "bot.db.ballast").stat().st_size == SIZE


async def test_without_any_room_left_loops_wait_and_go_on(play: Playground, disk: Path) -> None:
    """The ballast is used up too: what cannot be written is tried again."""
    ana = await play.person("Ana")
    await play.local.say("ana", "/aide")
    other = fill(disk)
    play.db.ballast.release()
    more = fill(disk, "more")
    await until_full(play, 1)
    running = asyncio.create_task(play.app.dispatcher.run())
    await asyncio.sleep(0.1)
    assert not running.done()
    for file in (other, more):
        file.unlink()
    async with asyncio.timeout(30):
        while not ana.has_seen("AIDE"):
            await asyncio.sleep(0.05)
            await play.app.postmen[0].round()
            await play.app.postmen[0].idle()
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


def test_where_there_is_no_room_for_it_there_is_no_ballast(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path / "bot.db", size=SIZE, spare=10**15)
    ballast.put()
    assert list(tmp_path.iterdir()) == []


def test_it_is_for_its_owner_only_and_made_once(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path / "bot.db", size=SIZE, spare=0)
    ballast.put()
    [file] = tmp_path.iterdir()
    assert (file.name, file.stat().st_size) == ("bot.db.ballast", SIZE)
    assert file.stat().st_mode & 0o077 == 0
    before = file.stat().st_mtime_ns
    ballast.put()
    assert file.stat().st_mtime_ns == before


async def test_a_bot_that_is_started_on_a_full_disk_starts_and_says_so(
    play: Playground, disk: Path, tmp_path: Path
) -> None:
    """SQLite cannot even be looked into without some room."""
    await play.person("Rémi", Role.ADMINISTRATOR)
    await play.db.close()
    fill(disk)
    ballast = Ballast(disk / "bot.db", size=SIZE, spare=SIZE)
    ballast.make_way()
    assert ballast.is_out
    await play.boot()
    play.db.ballast = ballast
    await Auditor(play.db, play.app.parts, play.app.owing).disk()
    await play.settle()
    [shown] = play.local.chat("rémi").messages.values()
    assert "💾 Le disque du robot est plein" in shown.wording.plain
