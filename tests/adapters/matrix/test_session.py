"""Logged in once, the same device ever after: tokens that end, keys that are lost or not ours."""

import asyncio
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from bot.adapters.matrix import entering
from bot.adapters.matrix.client import Client
from bot.core.errors import SendFailed
from tests.adapters.matrix.device import QUICK, SECRET, Device, on_its_own
from tests.servers.matrix.api import V3
from tests.servers.matrix.faults import Rule
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.people import Person
from tests.servers.matrix.proxy import Proxy
from tests.servers.matrix.requests import Requests
from tests.servers.matrix.seen import Shield
from tests.servers.matrix.synapse import Synapse

REVOKED = {"errcode": "M_UNKNOWN_TOKEN", "error": "Invalid access token passed."}


async def talk(device: Device, ana: Person, room: str, word: str) -> None:
    """Both ways, and without a warning."""
    await device.says(room, f"Bot {word}")
    assert (await ana.sees(f"Bot {word}")).shield == Shield("NONE")
    await ana.says(f"Ana {word}")
    await device.hears_words(f"Ana {word}")


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the log complains of, as often as it does."""
    return [r.__dict__["reason"] for r in caplog.records if r.message == "matrix trouble"]


async def devices_of(device: Device, synapse: Synapse) -> set[str]:
    found = await synapse.admin("GET", f"/_synapse/admin/v2/users/{device.account.user}/devices")
    return {d["device_id"] for d in found["devices"] if d["display_name"] == "Tocsin"}


async def test_after_a_soft_logout_the_same_device_logs_in_again(
    device: Device, matrix: Matrix, proxy: Proxy, synapse: Synapse
) -> None:
    ana = await matrix.person("Ana")
    room = await device.meets(ana)
    await talk(device, ana, room, "avant")
    own = device.own_device
    proxy.rules = [
        Rule("error", "sync", status=401, answer={**REVOKED, "soft_logout": True}, times=1)
    ]
    await device.waits(lambda: len(proxy.requests.to("login")) == 2 or None)
    await talk(device, ana, room, "après")
    assert device.own_device == own
    assert await devices_of(device, synapse) == {own}
    assert device.trouble == ""


async def test_a_device_that_was_thrown_out_tells_its_keys_anew(
    device: Device, matrix: Matrix, proxy: Proxy, synapse: Synapse
) -> None:
    """The server has forgotten them, and their signature; nio holds them for told."""
    ana = await matrix.person("Ana")
    room = await device.meets(ana)
    await talk(device, ana, room, "avant")
    own = device.own_device
    await synapse.api("POST", f"{V3}/logout", token=device.token)
    await device.waits(lambda: len(proxy.requests.to("login")) == 2 or None)
    await device.is_well()
    await talk(device, ana, room, "après")
    assert device.own_device == own
    ben = await matrix.person("Ben", excludes=True)
    await talk(device, ben, await device.meets(ben), "aussi")


async def test_a_token_that_ends_is_said_and_a_fresh_one_goes_on(
    matrix: Matrix, proxy: Proxy, synapse: Synapse, tmp_path: Path
) -> None:
    account, ana = await matrix.account("tocsin"), await matrix.person("Ana")
    times = replace(QUICK, locked=30.0)
    async with on_its_own(
        account, proxy.url, tmp_path / "matrix", with_token=True, times=times
    ) as device:
        room = await device.meets(ana)
        await talk(device, ana, room, "avant")
        fresh = await synapse.login(account, account.device)
        proxy.rules = [Rule("error", "*", status=401, answer=REVOKED)]
        await device.is_troubled("token is no longer good", "fresh")
        asked = len(proxy.requests)
        await asyncio.sleep(0.5)
        assert len(proxy.requests) <= asked + 1
        proxy.rules = []
        await device.restart(account=fresh)
        await talk(device, ana, room, "après")
        assert device.trouble == ""


async def test_who_throws_the_bot_out_again_and_again_is_not_fought(
    device: Device, proxy: Proxy
) -> None:
    await device.restart(times=replace(QUICK, locked=1.0))
    proxy.rules = [Rule("error", "sync", status=401, answer=REVOKED)]
    proxy.requests = Requests()
    await device.waits(lambda: len(proxy.requests.to("login")) >= 3 or None)
    assert min(proxy.requests.to("login").pauses()) >= 0.5
    assert len(proxy.requests.to("sync")) <= 9


async def test_a_wrong_secret_is_said_and_spoils_nothing(
    device: Device, matrix: Matrix, caplog: pytest.LogCaptureFixture
) -> None:
    ana = await matrix.person("Ana")
    room = await device.meets(ana)
    await talk(device, ana, room, "avant")
    await device.stop()
    device.secret = "another secret"
    await device.start(up=False)
    await device.is_troubled("store_secret")
    with pytest.raises(SendFailed) as failed:
        await device.says(room, "Bonjour")
    assert not failed.value.permanent
    await asyncio.sleep(2 * QUICK.locked)
    assert said(caplog) == ["the keys on disk do not open with store_secret"], "once"
    await device.restart(secret=SECRET)
    await talk(device, ana, room, "après")


@pytest.mark.parametrize("what", ["all of it", "the keys only"])
async def test_keys_that_are_lost_make_a_new_device_that_says_so(
    device: Device, matrix: Matrix, synapse: Synapse, caplog: pytest.LogCaptureFixture, what: str
) -> None:
    ana, zoe = await matrix.person("Ana"), await matrix.person("Zoe", excludes=True)
    rooms = [await device.meets(one) for one in (ana, zoe)]
    await talk(device, ana, rooms[0], "avant")
    old = device.own_device
    await device.stop()
    if what == "all of it":
        shutil.rmtree(device.home)
    else:
        next(device.home.glob("*.db")).unlink()
    await device.start()
    assert device.own_device != old
    await device.is_troubled("lost", "new device")
    assert said(caplog) == [entering.LOST]
    await talk(device, ana, rooms[0], "après")
    await talk(device, zoe, rooms[1], "après")
    await device.restart()
    assert device.trouble == ""
    assert len(await devices_of(device, synapse)) == 2


async def test_lost_keys_of_a_token_are_said_and_nobody_is_told_others(
    matrix: Matrix, proxy: Proxy, tmp_path: Path
) -> None:
    account, ana = await matrix.account("tocsin"), await matrix.person("Ana")
    async with on_its_own(account, proxy.url, tmp_path / "one", with_token=True) as device:
        await talk(device, ana, await device.meets(ana), "avant")
        before = await ana.devices(account.user)
        await device.stop()
        device.home = tmp_path / "two"
        await device.start(up=False)
        await device.is_troubled("not in the store", "password")
        uploads = [r for r in proxy.requests.to("keys/upload") if r.sent.get("device_keys")]
        assert len(uploads) == 1
        assert await ana.devices(account.user) == before


@pytest.mark.parametrize("with_token", [True, False])
async def test_a_store_of_another_device_is_not_passed_off_as_ours(
    matrix: Matrix, proxy: Proxy, tmp_path: Path, caplog: pytest.LogCaptureFixture,
    with_token: bool,
) -> None:  # fmt: skip
    """Another's keys under our device's name: nobody could read us any more."""
    account, ana = await matrix.account("tocsin"), await matrix.person("Ana")
    async with on_its_own(account, proxy.url, tmp_path / "one", with_token=with_token) as device:
        room = await device.meets(ana)
        await talk(device, ana, room, "avant")
        old = device.own_device
        await device.stop()
        next(device.home.glob("*.db")).unlink()
        other = Client(account.user, str(device.home), SECRET)
        other.restore_login(account.user, old, "token")
        other.forget()
        await device.start(up=not with_token)
        if with_token:
            await device.is_troubled("other keys", "password")
            await asyncio.sleep(2 * QUICK.locked)
            assert said(caplog) == [entering.OTHERS], "once"
        else:
            await device.is_troubled("new device")
            assert device.own_device != old
            await talk(device, ana, room, "après")


async def test_two_processes_do_not_use_one_store(device: Device, proxy: Proxy) -> None:
    second = Device(device.account, proxy.url, device.home)
    await second.start(up=False)
    await second.is_troubled("another process")
    await device.stop()
    await second.is_well()
    await second.stop()


async def test_a_homeserver_that_is_down_at_the_start_is_waited_for(
    matrix: Matrix, proxy: Proxy, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ana = await matrix.person("Ana")
    device = Device(await matrix.account("tocsin"), proxy.url, tmp_path / "matrix")
    await proxy.down()
    await device.start(up=False)
    assert device.trouble == "not logged in yet"
    await device.is_troubled("cannot be reached")
    with pytest.raises(SendFailed) as failed:
        await device.says("!nowhere:tocsin.test", "Bonjour")
    assert not failed.value.permanent
    await asyncio.sleep(5 * QUICK.broken[-1])
    assert len(said(caplog)) == 1
    await proxy.up()
    await device.is_well()
    await talk(device, ana, await device.meets(ana), "enfin")
    await device.stop()
