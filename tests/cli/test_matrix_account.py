"""What `doctor` and `check` say of a Matrix account that does not work."""

import asyncio
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Tocsin
from tests.cli.homeservers import doctor, line, on_matrix
from tests.servers.matrix.synapse import Account, Synapse

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("change", "found", "mend"),
    [
        ({"password": "wrong"}, "refuses user and password (M_FORBIDDEN)", "log in with them"),
        ({"user": "@nobody:tocsin.test"}, "refuses user and password", "log in with them"),
    ],
)
async def test_a_password_that_does_not_fit_is_said(
    tocsin: Tocsin, home: Path, synapse: Synapse, change: dict[str, str], found: str, mend: str
) -> None:
    account = replace(await synapse.register(f"doctor-{len(found)}"), **change)
    on_matrix(home, synapse.url, account)
    said = await doctor(tocsin, account)
    assert said.code == 1
    assert found in line(said, "Matrix login")[0]
    assert mend in line(said, "Matrix login")[1]


async def test_a_token_that_is_not_good_or_somebody_else_s_is_said(
    tocsin: Tocsin, home: Path, synapse: Synapse
) -> None:
    account, other = [await synapse.register(f"doctor-token-{n}") for n in range(2)]
    on_matrix(home, synapse.url, replace(account, token="syt_wrong"), token=True)
    said = await doctor(tocsin, account)
    assert "refuses the token (M_UNKNOWN_TOKEN)" in line(said, "Matrix login")[0]
    on_matrix(home, synapse.url, replace(account, token=other.token), token=True)
    said = await doctor(tocsin, account)
    assert line(said, "Matrix login")[0] == f"✗ Matrix login: the token is of {other.user}"
    assert f'user = "{other.user}"' in line(said, "Matrix login")[1]


async def test_where_no_homeserver_answers_it_says_where_to_look(
    tocsin: Tocsin, home: Path
) -> None:
    nobody = Account("@tocsin:example", "a password", "a token", "A")
    on_matrix(home, "http://127.0.0.1:1", nobody)
    said = await doctor(tocsin, nobody)
    assert said.code == 1
    assert "✗ Matrix server: it did not answer" in said.out
    assert "[matrix] homeserver" in said.out
    web = await asyncio.start_server(_web_app, "127.0.0.1", 0)
    async with web:
        on_matrix(home, f"http://127.0.0.1:{web.sockets[0].getsockname()[1]}", nobody)
        said = await doctor(tocsin, nobody)
    assert "✗ Matrix server: no homeserver answers there" in said.out
    assert "https://example/.well-known/matrix/client tells it" in said.out
    moved = await asyncio.start_server(_moved, "127.0.0.1", 0)
    async with moved:
        on_matrix(home, f"http://127.0.0.1:{moved.sockets[0].getsockname()[1]}", nobody)
        said = await doctor(tocsin, nobody)
    assert "no homeserver answers there: it leads to https://matrix.example" in said.out


async def _moved(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    where = b"https://matrix.example/_matrix/client/versions"
    writer.write(b"HTTP/1.1 301 Moved\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n" % where)
    await writer.drain()
    writer.close()


async def _web_app(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    page = b"<html>Element</html>"
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(page), page))
    await writer.drain()
    writer.close()


def test_checking_looks_at_the_folder_of_keys_and_asks_nobody(tocsin: Tocsin, home: Path) -> None:
    on_matrix(home, "http://127.0.0.1:1", Account("@tocsin:example", "a password", "", ""))
    assert "✓ Matrix store: matrix-store is made when the bot starts" in tocsin("check").out
    (home / "matrix-store").mkdir(mode=0o755)
    said = tocsin("check")
    assert said.code == 3
    assert "can be read by others" in said.out
    assert "chmod 700 matrix-store" in said.out
    (home / "matrix-store").chmod(0o700)
    assert "✓ Matrix store: matrix-store, for this user only" in tocsin("check").out


def test_checking_loads_no_library_of_a_platform(home: Path) -> None:
    on_matrix(home, "http://127.0.0.1:1", Account("@tocsin:example", "a password", "", ""))
    script = (
        "import sys; sys.argv = ['tocsin', 'check']\n"
        "from bot.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: assert not end.code\n"
        "print([m for m in ('nio', 'telegram', 'aiohttp') if m in sys.modules])\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", script], cwd=home, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert said.stdout.splitlines()[-1] == "[]"
