"""Whatever happens to the requests that carry keys: nobody gets what they cannot read, and
nothing waits for ever. Which fault at which request: see test_fault_table."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot.adapters.matrix import sharing
from bot.core.errors import SendFailed
from tests.adapters.matrix.device import QUICK, Device
from tests.servers.matrix.faults import KEYS, TO_DEVICE, Rule
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.proxy import Proxy

CLAIM = "keys/claim"


async def test_keys_that_stay_away_keep_the_message_back_and_let_it_go_later(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    await device.restart(times=replace(QUICK, keys=0.5))
    ana, ben = await matrix.people("Ana", "Ben")
    proxy.rules = [Rule("bad_gateway", CLAIM)]
    room = await device.meets(ana)
    with pytest.raises(SendFailed) as failed:
        await device.says(room, "Bonjour Ana", key="k1")
    assert (failed.value.permanent, failed.value.unknown) == (False, False)
    plain = await device.meets(ben, encrypted=False)
    await device.says(plain, "Bonjour Ben")  # nobody else waits for it
    await ben.sees("Bonjour Ben")
    proxy.rules = []
    await device.says(room, "Bonjour Ana", key="k1")
    await ana.sees("Bonjour Ana")
    assert ana.screen() == ["Bonjour Ana"]


async def test_a_sender_who_gives_up_does_not_cut_a_share_of_keys(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    ana = await matrix.person("Ana")
    proxy.rules = [held := Rule("held", CLAIM, times=1)]
    room = await device.meets(ana)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(device.says(room, "Un", key="k1"), 0.2)
    held.let_go.set()
    await device.says(room, "Deux")
    await ana.has("Deux")
    await ana.has("Un")
    assert not ana.unread()


async def test_who_comes_in_while_keys_are_on_their_way_gets_them_too(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    ana, ben = await matrix.people("Ana", "Ben")
    room = await ana.creates_room("Garde", device.account.user, encrypted=True)
    await device.waits(lambda: room in device.rooms or None)
    proxy.rules = [held := Rule("held", TO_DEVICE, times=1)]
    sent = asyncio.create_task(device.says(room, "Bonjour"))
    await device.waits(lambda: held.struck or None)
    await ana.invites(ben)
    await ben.joins(room)
    await device.waits(lambda: ben.id in device.members(room) or None)
    assert not sent.done()
    held.let_go.set()
    await sent
    for one in (ana, ben):
        assert (await one.has("Bonjour")).encrypted
        assert not one.unread()


async def test_requests_about_keys_that_hang_make_the_bot_deaf_to_nobody(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    await device.restart(times=replace(QUICK, answer=120.0, keys=120.0))
    ana, ben = await matrix.people("Ana", "Ben")
    await device.meets(ana, encrypted=False)
    proxy.rules = [Rule("hang", path) for path in KEYS]
    await ben.creates_direct_room_with(device.account.user)
    for n in range(3):
        await ana.says(f"ligne {n}")
        await device.hears_words(f"ligne {n}")


async def test_a_device_that_had_no_key_to_give_reads_what_comes_later(
    device: Device, matrix: Matrix, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "UNREACHED", 0.3)
    ana, ben = await matrix.people("Ana", "Ben")
    room = await ana.creates_room("Garde", device.account.user, ben, encrypted=True)
    await ben.joins()
    await device.waits(lambda: len(device.members(room)) == 3 or None)

    def without_ben(told: dict[str, Any]) -> dict[str, Any]:
        keys = {u: k for u, k in told["one_time_keys"].items() if u != ben.id}
        return {**told, "one_time_keys": keys}

    proxy.rules = [Rule("changed", CLAIM, change=without_ben, times=1)]
    await device.says(room, "Un")
    await ana.sees("Un")
    await asyncio.sleep(0.4)
    await device.says(room, "Deux")
    await ben.sees("Deux")
    assert len(ben.unread()) == 1
