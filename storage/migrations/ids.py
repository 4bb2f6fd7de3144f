"""Ids are never given again, over a change of tables either.

SQLite cannot change a column: alembic makes the table anew, copies the rows and drops the old one.
As it comes, the new one has forgotten that it counts its ids, and which were given to rows that
are gone: an old message's button would mean a new row.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Table, event, text

COPY = "_alembic_tmp_"
COUNTS = text("SELECT sql LIKE '%AUTOINCREMENT%' FROM sqlite_master WHERE name = :table")
SAME = text(
    "INSERT INTO sqlite_sequence (name, seq) SELECT :copy, seq FROM sqlite_sequence"
    " WHERE name = :table"
)


@contextmanager
def counted_on() -> Iterator[None]:
    """As long as the block runs, what is made anew goes on where it was."""
    event.listen(Table, "before_create", _counts)
    event.listen(Table, "after_create", _goes_on)
    try:
        yield
    finally:
        event.remove(Table, "before_create", _counts)
        event.remove(Table, "after_create", _goes_on)


def _counts(table: Table, connection: Connection, **_: Any) -> None:
    if (before := _before(table, connection)) is not None:
        counts = connection.execute(COUNTS, {"table": before}).scalar()
        table.dialect_options["sqlite"]["autoincrement"] = bool(counts)


def _goes_on(table: Table, connection: Connection, **_: Any) -> None:
    before = _before(table, connection)
    if before is not None and table.dialect_options["sqlite"]["autoincrement"]:
        connection.execute(SAME, {"copy": table.name, "table": before})


def _before(table: Table, connection: Connection) -> str | None:
    """The name of the table that this one is made to replace."""
    copied = connection.dialect.name == "sqlite" and table.name.startswith(COPY)
    return table.name.removeprefix(COPY) if copied else None
