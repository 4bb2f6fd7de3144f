"""Many rows at once: one statement a table, without the bookkeeping of single objects."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import Executable, insert, inspect

from storage.db import Base, Tx

Row = Base | Mapping[str, Any]
"""An object that no transaction knows, or the values of its attributes."""


async def for_each(tx: Tx, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> None:
    """Run it for each of these parameters, all in one trip; for none, not at all."""
    if rows:
        connection = await tx.connection()
        await connection.execute(statement, list(rows))


async def put(tx: Tx, kind: type[Base], rows: Iterable[Row]) -> None:
    """Insert these, in their order. What a row leaves out gets the column's default."""
    named = [_values(kind, row) for row in rows]
    for _, alike in groupby(named, key=list):
        await for_each(tx, insert(kind.__table__), list(alike))  # type: ignore[arg-type]


def _values(kind: type[Base], row: Row) -> dict[str, Any]:
    there = row if isinstance(row, Mapping) else vars(row)
    return {column: there[name] for name, column in _columns(kind) if name in there}


@cache
def _columns(kind: type[Base]) -> tuple[tuple[str, str], ...]:
    """(attribute, column) in the order of the table."""
    return tuple((found.key, found.columns[0].name) for found in inspect(kind).column_attrs)
