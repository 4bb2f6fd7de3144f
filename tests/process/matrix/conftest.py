"""The bot as a process on Matrix, on either database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.process.conftest import ended
from tests.process.matrix.bot import MatrixBot
from tests.process.matrix.line import Log
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.proxy import Proxy


@pytest.fixture
async def bot_everywhere(
    tmp_path: Path, matrix: Matrix, proxy: Proxy, new_database: str
) -> AsyncIterator[MatrixBot]:
    """Not started yet. At the end it is killed, and its log must hold no secret."""
    account = await matrix.account("tocsin")
    bot = MatrixBot(tmp_path, new_database, matrix=matrix, account=account, line=Log(proxy))
    async with ended(bot):
        yield bot
