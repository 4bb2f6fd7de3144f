"""Updates pushed to the bot's own address, tried again until it answers 2xx.

Source: tdlib/telegram-bot-api WebhookActor.cpp: order is kept within a chat, up to
`max_connections` at once; the first retry is immediate, then the pause doubles from 1 s,
unless the answer says Retry-After.
"""

import asyncio
from dataclasses import dataclass
from typing import Any

import aiohttp

from tests.servers.telegram.history import History
from tests.servers.telegram.updates import Update, Updates

LONGEST_PAUSE = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Hook:
    url: str
    secret: str
    connections: int


class Webhook:
    def __init__(self, updates: Updates, history: History) -> None:
        self.hook: Hook | None = None
        self.last_error: tuple[int, str] | None = None
        self.pause = 1.0  # seconds before the second retry; tests may shorten it
        self._updates, self._history = updates, history
        self._session: aiohttp.ClientSession | None = None
        self._queues: dict[object, asyncio.Queue[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(1)
        updates.on_push = self._queue

    async def set(self, hook: Hook | None) -> None:
        await self.close()
        self.hook = hook
        if hook:
            self._slots = asyncio.Semaphore(hook.connections)
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60))
            for update in self._updates.waiting:
                self._queue(update)

    async def close(self) -> None:
        tasks, self._tasks = self._tasks, set()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._queues.clear()
        self.hook = self.last_error = None
        if self._session:
            await self._session.close()
            self._session = None

    def _queue(self, update: Update) -> None:
        """Gives the update to the queue of its chat."""
        if not self.hook:
            return
        key = _chat_of(update.payload)
        if key not in self._queues:
            queue = self._queues[key] = asyncio.Queue()
            self._tasks.add(asyncio.create_task(self._deliver_all(queue)))
        self._queues[key].put_nowait(update)

    async def _deliver_all(self, queue: asyncio.Queue[Update]) -> None:
        while True:
            update = await queue.get()
            pause, failures = self.pause, 0
            while (wait := await self._deliver(update)) is not None:
                failures += 1
                if failures > 1:
                    pause = min(pause * 2, LONGEST_PAUSE)
                await asyncio.sleep(wait or (pause if failures > 1 else 0))
            self._updates.waiting.remove(update)
            self._history.confirmed([update.id], self._updates.now())

    async def _deliver(self, update: Update) -> float | None:
        """None when it was accepted, else the seconds that the answer asks to wait, or 0."""
        hook, session = self.hook, self._session
        assert hook
        assert session
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
        async with self._slots:
            self._history.delivered([update.id], self._updates.now(), "webhook")
            try:
                async with session.post(hook.url, json=update.json(), headers=headers) as answer:
                    if answer.ok:
                        return None
                    error = f"Wrong response from the webhook: {answer.status} {answer.reason}"
                    wait = float(answer.headers.get("Retry-After", 0))
            except (aiohttp.ClientError, TimeoutError, OSError):
                error, wait = "Webhook connection closed", 0.0
        self.last_error = (int(self._updates.now()), error)
        return wait


def _chat_of(payload: dict[str, Any]) -> object:
    """The chat of a message, the person who pressed: what the real server orders by."""
    chat = payload.get("chat") or payload.get("from") or {}
    return chat.get("id")
