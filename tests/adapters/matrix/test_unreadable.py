"""What cannot be decrypted is waited for a moment, then answered; it is never met with silence."""

import asyncio
from dataclasses import replace
from typing import Any

from bot.adapters.matrix.times import Times
from bot.core import ChatRef
from bot.core.events import Unreadable
from tests.adapters.matrix.bot import Bot
from tests.adapters.matrix.device import QUICK, Device
from tests.servers.matrix.faults import Rule
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.proxy import Proxy

HIDDEN = {
    "algorithm": "m.megolm.v1.aes-sha2", "session_id": "none", "ciphertext": "AwgA",
    "sender_key": "none", "device_id": "NONE",
}  # fmt: skip


class Keys:
    """Stands on the line and holds back what is told to the device, until `late`."""

    def __init__(self) -> None:
        self.held: list[Any] = []
        self.late = False

    async def stands_on(self, proxy: Proxy) -> None:
        """From the next sync on; the one under way has to end."""
        proxy.rules = [Rule("changed", "sync", change=self._without)]
        await asyncio.sleep(0.3)

    def _without(self, told: dict[str, Any]) -> dict[str, Any]:
        events = told.get("to_device", {}).get("events", [])
        if self.late:
            events, self.held = [*self.held, *events], []
        else:
            self.held += events
            events = []
        return {**told, "to_device": {"events": events}}


async def test_who_cannot_be_read_is_told_so(bot: Bot, matrix: Matrix) -> None:
    """Within five seconds: the key is waited for no longer than four."""
    assert Times().late <= 4
    ana = await matrix.person("Ana")
    await ana.creates_direct_room_with(bot.account.user)
    await ana.sees("envoyez-moi votre code")
    await ana.sends_in_clear("m.room.encrypted", HIDDEN)
    await ana.sees("pas pu déchiffrer")
    assert ana.count("pas pu déchiffrer") == 1


async def test_a_key_that_comes_a_moment_later_opens_its_message_once(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    await device.restart(times=replace(QUICK, late=4.0, poll=0.2))
    ana = await matrix.person("Ana")
    await device.meets(ana)
    keys = Keys()
    await keys.stands_on(proxy)
    await ana.says("Je viens")
    await device.waits(lambda: keys.held or None)
    await asyncio.sleep(0.5)
    assert device.words == []
    keys.late = True
    await device.hears_words("Je viens")
    await asyncio.sleep(0.5)
    assert device.words == ["Je viens"]
    assert not device.heard(Unreadable)


async def test_a_crash_while_a_key_is_waited_for_loses_nothing(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    """The cursor stays before the message, however much is heard after it."""
    await device.restart(times=replace(QUICK, late=30.0, poll=0.2))
    ana, ben = await matrix.people("Ana", "Ben")
    await device.meets(ana)
    await device.meets(ben, encrypted=False)
    keys = Keys()
    await keys.stands_on(proxy)
    await ana.says("Je viens")
    await ben.says("Un", "Deux")
    await device.hears_words("Deux")
    await device.stop()
    keys.late = True
    await device.start()
    await device.hears_words("Je viens")
    assert sorted(device.words) == ["Deux", "Je viens", "Un"]
    await device.restart()
    assert device.words.count("Je viens") == 1


async def test_who_could_not_be_read_is_read_the_next_time(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    """Their app believes that the key was handed over, until it gets a new session from us."""
    await device.restart(times=replace(QUICK, late=0.3, poll=0.2))
    ana = await matrix.person("Ana")
    room = await device.meets(ana)
    await Keys().stands_on(proxy)
    await ana.says("Je viens samedi")
    await device.hears(Unreadable, what="encrypted", chat=ChatRef("matrix", room))
    proxy.rules = []
    await asyncio.sleep(1)
    await ana.says("Je viens samedi, donc")
    await device.hears_words("donc")
    assert len(device.heard(Unreadable)) == 1


async def test_many_at_once_are_answered_once(device: Device, matrix: Matrix) -> None:
    ana = await matrix.person("Ana")
    await device.meets(ana)
    for _ in range(10):
        await ana.sends_in_clear("m.room.encrypted", HIDDEN)
    await device.hears(Unreadable)
    await asyncio.sleep(1.5)
    assert len(device.heard(Unreadable)) == 1


async def test_a_message_without_the_name_of_its_device_is_read(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    """Newer apps may leave out what nio cannot do without."""
    ana = await matrix.person("Ana")
    await device.meets(ana)

    def bare(told: dict[str, Any]) -> dict[str, Any]:
        for room in told.get("rooms", {}).get("join", {}).values():
            for event in room["timeline"]["events"]:
                event["content"].pop("sender_key", None)
                event["content"].pop("device_id", None)
        return told

    proxy.rules = [Rule("changed", "sync", change=bare)]
    await ana.says("Je viens samedi")
    await device.hears_words("samedi")
    assert not device.heard(Unreadable)
