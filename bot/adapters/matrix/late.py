"""Encrypted events whose key is not here yet: it may come a moment later, in another sync.

Until it has come, or has been waited for long enough, the cursor stays before the event: whatever
happens to this process, it is told again.
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bot.adapters.matrix.client import Client, Raw
from bot.adapters.matrix.times import Times


@dataclass(frozen=True, slots=True)
class Waiting:
    room: str
    raw: Raw
    since: str
    until: float


class Late:
    """`ring` calls for the upkeep of sessions."""

    def __init__(self, client: Client, times: Times, ring: Callable[[], None]) -> None:
        self._client, self._times, self._ring = client, times, ring
        self._waiting: dict[str, Waiting] = {}
        self._given_up: dict[str, None] = {}
        self._healed: dict[str, float] = {}
        self._said: dict[str, float] = {}

    def wait(self, room: str, raw: Raw, since: str) -> None:
        key = str(raw.get("event_id"))
        if key not in self._waiting and key not in self._given_up:
            until = self._now() + self._times.late
            self._waiting[key] = Waiting(room, raw, since, until)

    def opened(self) -> Iterator[tuple[str, Raw]]:
        """Those whose key has come, in clear."""
        for key, one in list(self._waiting.items()):
            plain = self._client.opened(one.room, one.raw)
            if plain is not None:
                del self._waiting[key]
                yield one.room, plain

    def given_up(self) -> Iterator[tuple[str, Raw]]:
        """Those for which nothing has come; of many in a room, one. Their senders get a new
        session, so that what they write next can be read."""
        now = self._now()
        for key, one in list(self._waiting.items()):
            if one.until > now:
                continue
            del self._waiting[key]
            self._remember(key)
            self._heal(one.raw, now)
            if now >= self._said.get(one.room, now):
                self._said[one.room] = now + self._times.hush
                yield one.room, one.raw

    def soonest(self) -> float | None:
        """Seconds until one is given up."""
        ends = [one.until for one in self._waiting.values()]
        return max(0.0, min(ends) - self._now()) if ends else None

    def cursor(self, next_batch: str) -> str:
        """From where all of them would be told again."""
        for one in self._waiting.values():  # the oldest first
            return one.since
        return next_batch

    def _remember(self, key: str) -> None:
        self._given_up[key] = None
        while len(self._given_up) > 1000:
            del self._given_up[next(iter(self._given_up))]

    def _heal(self, raw: Raw, now: float) -> None:
        content = raw.get("content")
        named = content.get("device_id") if isinstance(content, Mapping) else ""
        device = f"{raw.get('sender')} {named}"
        if now >= self._healed.get(device, now):
            self._healed[device] = now + self._times.heal
            self._client.heal(raw)
            self._ring()

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()
