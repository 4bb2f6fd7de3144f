"""Rows for every table that a database has, at whatever revision, and what became of them."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from math import ceil
from typing import Any, get_type_hints

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    Enum,
    MetaData,
    Table,
    TypeDecorator,
    delete,
    inspect,
    select,
    text,
)
from sqlalchemy.orm import Mapper
from sqlalchemy.types import TypeEngine

from storage import schema
from storage.db import Base, Database

START = datetime(2026, 11, 21, 9, tzinfo=UTC)
OURS = "storage."
SERIAL = text(
    "SELECT table_name, pg_get_serial_sequence(table_name, column_name)"
    " FROM information_schema.columns WHERE column_default LIKE 'nextval%'"
)
Row = dict[str, Any]
Content = dict[str, list[Row]]


def mappers() -> list[Mapper[Any]]:
    schema.metadata()
    return [m for m in Base.registry.mappers if m.class_.__module__.startswith(OURS)]


def tables(connection: Connection) -> list[Table]:
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def fill(connection: Connection, rows: int) -> None:
    """So many in all, in equal shares. The newest of each table has been deleted since."""
    there = tables(connection)
    newest = 1 + ceil(rows / len(there))
    for table in there:
        connection.execute(table.insert(), [_row(table, n) for n in range(1, newest + 1)])
        key = next(iter(table.primary_key))
        connection.execute(delete(table).where(key == _value(key, newest)))
    if connection.dialect.name == "postgresql":  # which does not count ids that it is given
        for _, counter in connection.execute(SERIAL).all():
            connection.execute(
                text("SELECT setval(:counter, :n)"), {"counter": counter, "n": newest}
            )


def _row(table: Table, n: int) -> Row:
    return {column.name: _value(column, n) for column in table.columns}


def _value(column: Column[Any], n: int) -> Any:
    """The n-th of a table: no two of a column are the same, where that is possible."""
    if column.nullable and n % 3 == 0:
        return None
    kind = _type(column)
    if isinstance(kind, Enum):
        return kind.enums[n % len(kind.enums)]
    if isinstance(kind, JSON):
        return [n] if (column.table.name, column.name) in lists() else {"n": n, "é": "🙋"}
    return _plain(kind.python_type, column.name, n)


def _type(column: Column[Any]) -> TypeEngine[Any]:
    """By the models, where they know it: an enumeration is a string to the database."""
    known = schema.metadata().tables.get(column.table.name)
    ours = known.columns.get(column.name) if known is not None else None
    kind = column.type if ours is None else ours.type
    return kind.impl_instance if isinstance(kind, TypeDecorator) else kind


def _plain(kind: type, name: str, n: int) -> Any:
    made: dict[type, Any] = {
        bool: n % 2 == 0,
        int: n,
        float: n / 7,
        str: f"{name} {n} é🙋",
        bytes: bytes([n % 256]) * 3,
        date: START.date() + timedelta(days=n),
        time: time(n % 24, n % 60),
        datetime: START + timedelta(minutes=n),
    }
    return made[kind]


@cache
def lists() -> frozenset[tuple[str, str]]:
    """The columns whose JSON is a list, by what the models say."""
    found = set()
    for mapper in mappers():
        hints = get_type_hints(mapper.class_)
        for prop in mapper.column_attrs:
            column = prop.columns[0]
            if "list[" in str(hints.get(prop.key, "")) and isinstance(column, Column):
                found.add((column.table.name, column.name))
    return frozenset(found)


def content(connection: Connection) -> Content:
    return {
        table.name: [dict(row) for row in connection.execute(select(table)).mappings()]
        for table in tables(connection)
    }


def numbers(connection: Connection) -> dict[str, int]:
    """The last id that each table has given."""
    if connection.dialect.name == "postgresql":
        counters = connection.execute(SERIAL).all()
        last = "SELECT last_value FROM "
        return {table: connection.execute(text(last + it)).scalar_one() for table, it in counters}
    if not inspect(connection).has_table("sqlite_sequence"):
        return {}
    found = connection.execute(text("SELECT name, seq FROM sqlite_sequence"))
    return {str(name): int(seq) for name, seq in found}


def lost(before: Content, after: Content, *, down: bool = False) -> Iterator[str]:
    """What is not as it was, a line each: «table» or «table.column»."""
    for name, rows in before.items():
        if name not in after:
            if not down:
                yield name
        elif len(rows) != len(after[name]):
            yield f"{name}: {len(rows)} rows before, {len(after[name])} after"
        else:
            yield from _changed(name, rows, after[name], down=down)


def _changed(name: str, before: list[Row], after: list[Row], *, down: bool) -> Iterator[str]:
    for column in before[0] if before else ():
        if after and column not in after[0]:
            if not down:
                yield f"{name}.{column}"
        elif Counter(str(r[column]) for r in before) != Counter(str(r[column]) for r in after):
            yield f"{name}.{column}"


async def on(db: Database, work: Any, *args: Any) -> Any:
    async with db.connect() as connection:
        return await connection.run_sync(work, *args)
