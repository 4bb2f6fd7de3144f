"""A copy of a SQLite file as it is at this moment, while others may be writing to it."""

import asyncio
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from storage.db import Database


async def snapshot(db: Database, suffix: str) -> Path:
    """Copy the file beside itself, its name followed by `suffix`; readable by its owner only."""
    assert db.file is not None
    copy = db.file.with_name(db.file.name + suffix)
    await asyncio.to_thread(_copy, db.file, copy)
    return copy


def _copy(file: Path, copy: Path) -> None:
    copy.unlink(missing_ok=True)
    os.close(os.open(copy, os.O_CREAT | os.O_EXCL, 0o600))
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
