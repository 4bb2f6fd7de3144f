from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import aiohttp
import pytest
from telegram import Bot

from tests.servers.telegram import TelegramServer, User

Raw = Callable[..., Coroutine[Any, Any, dict[str, Any]]]


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        server.world.updates.patient = False
        yield server


@pytest.fixture
async def bot(server: TelegramServer, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    """The stock library, as it comes, but for the type of `retry_after` that it announces."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    base, files = f"{server.url}/bot", f"{server.url}/file/bot"
    async with Bot(server.token, base_url=base, base_file_url=files) as bot:
        yield bot


@pytest.fixture
async def raw(server: TelegramServer) -> AsyncIterator[Raw]:
    """A call without any library: the answer, as JSON."""
    async with aiohttp.ClientSession() as session:

        async def call(method: str, **params: Any) -> dict[str, Any]:
            url = f"{server.url}/bot{server.token}/{method}"
            async with session.post(url, json=params) as response:
                answer: dict[str, Any] = await response.json()
                assert response.status == answer.get("error_code", 200)
                return answer

        yield call


@pytest.fixture
async def ana(server: TelegramServer) -> User:
    user = server.user("Ana", username="ana_ide")
    await user.says("/start")
    return user
