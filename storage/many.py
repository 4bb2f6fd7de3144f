"""Many rows at once: one statement a table, without the bookkeeping of single objects."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import Dialect, Executable, insert, inspect

from storage.db import Base, Tx

Row = Base | Mapping[str, Any]
"""An object that no transaction knows, or the values of its attributes."""

PLENTY = 100
"""Rows from which on it pays to write their parameters without SQLAlchemy."""


async def for_each(tx: Tx, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> None:
    """Run it for each of these parameters, all in one trip; for none, not at all."""
    if rows:
        connection = await tx.connection()
        await connection.execute(statement, list(rows))


async def put(tx: Tx, kind: type[Base], rows: Iterable[Row]) -> None:
    """Insert these, in their order. What a row leaves out gets the column's default."""
    named = [_values(kind, row) for row in rows]
    for columns, alike in groupby(named, key=list):
        many = list(alike)
        if len(many) > PLENTY and (found := _written(kind, tuple(columns), tx.get_bind().dialect)):
            statement, parameters = found
            connection = await tx.connection()
            await connection.exec_driver_sql(statement, parameters(many))
        else:
            await for_each(tx, insert(kind.__table__), many)  # type: ignore[arg-type]


def _values(kind: type[Base], row: Row) -> dict[str, Any]:
    if isinstance(row, dict) and _same_names(kind):
        return row
    there = row if isinstance(row, Mapping) else vars(row)
    return {column: there[name] for name, column in _columns(kind) if name in there}


@cache
def _columns(kind: type[Base]) -> tuple[tuple[str, str], ...]:
    """(attribute, column) in the order of the table."""
    return tuple((found.key, found.columns[0].name) for found in inspect(kind).column_attrs)


@cache
def _same_names(kind: type[Base]) -> bool:
    return all(name == column for name, column in _columns(kind))


Parameters = Callable[[Sequence[Mapping[str, Any]]], list[Any]]


@cache
def _written(
    kind: type[Base], columns: tuple[str, ...], dialect: Dialect
) -> tuple[str, Parameters] | None:
    """The statement as the driver takes it, and how rows become its parameters, a column at a
    time: row by row, as SQLAlchemy does it, took longer than SQLite does for the rows. None where a
    column that is left out has a default that is worked out."""
    table = kind.__table__
    left = [c for c in table.columns if c.name not in columns and c.default is not None]
    if any(not c.default.is_scalar for c in left):
        return None
    usual = {c.name: c.default.arg for c in left}
    given = [*columns, *usual]
    compiled = insert(table).inline().compile(dialect=dialect, column_keys=given)  # type: ignore[arg-type]
    order = compiled.positiontup or given
    makes = {
        name: table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in order
    }

    def column(name: str, rows: Sequence[Mapping[str, Any]]) -> Iterable[Any]:
        make = makes[name]
        if name in usual:
            value = make(usual[name]) if make else usual[name]
            return [value] * len(rows)
        values = [row[name] for row in rows]
        return map(make, values) if make else values

    def parameters(rows: Sequence[Mapping[str, Any]]) -> list[Any]:
        together = zip(*(column(name, rows) for name in order), strict=True)
        if compiled.positiontup:
            return list(together)
        return [dict(zip(order, one, strict=True)) for one in together]

    return str(compiled), parameters
