"""Each fault at each request that carries keys: what the bot says is read, and soon.

With -s the table is printed: from the moment that somebody new invites the bot (for the upload:
that a new bot starts) to the moment that their app shows its message.
"""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.core import ChatRef, Said
from bot.core.errors import SendFailed
from tests.adapters.matrix.device import QUICK, Device, on_its_own
from tests.servers.matrix.faults import KEYS, SEND, Action, Rule
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.people import Person
from tests.servers.matrix.proxy import Proxy
from tests.servers.matrix.requests import Requests
from tests.servers.matrix.seen import Shield

UPLOAD = "keys/upload"
PATIENCE = 0.5
SOON = 10.0
"""Seconds: nothing hangs."""
AT_EACH = (
    Rule(Action.DROP_AFTER, times=2),
    Rule(Action.TOO_MANY, times=1, retry_after_ms=300),
    Rule(Action.BAD_GATEWAY, times=2),
    Rule(Action.CUT, times=1),
)
MORE = (
    Rule(Action.DROP_BEFORE, times=2),
    Rule(Action.SLOW, times=1, seconds=2 * PATIENCE),
    Rule(Action.HALF_JSON, times=1),
)
"""Not at the upload, for which a new bot has to start each time."""


@pytest.mark.parametrize("path", KEYS)
async def test_whatever_happens_on_the_way_of_keys_the_message_is_read(
    matrix: Matrix, proxy: Proxy, tmp_path: Path, path: str
) -> None:
    faults = [replace(f, path=path) for f in (*AT_EACH, *(MORE if path != UPLOAD else ()))]
    people = await matrix.people(*["Ana"] * len(faults))
    async with contextlib.AsyncExitStack() as stack:
        device = None
        for fault, ana in zip(faults, people, strict=True):
            began = time.monotonic()
            if device is None or path == UPLOAD:  # it is a new bot's first
                proxy.rules = [fault] if path == UPLOAD else []
                home = tmp_path / fault.action
                device = await stack.enter_async_context(_new(matrix, proxy, home))
            if path != UPLOAD:
                proxy.rules, began = [fault], time.monotonic()
            await _read(device, ana, proxy)
            assert fault.struck, fault.action
            print(f"{path:16} {fault.action:12} {time.monotonic() - began:4.1f} s")


@contextlib.asynccontextmanager
async def _new(matrix: Matrix, proxy: Proxy, home: Path) -> AsyncIterator[Device]:
    account = await matrix.account("tocsin")
    times = replace(QUICK, answer=PATIENCE)
    async with on_its_own(account, proxy.url, home, times=times) as device:
        yield device


async def _read(device: Device, ana: Person, proxy: Proxy) -> None:
    """By her, once and without a warning; and she is read."""
    proxy.requests = Requests()
    async with asyncio.timeout(SOON):
        room = await device.meets(ana)
        await _says(device, room)
        assert (await ana.sees("Bonjour")).shield == Shield("NONE")
    events = {sent.event for sent in proxy.requests.to(SEND, lambda r: r.done)}
    assert len(events) == 1
    assert ana.screen() == ["Bonjour"]
    await ana.says("Merci")
    await device.hears(Said, text="Merci", chat=ChatRef("matrix", room))


async def _says(device: Device, room: str) -> None:
    """As the postman does it: again, under the same key."""
    with contextlib.suppress(SendFailed):
        await device.says(room, "Bonjour", key=f"k{room}")
        return
    await _says(device, room)
