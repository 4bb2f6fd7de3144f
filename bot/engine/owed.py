"""What a transaction owes: gathered while handlers run, written together before the commit."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.core import ChatRef, Lang, Role
from storage import places
from storage.audit import AuditRow
from storage.db import Tx
from storage.keyboards import Keyboard
from storage.many import put
from storage.outbox import Delivery
from storage.places import Place
from storage.timers import Timer


@dataclass
class Owed:
    """Lists only grow, so that one event's share can be dropped by cutting them back.

    A copy of a card that was dealt is a row of plain values until somebody asks for it: an alert
    to thousands makes no thousands of objects.
    """

    places: list[Place | dict[str, Any]] = field(default_factory=list)
    deliveries: list[dict[str, Any]] = field(default_factory=list)
    keyboards: list[dict[str, Any]] = field(default_factory=list)
    timers: list[Timer] = field(default_factory=list)
    audit: list[dict[str, Any]] = field(default_factory=list)
    touched: list[tuple[str, bool]] = field(default_factory=list)
    menus: list[tuple[ChatRef, Role, Lang]] = field(default_factory=list)
    notices: dict[str, str] = field(default_factory=dict)

    def mark(self) -> tuple[int, ...]:
        return tuple(len(rows) for rows in self._lists())

    def cut(self, mark: tuple[int, ...]) -> None:
        for rows, length in zip(self._lists(), mark, strict=True):
            del rows[length:]

    def _lists(self) -> tuple[list[Any], ...]:
        return (
            self.places, self.deliveries, self.keyboards, self.timers, self.audit, self.touched,
            self.menus,
        )  # fmt: skip

    def place(self, card: str, chat: ChatRef) -> Place | None:
        """A place made in this very transaction, not written yet."""
        for index in range(len(self.places) - 1, -1, -1):
            row = self.places[index]
            named = row["card"] if isinstance(row, dict) else row.card
            if named == card and (found := self._made(index)).where == chat:
                return found
        return None

    def place_of(self, place_id: str) -> Place | None:
        """The same, by its id."""
        for index, row in enumerate(self.places):
            if place_id == (row["id"] if isinstance(row, dict) else row.id):
                return self._made(index)
        return None

    def _made(self, index: int) -> Place:
        row = self.places[index]
        if isinstance(row, dict):
            row = self.places[index] = Place(**row)
        return row

    def drop_timers(self, name: str) -> None:
        self.timers[:] = [t for t in self.timers if t.name != name]

    @property
    def empty(self) -> bool:
        return not any(self._lists())

    async def write(self, tx: Tx, now: datetime) -> None:
        await tx.flush()
        await put(tx, Place, self.places)
        await put(tx, Keyboard, self.keyboards)
        await put(tx, Delivery, self.deliveries)
        await put(tx, Timer, self.timers)
        await put(tx, AuditRow, self.audit)
        exact = {card for card, children in self.touched if not children}
        whole = {card for card, children in self.touched if children}
        await places.touch(tx, exact - whole)
        await places.touch(tx, whole, children=True)
