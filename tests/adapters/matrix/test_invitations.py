"""Invitations: a crash in the middle of one, a flood of them."""

import asyncio
from typing import Any

import pytest

from bot.core.events import Joined, Unreadable
from tests.adapters.matrix.device import QUICK, Device
from tests.servers.matrix.faults import Rule
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.proxy import Proxy
from tests.servers.matrix.requests import Requests


async def test_a_crash_between_coming_in_and_saying_so_loses_nobody(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    ana, ben = await matrix.people("Ana", "Ben", encryption=False)
    device.full = 1_000
    first = await ana.creates_direct_room_with(device.account.user, encrypted=False)
    await device.waits(lambda: any("/start" in str(batch) for batch in device.batches) or None)
    proxy.rules = [Rule("bad_gateway", "join/*")]
    second = await ben.creates_direct_room_with(device.account.user, encrypted=False)
    await asyncio.sleep(0.3)
    await device.stop()
    device.full, proxy.rules = 0, []
    await device.start()
    await device.waits(lambda: device.heard_start(first))
    await device.waits(lambda: device.heard_start(second))
    assert not device.heard(Unreadable)


async def test_a_flood_of_invitations_from_servers_not_allowed_holds_nobody_up(
    device: Device, matrix: Matrix, proxy: Proxy, caplog: pytest.LogCaptureFixture
) -> None:
    """It is said once, and refusing does not eat up what the bot may send. Its own server need not
    be named beside others."""
    ana, eve = await matrix.people("Ana", "Eve", encryption=False)
    await device.meets(ana, encrypted=False)
    await device.restart(allowed=("hopital.example",))
    await eve.creates_room("Ici", device.account.user)
    await device.hears(Joined, title="Ici")

    def flooded(told: dict[str, Any]) -> dict[str, Any]:
        rooms = {f"!{n}:evil.example": _invitation(f"@m{n}:evil.example") for n in range(500)}
        return {**told, "rooms": {**told.get("rooms", {}), "invite": rooms}}

    def _invitation(by: str) -> dict[str, Any]:
        content = {"membership": "invite", "is_direct": True}
        member = {"type": "m.room.member", "sender": by, "state_key": device.account.user}
        return {"invite_state": {"events": [{**member, "content": content}]}}

    proxy.rules, proxy.requests = [Rule("changed", "sync", change=flooded, times=1)], Requests()
    await ana.says("Vous êtes là ?")
    await device.hears_words("là")
    await device.waits(lambda: len(proxy.requests.to("*/leave")) >= 5 or None)
    assert not proxy.requests.to("join/*")
    assert min(proxy.requests.to("*/leave").pauses()) >= 0.9 * QUICK.trickle
    said = [r for r in caplog.records if "not allowed" in r.message]
    assert [r.__dict__["server"] for r in said] == ["evil.example"]
    assert len(device.heard(Joined)) == 1
