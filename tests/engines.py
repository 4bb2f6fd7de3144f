"""Engines that serve one test after the other.

What SQLAlchemy has put together for one test (a fifth of a short conversation's time) serves the
next, as it does in a bot that runs for weeks. Connections are never shared: `close` ends them.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from sqlalchemy.ext.asyncio import AsyncEngine

from storage.db import Database

Pair = tuple[AsyncEngine, AsyncEngine]


@contextmanager
def used_again() -> Iterator[None]:
    """Of databases with the same address, those that are closed lend theirs to the next."""
    free: dict[str, list[Pair]] = defaultdict(list)
    make, close = Database._engines, Database.close

    def taken(db: Database) -> Pair:
        waiting = free[_address(db)]
        return waiting.pop() if waiting else make(db)

    async def given_back(db: Database) -> None:
        await close(db)
        pair = (db._writer, db._reader)
        if pair not in free[_address(db)]:
            free[_address(db)].append(pair)

    with patch.object(Database, "_engines", taken), patch.object(Database, "close", given_back):
        yield


def _address(db: Database) -> str:
    """A relative path means another file in another folder."""
    return f"{Path.cwd() if db.file is not None and not db.file.is_absolute() else ''} {db.url}"
