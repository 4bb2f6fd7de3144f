"""The bot as a process: it answers, it is alone on its file, and it ends when it is told to."""

import asyncio
import contextlib
import json
import resource
import signal
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from tests.cli.conftest import configure, on_telegram, process
from tests.ports import free_port
from tests.servers.telegram import TOKEN, TelegramServer

pytestmark = pytest.mark.process


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        yield server


@pytest.fixture
def port(home: Path, server: TelegramServer) -> int:
    """Where the bot's own web server listens; the bot is configured for the test server."""
    found = free_port()
    configure(home, on_telegram(server.url, found))
    return found


async def healthy(port: int, bot: Process, path: str = "readyz") -> dict[str, bool]:
    """Wait until the bot says that all is well; if it ended instead, say what it said."""
    async with asyncio.timeout(45), aiohttp.ClientSession() as session:
        while True:
            with contextlib.suppress(aiohttp.ClientError):
                async with session.get(f"http://127.0.0.1:{port}/{path}") as answer:
                    if answer.status == 200:
                        return dict(await answer.json()) if path == "readyz" else {}
            if bot.returncode is not None:
                _, said = await bot.communicate()
                raise AssertionError(f"it ended with {bot.returncode}: {said.decode()}")
            await asyncio.sleep(0.05)


async def test_it_answers_and_ends_in_order(home: Path, server: TelegramServer, port: int) -> None:
    ana = server.user("Ana")
    async with process(home, "run") as bot:
        assert await healthy(port, bot) == {"database": True, "events": True, "telegram": True}
        await ana.says("/start")
        await ana.sees("invitation")
        told = time.perf_counter()
        bot.send_signal(signal.SIGTERM)
        _, log = await bot.communicate()
        assert time.perf_counter() - told < 10
        assert bot.returncode == 0, log.decode()
    assert TOKEN not in log.decode()


async def test_a_second_one_on_the_same_file_refuses_and_says_why(home: Path, port: int) -> None:
    async with process(home, "run") as first:
        await healthy(port, first)
        before = work_done()
        async with process(home, "run") as second:
            _, said = await second.communicate()
        assert second.returncode == 4
        assert f"tocsin.db is in use by process {first.pid}" in said.decode()
        assert "One process per SQLite file" in said.decode()
        assert work_done() - before < 2, "seconds of work: it is told before it loads anything"
        assert first.returncode is None


async def test_beside_a_running_bot_one_can_invite(
    home: Path, server: TelegramServer, port: int
) -> None:
    """A first day: the bot runs, then its first administrator comes in by the link."""
    ana = server.user("Ana")
    async with process(home, "run") as bot:
        await healthy(port, bot)
        async with process(home, "admin", "invite", "--json") as invite:
            said, _ = await invite.communicate()
        link = json.loads(said)["links"]["telegram"]
        assert link.startswith("https://t.me/")
        await ana.says(f"/start {link.partition('start=')[2]}")
        seen = await ana.sees("Bienvenue")
    assert "invitation" not in seen.text


async def test_a_port_that_is_taken_is_said_with_another(home: Path, port: int) -> None:
    taken = await asyncio.start_server(lambda _, __: None, "127.0.0.1", port)
    async with taken, process(home, "run") as bot:
        _, said = await bot.communicate()
    assert bot.returncode == 3
    assert f"cannot listen on 127.0.0.1:{port}" in said.decode()
    assert "[web]" in said.decode()


async def test_without_a_network_it_starts_and_waits(home: Path) -> None:
    port = free_port()
    configure(home, on_telegram("http://127.0.0.1:1", port))
    async with process(home, "run") as bot:
        await healthy(port, bot, "healthz")
        bot.send_signal(signal.SIGINT)
        _, log = await bot.communicate()
    assert bot.returncode == 0, log.decode()
    assert "Traceback" not in log.decode()


def work_done() -> float:
    """Seconds of processor that our ended children took: the same on a busy machine."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


async def test_the_demo_shows_its_page_and_ends_when_told(tmp_path: Path) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}/"
    async with process(tmp_path, "demo", "--port", str(port), "--no-browser") as demo:
        assert demo.stdout is not None
        assert url in (await demo.stdout.readline()).decode()
        async with aiohttp.ClientSession() as session, session.get(url) as page:
            assert page.status == 200
            assert "<html" in await page.text()
        await demo.stdout.readline()
        demo.send_signal(signal.SIGTERM)
        _, log = await demo.communicate()
    assert demo.returncode == 0, log.decode()
    assert "Traceback" not in log.decode()
