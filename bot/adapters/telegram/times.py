"""How long Telegram is waited for, and how long it waits for us."""

from dataclasses import dataclass, field
from datetime import timedelta

from bot.adapters.telegram.polling import Pauses

KEPT = timedelta(hours=24)
"""For as long it keeps what nobody fetches: https://core.telegram.org/bots/api#getting-updates."""


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds. A poll waits `poll` for news and `slack` more for the answer to arrive; together
    they are how long a connection that is dead at the other end can fool us."""

    poll: int = 9
    slack: float = 4.0
    answer: float = 10.0
    connect: float = 5.0
    upload: float = 60.0
    probe: float = 5.0
    pauses: Pauses = field(default_factory=Pauses)
