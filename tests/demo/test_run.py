"""The demo as a whole: it says where it is, and an interrupt ends it cleanly."""

import asyncio
import os
import signal
from pathlib import Path

import pytest
from aiohttp import ClientError, ClientSession

from bot.demo import Demo, show
from handlers import basics
from tests.demo import little
from tests.demo.little.joining import LittleRoster
from tests.demo.visit import until


def small(folder: Path) -> Demo:
    return Demo(folder, LittleRoster, haste=0.0, most=4, features=(basics.feature, little.feature))


async def test_it_says_its_address_and_an_interrupt_ends_it(tmp_path: Path) -> None:
    said: list[str] = []
    demo = small(tmp_path)
    running = asyncio.create_task(show(demo, "127.0.0.1", 0, said.append, open_browser=False))
    await until(lambda: len(said) == 2)
    address = said[0].rpartition(" ")[2]
    async with ClientSession() as session:
        assert (await session.get(address)).status == 200
        await demo.settled()
        assert (await session.get(f"{address}readyz")).status == 200
        os.kill(os.getpid(), signal.SIGINT)
        await running
        with pytest.raises(ClientError):
            await session.get(address)


async def test_a_port_that_is_taken_is_no_obstacle(tmp_path: Path) -> None:
    taken = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 0)
    port = taken.sockets[0].getsockname()[1]
    said: list[str] = []
    demo = small(tmp_path)
    running = asyncio.create_task(show(demo, "127.0.0.1", port, said.append, open_browser=False))
    await until(lambda: len(said) == 2)
    assert f":{port}/" not in said[0]
    await demo.settled()
    os.kill(os.getpid(), signal.SIGTERM)
    await running
    taken.close()
