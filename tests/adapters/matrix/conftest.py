from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.adapters.matrix.bot import Bot, running
from tests.adapters.matrix.device import Device, on_its_own
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.proxy import Proxy


@pytest.fixture
async def bot(matrix: Matrix, sqlite_url: str, tmp_path: Path) -> AsyncIterator[Bot]:
    async with running(matrix, sqlite_url, tmp_path / "matrix") as bot:
        yield bot


@pytest.fixture
async def device(matrix: Matrix, proxy: Proxy, tmp_path: Path) -> AsyncIterator[Device]:
    """The adapter alone, behind a line that can fail."""
    account = await matrix.account("tocsin")
    async with on_its_own(account, proxy.url, tmp_path / "matrix") as device:
        yield device
