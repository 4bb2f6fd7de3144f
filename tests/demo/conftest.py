"""A small demo on a free port, with the little feature."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo import Demo, web
from bot.web import Web
from handlers import basics
from tests.demo import little
from tests.demo.little.joining import LittleRoster

PEOPLE = 16


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[Demo]:
    """Running and settled in; scenes type at once."""
    demo = Demo(
        tmp_path, LittleRoster, haste=0.0, most=PEOPLE, features=(basics.feature, little.feature)
    )
    await demo.start()
    await demo.settled()
    yield demo
    await demo.stop()


@pytest.fixture
async def server(demo: Demo) -> AsyncIterator[Web]:
    server = web(demo, "127.0.0.1", 0)
    await server.start()
    yield server
    await demo.page.close()
    await server.stop()
