"""What people do, as the engine is told it."""

from datetime import UTC, datetime

import pytest

from bot.adapters.telegram import Telegram
from bot.adapters.telegram.errors import Refused
from bot.adapters.telegram.updates import ALLOWED
from bot.core import Identity, Pressed, Said
from bot.core.errors import SendFailed
from bot.core.events import (
    Blocked,
    Joined,
    Left,
    Moved,
    Rights,
    Unblocked,
    Unreadable,
    pack,
    unpack,
)
from bot.core.messages import Key
from tests.adapters.telegram.conftest import KEYBOARD, PNG, Inbox, place, words
from tests.servers.telegram import TelegramServer, User


async def test_words_come_with_who_where_and_when(heard: Inbox, ana: User) -> None:
    message = await ana.says("/start AbC-123")
    said = await heard.first(Said)
    assert said.text == "/start AbC-123"
    assert said.chat == place(ana.id)
    assert said.sender == Identity("telegram", str(ana.id))
    assert (said.private, said.lang, said.files, said.reply_to) == (True, "fr", (), "")
    assert said.at == datetime.fromtimestamp(message.at, UTC)
    assert not said.forwarded
    assert unpack(pack(said)) == said


async def test_a_reply_and_a_forward_are_told_apart(
    heard: Inbox, adapter: Telegram, ana: User
) -> None:
    sent = await adapter.send(place(ana.id), words("Pouvez-vous venir ?"), key="k1")
    await ana.says("oui", reply_to=ana.messages[-1])
    assert (await heard.first(Said)).reply_to == sent
    await ana.forwards(ana.messages[-1])
    await heard.until(lambda: len(heard.events) == 2)
    assert [e.forwarded for e in heard.events if isinstance(e, Said)] == [False, True]


async def test_an_edited_command_does_not_run_twice(heard: Inbox, ana: User) -> None:
    message = await ana.says("/annuler")
    await ana.edits(message, "/quitter")
    await ana.says("fin")
    await heard.until(lambda: len(heard.events) >= 2)
    assert [e.text for e in heard.events if isinstance(e, Said)] == ["/annuler", "fin"]


async def test_pictures_and_documents_come_with_their_caption(
    heard: Inbox, adapter: Telegram, ana: User
) -> None:
    await ana.sends_photo(PNG, "la salle")
    await ana.sends_document(b"%PDF-1.7", "liste.pdf", mime="application/pdf")
    await heard.until(lambda: len(heard.events) == 2)
    photo, document = heard.events
    assert isinstance(photo, Said)
    assert isinstance(document, Said)
    assert (photo.text, photo.files[0].mime) == ("la salle", "image/jpeg")
    (file,) = document.files
    assert (file.name, file.mime, file.size) == ("liste.pdf", "application/pdf", 8)
    assert await adapter.fetch(file.id) == b"%PDF-1.7"
    with pytest.raises(SendFailed) as caught:
        await adapter.fetch(file.id, most=7)
    assert caught.value.permanent


async def test_a_file_that_is_gone_says_nothing_of_the_token(
    server: TelegramServer, adapter: Telegram
) -> None:
    with pytest.raises(SendFailed) as caught:
        await adapter.fetch("no such file")
    assert caught.value.permanent
    with pytest.raises(Refused, match="refused with 404"):
        await adapter.transport.download(f"{server.url}/file/bot{server.token}/gone", 10)
    assert adapter.health.ok


async def test_what_the_bot_cannot_read_is_named(heard: Inbox, ana: User) -> None:
    await ana.sends_voice()
    await ana.sends_location(43.3, 5.4)
    await heard.until(lambda: len(heard.events) == 2)
    assert [e.what for e in heard.events if isinstance(e, Unreadable)] == ["voice", "location"]


async def test_a_press_brings_back_the_keyboard_that_was_seen(
    heard: Inbox, adapter: Telegram, ana: User
) -> None:
    keys = (Key("✅ Oui"), Key("❌ Non"))
    sent = await adapter.send(place(ana.id), words("?", keys=keys), key="k1")
    press = await ana.taps("Non")
    pressed = await heard.first(Pressed)
    assert (pressed.message, pressed.keyboard, pressed.index) == (sent, KEYBOARD, 1)
    assert (pressed.chat, pressed.private) == (place(ana.id), True)
    assert pressed.token == press.id


@pytest.mark.parametrize(
    "data",
    ["", "k:", "k:abc:-1", "k:abc:1:2", "k:abc:99999", "admin:grant:1", "k:a b:1", "k:abc:٣"],
)
async def test_forged_data_name_no_keyboard(
    heard: Inbox, adapter: Telegram, ana: User, data: str
) -> None:
    await adapter.send(place(ana.id), words("?", keys=(Key("✅ Oui"),)), key="k1")
    await ana.presses(ana.messages[-1], data)
    pressed = await heard.first(Pressed)
    assert (pressed.keyboard, pressed.index) == ("", -1)


async def test_a_press_on_a_message_that_telegram_forgot_is_told(
    heard: Inbox, adapter: Telegram, ana: User
) -> None:
    sent = await adapter.send(place(ana.id), words("?", keys=(Key("✅ Oui"),)), key="k1")
    message = ana.messages[-1]
    message.deleted = True
    await ana.presses(message, f"k:{KEYBOARD}:0")
    pressed = await heard.first(Pressed)
    assert (pressed.message, pressed.keyboard, pressed.index) == (sent, KEYBOARD, 0)


async def test_blocking_and_coming_back_are_told(heard: Inbox, ana: User) -> None:
    await ana.blocks()
    await ana.unblocks()
    blocked, back = await heard.first(Blocked), await heard.first(Unblocked)
    assert (blocked.chat, blocked.reason) == (place(ana.id), "blocked")
    assert back.chat == place(ana.id)


async def test_being_added_and_removed_is_told(
    server: TelegramServer, heard: Inbox, ana: User
) -> None:
    group = server.supergroup("Équipe")
    await group.adds_bot(by=ana)
    joined = await heard.first(Joined)
    assert (joined.chat, joined.title, joined.kind) == (place(group.id), "Équipe", "supergroup")
    assert not joined.private
    await group.promotes_bot(by=ana)
    assert (await heard.first(Rights)).can_write
    await group.removes_bot(by=ana)
    assert (await heard.first(Left)).chat == place(group.id)
    assert [type(e) for e in heard.events] == [Joined, Rights, Left]


async def test_a_channel_s_posts_have_no_sender(
    server: TelegramServer, heard: Inbox, ana: User
) -> None:
    channel = server.channel("Infos")
    await channel.adds_bot(by=ana)
    await channel.posts("/canaux", by=ana)
    said = await heard.first(Said)
    assert (said.sender, said.private, said.text) == (None, False, "/canaux")
    await channel.promotes_bot(ana, "can_edit_messages")
    assert not (await heard.first(Rights)).can_write


async def test_a_group_that_becomes_a_supergroup_moves_once(
    server: TelegramServer, heard: Inbox, ana: User
) -> None:
    group = server.group("Cellule")
    await group.adds_bot(by=ana)
    new = await group.becomes_supergroup(by=ana)
    await ana.says("fin")
    await heard.first(Said)
    moves = [e for e in heard.events if isinstance(e, Moved)]
    assert [(e.chat, e.new) for e in moves] == [(place(group.id), place(new.id))]


async def test_in_a_group_a_command_may_name_the_bot_it_is_for(
    server: TelegramServer, heard: Inbox, ana: User
) -> None:
    group = server.group("Cellule")
    await group.adds_bot(by=ana)
    await ana.says("/aide@another_bot", to=group)
    await ana.says("/Reunion@Tocsin_Test_Bot CA | mardi", to=group)
    said = await heard.first(Said)
    assert (said.text, said.chat, said.private) == (
        "/Reunion CA | mardi",
        place(group.id),
        False,
    )


async def test_a_topic_of_a_forum_is_a_thread_and_its_messages_answer_nothing(
    server: TelegramServer, heard: Inbox, ana: User
) -> None:
    forum = server.supergroup("Équipe", forum=True)
    await forum.adds_bot(by=ana)
    topic = await forum.opens_topic("Canicule", by=ana)
    await ana.says("/aide", to=forum, topic=topic, reply_to=forum.messages[-1])
    said = await heard.first(Said)
    assert (said.chat, said.reply_to) == (place(forum.id, topic), "")


async def test_only_what_is_understood_is_asked_for(
    server: TelegramServer, heard: Inbox, ana: User
) -> None:
    await ana.says("bonjour")
    await heard.first(Said)
    assert server.world.updates.allowed == frozenset(ALLOWED)
