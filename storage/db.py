"""The database: one writer, cheap readers, a transaction as the unit of everything."""

import asyncio
import json
import secrets
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from copy import copy
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import (
    JSON,
    BigInteger,
    ColumnElement,
    Enum,
    Integer,
    event,
    literal_column,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.ext.asyncio import AsyncSession as Tx
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.pool import AsyncAdaptedQueuePool

from storage import onetrip
from storage.ballast import Ballast, free_on
from storage.faults import away, clashed
from storage.filelock import FileLock
from storage.times import UtcTime
from storage.undo import watch

__all__ = ["Base", "Database", "Tx", "UtcTime", "away", "clashed", "const", "kept"]


class Base(DeclarativeBase):
    """Tables have columns, never relationships: what is loaded is what was asked for.

    Ids are never used again: a button of an old message must not mean a new row.
    """

    __table_args__: Any = {"sqlite_autoincrement": True}
    type_annotation_map = {
        datetime: UtcTime,
        dict[str, Any]: JSON().with_variant(JSONB(), "postgresql"),
        list[Any]: JSON().with_variant(JSONB(), "postgresql"),
        int: BigInteger().with_variant(Integer(), "sqlite"),
        StrEnum: Enum(
            StrEnum,
            native_enum=False,
            create_constraint=False,
            length=32,
            values_callable=lambda kind: [member.value for member in kind],
        ),
    }


watch(Base)
onetrip.register()


def kept(tx: Tx, name: str) -> dict[Any, Any]:
    """What was loaded by set, held for the rest of the transaction (an undo drops it)."""
    shelf: dict[str, dict[Any, Any]] = tx.info.setdefault("kept", {})
    return shelf.setdefault(name, {})


def const(value: StrEnum) -> ColumnElement[str]:
    """A state as a literal: SQLite uses a partial index only where it can read the value."""
    return literal_column(f"'{value.value}'")


class Database:
    """`url` is SQLAlchemy's. A SQLite file belongs to one process: `open` takes its lock. Anything
    else may have several, and knows the sessions of each by its `name`."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.name = f"tocsin-{secrets.token_hex(8)}"
        self._guard: Guard | None = None
        self.file = self._file()
        self._lock = FileLock(self.file) if self.file is not None else None
        self.ballast = Ballast(self.file)
        self._writer, self._reader = self._engines()
        self._turn = asyncio.Lock()

    def _file(self) -> Path | None:
        """SQLite's file; None for PostgreSQL and for a database in memory."""
        if not self.is_sqlite or self.url.database in (None, "", ":memory:"):
            return None
        return Path(self.url.database)

    def open(self) -> None:
        """Take the file for this process. Raises `storage.filelock.AlreadyRunning`."""
        if self._lock is not None:
            self._lock.take()

    def guarded(self, guard: "Guard") -> "Database":
        """The same one; each of its transactions begins with this, which may raise."""
        other = copy(self)
        other._guard = guard
        return other

    def beside(self) -> "Database":
        """The same one, by connections that nothing else waits for."""
        return Database(self.url.render_as_string(hide_password=False))

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Tx]:
        """All or nothing; committed and on disk when the block ends without an exception."""
        if not self.is_sqlite:
            async with Tx(self._writer, expire_on_commit=False) as tx, tx.begin():
                if self._guard is not None:
                    await self._guard(tx)
                yield tx
            return
        try:
            async with self._turn, Tx(self._writer, expire_on_commit=False) as tx, tx.begin():
                yield tx
        except DBAPIError as fault:
            self.ballast.notice(fault)
            raise

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Tx]:
        """A look that cannot write and never holds up a tap."""
        async with Tx(self._reader, expire_on_commit=False, autoflush=False) as tx:
            yield tx

    @asynccontextmanager
    async def connect(self) -> AsyncIterator[Any]:
        """The writing connection itself: for migrations."""
        async with self._turn, self._writer.begin() as connection:
            yield connection

    async def close(self) -> None:
        await self._writer.dispose()
        await self._reader.dispose()
        if self._lock is not None:
            self._lock.release()

    def line(self) -> dict[str, Any]:
        """How a server is spoken to, where the address does not say: one that no longer answers is
        noticed in seconds, and so are we by it."""
        given = {key: value for key, value in PATIENCE.items() if key not in self.url.query}
        return {**given, "application_name": self.name}

    def _engines(self) -> tuple[AsyncEngine, AsyncEngine]:
        if not self.is_sqlite:
            engine = create_async_engine(
                self.url, pool_pre_ping=True, pool_size=5, hide_parameters=True,
                json_serializer=_json, connect_args=self.line(),
            )  # fmt: skip
            return engine, engine.execution_options(postgresql_readonly=True)
        writer = create_async_engine(
            self.url,
            poolclass=AsyncAdaptedQueuePool,
            pool_size=1,
            max_overflow=0,
            hide_parameters=True,
            json_serializer=_json,
        )
        _prepare_sqlite(writer, begin="BEGIN IMMEDIATE", extra=WRITER)
        if self.file is None:
            return writer, writer
        reader = create_async_engine(
            self.url,
            poolclass=AsyncAdaptedQueuePool,
            pool_size=2,
            max_overflow=8,
            hide_parameters=True,
            json_serializer=_json,
        )
        _prepare_sqlite(reader, begin="BEGIN", extra=READER)
        return writer, reader


def _json(value: object) -> str:
    """Most that is written is nothing: an alert to thousands writes three such values a row."""
    return json.dumps(value) if value else _EMPTY.get(type(value)) or json.dumps(value)


_EMPTY: dict[type, str] = {type(None): "null", dict: "{}", list: "[]"}

Guard: TypeAlias = Callable[[Tx], Awaitable[None]]

PATIENCE: dict[str, Any] = {
    "connect_timeout": 5, "keepalives_idle": 3, "keepalives_interval": 1, "keepalives_count": 4,
    "tcp_user_timeout": 7000,
    "options": "-c idle_in_transaction_session_timeout=60s -c tcp_user_timeout=15s"
    " -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=5",
}  # fmt: skip
"""https://www.postgresql.org/docs/18/libpq-connect.html#LIBPQ-PARAMKEYWORDS: seconds, and
milliseconds for `tcp_user_timeout`."""

COMMON = ("PRAGMA busy_timeout=5000", "PRAGMA foreign_keys=ON")
WRITER = (
    *COMMON,
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA cache_size=-16000",
)
READER = (*COMMON, "PRAGMA query_only=ON")


def _prepare_sqlite(engine: AsyncEngine, *, begin: str, extra: tuple[str, ...]) -> None:
    """BEGIN IMMEDIATE: a writer waits at the door instead of failing at its first write.

    As they come, sqlite3 and aiosqlite send no BEGIN before a SELECT, and updates are lost.
    """

    @event.listens_for(engine.sync_engine, "connect")
    def _(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        try:
            for line in extra:
                cursor.execute(line)
        except sqlite3.Error:
            connection.close()
            raise
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _(connection: Any) -> None:
        connection.exec_driver_sql(begin)


def free_bytes(url: URL) -> int | None:
    """Room left on the disk that holds a SQLite file; None where we cannot know."""
    if url.get_backend_name() != "sqlite" or not url.database:
        return None
    return free_on(Path(url.database).resolve().parent)


def sqlite_version() -> tuple[str, bool]:
    """Which SQLite this Python has, and whether it knows RETURNING, which we need (3.35)."""
    return sqlite3.sqlite_version, sqlite3.sqlite_version_info >= (3, 35, 0)
