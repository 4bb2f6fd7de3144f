"""The bot's device as people's apps see it: signed by its owner, readable by whoever is new."""

import asyncio
from typing import Any

from tests.adapters.matrix.device import Device
from tests.servers.matrix.api import V3
from tests.servers.matrix.faults import Rule
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.people import Person
from tests.servers.matrix.proxy import Proxy
from tests.servers.matrix.seen import Shield
from tests.servers.matrix.synapse import Account

ONE_TIME = 50
ODD = "@odd:tocsin.test"


async def uses_up(one: Person, account: Account, device: str, times: int) -> int:
    """Claim its one-time keys, as apps do that want to write to it. How many there were."""
    wanted = {"one_time_keys": {account.user: {device: "signed_curve25519"}}}
    found = [await one.client.api("POST", f"{V3}/keys/claim", **wanted) for _ in range(times)]
    keys = [f["one_time_keys"].get(account.user, {}).get(device, {}) for f in found]
    return sum(not one.get("fallback") for key in keys for one in key.values())


async def test_apps_show_no_warning_beside_what_the_bot_says(
    device: Device, matrix: Matrix
) -> None:
    """Nor in the one that leaves out devices nobody has signed, which reads it and is read."""
    ana, zoe = await matrix.person("Ana"), await matrix.person("Zoe", excludes=True)
    for one in (ana, zoe):
        room = await device.meets(one)
        await device.says(room, "Bonjour")
        assert (await one.sees("Bonjour")).shield == Shield("NONE")
        await one.says(f"Ici {one.name}")
        await device.hears_words(one.name)
        shown = await one.devices(device.account.user)
        assert [d["signed"] for d in shown.values()].count(True) == 1


async def test_the_same_key_signs_after_a_restart(device: Device, matrix: Matrix) -> None:
    """The seeds are kept, locked: another identity would be a warning in every app."""
    zoe = await matrix.person("Zoe", excludes=True)
    room = await device.meets(zoe)
    await device.says(room, "Avant")
    await zoe.sees("Avant")
    await device.restart()
    await device.says(room, "Après")
    assert (await zoe.sees("Après")).shield == Shield("NONE")
    assert device.trouble == ""
    raw = (device.home / "signing.key").read_bytes()
    assert len(raw) == 16 + 16 + 16 + 96


async def test_a_newcomer_is_read_when_all_keys_were_used_up(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    """While the bot was away, too: then the last resort is given out, and a new one made."""
    bot, own = device.account, device.own_device
    ana, ben, carla = await matrix.people("Ana", "Ben", "Carla")
    await device.meets(ana)
    proxy.rules = [Rule("bad_gateway", "keys/upload")]
    assert await uses_up(ana, bot, own, ONE_TIME + 5) == ONE_TIME
    await device.meets(ben)
    await ben.says("Je suis Ben")
    await device.hears_words("Ben")
    proxy.rules = []
    await device.stop()
    await uses_up(ana, bot, own, ONE_TIME + 5)
    room = await carla.creates_direct_room_with(bot.user)
    await carla.says("Je suis Carla")
    await device.start()
    await device.waits(lambda: device.heard_start(room))
    await device.hears_words("Carla")
    await device.waits(lambda: proxy.requests[-1].path == "sync" or None)
    assert await uses_up(ana, bot, own, ONE_TIME) >= ONE_TIME - 1


async def test_keys_of_an_upload_whose_answer_was_lost_are_good_keys(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    """The server has them, and nio would have made others under their names."""
    ana = await matrix.person("Ana")
    await device.stop()
    await uses_up(ana, device.account, device.own_device, ONE_TIME)
    proxy.rules = [Rule("drop_after", "keys/upload", sent="one_time_keys", times=100)]
    await device.start(up=False)
    await asyncio.sleep(1.0)
    await device.stop()
    proxy.rules = []
    await device.start()
    await device.meets(ana)
    await ana.says("Je suis Ana")
    await device.hears_words("Ana")


async def test_somebody_with_odd_keys_keeps_nobody_from_being_written_to(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    ana = await matrix.person("Ana")
    room = await ana.creates_room("Garde", device.account.user, encrypted=True)

    def spoilt(told: dict[str, Any]) -> dict[str, Any]:
        odd = {"user_id": ODD, "device_id": "ODD", "keys": {"ed25519:ODD": 3}}
        return {**told, "device_keys": {**told["device_keys"], ODD: {"ODD": odd}}}

    proxy.rules = [Rule("changed", "keys/query", change=spoilt)]
    await device.waits(lambda: room in device.rooms or None)
    await device.says(room, "Bonjour à tous")
    assert (await ana.sees("Bonjour à tous")).encrypted
