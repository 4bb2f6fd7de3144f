from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers import basics
from tests.engine import kit
from tests.engine.kit import parts
from tests.playground import Playground


@pytest.fixture
async def play(tmp_path: Path) -> AsyncIterator[Playground]:
    """A playground with the kit's feature only."""
    parts.bugs.clear()
    parts.heard.clear()
    features = (basics.feature, kit.feature)
    play = Playground(f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}", features)
    await play.boot(fresh=True)
    yield play
    await play.shut()
