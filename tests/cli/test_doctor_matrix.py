"""`doctor` on a real homeserver: that it is well, that it is slow, whose keys it shows."""

import asyncio
import os
import shlex
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.adapters.matrix import session, signing
from bot.cli.platforms import matrix_account
from bot.cli.setup import settings_from
from storage.db import Database
from storage.people import Account as Known
from storage.people import Member
from tests.cli.conftest import Tocsin, configure
from tests.cli.homeservers import SECRET, doctor, line, on_matrix, started_once
from tests.servers.matrix.synapse import Synapse

pytestmark = pytest.mark.process


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


async def test_people_who_are_only_where_the_bot_is_not_any_more_are_counted(
    tocsin: Tocsin, home: Path, synapse: Synapse
) -> None:
    """Telegram was taken out of the configuration too soon."""
    account = await synapse.register("doctor-moves")
    on_matrix(home, synapse.url, account)
    await asyncio.to_thread(tocsin, "migrate")
    db = Database(f"sqlite+aiosqlite:///{home / 'tocsin.db'}")
    apps = (("telegram",), ("telegram", "matrix"), ("telegram",))
    async with db.transaction() as tx:
        for number, theirs in enumerate(apps, 1):
            tx.add(Member(id=number, joined_at=datetime.now(UTC)))
            for app in theirs:
                key, now = str(number), datetime.now(UTC)
                tx.add(Known(platform=app, account=key, chat=key, member_id=number, since=now))
    await db.close()
    what, mend = line(await doctor(tocsin, account), "Members")
    assert what.startswith("✗ Members: 1 on matrix and telegram, 2 on telegram; 2 cannot be")
    assert "Put that platform back" in mend
