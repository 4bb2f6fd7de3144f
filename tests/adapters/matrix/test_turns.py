"""Two processes with one folder of keys: they take turns, and people see one bot."""

import asyncio
import contextlib

from tests.adapters.matrix.device import Device
from tests.servers.matrix.fixtures import Matrix


async def lets_go(device: Device) -> None:
    """As when another process has the account now: it may come back later."""
    assert device._task
    device._task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await device._task
    await device.adapter.let_go()


async def test_what_was_let_go_is_taken_up_by_another_and_taken_back(
    device: Device, matrix: Matrix
) -> None:
    ana = await matrix.person("Ana")
    room = await device.meets(ana)
    await device.says(room, "Un")
    assert (await ana.sees("Un")).encrypted
    await lets_go(device)
    other = Device(device.account, device.url, device.home, cursor=device.cursor)
    await other.start()
    await ana.says("Qui est là ?")
    await other.hears_words("Qui est là ?")
    await other.says(room, "Deux")
    assert (await ana.sees("Deux")).encrypted
    await other.stop()
    device.cursor = other.cursor
    device._task = asyncio.create_task(device.adapter.receive(device._intake, device.cursor))
    await asyncio.wait_for(device.adapter.up(), 20)
    await ana.says("Et maintenant ?")
    await device.hears_words("Et maintenant ?")
    await device.says(room, "Trois")
    assert (await ana.sees("Trois")).encrypted
