"""`backup`: a copy that was verified, beside a running bot, and only so many of them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.ends import End, Stop, ending
from bot.cli.screen import say
from bot.cli.setup import ConfigOption, settings_from

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.db import Database

ROOM = 16 * 1024 * 1024
"""Bytes that must be left beside the copy: a backup must not be what fills the disk."""


@dataclass(frozen=True)
class Made:
    """What was written, what was removed since it was too old, and what was left half written."""

    files: Sequence[Path]
    gone: Sequence[Path]
    left: Sequence[Path]


@ending
def backup(
    config: ConfigOption = None,
    to: Annotated[
        Path | None, typer.Option(help="The folder to put it into; [backup] folder.")
    ] = None,
    keep: Annotated[
        int | None, typer.Option(help="How many are kept there; [backup] keep.", min=1)
    ] = None,
) -> None:
    """Copy the database, beside the running bot.

    The copy is read whole before it counts; then the oldest go. One that was interrupted left no
    copy, and what it had begun goes at the next one. The keys of Matrix are copied with it. Copies
    hold names and numbers: only their owner can read them.
    """
    settings = settings_from(config)
    folder = to or settings.backup.path
    kept = keep or settings.backup.keep
    _usable(folder)
    try:
        made = asyncio.run(_backup(settings, folder, kept))
    except OSError as error:
        raise Stop(End.PROBLEM, f"The copy cannot be written to {folder}: {error.strerror}. {FREE}"
                   ) from None  # fmt: skip
    if made.left:
        say(f"Removed, since a backup was interrupted: {_names(made.left)}")
    for file in made.files:
        say(f"Written and verified: {file} ({file.stat().st_size / 1e6:.1f} MB)")
    if made.gone:
        say(f"Removed, since {kept} are kept: {_names(made.gone)}")


def _names(paths: Sequence[Path]) -> str:
    return ", ".join(sorted(path.name for path in paths))


FREE = "Make room there, or name another folder: tocsin backup --to FOLDER"


def _usable(folder: Path) -> None:
    """Made if it is not there, for its owner only. Raises Stop."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except FileExistsError:
        raise Stop(End.PROBLEM, f"{folder} is a file. Name a folder: --to FOLDER") from None
    except OSError as error:
        raise Stop(End.PROBLEM, f"{folder} cannot be made: {error.strerror}. Name a folder that "
                   "this user may write to: tocsin backup --to FOLDER") from None  # fmt: skip


async def _backup(settings: "Settings", folder: Path, keep: int) -> Made:
    from storage import backups
    from storage.db import Database

    db = Database(settings.database.url.get_secret_value())
    try:
        await _worth_it(db)
        with backups.at_work(folder) as left:
            stem = backups.stem(folder, datetime.now(UTC))
            files = await _copied(settings, db, stem)
            return Made(files, backups.prune(folder, keep), left)
    finally:
        await db.close()


async def _copied(settings: "Settings", db: "Database", stem: Path) -> list[Path]:
    """The database gets its name last, when the keys have theirs: it is never seen without."""
    from storage import backups

    files = [stem.with_name(f"{stem.name}.{'db' if db.is_sqlite else 'dump'}")]
    with backups.written(files[0]) as part:
        await (_sqlite if db.is_sqlite else _postgres)(db, part)
        keys = settings.matrix.folder
        if settings.matrix.homeserver is not None and keys.is_dir():
            files.append(stem.with_name(f"{stem.name}.keys.tar"))
            await asyncio.to_thread(backups.pack, keys, files[-1])
    return files


async def _worth_it(db: "Database") -> None:
    """An older database is copied too: that is what one wants before an update."""
    from storage.schema import Kind, Unreachable, check

    try:
        problem = await check(db)
    except Unreachable as no:
        raise Stop(End.DATABASE, f"{no} Look at [database] url in config.toml.") from None
    if problem is not None and problem.kind in (Kind.EMPTY, Kind.FOREIGN):
        raise Stop(End.DATABASE, f"There is nothing to copy. {problem}")


async def _sqlite(db: "Database", part: Path) -> None:
    from storage.ballast import free_on
    from storage.snapshot import Damaged, NotCopied, vacuum_into, verify

    assert db.file is not None
    folder, size = part.parent, db.file.stat().st_size
    if (free := free_on(folder)) < size + ROOM:
        raise Stop(End.PROBLEM, f"{folder} has room for {free / 1e6:.0f} MB, and the database "
                   f"has {size / 1e6:.0f} MB. {FREE}")  # fmt: skip
    try:
        await asyncio.to_thread(vacuum_into, db.file, part)
        await asyncio.to_thread(verify, part)
    except NotCopied as error:
        raise Stop(End.DATABASE, f"The database could not be copied: {error}.") from None
    except Damaged as bad:
        raise Stop(End.DATABASE, f"The copy does not read back: {bad}. Nothing was kept; run "
                   "tocsin check, and look at the disk.") from None  # fmt: skip


async def _postgres(db: "Database", part: Path) -> None:
    from storage import dumps

    try:
        await dumps.dump(db.url, part)
        await dumps.verify(part)
    except dumps.NoProgram as no:
        raise Stop(End.PROBLEM, str(no)) from None
    except dumps.Failed as no:
        raise Stop(End.DATABASE, f"PostgreSQL did not hand over a copy:\n{no}") from None
