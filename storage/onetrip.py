"""SQLite with one trip to its thread for each statement.

aiosqlite runs each connection in a thread of its own. SQLAlchemy goes there four times for one
statement (for a cursor, to run it, for its rows, to end the cursor), and once more for a rollback
where there is nothing to roll back; each way there and back costs more than most statements take.
"""

import sqlite3
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import aiosqlite
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
    SQLiteDialect_aiosqlite,
)


@dataclass(slots=True)
class Ended:
    """What is left of a cursor that has told everything (PEP 249)."""

    description: Any = None
    rowcount: int = -1
    lastrowid: int | None = None
    arraysize: int = 1

    def close(self) -> None:
        """It is."""


class Cursor(AsyncAdapt_aiosqlite_cursor):
    __slots__ = ()
    _awaitable_cursor_close = False
    _adapt_connection: Any
    _cursor: Any
    _soft_closed_memoized: Any

    def __init__(self, adapt_connection: "Connection") -> None:
        self._adapt_connection, self._connection = adapt_connection, adapt_connection._connection
        self._cursor, self._rows = Ended(), deque()
        self._soft_closed_memoized = MappingProxyType({})

    async def _execute_async(self, operation: Any, parameters: Any) -> None:
        await self._go(lambda cursor: cursor.execute(operation, parameters or ()))

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> None:
        await self._go(lambda cursor: cursor.executemany(operation, seq_of_parameters))

    async def _go(self, run: Callable[[sqlite3.Cursor], object]) -> None:
        self._cursor, rows = await self._adapt_connection.trip(run)
        self._rows = deque(rows)


class Connection(AsyncAdapt_aiosqlite_connection):
    __slots__ = ()
    _cursor_cls: Any = Cursor

    async def trip(self, run: Callable[[sqlite3.Cursor], object]) -> tuple[Ended, Sequence[Any]]:
        raw = self._connection._conn

        def work() -> tuple[Ended, Sequence[Any]]:
            cursor = raw.cursor()
            try:
                run(cursor)
                rows = cursor.fetchall() if cursor.description else ()
                return Ended(cursor.description, cursor.rowcount, cursor.lastrowid), rows
            finally:
                cursor.close()

        async with self._execute_mutex:
            found: tuple[Ended, Sequence[Any]] = await self._connection._execute(work)
            return found

    def rollback(self) -> None:
        """Asked for at the end of each transaction; after a commit there is nothing to do. Where
        nobody waits for a statement any more it is not: SQLAlchemy closes that connection."""
        raw = self._connection._connection
        if raw is not None and raw.in_transaction:
            super().rollback()


class Driver(AsyncAdapt_aiosqlite_dbapi):
    def connect(self, *arg: Any, **kw: Any) -> Connection:
        return Connection(self, super().connect(*arg, **kw)._connection)


class Dialect(SQLiteDialect_aiosqlite):
    supports_statement_cache = True

    @classmethod
    def import_dbapi(cls) -> Driver:
        return Driver(aiosqlite, sqlite3)


def register() -> None:
    """From now on `sqlite+aiosqlite://` is this."""
    registry.register("sqlite.aiosqlite", __name__, Dialect.__name__)
