"""The ground the tests stand on: nothing missing goes unnoticed, and nobody phones home."""

import asyncio
import socket

import aiohttp
import pytest

from tests import needs
from tests.needs import need
from tests.network import NetworkIsOff


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a browser."""
    there = {**needs.NEEDS, "chromium": (lambda: None, "no Chromium here")}
    monkeypatch.setattr(needs, "NEEDS", there)


@pytest.mark.usefixtures("bare")
def test_what_is_missing_is_skipped_with_its_reason() -> None:
    with pytest.raises(pytest.skip.Exception, match="no Chromium here"):
        need("chromium", required="")


@pytest.mark.usefixtures("bare")
def test_what_is_missing_and_required_fails() -> None:
    with pytest.raises(pytest.fail.Exception, match="TOCSIN_REQUIRE asks for it"):
        need("chromium", required="postgres, chromium")


def test_what_is_there_is_neither() -> None:
    need("postgres", required="postgres")


def test_no_other_machine_is_reached() -> None:
    with socket.socket() as line, pytest.raises(NetworkIsOff):
        line.connect(("192.0.2.1", 80))
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("api.telegram.org", 443)


async def test_not_by_the_loop_either() -> None:
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.ClientConnectorError):
            await session.get("http://192.0.2.1/")


async def test_this_machine_is() -> None:
    server = await asyncio.start_server(lambda _, writer: writer.close(), "localhost", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("localhost", port)
        assert await reader.read() == b""
        writer.close()
        await writer.wait_closed()
