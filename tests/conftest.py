from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.playground import Playground


@pytest.fixture
async def play(tmp_path: Path) -> AsyncIterator[Playground]:
    play = Playground(f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}")
    await play.boot(fresh=True)
    yield play
    await play.shut()
