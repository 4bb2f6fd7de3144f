"""Thousands of people and what they left, as copies of one who joined, was asked and answered:
whatever columns a table has, each copy has them too.

Ids of copies are negative, so that what comes after them counts on from where it was.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Table, insert, select, update

from bench.scene import LETTER
from bot.core import Lane
from bot.engine.wording import body
from storage.callouts import Asked
from storage.db import Base, Tx
from storage.inbox import Heard
from storage.keyboards import Keyboard, new_key
from storage.outbox import Delivery
from storage.outbox import State as Sent
from storage.people import Account, Member
from storage.places import Place
from storage.seats import Seat
from storage.seats import State as Answer
from tests.playground import Person

MANY = 10_000_000
Row = dict[str, Any]
SYLLABLES = ("ba", "do", "ri", "lu", "me", "na", "so", "vi", "ta", "ke")


class Copies:
    def __init__(self) -> None:
        self._of: dict[type[Base], Row] = {}

    async def read(self, tx: Tx, who: Person) -> None:
        """The rows of somebody who answered."""
        by_member = ((Account, Account.member_id), (Asked, Asked.member_id), (Seat, Seat.member_id))
        by_chat = ((Place, Place.chat), (Keyboard, Keyboard.chat), (Delivery, Delivery.chat))
        where: dict[type[Base], ColumnElement[bool]] = {Member: Member.id == who.id}
        where |= {kind: column == who.id for kind, column in by_member}
        where |= {kind: column == who.chat for kind, column in by_chat}
        where[Heard] = Heard.sender == who.account
        for kind, whose in where.items():
            row = (await tx.execute(select(_table(kind)).where(whose).limit(1))).mappings().first()
            assert row is not None, f"{who.account} left nothing in {_table(kind).name}"
            self._of[kind] = dict(row)

    async def add(self, tx: Tx, numbers: range) -> None:
        """As many members, answers, handled events, sent messages, and newsletters that wait."""
        call = self._of[Place]["card"].rpartition(":")[0]
        letter = {
            "state": Sent.DUE, "lane": int(Lane.NEWS), "message": None, "attempts": 0,
            "place_id": None, "sent_at": None, "body": body(LETTER),
        }  # fmt: skip

        def each(n: int) -> dict[type[Base], Row]:
            chat, member = {"chat": f"x{n}"}, {"member_id": -n}
            return {
                Member: {"id": -n, **named(n)},
                Account: {"account": f"x{n}", **chat, **member},
                Asked: member,
                Seat: {"turn": n, "state": Answer.MAYBE, **member},
                Place: {"id": f"p{n}", "card": f"{call}:{n}", "message": f"{n}", **chat},
                Keyboard: {"id": f"k{n}", "place_id": f"p{n}", **chat},
                Heard: {"id": -n, "key": f"x{n}", "sender": f"x{n}"},
                Delivery: {
                    "id": -n, "key": new_key(), "place_id": f"p{n}", "message": f"{n}",
                    "state": Sent.SENT, **chat,
                },
            }  # fmt: skip

        rows = [each(n) for n in numbers]
        for kind in self._of:
            await self._insert(tx, kind, (row[kind] for row in rows))
        waiting = ({"id": -MANY - n, "key": new_key(), "chat": f"x{n}", **letter} for n in numbers)
        await self._insert(tx, Delivery, waiting)

    async def owe_again(self, tx: Tx) -> None:
        """The newsletters that have left wait anew: a hundred would soon be none."""
        left = (Delivery.id <= -MANY, Delivery.state == Sent.SENT)
        await tx.execute(update(Delivery).where(*left).values(state=Sent.DUE))

    async def _insert(self, tx: Tx, kind: type[Base], rows: Iterable[Mapping[str, Any]]) -> None:
        await tx.execute(insert(_table(kind)), [{**self._of[kind], **row} for row in rows])


def _table(kind: type[Base]) -> Table:
    table = kind.__table__
    assert isinstance(table, Table)
    return table


def named(n: int) -> dict[str, str]:
    name = "".join(SYLLABLES[int(digit)] for digit in str(n)).capitalize()
    return {"name": name, "folded": f"{name.lower()} saint-aubin"}
