"""What people do reaches the bot, and what the bot does is seen by people."""

import io
from pathlib import Path

import pytest
from PIL import Image
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
)
from telegram.error import BadRequest

from tests.servers.telegram import TelegramServer, User
from tests.servers.telegram.test_server_groups import heard
from tests.servers.telegram.test_server_refusals import keys


def picture(width: int = 40, height: int = 30) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (width, height)).save(content, "PNG")
    return content.getvalue()


async def test_a_conversation(bot: Bot, ana: User) -> None:
    (started,) = await heard(bot)
    assert started.message
    assert started.message.from_user
    assert started.message.from_user.language_code == "fr"
    sent = await bot.send_message(ana.id, "Pouvez-vous venir ?", reply_markup=keys(("✅ Oui", "y")))
    await ana.sees("venir")
    assert ana.buttons() == ["✅ Oui"]
    press = await ana.taps("Oui", on=await ana.sees("venir"))
    (pressed,) = await heard(bot)
    query = pressed.callback_query
    assert query
    assert query.message
    assert (query.data, query.message.message_id) == ("y", sent.message_id)
    await bot.edit_message_text("C'est noté", ana.id, sent.message_id)
    await query.answer("Merci")
    await ana.sees("noté")
    assert await ana.is_told(press, "Merci") == "Merci"
    assert [message.text for message in ana.messages] == ["/start", "C'est noté"]
    assert ana.buttons() == []


async def test_what_was_there_before_ones_act_is_not_seen_again(bot: Bot, ana: User) -> None:
    await bot.send_message(ana.id, "Bienvenue")
    await ana.sees("Bienvenue")
    await ana.says("/aide")
    with pytest.raises(AssertionError, match="does not see 'Bienvenue'"):
        await ana.sees("Bienvenue", within=0.01)
    await ana.sees("Bienvenue", ever=True)


async def test_a_button_that_is_not_there_cannot_be_tapped(bot: Bot, ana: User) -> None:
    await bot.send_message(
        ana.id,
        "x",
        reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("Notice", url="https://a.fr")]]),
    )
    with pytest.raises(AssertionError, match="no button 'Non' in sight"):
        await ana.taps("Non", within=0.01)
    with pytest.raises(AssertionError, match="opens a link"):
        await ana.taps("Notice")


async def test_presses_expire(server: TelegramServer, bot: Bot, ana: User) -> None:
    await bot.send_message(ana.id, "x", reply_markup=keys(("ok", "1")))
    press = await ana.taps("ok")
    server.world.press_lifetime = -1.0
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired"):
        await bot.answer_callback_query(press.id)
    server.world.press_lifetime = 150.0
    await bot.answer_callback_query(press.id)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(press.id)


async def test_a_hostile_client_presses_what_it_likes_on_what_is_gone(bot: Bot, ana: User) -> None:
    sent = await bot.send_message(ana.id, "x", reply_markup=keys(("ok", "1")))
    message = ana.messages[-1]
    await bot.delete_message(ana.id, sent.message_id)
    await heard(bot)
    await ana.presses(message, "'; DROP TABLE")
    (update,) = await heard(bot)
    assert update.callback_query
    assert update.callback_query.data == "'; DROP TABLE"
    assert not update.callback_query.message.is_accessible  # type: ignore[union-attr]


async def test_pictures_and_documents_go_both_ways(bot: Bot, ana: User, tmp_path: Path) -> None:
    await bot.send_photo(ana.id, picture(), caption="Tableau")
    await bot.send_document(ana.id, io.BytesIO(b"a;b"), filename="bilan.csv", caption="Bilan")
    assert ana.opens(await ana.sees("Tableau")) == picture()
    assert ana.opens(await ana.sees("Bilan")) == b"a;b"
    await heard(bot)
    await ana.sends_document(b"liste", "liste.txt")
    await ana.sends_photo(picture(), "la salle")
    await ana.sends_voice()
    await ana.sends_location(43.7, 5.1)
    document, photo, voice, location = [update.message for update in await heard(bot)]
    assert document
    assert document.document
    file = await document.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"liste"
    assert photo
    assert (photo.caption, photo.photo[-1].width) == ("la salle", 40)
    assert voice
    assert voice.voice
    assert location
    assert location.location
    again = await bot.send_document(ana.id, document.document.file_id)
    assert again.document
    assert again.document.file_name == "liste.txt"


@pytest.mark.parametrize(
    ("photo", "error"),
    [
        (b"no picture", "Image_process_failed"),
        (picture(4000, 100), "Photo_invalid_dimensions"),
        (b"", "File must be non-empty"),
        ("AgACnever", "Wrong file identifier/http url specified"),
        ("https://example.org/a.png", "Failed to get HTTP URL content"),
    ],
)
async def test_a_bad_picture_is_refused(
    bot: Bot, ana: User, photo: bytes | str, error: str
) -> None:
    with pytest.raises(BadRequest, match=f"(?i){error}"):
        await bot.send_photo(ana.id, photo)


async def test_captions_have_their_own_limit(bot: Bot, ana: User) -> None:
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(ana.id, picture(), caption="x" * 1025)
    sent = await bot.send_photo(ana.id, picture(), caption="x" * 1024)
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("x", ana.id, sent.message_id)
    with pytest.raises(BadRequest, match="Media_caption_too_long"):
        await bot.edit_message_caption(ana.id, sent.message_id, caption="x" * 1025)
    await bot.edit_message_caption(ana.id, sent.message_id, caption="court")
    media = InputMediaDocument(b"x", filename="x.txt", caption="autre")
    edited = await bot.edit_message_media(media, ana.id, sent.message_id)
    assert edited.document  # type: ignore[union-attr]


async def test_albums_copies_and_forwards(server: TelegramServer, bot: Bot, ana: User) -> None:
    album = await bot.send_media_group(ana.id, [InputMediaPhoto(picture()) for _ in range(2)])
    assert len({message.media_group_id for message in album}) == 1
    said = await ana.says("/note à garder")
    bob = server.user("Bob")
    await bob.says("/start")
    await bot.copy_message(bob.id, ana.id, said.id)
    forwarded = await bot.forward_message(bob.id, ana.id, said.id)
    assert forwarded.forward_origin
    assert forwarded.forward_origin.sender_user.id == ana.id  # type: ignore[attr-defined]
    assert [m.text for m in bob.messages[1:]] == ["/note à garder"] * 2
    with pytest.raises(BadRequest, match="Message to forward not found"):
        await bot.forward_message(bob.id, ana.id, 9999)


async def test_people_edit_reply_forward_and_block(bot: Bot, ana: User) -> None:
    await bot.send_message(ana.id, "Votre nom ?")
    await heard(bot)
    said = await ana.says("Ana Li", reply_to=ana.messages[-1])
    await ana.edits(said, "Ana Lis")
    await ana.forwards(said)
    await ana.blocks()
    replied, edited, forwarded, blocked = await heard(bot)
    assert replied.message
    assert replied.message.reply_to_message
    assert replied.message.reply_to_message.text == "Votre nom ?"
    assert edited.edited_message
    assert edited.edited_message.text == "Ana Lis"
    assert forwarded.message
    assert forwarded.message.forward_origin
    assert blocked.my_chat_member
    assert blocked.my_chat_member.new_chat_member.status == "kicked"
    with pytest.raises(AssertionError, match="has blocked the bot"):
        await ana.says("x")


async def test_commands_are_kept_by_scope_and_language(bot: Bot, ana: User) -> None:
    await bot.set_my_commands([BotCommand("aide", "Aide")])
    await bot.set_my_commands([BotCommand("help", "Help")], language_code="en")
    scope = BotCommandScopeChat(ana.id)
    await bot.set_my_commands([BotCommand("bilan", "Bilan")], scope=scope)
    assert [c.command for c in await bot.get_my_commands()] == ["aide"]
    assert [c.command for c in await bot.get_my_commands(language_code="en")] == ["help"]
    assert [c.command for c in await bot.get_my_commands(scope=scope)] == ["bilan"]
    await bot.delete_my_commands(scope=scope)
    assert await bot.get_my_commands(scope=scope) == ()
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([BotCommand("Réunion", "x")])
    await bot.set_my_short_description("Le tocsin")
    assert (await bot.get_my_short_description()).short_description == "Le tocsin"


async def test_small_things(server: TelegramServer, bot: Bot, ana: User) -> None:
    await bot.send_chat_action(ana.id, "typing")
    assert server.world.actions == [(ana.id, "typing")]
    with pytest.raises(BadRequest, match="Wrong parameter action in request"):
        await bot.send_chat_action(ana.id, "singing")
    sent = [await bot.send_message(ana.id, f"{n}") for n in range(3)]
    await bot.pin_chat_message(ana.id, sent[0].message_id)
    pinned = (await bot.get_chat(ana.id)).pinned_message
    assert pinned
    assert pinned.text == "0"
    await bot.unpin_chat_message(ana.id, sent[0].message_id)
    assert (await bot.get_chat(ana.id)).pinned_message is None
    await bot.delete_messages(ana.id, [sent[1].message_id, 9999, sent[2].message_id])
    assert [message.text for message in ana.messages] == ["/start", "0"]
    assert await bot.get_chat_member_count(ana.id) == 2
    group = server.group("Bénévoles")
    await group.adds_bot(ana)
    said = await bot.send_message(group.id, "à épingler")
    with pytest.raises(BadRequest, match="Not enough rights to manage pinned messages"):
        await bot.pin_chat_message(group.id, said.message_id)
    assert server.group_at(group.id) is group
