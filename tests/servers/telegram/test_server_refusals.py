"""Each error text, seen through the stock library and by hand."""

from typing import Any

import aiohttp
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken

from tests.servers.telegram import TelegramServer, User
from tests.servers.telegram.conftest import Raw

NOT_MODIFIED = (
    "Message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


def keys(*buttons: tuple[str, str]) -> InlineKeyboardMarkup:
    row = [InlineKeyboardButton(text, callback_data=data) for text, data in buttons]
    return InlineKeyboardMarkup([row])


@pytest.mark.parametrize(
    ("text", "options", "error"),
    [
        ("", {}, "Message text is empty"),
        (" \n ", {}, "Text must be non-empty"),
        ("x" * 4097, {}, "Message is too long"),
        ("🚨" * 2049, {}, "Message is too long"),
        ("x", {"reply_markup": keys(("ok", "x" * 65))}, "Button_data_invalid"),
        ("x", {"reply_markup": keys(("ok", "é" * 33))}, "Button_data_invalid"),
        ("x", {"reply_to_message_id": 99}, "Message to be replied not found"),
        ("x", {"message_thread_id": 7}, "Message thread not found"),
        ("<b>x", {"parse_mode": "HTML"}, "corresponding to start tag b"),
        ("a.b", {"parse_mode": "MarkdownV2"}, "Character '.' is reserved"),
        ("x", {"parse_mode": "Wiki"}, "Unsupported parse_mode"),
        ("x", {"entities": [MessageEntity("bold", 0, 2)]}, "ends after the end of the text"),
        ("é🚨", {"entities": [MessageEntity("bold", 2, 1)]}, "begins in a middle of a UTF-16"),
        ("x", {"entities": [MessageEntity("bold", -1, 2)]}, "an entity with incorrect offset -1"),
    ],
)
async def test_a_bad_message_is_refused_in_telegrams_words(
    bot: Bot, ana: User, text: str, options: dict[str, Any], error: str
) -> None:
    with pytest.raises(BadRequest) as refused:
        await bot.send_message(ana.id, text, **options)
    assert error.lower() in refused.value.message.lower()
    assert ana.messages[-1].text == "/start"


async def test_the_longest_message_and_data_are_let_through(bot: Bot, ana: User) -> None:
    await bot.send_message(ana.id, "é" * 4096, reply_markup=keys(("ok", "é" * 32)))
    assert len((await ana.sees("é")).text) == 4096


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("http://localhost:8080/x", "BUTTON_URL_INVALID"),
        ("happ://add/1", "inline keyboard button URL 'happ://add/1' is invalid: Unsupported URL"),
    ],
)
async def test_a_bad_link_button_is_refused(raw: Raw, ana: User, url: str, error: str) -> None:
    markup = {"inline_keyboard": [[{"text": "go", "url": url}]]}
    answer = await raw("sendMessage", chat_id=ana.id, text="x", reply_markup=markup)
    assert error in answer["description"]


@pytest.mark.parametrize(
    ("markup", "error"),
    [
        ([], "object expected as reply markup"),
        ({"inline_keyboard": [{}]}, "must be an Array of Arrays"),
        ({"inline_keyboard": [[{"text": "x"}]]}, "Text buttons are unallowed in the inline"),
        ({"inline_keyboard": [[{"callback_data": "x"}]]}, 'Can\'t find field "text"'),
        (
            {"inline_keyboard": [[{"text": "x", "callback_data": "y"}]] * 101},
            "reply markup is too long",
        ),
    ],
)
async def test_a_bad_keyboard_is_refused(raw: Raw, ana: User, markup: Any, error: str) -> None:
    answer = await raw("sendMessage", chat_id=ana.id, text="x", reply_markup=markup)
    assert error in answer["description"]


async def test_people_who_cannot_be_reached(server: TelegramServer, bot: Bot, ana: User) -> None:
    stranger, shy = server.user("Bob"), server.user("Chloé")
    group = server.group("Bénévoles")
    await group.joins(shy)
    await group.adds_bot(ana)
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(stranger.id, "x")
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(shy.id, "x")
    await ana.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ana.id, "x")
    await ana.unblocks()
    await bot.send_message(ana.id, "x")
    await ana.deactivates()
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(ana.id, "x")


async def test_edits_that_cannot_be(bot: Bot, ana: User) -> None:
    sent = await bot.send_message(ana.id, "un", reply_markup=keys(("ok", "1")))
    number = sent.message_id
    with pytest.raises(BadRequest) as same:
        await bot.edit_message_text("un", ana.id, number, reply_markup=keys(("ok", "1")))
    assert same.value.message == NOT_MODIFIED
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("deux", ana.id, number + 50)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("deux", ana.id, ana.messages[0].id)
    with pytest.raises(BadRequest, match="Message_too_long"):
        await bot.edit_message_text("x" * 4097, ana.id, number)
    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await bot.edit_message_caption(ana.id, number, caption="x")
    await bot.edit_message_text("un", ana.id, number)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(ana.id, number)
    assert (await ana.sees("un")).labels == []


async def test_an_edit_takes_inline_keyboards_only(raw: Raw, bot: Bot, ana: User) -> None:
    sent = await bot.send_message(ana.id, "un")
    markup = {"keyboard": [["oui"]]}
    answer = await raw(
        "editMessageText",
        chat_id=ana.id,
        message_id=sent.message_id,
        text="deux",
        reply_markup=markup,
    )
    assert answer["description"] == "Bad Request: inline keyboard expected"


async def test_deleted_messages_are_gone(bot: Bot, ana: User) -> None:
    sent = await bot.send_message(ana.id, "un")
    await bot.delete_message(ana.id, sent.message_id)
    assert [message.text for message in ana.messages] == ["/start"]
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(ana.id, sent.message_id)


async def test_a_group_that_moved_names_its_new_id(server: TelegramServer, bot: Bot) -> None:
    ana, group = server.user("Ana"), server.group("Bénévoles")
    await group.adds_bot(ana)
    new = await group.becomes_supergroup(ana)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(group.id, "x")
    assert moved.value.new_chat_id == new.id
    await bot.send_message(new.id, "x")
    assert new.messages[-1].text == "x"


async def test_a_wrong_token_or_method(server: TelegramServer, raw: Raw) -> None:
    assert (await raw("sendNothing"))["description"] == "Not Found: method not found"
    with pytest.raises(InvalidToken):
        async with Bot("1:wrong", base_url=f"{server.url}/bot"):
            pass
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{server.url}/bot1:wrong/getMe") as response,
    ):
        assert response.status == 401
        assert (await response.json())["description"] == "Unauthorized"


async def test_unknown_parameters_are_ignored(raw: Raw, ana: User) -> None:
    assert (await raw("sendMessage", chat_id=str(ana.id), text="x", colour="red"))["ok"]
