"""May we write there? What a group lets plain members do is asked: Telegram tells no bot of it."""

import pytest

from bot.adapters.telegram import Telegram
from bot.core.errors import SendFailed
from tests.adapters.telegram.conftest import Inbox, place
from tests.servers.telegram import TelegramServer, User


async def test_a_group_that_closes_its_mouth_to_members_is_no_place_to_write(
    server: TelegramServer, adapter: Telegram, heard: Inbox, ana: User
) -> None:
    """PART-8."""
    group = server.supergroup("Cellule")
    await group.adds_bot(by=ana)
    assert await adapter.may_write(place(group.id))
    await group.mutes()
    assert not await adapter.may_write(place(group.id))
    await group.mutes(muted=False)
    assert await adapter.may_write(place(group.id))


async def test_its_administrators_may_write_all_the_same(
    server: TelegramServer, adapter: Telegram, heard: Inbox, ana: User
) -> None:
    """PART-8."""
    group = server.supergroup("Cellule")
    await group.adds_bot(ana, "can_delete_messages")
    await group.mutes()
    assert await adapter.may_write(place(group.id))
    await group.demotes_bot(ana)
    assert not await adapter.may_write(place(group.id))


async def test_a_channel_needs_the_right_to_post(
    server: TelegramServer, adapter: Telegram, heard: Inbox, ana: User
) -> None:
    channel = server.channel("Infos")
    await channel.adds_bot(by=ana)
    assert await adapter.may_write(place(channel.id))
    await channel.promotes_bot(ana, "can_edit_messages")
    assert not await adapter.may_write(place(channel.id))


async def test_a_group_without_us_is_gone(
    server: TelegramServer, adapter: Telegram, heard: Inbox, ana: User
) -> None:
    group = server.supergroup("Cellule")
    await group.adds_bot(by=ana)
    await group.removes_bot(ana)
    with pytest.raises(SendFailed) as no:
        await adapter.may_write(place(group.id))
    assert no.value.gone
