"""The queue of updates that wait for the bot, and what getUpdates promises about it."""

import asyncio
import itertools
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.servers.telegram.errors import CONFLICT_POLL, CONFLICT_SET, ApiError
from tests.servers.telegram.history import History

Json = dict[str, Any]
FIRST_UPDATE = 700_000_001
UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
FUTURE = 10  # an offset further ahead than this is not believed


@dataclass(frozen=True, slots=True)
class Update:
    id: int
    at: float
    kind: str
    payload: Json

    def json(self) -> Json:
        return {"update_id": self.id, self.kind: self.payload}


class Updates:
    """`lifetime` in seconds; `patient` imitates the real pauses (3 s) against hasty polling."""

    def __init__(self, history: History, now: Callable[[], float]) -> None:
        self._history, self.now = history, now
        self._numbers = itertools.count(FIRST_UPDATE)
        self._tail = FIRST_UPDATE  # the next number
        self.waiting: deque[Update] = deque()
        self.allowed: frozenset[str] | None = None  # None: all but UNASKED
        self.lifetime, self.patient = 86_400.0, True
        self.on_push: Callable[[Update], None] = lambda update: None
        self._poll: asyncio.Future[None] | None = None
        self._last_poll: tuple[int, float] = (-1, -100.0)
        self._next_conflict = 0.0

    def push(self, kind: str, payload: Json) -> None:
        if kind in UNASKED if self.allowed is None else kind not in self.allowed:
            return
        update = Update(next(self._numbers), self.now(), kind, payload)
        self._tail = update.id + 1
        self.waiting.append(update)
        self._history.created(update.id, {kind: payload}, update.at)
        self._wake()
        self.on_push(update)

    def allow(self, kinds: list[str] | None) -> None:
        """An absent list keeps the setting; an empty one restores the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    async def get(self, offset: int, limit: int, seconds: float) -> list[Json]:
        loop = asyncio.get_running_loop()
        last, when = self._last_poll
        since = loop.time() - when
        self._last_poll = (offset, loop.time())
        if self.patient and offset == last and since < 3.0:
            seconds = max(seconds, 3.0)
            limit = 1 if since < 0.5 else limit
        self._forget(offset)
        if not self.waiting and seconds:
            await self._wait(seconds)
        return self._take(limit)

    def abort(self, description: str) -> None:
        """The getUpdates that is waiting, if any, is answered 409."""
        if self._poll and not self._poll.done():
            self._poll.set_exception(ApiError(409, description))

    def begin_webhook(self) -> None:
        self.abort(CONFLICT_SET)

    def drop(self) -> None:
        self._history.dropped([update.id for update in self.waiting], self.now())
        self.waiting.clear()

    def expire(self) -> None:
        old = self.now() - self.lifetime
        gone = []
        while self.waiting and self.waiting[0].at < old:
            gone.append(self.waiting.popleft().id)
        self._history.dropped(gone, self.now())

    def _forget(self, offset: int) -> None:
        self.expire()
        if offset < 0:
            keep = min(len(self.waiting), -offset)
            offset = self.waiting[-keep].id if keep else 0
        if offset <= 0 or offset > self._tail + FUTURE:
            return
        done = []
        while self.waiting and self.waiting[0].id < offset:
            done.append(self.waiting.popleft().id)
        self._history.confirmed(done, self.now())

    async def _wait(self, seconds: float) -> None:
        self.abort(CONFLICT_POLL)
        mine = self._poll = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait([mine], timeout=seconds)
            if mine.done():
                mine.result()
        except ApiError:
            await self._hold_conflict()
            raise
        finally:
            if self._poll is mine:
                self._poll = None

    async def _hold_conflict(self) -> None:
        """The first 409 comes at once, those of the next 3 seconds 3 seconds later."""
        now = asyncio.get_running_loop().time()
        if now >= self._next_conflict:
            self._next_conflict = now + 3.0
        elif self.patient:
            await asyncio.sleep(3.0)

    def _take(self, limit: int) -> list[Json]:
        taken = list(itertools.islice(self.waiting, limit))
        self._history.delivered([update.id for update in taken], self.now(), "getUpdates")
        return [update.json() for update in taken]

    def _wake(self) -> None:
        if self._poll and not self._poll.done():
            self._poll.set_result(None)
