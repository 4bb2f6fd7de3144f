"""The real adapter against the test Bot API server, with short waits."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from typing import TypeVar

import pytest

from bot.adapters.telegram import Telegram
from bot.adapters.telegram.polling import Pauses
from bot.adapters.telegram.times import Times
from bot.core import ChatRef, Event, Span, Wording
from bot.core.messages import Attachment, Key, Line
from tests.servers.telegram import TelegramServer, User

E = TypeVar("E", bound=Event)
QUICK = Times(
    poll=1,
    slack=0.5,
    answer=0.5,
    connect=0.5,
    upload=0.5,
    probe=0.05,
    pauses=Pauses(broken=0.02, down=0.05, kept=(0.02,)),
)
KEYBOARD = "abcdefghijklmnopqrstuv"
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
    b"\x1f\x15\xc4\x89\x00\x00\x00\nIDATx\x9cc\x00\x01\x00\x00\x05\x00\x01\r\n-\xb4\x00\x00\x00"
    b"\x00IEND\xaeB`\x82"
)


def line(text: str) -> Line:
    return (Span(text),)


def words(*texts: str, keys: tuple[Key, ...] = (), attachment: Attachment | None = None) -> Wording:
    lines = tuple(line(text) for text in texts)
    return Wording(lines, keys, KEYBOARD if keys else "", attachment)


def picture(data: bytes = PNG, alt: str = "") -> Attachment:
    return Attachment("tableau.png", "image/png", data, alt)


def place(chat: int, thread: int | str = "") -> ChatRef:
    return ChatRef("telegram", str(chat), str(thread))


class Inbox:
    """What stands for the engine's door: keeps batches, or fails as a full disk does."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.cursors: list[str] = []
        self.full = False
        self.refused = 0
        self._news = asyncio.Event()

    async def take(self, events: Sequence[Event], cursor: str) -> None:
        if self.full:
            self.refused += 1
            self._news.set()
            raise OSError(28, "No space left on device")
        self.events += events
        self.cursors.append(cursor)
        self._news.set()

    async def until(self, look: Callable[[], bool]) -> None:
        async with asyncio.timeout(15):
            while not look():
                self._news.clear()
                await self._news.wait()

    async def first(self, kind: type[E]) -> E:
        """The first event of that kind, waited for."""
        await self.until(lambda: any(isinstance(e, kind) for e in self.events))
        return next(e for e in self.events if isinstance(e, kind))


async def soon(look: Callable[[], bool]) -> None:
    """Wait for what rings no bell."""
    for _ in range(1500):
        if look():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came to that")


@contextlib.asynccontextmanager
async def listening(adapter: Telegram, inbox: Inbox, cursor: str = "") -> AsyncIterator[None]:
    task = asyncio.create_task(adapter.receive(inbox.take, cursor))
    try:
        yield
    finally:
        task.cancel()
        ended = await asyncio.gather(task, return_exceptions=True)
        assert isinstance(ended[0], asyncio.CancelledError), ended


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        server.world.updates.patient = False
        yield server


@pytest.fixture
async def adapter(server: TelegramServer) -> AsyncIterator[Telegram]:
    adapter = Telegram(server.token, server.url, times=QUICK)
    yield adapter
    await adapter.close()


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
async def heard(adapter: Telegram, inbox: Inbox) -> AsyncIterator[Inbox]:
    """The inbox of an adapter that is running."""
    async with listening(adapter, inbox):
        yield inbox


@pytest.fixture
async def ana(server: TelegramServer) -> User:
    """Someone who has started the bot; that update is read already."""
    user = server.user("Ana", username="ana_ide")
    await user.says("/start")
    server.world.updates.drop()
    return user
