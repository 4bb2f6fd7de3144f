"""What a card sees while it is worded: the truth, the reader's language, the kind of chat."""

from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from bot.core import ChatRef, Lang
from bot.engine.registry import Parts
from storage.db import Tx

T = TypeVar("T")


@dataclass(frozen=True)
class View:
    """Nothing here can write: a card only shows."""

    tx: Tx
    parts: Parts
    now: datetime
    where: ChatRef
    lang: Lang
    simple: bool = False
    shared: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    @property
    def private(self) -> bool:
        return self.parts.is_private(self.where)

    @property
    def zone(self) -> ZoneInfo:
        return self.parts.zone

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    async def once(self, key: Hashable, make: Callable[[], Awaitable[T]]) -> T:
        """What many copies that are worded together have in common: made for the first of them.
        A whole message that is the same is put into words once for each language."""
        if key not in self.shared:
            self.shared[key] = await make()
        found: T = self.shared[key]
        return found
