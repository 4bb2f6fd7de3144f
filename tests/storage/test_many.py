"""Thousands of rows are written as one is: the same values, the same defaults, in their order."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, inspect, select

from bot.core import Lane
from storage.alerts import Told
from storage.audit import AuditRow
from storage.db import Base, Database
from storage.keyboards import Keyboard, new_key
from storage.many import PLENTY, put
from storage.outbox import Delivery
from storage.places import Place
from storage.timers import Timer
from tests.storage import START

MANY = PLENTY + 30
Row = dict[str, Any]


def delivery(n: int) -> Row:
    return {
        "key": new_key(), "platform": "local", "chat": f"é{n}", "thread": "",
        "lane": int(Lane.NEWS),
        "place_id": None, "body": {"lines": [["À 9 h", True, ""]]} if n % 2 else None,
        "made_at": START, "due_at": START + timedelta(seconds=n),
    }  # fmt: skip


def place(n: int) -> Row:
    return {
        "card": f"call:{n}", "platform": "local", "chat": f"c{n}", "thread": "", "lang": "fr",
        "lane": 1, "made_at": START, "edit_after": START,
    }  # fmt: skip


def keyboard(n: int) -> Row:
    return {
        "id": new_key(), "platform": "local", "chat": f"c{n}", "thread": "", "place_id": None,
        "keys": [["Oui", "yes", {"call": n}, [], ""]], "at": START, "account": "", "until": None,
    }  # fmt: skip


def audited(n: int) -> Row:
    return {
        "at": START, "member_id": n, "account": "local:ana", "what": "call.sent", "on": f"call:{n}",
        "before": None, "after": {"people": n},
    }  # fmt: skip


def told(n: int) -> Row:
    return {"alert_id": 1, "member_id": n, "platform": "local", "told_at": START, "said": "",
            "again": 0, "elsewhere": ""}  # fmt: skip


def timer(n: int) -> Row:
    return {"job": "x.y", "args": {"call": n}, "due_at": START, "until": None, "name": ""}


@pytest.mark.parametrize(
    ("kind", "make"),
    [(Delivery, delivery), (Place, place), (Keyboard, keyboard), (AuditRow, audited), (Told, told),
     (Timer, timer)],
    ids=lambda one: getattr(one, "__name__", ""),
)  # fmt: skip
async def test_many_rows_read_as_those_that_are_written_one_by_one(
    db: Database, kind: type[Base], make: Callable[[int], Row]
) -> None:
    rows = [make(n) for n in range(MANY)]
    async with db.transaction() as tx:
        await put(tx, kind, rows)
    together = await read(db, kind)
    async with db.transaction() as tx:
        await tx.execute(delete(kind))
        for row in rows:
            await put(tx, kind, [row])
    assert together == await read(db, kind)
    assert len(together) == MANY


async def read(db: Database, kind: type[Base]) -> list[Row]:
    async with db.reading() as tx:
        keys = inspect(kind).primary_key
        found = (await tx.scalars(select(kind).order_by(*keys))).all()
    made = [shown(kind, one) for one in found]
    return made if kind in (AuditRow, Told, Timer, Delivery) else sorted(made, key=_number)


def _number(row: Row) -> int:
    return int(row["chat"][1:])


def shown(kind: type[Base], row: Base) -> Row:
    """Without what is drawn by lot or counted."""
    names = [one.key for one in inspect(kind).column_attrs if one.key not in ("id", "key")]
    return {name: getattr(row, name) for name in names}


async def test_what_is_drawn_by_lot_is_drawn_for_each_of_many(db: Database) -> None:
    async with db.transaction() as tx:
        await put(tx, Place, [place(n) for n in range(MANY)])
    async with db.reading() as tx:
        assert len(set(await tx.scalars(select(Place.id)))) == MANY
