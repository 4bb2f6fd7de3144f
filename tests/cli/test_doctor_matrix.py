"""`doctor` on a real homeserver: that it is well, that it is slow, and all that can be wrong."""

import asyncio
import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bot.adapters.matrix import session, signing
from bot.cli.platforms import matrix, matrix_account
from bot.cli.setup import settings_from
from tests.cli.conftest import COMMUNITY, Said, Tocsin, configure
from tests.servers.matrix.synapse import Account, Synapse

pytestmark = [pytest.mark.process]
ROOT = Path(__file__).parents[2]
SECRET = "a secret for the store"


def on_matrix(home: Path, url: str, account: Account, *, token: bool = False) -> None:
    way = f'access_token = "{account.token}"' if token else f'password = "{account.password}"'
    configure(
        home,
        f'{COMMUNITY}[matrix]\nhomeserver = "{url}"\nuser = "{account.user}"\n{way}\n'
        f'store_secret = "{SECRET}"\n',
    )


async def doctor(tocsin: Tocsin, account: Account) -> Said:
    """Beside the test's own loop."""
    said = await asyncio.to_thread(tocsin, "doctor")
    for secret in (account.password, account.token, SECRET):
        assert secret not in said.out + said.err
    return said


async def started_once(home: Path) -> None:
    """The bot ran here: it has a device, with keys, signed."""
    adapter = matrix(settings_from(home / "config.toml"))
    assert adapter is not None

    async def intake(events: object, cursor: str) -> None: ...

    running = asyncio.create_task(adapter.receive(intake, ""))
    await asyncio.wait_for(adapter.up(), 30)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await adapter.close()


def line(said: Said, what: str) -> tuple[str, str]:
    """The line that tells of something, and what stands below it."""
    lines = said.out.splitlines()
    at = next(n for n, one in enumerate(lines) if one[2:].startswith(f"{what}: "))
    return lines[at], "\n".join(lines[at + 1 :])


async def test_before_the_first_start_all_is_well_and_nothing_stays(
    tocsin: Tocsin, home: Path, synapse: Synapse
) -> None:
    """It logs in and out again, and leaves the room in which it measured."""
    account = await synapse.register("doctor-first")
    on_matrix(home, synapse.url, account)
    said = await doctor(tocsin, account)
    assert (said.code, said.err) == (0, ""), said.out
    assert "✓ Matrix server: Synapse 1." in said.out
    assert f"✓ Matrix login: {account.user}, by password" in said.out
    assert "✓ Matrix keys: made and signed when the bot starts, in matrix-store" in said.out
    assert "✓ Matrix limits: none met: 12 messages in " in said.out
    assert "Telegram" not in said.out
    assert os.listdir(home) == ["config.toml"]
    devices = await synapse.api("GET", "/_matrix/client/v3/devices", account.token)
    assert [device["device_id"] for device in devices["devices"]] == [account.device]
    rooms = await synapse.api("GET", "/_matrix/client/v3/joined_rooms", account.token)
    assert rooms["joined_rooms"] == []


async def test_limits_are_met_told_in_minutes_and_lifted_by_the_line_that_it_prints(
    tocsin: Tocsin, home: Path, strict_synapse: Synapse
) -> None:
    account = await strict_synapse.register("doctor-slow")
    on_matrix(home, strict_synapse.url, account, token=True)
    said = await doctor(tocsin, account)
    assert said.code == 1
    limits, below = line(said, "Matrix limits")
    assert limits.startswith("✗ Matrix limits: 9 messages at once, then one every 5 s")
    assert limits.endswith("one to each of 200 people takes 16 min")
    [curl] = [one.strip() for one in below.splitlines() if one.strip().startswith("curl ")]
    await _typed(curl, strict_synapse)
    again = await doctor(tocsin, account)
    assert again.code == 0, again.out
    assert "none met" in line(again, "Matrix limits")[0]


async def _typed(curl: str, synapse: Synapse) -> None:
    """As an administrator would type it, with a token of theirs."""
    root = await synapse.register("doctor-root", admin=True)
    words = shlex.split(curl.replace("ADMIN_TOKEN", root.token))
    if shutil.which("curl") is None:
        pytest.skip("no curl here")
    process = await asyncio.create_subprocess_exec(
        *words, "--silent", "--fail", stdout=asyncio.subprocess.DEVNULL
    )
    assert await process.wait() == 0


async def test_the_signature_that_the_server_shows_is_checked(
    tocsin: Tocsin, home: Path, synapse: Synapse
) -> None:
    account = await synapse.register("doctor-signed")
    on_matrix(home, synapse.url, account)
    await started_once(home)
    said = await doctor(tocsin, account)
    assert said.code == 0, said.out
    assert line(said, "Matrix keys")[0].endswith("is signed, as the server shows it")
    store = home / "matrix-store"
    (store / signing.FILE).unlink()
    signing.seeds(store, SECRET)  # as if the server's were of another program
    said = await doctor(tocsin, account)
    assert line(said, "Matrix keys")[0] == (
        "✗ Matrix keys: another program's key signs for this account"
    )
    assert "give [matrix] password" in line(said, "Matrix keys")[1]


async def test_a_wrong_store_secret_is_said_with_both_ways_out(
    tocsin: Tocsin, home: Path, synapse: Synapse
) -> None:
    account = await synapse.register("doctor-secret")
    on_matrix(home, synapse.url, account)
    await started_once(home)
    configure(home, (home / "config.toml").read_text().replace(SECRET, "quite another secret"))
    said = await doctor(tocsin, account)
    what, mend = line(said, "Matrix keys")
    assert what == "✗ Matrix keys: matrix-store does not open with store_secret"
    assert "Put the store_secret back" in mend
    assert "move matrix-store away" in mend


async def test_a_running_bot_is_not_slowed_down(
    tocsin: Tocsin, home: Path, synapse: Synapse
) -> None:
    account = await synapse.register("doctor-runs")
    on_matrix(home, synapse.url, account)
    await started_once(home)
    wanted = matrix_account(settings_from(home / "config.toml"))
    assert wanted is not None
    held = session.lock(wanted)
    said = await doctor(tocsin, account)
    held.close()
    assert said.code == 0
    assert "not measured while the bot runs" in line(said, "Matrix limits")[0]


async def test_a_token_whose_keys_are_elsewhere_is_said(
    tocsin: Tocsin, home: Path, synapse: Synapse
) -> None:
    account = await synapse.register("doctor-elsewhere")
    on_matrix(home, synapse.url, account, token=True)
    await started_once(home)
    (home / "matrix-store").rename(home / "gone")
    said = await doctor(tocsin, account)
    assert "are not in matrix-store" in line(said, "Matrix keys")[0]
    assert "Put matrix-store back" in line(said, "Matrix keys")[1]


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
