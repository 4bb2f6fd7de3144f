from collections.abc import AsyncIterator

import pytest

from tests.engine.away import Forgetful
from tests.people.two_apps import Other
from tests.playground import Playground


@pytest.fixture
async def play(sqlite_url: str) -> AsyncIterator[Playground]:
    play = Playground(sqlite_url, platform=Forgetful, more=[Other])
    await play.boot()
    yield play
    await play.shut()
