"""Raw updates that the test server does not make."""

from typing import Any

import pytest
from telegram import Bot, ChatPermissions

from bot.adapters.telegram import Telegram
from bot.adapters.telegram.updates import understood
from bot.core import ChatRef, Identity, Pressed
from bot.core.events import Rights, Unreadable
from tests.adapters.telegram.conftest import place
from tests.servers.telegram import TelegramServer

PERSON = {"id": 7, "is_bot": False, "first_name": "Léo", "language_code": "en"}
GROUP = {"id": -100200, "type": "supergroup", "title": "Équipe"}

PRESS = {
    "id": "77", "from": PERSON, "chat_instance": "1", "data": "k:abc:2",
    "message": {"message_id": 5, "date": 0, "chat": GROUP},
}  # fmt: skip


def told(server: TelegramServer, adapter: Telegram, **message: Any) -> Any:
    raw: dict[str, Any] = {"message_id": 5, "date": 1_700_000_000, "chat": GROUP, "from": PERSON}
    return understood({"update_id": 9, "message": raw | message}, adapter.bot)


@pytest.fixture
async def met(adapter: Telegram) -> Bot:
    await adapter.bot.initialize()
    return adapter.bot


async def test_a_reply_chain_outside_a_forum_is_no_thread(
    met: Bot, server: TelegramServer, adapter: Telegram
) -> None:
    assert told(server, adapter, text="oui", message_thread_id=3).chat == place(-100200)


async def test_an_anonymous_administrator_has_no_identity(
    met: Bot, server: TelegramServer, adapter: Telegram
) -> None:
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    said = told(server, adapter, text="/aide", sender_chat=GROUP, **{"from": anonymous})
    assert (said.text, said.sender, said.lang) == ("/aide", None, "")


async def test_bots_and_copies_from_the_channel_are_not_listened_to(
    met: Bot, server: TelegramServer, adapter: Telegram
) -> None:
    robot = PERSON | {"is_bot": True}
    assert told(server, adapter, text="/aide", **{"from": robot}) is None
    assert told(server, adapter, text="/aide", is_automatic_forward=True) is None
    assert told(server, adapter, new_chat_title="Autre") is None


async def test_being_muted_in_a_group_is_told(met: Bot) -> None:
    him = PERSON | {"is_bot": True}
    rights = dict.fromkeys(ChatPermissions.no_permissions().to_dict(), False)
    muted = {"user": him, "status": "restricted", "is_member": True, "until_date": 0} | rights
    change = {
        "chat": GROUP, "from": PERSON, "date": 1_700_000_000,
        "old_chat_member": {"user": him, "status": "member"}, "new_chat_member": muted,
    }  # fmt: skip
    event = understood({"update_id": 9, "my_chat_member": change}, met)
    assert isinstance(event, Rights)
    assert not event.can_write


@pytest.mark.parametrize(
    "odd",
    [
        {"update_id": 9},
        {"update_id": 9, "message": None},
        {"update_id": 9, "message": "text"},
        {"update_id": 9, "message": {"chat": {"id": "x"}}},
        {"update_id": 9, "callback_query": {"id": "1"}},
        {"update_id": 9, "callback_query": PRESS | {"from": None}},
        {"update_id": 9, "callback_query": PRESS | {"data": 5}},
        {"update_id": 9, "callback_query": PRESS | {"message": "gone"}},
        {"update_id": 9, "callback_query": PRESS | {"message": {"chat": {"id": "x"}}}},
        {"callback_query": PRESS},
        {"update_id": 9, "purchased_paid_media": {"from": PERSON, "paid_media_payload": "x"}},
        {"update_id": 9, "something_new": {"id": 1}},
    ],
)
async def test_an_update_that_means_nothing_is_dropped(met: Bot, odd: dict[str, Any]) -> None:
    assert understood(odd, met) is None


async def test_a_button_under_a_message_that_telegram_no_longer_shows_is_pressed(met: Bot) -> None:
    """https://core.telegram.org/bots/api#inaccessiblemessage"""
    event = understood({"update_id": 9, "callback_query": PRESS}, met)
    assert isinstance(event, Pressed)
    assert (event.key, event.chat, event.sender) == ("9", place(-100200), Identity("telegram", "7"))
    assert (event.message, event.keyboard, event.index) == ("5", "abc", 2)
    assert (event.private, event.lang, event.token) == (False, "en", "77")


@pytest.mark.parametrize(("forum", "thread"), [(True, "3"), (False, "")])
async def test_a_press_names_a_topic_in_a_forum_only(met: Bot, forum: bool, thread: str) -> None:
    message = {"message_id": 5, "date": 0, "chat": GROUP, "message_thread_id": 3}
    query = PRESS | {"message": message | ({"is_topic_message": True} if forum else {})}
    event = understood({"update_id": 9, "callback_query": query}, met)
    assert isinstance(event, Pressed)
    assert event.chat == ChatRef("telegram", "-100200", thread)


@pytest.mark.parametrize("data", [None, "", "k:abc", "k:abc:x", "delete everything"])
async def test_what_a_client_made_up_names_no_keyboard(met: Bot, data: str | None) -> None:
    event = understood({"update_id": 9, "callback_query": PRESS | {"data": data}}, met)
    assert isinstance(event, Pressed)
    assert (event.keyboard, event.index) == ("", -1)


async def test_of_a_message_that_cannot_be_read_its_author_is_still_known(met: Bot) -> None:
    raw = {"message_id": 5, "date": "yesterday", "chat": {"id": 7, "type": "private"}}
    event = understood({"update_id": 9, "message": raw | {"from": PERSON}}, met)
    assert isinstance(event, Unreadable)
    assert (event.what, event.chat, event.private, event.key) == ("unknown", place(7), True, "9")
