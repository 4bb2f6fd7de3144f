"""The bot goes out of a room by somebody's will."""

import pytest

from bot.core import ChatRef
from bot.core.errors import SendFailed
from bot.core.events import Joined, Left
from tests.adapters.matrix.device import Device
from tests.servers.matrix.fixtures import Matrix


async def test_the_bot_goes_out_of_a_room_and_twice_is_once(device: Device, matrix: Matrix) -> None:
    """PART-8: «🚫 Quitter» really leaves; what we do ourselves is no news."""
    [ana] = await matrix.people("Ana", encryption=False)
    room = await ana.creates_room("Mairie de Saint-Aubin", encrypted=False)
    await ana.invites(device.account.user)
    await device.hears(Joined)
    await device.adapter.leave(ChatRef("matrix", room))
    await device.adapter.leave(ChatRef("matrix", room))
    with pytest.raises(SendFailed) as failed:
        await device.says(room, "Bonjour")
    assert failed.value.gone
    assert device.heard(Left) == []
