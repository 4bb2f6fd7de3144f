"""Whether a platform takes what we send: told from how sends end, one platform at a time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.core.errors import SendFailed

PATIENCE = timedelta(seconds=60)
"""Without one send that went through, before people are reached elsewhere."""


class Turn(StrEnum):
    DOWN = "down"
    BACK = "back"


@dataclass(frozen=True)
class Health:
    """`since` is the first failure after the last success, `down` whether that was said."""

    since: datetime | None = None
    down: bool = False

    def after(
        self, ends: Sequence[SendFailed | None], now: datetime
    ) -> tuple["Health", Turn | None]:
        """What these ends of sends (None: it went through) make of it, and whether it turned."""
        if any(end is None or _answered(end) for end in ends):
            return Health(), Turn.BACK if self.down else None
        if not ends:
            return self, None
        found = replace(self, since=self.since or now)
        assert found.since is not None
        if not found.down and now - found.since >= PATIENCE:
            return replace(found, down=True), Turn.DOWN
        return found, None


def _answered(no: SendFailed) -> bool:
    """The platform is there and has judged: this chat is gone, or this message is wrong."""
    return no.permanent or no.gone or no.moved is not None
