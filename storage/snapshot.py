"""A copy of a SQLite file as it is at this moment, while others may be writing to it."""

import asyncio
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from storage.db import Database

MAGIC = b"SQLite format 3\x00"


class NotCopied(Exception):
    """SQLite's own words for it."""


class Damaged(Exception):
    """A file is no database, or not a whole one; the text says what was found."""


async def snapshot(db: Database, suffix: str) -> Path:
    """Copy the file beside itself, its name followed by `suffix`; readable by its owner only."""
    assert db.file is not None
    copy = db.file.with_name(db.file.name + suffix)
    await asyncio.to_thread(copy_of, db.file, copy)
    return copy


def copy_of(file: Path, copy: Path) -> None:
    copy.unlink(missing_ok=True)
    os.close(os.open(copy, os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except sqlite3.Error as error:
        raise NotCopied(str(error)) from None


def vacuum_into(file: Path, copy: Path) -> None:
    """One consistent picture of it, without what was deleted; nobody who writes waits for it.

    Raises NotCopied or OSError. What was written so far is left for the caller to remove.
    """
    os.close(os.open(copy, os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with closing(sqlite3.connect(file, timeout=30)) as source:
            source.execute("VACUUM INTO ?", (str(copy),))
    except sqlite3.Error as error:
        raise NotCopied(str(error)) from None
    on_disk(copy)


def is_sqlite(file: Path) -> bool:
    with file.open("rb") as head:
        return head.read(len(MAGIC)) == MAGIC


def verify(file: Path) -> None:
    """Read every page. Raises Damaged."""
    if not is_sqlite(file):
        raise Damaged("it is no SQLite database")
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as copy:
            found = [row[0] for row in copy.execute("PRAGMA integrity_check(3)")]
    except sqlite3.Error as error:
        raise Damaged(str(error)) from None
    if found != ["ok"]:
        raise Damaged(str(found[0])[:120])


def fold_in(file: Path) -> None:
    """Bring what stands in the write-ahead log into the file, where it can be read at all."""
    try:
        with closing(sqlite3.connect(file, timeout=5)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error:
        return


def on_disk(file: Path) -> None:
    """Survives a power cut from here on, with its name."""
    for path in (file, file.parent):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
