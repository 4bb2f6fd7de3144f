"""The demo is for this machine, and for its own page."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientSession, WSServerHandshakeError

from bot.demo import Demo, web
from bot.web import Web
from handlers import basics
from tests.demo import little
from tests.demo.little.joining import LittleRoster


@pytest.fixture
def demo(tmp_path: Path) -> Demo:
    """Not started: who may see the page does not depend on what is on it."""
    return Demo(tmp_path, LittleRoster, most=2, features=(basics.feature, little.feature))


@pytest.fixture
async def server(demo: Demo) -> AsyncIterator[Web]:
    server = web(demo, "127.0.0.1", 0)
    await server.start()
    yield server
    await server.stop()


@pytest.mark.parametrize("host", ["demo.example", "evil.127.0.0.1.nip.example:80", "127.0.0.1:1"])
async def test_another_name_for_this_machine_gets_nothing(server: Web, host: str) -> None:
    async with ClientSession(server.url) as session:
        for path in ("/", "/demo/js/main.js", "/healthz", "/demo/socket"):
            answer = await session.get(path, headers={"Host": host})
            assert answer.status == 421
            assert "CPTS" not in await answer.text()


async def test_localhost_is_this_machine(server: Web) -> None:
    async with ClientSession(server.url) as session:
        answer = await session.get("/", headers={"Host": f"localhost:{server.port}"})
        assert answer.status == 200


@pytest.mark.parametrize("origin", ["http://demo.example", "null", "http://127.0.0.1:1", None])
async def test_another_page_cannot_open_the_socket(server: Web, origin: str | None) -> None:
    async with ClientSession(server.url) as session:
        with pytest.raises(WSServerHandshakeError) as refused:
            await session.ws_connect("/demo/socket", origin=origin)
        assert refused.value.status == 403


async def test_the_page_may_load_nothing_from_elsewhere_and_run_nothing_inline(
    server: Web,
) -> None:
    async with ClientSession(server.url) as session:
        policy = (await session.get("/")).headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize(
    "path",
    ["../page.py", "..%2Fpage.py", "%2e%2e/assets.py", "js/../../page.py", "fonts/OFL-figtree.txt"],
)
async def test_nothing_but_the_page_is_served(server: Web, path: str) -> None:
    async with ClientSession(server.url) as session:
        assert (await session.get(f"/demo/{path}")).status == 404


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::", ""])
async def test_it_listens_nowhere_else(demo: Demo, host: str) -> None:
    with pytest.raises(ValueError, match="this machine only"):
        web(demo, host, 0)
