"""What a transaction owes: gathered while handlers run, written together before the commit."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.core import ChatRef, Lang, Role
from storage import places
from storage.audit import AuditRow
from storage.db import Tx
from storage.keyboards import Keyboard
from storage.outbox import Delivery
from storage.places import Place
from storage.timers import Timer


@dataclass
class Owed:
    """Lists only grow, so that one event's share can be dropped by cutting them back."""

    places: list[Place] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)
    keyboards: list[Keyboard] = field(default_factory=list)
    timers: list[Timer] = field(default_factory=list)
    audit: list[AuditRow] = field(default_factory=list)
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
        for row in reversed(self.places):
            if row.card == card and row.where == chat:
                return row
        return None

    def drop_timers(self, name: str) -> None:
        self.timers[:] = [t for t in self.timers if t.name != name]

    @property
    def empty(self) -> bool:
        return not any(self._lists())

    async def write(self, tx: Tx, now: datetime) -> None:
        for rows in (self.places, self.keyboards, self.deliveries, self.timers, self.audit):
            tx.add_all(rows)
        await tx.flush()
        exact = {card for card, children in self.touched if not children}
        whole = {card for card, children in self.touched if children}
        await places.touch(tx, exact - whole)
        await places.touch(tx, whole, children=True)
