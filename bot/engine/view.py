"""What a card sees while it is worded: the truth, the reader's language, the kind of chat."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.core import ChatRef, Lang
from bot.engine.registry import Parts
from storage.db import Tx


@dataclass(frozen=True)
class View:
    """Nothing here can write: a card only shows."""

    tx: Tx
    parts: Parts
    now: datetime
    where: ChatRef
    lang: Lang
    simple: bool = False

    @property
    def private(self) -> bool:
        return self.parts.is_private(self.where)

    @property
    def zone(self) -> ZoneInfo:
        return self.parts.zone

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()
