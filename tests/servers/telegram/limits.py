"""Telegram's limits on sending, on or off.

Source: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: about 30
messages a second for a bot, one a second in a chat (short bursts are let through), 20 a minute
in a group. Edits count.
"""

import math
from dataclasses import dataclass, field

COUNTED = frozenset(
    [
        "sendmessage",
        "sendphoto",
        "senddocument",
        "sendmediagroup",
        "copymessage",
        "forwardmessage",
        "editmessagetext",
        "editmessagecaption",
        "editmessagemedia",
        "editmessagereplymarkup",
    ]
)


@dataclass(slots=True)
class Bucket:
    rate: float  # tokens a second
    burst: float
    at: float
    level: float

    def lacking(self, now: float) -> float:
        """Seconds until a token is there; 0 when there is one."""
        self.level = min(self.burst, self.level + (now - self.at) * self.rate)
        self.at = now
        return 0.0 if self.level >= 1 - 1e-9 else (1 - self.level) / self.rate


@dataclass
class Limits:
    """Rates a second; `group` a minute. Off until `on`."""

    on: bool = False
    overall: float = 30.0
    overall_burst: float = 5.0
    private: float = 1.0
    private_burst: float = 3.0
    group: float = 20.0
    refused: int = 0
    _all: Bucket | None = None
    _chats: dict[int, Bucket] = field(default_factory=dict)

    def retry_after(self, method: str, chat: int, now: float, cost: int = 1) -> int | None:
        """Whole seconds to wait, or None when the call may go through (and is counted)."""
        if not self.on or method not in COUNTED:
            return None
        if self._all is None:
            self._all = Bucket(self.overall, self.overall_burst, now, self.overall_burst)
        own = self._chats.get(chat) or self._open(chat, now)
        wait = max(self._all.lacking(now), own.lacking(now))
        if wait:
            self.refused += 1
            return math.ceil(wait)
        self._all.level -= cost
        own.level -= cost
        return None

    def reset(self) -> None:
        """Forgets what was sent: rates that were changed hold from here."""
        self._all = None
        self._chats.clear()

    def _open(self, chat: int, now: float) -> Bucket:
        if chat > 0:
            bucket = Bucket(self.private, self.private_burst, now, self.private_burst)
        else:
            bucket = Bucket(self.group / 60, self.group, now, self.group)
        self._chats[chat] = bucket
        return bucket
