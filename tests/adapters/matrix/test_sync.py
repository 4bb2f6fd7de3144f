"""What people say is on disk before the homeserver is told that it was heard, and all of it is."""

import asyncio
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from bot.adapters.matrix import syncing
from bot.adapters.matrix.client import Client
from bot.core import ChatRef
from bot.core.errors import SendFailed
from bot.core.events import Unreadable
from tests.adapters.matrix.device import QUICK, Device
from tests.servers.matrix.faults import Rule
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.proxy import Proxy
from tests.servers.matrix.requests import Request, Requests
from tests.servers.matrix.synapse import Synapse

SYNC = "sync*"


async def test_a_batch_that_could_not_be_kept_is_told_again(device: Device, matrix: Matrix) -> None:
    ana = await matrix.person("Ana")
    await device.meets(ana)
    await ana.says("Bonjour")
    await device.hears_words("Bonjour")
    device.full = 2
    await ana.says("Je viens samedi")
    await device.hears_words("samedi")
    assert len([batch for batch in device.batches if "samedi" in str(batch)]) == 3
    assert device.words == ["Bonjour", "Je viens samedi"]
    assert not device.heard(Unreadable)
    await device.is_well()


async def test_a_batch_that_was_half_taken_in_is_taken_in_again(
    device: Device, matrix: Matrix, monkeypatch: pytest.MonkeyPatch
) -> None:
    """nio takes one that it has begun for done: the keys in it would be lost."""
    ana = await matrix.person("Ana")
    await device.meets(ana)
    failed: list[object] = []
    whole = Client._handle_to_device

    def once(self: Client, response: Any) -> None:
        if response.to_device_events and not failed:
            failed.append(response)
            raise OSError("no space left on device")
        whole(self, response)

    monkeypatch.setattr(Client, "_handle_to_device", once)
    await ana.says("Je viens samedi")
    await device.hears_words("samedi")
    assert failed


async def test_what_was_not_kept_when_the_process_died_is_told_to_the_next(
    device: Device, matrix: Matrix
) -> None:
    """Neither words nor a key: nio's own token would have passed both."""
    ana, ben = await matrix.people("Ana", "Ben")
    await device.meets(ana, encrypted=False)
    await device.meets(ben)
    device.full = 1_000
    await ana.says("Je viens samedi")
    await device.waits(lambda: any("samedi" in str(batch) for batch in device.batches) or None)
    await ben.says("Je viens dimanche")
    await device.restart(full=0)
    await device.hears_words("samedi")
    await device.hears_words("dimanche")
    await ben.says("et lundi")
    await device.hears_words("lundi")
    assert not device.heard(Unreadable)


async def test_five_hundred_messages_of_a_night_are_all_read_in_order(
    device: Device, matrix: Matrix, synapse: Synapse
) -> None:
    """A homeserver tells the last hundred of a room by itself, and only if asked for them."""
    ana = await matrix.person("Ana", encryption=False)
    room = await device.meets(ana, encrypted=False)
    await device.stop()
    for n in range(0, 500, 25):
        await asyncio.gather(
            *[ana.sends_in_clear("m.room.message", _text(n + i)) for i in range(25)]
        )
    await device.start()
    await device.waits(lambda: len(device.words) >= 500 or None)
    assert sorted(device.words) == sorted(_text(n)["body"] for n in range(500))
    there = await _as_it_stands(synapse, device, room)
    assert device.words == there


async def test_a_gap_while_it_runs_is_read_back_too_encrypted(
    device: Device, matrix: Matrix, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first page fails: then nothing is told, and all of it later. (Ten instead of a hundred
    events a sync.)"""
    monkeypatch.setitem(syncing.FILTER["room"]["timeline"], "limit", 10)
    ana = await matrix.person("Ana")
    await device.meets(ana)
    await ana.says("Bonjour")
    await device.hears_words("Bonjour")
    await proxy.down()
    await ana.says(*[f"ligne {n}" for n in range(30)])
    proxy.rules = [Rule("bad_gateway", "rooms/*/messages*", times=1)]
    await proxy.up()
    await device.waits(lambda: len(device.words) >= 31 or None)
    assert device.words[1:] == [f"ligne {n}" for n in range(30)]
    assert proxy.rules[0].struck
    assert not device.heard(Unreadable)


async def test_the_first_sync_of_a_process_tells_of_all_rooms(
    device: Device, matrix: Matrix
) -> None:
    ana, ben = await matrix.people("Ana", "Ben")
    hidden, plain = await device.meets(ana), await device.meets(ben, encrypted=False)
    await device.restart()
    await device.says(hidden, "Me revoilà")
    await device.says(plain, "Me revoilà")
    assert (await ana.sees("revoilà")).encrypted
    await ben.sees("revoilà")
    assert device.adapter.is_private(ChatRef("matrix", hidden))


async def test_while_the_server_fails_it_is_asked_seldom_and_heard_soon_after(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    """Waits are a tenth of the real ones. At once it is asked again no more than once in a row:
    one failure may be bad luck, and after one attempt to log in anew."""
    await device.restart(times=replace(QUICK, broken=(0.1, 0.5), locked=0.8))
    ana = await matrix.person("Ana", encryption=False)
    await device.meets(ana, encrypted=False)
    revoked = Rule("error", SYNC, status=401, answer=REVOKED)
    for fault, apart in ((Rule("bad_gateway", SYNC), 0.55), (revoked, 0.75)):
        proxy.rules, proxy.requests = [fault], Requests()
        failed = await device.waits(lambda: _several(proxy.requests.to(SYNC, _failed)))
        assert min(map(sum, pairwise(failed.pauses()))) >= apart
        assert len(proxy.requests.to("login")) <= 2
        assert device.trouble
        proxy.rules = []
        await device.is_well()
    await ana.says("Vous êtes là ?")
    await device.hears_words("là")


async def test_while_a_gateway_answers_for_the_server_no_send_asks_it(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    """Each send asked again every two seconds, however many there were."""
    await device.restart(times=replace(QUICK, broken=(0.1, 0.5)))
    ana = await matrix.person("Ana", encryption=False)
    room = await device.meets(ana, encrypted=False)
    proxy.rules = [Rule("bad_gateway")]
    await device.is_troubled("cannot be reached")
    proxy.requests = Requests()
    for n in range(3):
        with pytest.raises(SendFailed):
            await device.says(room, f"Bonjour {n}")
    assert proxy.requests.to("rooms/*") == []
    assert proxy.requests.to("versions")
    proxy.rules = []
    await device.is_well()
    await device.says(room, "Me revoilà")
    await ana.sees("revoilà")


async def test_a_token_that_does_not_move_is_noticed_and_nothing_is_heard_twice(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    ana = await matrix.person("Ana", encryption=False)
    await device.meets(ana, encrypted=False)
    stuck = device.cursor
    proxy.rules = [Rule("changed", SYNC, change=lambda told: {**told, "next_batch": stuck})]
    await ana.says("Bonjour")
    await device.is_troubled("again and again")
    proxy.requests = Requests()
    asked = await device.waits(lambda: _several(proxy.requests.to(SYNC)))
    assert min(asked.pauses()) >= 0.9 * QUICK.broken[-1]
    proxy.rules = []
    await device.is_well()
    await device.hears_words("Bonjour")
    assert device.words == ["Bonjour"]


REVOKED = {"errcode": "M_UNKNOWN_TOKEN", "error": "Unknown token", "soft_logout": False}


def _failed(request: Request) -> bool:
    return request.fault is not None


def _several(found: Requests) -> Requests | None:
    """Four, so that there are three pauses between them."""
    return found if len(found) >= 4 else None


def _text(n: int) -> dict[str, str]:
    return {"msgtype": "m.text", "body": f"ligne {n}"}


async def _as_it_stands(synapse: Synapse, device: Device, room: str) -> list[str]:
    path = f"/_matrix/client/v3/rooms/{room}/messages?dir=f&limit=1000"
    found = await synapse.api("GET", path, token=device.account.token)
    return [e["content"]["body"] for e in found["chunk"] if e["type"] == "m.room.message"]
