"""Keys are handed over before they are needed, and for many rooms at once."""

import asyncio
from collections.abc import Sequence

import pytest

from bot.adapters.matrix.ahead import Ahead
from bot.core.errors import SendFailed
from tests.adapters.matrix.device import Device
from tests.servers.matrix.faults import TO_DEVICE, Rule
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.people import Person
from tests.servers.matrix.proxy import Proxy
from tests.servers.matrix.requests import Requests

CLAIM = "keys/claim"
NAMES = ("Ana", "Ben", "Carla", "Diego")


async def prepared(device: Device, rooms: Sequence[str]) -> None:
    sharing = device.adapter._parts.sharing  # type: ignore[union-attr]
    await device.waits(lambda: not [r for r in rooms if sharing.is_due(r)] or None)


async def test_who_comes_in_and_who_is_there_at_a_start_waits_for_no_keys_when_it_is_urgent(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    ana = await matrix.person("Ana")
    room = await device.meets(ana)
    for words in ("Au début", "Après un redémarrage"):
        await prepared(device, [room])
        proxy.requests = Requests()
        await device.says(room, words)
        asked = [r.path.split("/")[0] for r in proxy.requests if r.method in ("PUT", "POST")]
        assert asked == ["rooms"], words
        assert (await ana.sees(words)).encrypted
        await device.restart()
    assert not ana.unread()


async def everybody(device: Device, matrix: Matrix) -> dict[str, Person]:
    people = await matrix.people(*NAMES)
    return {await device.meets(one): one for one in people}


async def test_many_rooms_that_need_keys_at_once_ask_for_them_together(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    rooms = await everybody(device, matrix)
    await device.restart()
    proxy.requests = Requests()
    await asyncio.gather(*[device.says(room, "Alerte") for room in rooms])
    assert len(proxy.requests.to(CLAIM)) <= 2, "the first of them may go before the others"
    assert len(proxy.requests.to(TO_DEVICE)) <= 2
    for one in rooms.values():
        assert (await one.sees("Alerte")).encrypted


async def test_one_whom_the_server_does_not_take_keeps_the_others_from_nothing(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    rooms = await everybody(device, matrix)
    odd = next(room for room, one in rooms.items() if one.name == "Ben")
    refused = {"errcode": "M_BAD_JSON", "error": "no"}
    await device.stop()
    proxy.rules = [
        Rule("error", path, sent=rooms[odd].id, status=400, answer=refused)
        for path in (CLAIM, TO_DEVICE)
    ]
    await device.start()
    told = [device.says(room, "Alerte") for room in rooms]
    failed = await asyncio.gather(*told, return_exceptions=True)
    assert [isinstance(no, SendFailed) for no in failed] == [room == odd for room in rooms]
    for room, one in rooms.items():
        if room != odd:
            assert (await one.sees("Alerte")).encrypted
    proxy.rules = []
    await device.says(odd, "Alerte")
    await rooms[odd].sees("Alerte")


async def test_if_the_first_that_asked_gives_up_the_others_go_on(
    device: Device, matrix: Matrix, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Ahead, "_wanted", lambda self: [])
    ana, ben = await matrix.people("Ana", "Ben")
    first, second = await device.meets(ana), await device.meets(ben)
    await device.stop()
    proxy.rules, proxy.requests = [held := Rule("held", CLAIM, times=1)], Requests()
    await device.start()
    sharing = device.adapter._parts.sharing  # type: ignore[union-attr]
    asking = [asyncio.create_task(sharing.prepare(room)) for room in (first, second)]
    await device.waits(lambda: held.struck or None)
    asking[0].cancel()
    await asking[1]
    assert len(proxy.requests.to(CLAIM)) >= 2
    await device.says(second, "Bonjour Ben")
    await ben.sees("Bonjour Ben")
    await device.says(first, "Bonjour Ana")
    await ana.sees("Bonjour Ana")
