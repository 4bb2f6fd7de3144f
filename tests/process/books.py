"""What the database holds, read with plain SQL from outside, while the bot runs or is dead."""

import asyncio
import contextlib
import json
import sqlite3
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import NullPool, create_engine, text
from sqlalchemy.engine import make_url

if TYPE_CHECKING:
    from tests.process.running import Running

Row = dict[str, Any]
PATIENCE = 45.0
"""Seconds: how long anything may take on a machine that has other things to do."""
OPEN = {
    "events not handled": "SELECT count(*) FROM inbox WHERE state = 'new'",
    "messages not sent": "SELECT count(*) FROM outbox WHERE state IN ('due', 'sending')",
    "copies out of date": "SELECT count(*) FROM places WHERE version > shown"
    " AND message IS NOT NULL AND state = 'live'",
}
UNSENT = (
    "SELECT id, chat, lane, state, made_at, due_at, retry_at, attempts, error, place_id FROM outbox"
    " WHERE state IN ('due', 'sending') ORDER BY id LIMIT 20"
)
JSON = frozenset({"event", "body", "keys", "before", "after", "signs"})


class Books:
    """`url` is the bot's own. A SQLite file is opened so that reading can change nothing, not
    even what a `kill -9` left in its log."""

    def __init__(self, url: str) -> None:
        found = make_url(url)
        self.kind = found.get_backend_name()
        self._sqlite = self.kind == "sqlite"
        if self._sqlite:
            found = make_url(f"sqlite:///file:{found.database}?mode=ro&uri=true")
        self._engine = create_engine(found, poolclass=NullPool)

    def rows(self, query: str, **args: Any) -> list[Row]:
        with self._engine.connect() as connection:
            found = connection.execute(text(query), args).mappings()
            return [{k: _read(k, v) for k, v in row.items()} for row in found]

    def one(self, query: str, **args: Any) -> Any:
        """The only column of the only row."""
        [row] = self.rows(query, **args)
        [value] = row.values()
        return value

    def table(self, name: str) -> list[Row]:
        return self.rows(f"SELECT * FROM {name}")

    async def alone(self) -> None:
        """Wait until nobody else is in the database: PostgreSQL notices late that the one who
        asked is dead. A SQLite file is left alone with its writer."""
        others = (
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        async with asyncio.timeout(PATIENCE):
            while not self._sqlite and self.one(others):  # noqa: ASYNC110
                await asyncio.sleep(0.02)


async def quiet(bot: "Running", within: float = PATIENCE) -> Books:
    """Wait until everything that people did is handled and everything owed is sent."""
    books = Books(bot.database)
    left: dict[str, Any] = {}
    try:
        async with asyncio.timeout(within):
            while True:
                left = {what: n for what, query in OPEN.items() if (n := books.one(query))}
                left |= {"events not told": n} if (n := bot.unheard(books)) else {}
                if not left:
                    return books
                await asyncio.sleep(0.1)
    except TimeoutError:
        open_rows = [f"\n{dict(row)}" for row in books.rows(UNSENT)]
        raise AssertionError(f"it does not come to rest: {left}{''.join(open_rows)}") from None


def at(url: str, statement: str, past: timedelta) -> None:
    """Run this in a SQLite file; its one `?` is a moment that long ago."""
    file, moment = make_url(url).database, datetime.now(UTC) - past
    assert file
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute(statement, (moment.strftime("%Y-%m-%d %H:%M:%S.%f"),))


def earlier(url: str, hours: int) -> None:
    """What is to come in a SQLite file comes so much earlier: as if the bot had been off."""
    file = make_url(url).database
    assert file
    moment = f"strftime('%Y-%m-%d %H:%M:%f', due_at, '-{hours} hours') || '000'"
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute(f"UPDATE timers SET due_at = {moment}")


def _read(column: str, value: Any) -> Any:
    return json.loads(value) if column in JSON and isinstance(value, str) else value
