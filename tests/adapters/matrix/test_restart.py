"""After a restart, also with an older copy of the keys, people read the bot and are read."""

import shutil

import pytest

from bot.adapters.matrix import syncing
from bot.core.events import Unreadable
from tests.adapters.matrix.device import Device
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.people import Person
from tests.servers.matrix.seen import Shield


async def talk(device: Device, ana: Person, room: str, words: str) -> None:
    await device.says(room, f"Bot : {words}")
    assert (await ana.sees(f"Bot : {words}")).shield == Shield("NONE")
    await ana.says(f"Ana : {words}")
    await device.hears_words(f"Ana : {words}")


async def test_the_first_message_after_a_restart_is_read_by_old_and_new(
    device: Device, matrix: Matrix
) -> None:
    """Keys of rooms are not kept; whoever came meanwhile, or has a new phone, reads too."""
    ana, ben = await matrix.people("Ana", "Ben")
    room = await ana.creates_room("Garde", device.account.user, encrypted=True)
    await device.waits(lambda: room in device.rooms or None)
    await device.says(room, "Avant")
    await ana.sees("Avant")
    await device.stop()
    await ana.invites(ben)
    await ben.joins()
    phone = await matrix.another_device(ana)
    phone.here = room
    await device.start()
    await device.says(room, "Après")
    for one in (ana, ben, phone):
        assert (await one.sees("Après", ever=True)).encrypted
    assert not ana.unread()


async def test_a_new_phone_reads_the_next_message(device: Device, matrix: Matrix) -> None:
    ana = await matrix.person("Ana")
    room = await device.meets(ana)
    await device.says(room, "Un")
    await ana.sees("Un")
    phone = await matrix.another_device(ana)
    phone.here = room
    await device.waits(lambda: len(device.devices_of(ana.id)) == 2 or None)
    await device.says(room, "Deux")
    assert (await phone.sees("Deux", ever=True)).encrypted


async def test_who_left_does_not_read_on(device: Device, matrix: Matrix) -> None:
    ana, ben = await matrix.people("Ana", "Ben")
    room = await ana.creates_room("Garde", device.account.user, ben, encrypted=True)
    await ben.joins()
    await device.waits(lambda: len(device.members(room)) == 3 or None)
    await device.says(room, "Un")
    await ben.sees("Un")
    first = device.session_of(room)
    await ben.leaves()
    await device.waits(lambda: len(device.members(room)) == 2 or None)
    await device.says(room, "Deux")
    assert device.session_of(room) != first


async def test_a_key_handed_over_again_later_on_closes_nothing_that_was_said_before(
    device: Device, matrix: Matrix, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After each restart of the bot apps do so, from where they are; what they have said before
    is told again, if it could not be kept. (The same question as before Synapse would answer as
    before, for two minutes.)"""
    ana = await matrix.person("Ana")
    room = await device.meets(ana)
    await talk(device, ana, room, "un")
    device.full = 1_000
    await ana.says("Ana : deux")
    await device.waits(lambda: any("deux" in str(batch) for batch in device.batches) or None)
    await device.restart()
    await device.says(room, "Bot : trois")
    await ana.sees("Bot : trois")
    await ana.says("Ana : trois")
    monkeypatch.setitem(syncing.FILTER["room"]["timeline"], "limit", 99)
    await device.waits(lambda: any("Ana : trois" in str(batch) for batch in device.batches) or None)
    await device.restart(full=0)
    await device.hears_words("Ana : deux")
    await device.hears_words("Ana : trois")
    assert not device.heard(Unreadable)


async def test_an_older_copy_of_the_keys_is_no_harm(device: Device, matrix: Matrix) -> None:
    """What was written with them since cannot be written with again: apps would not open it."""
    ana = await matrix.person("Ana")
    room = await device.meets(ana)
    await talk(device, ana, room, "un")
    await device.stop()
    shutil.copytree(device.home, device.home.with_name("backup"))
    for words in ("deux", "trois"):
        await device.start()
        await talk(device, ana, room, words)
        await device.stop()
    shutil.rmtree(device.home)
    shutil.copytree(device.home.with_name("backup"), device.home)
    await device.start()
    await talk(device, ana, room, "quatre")
    assert not ana.unread()
    assert not device.heard(Unreadable)
