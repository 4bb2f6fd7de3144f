from collections.abc import AsyncIterator

import pytest

from tests.engine.away import Forgetful
from tests.people.two_apps import Other
from tests.playground import Playground, playing


@pytest.fixture
async def play(sqlite_url: str) -> AsyncIterator[Playground]:
    async with playing(sqlite_url, Forgetful, [Other]) as play:
        yield play
