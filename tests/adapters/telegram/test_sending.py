"""What people get to see."""

from dataclasses import replace

import pytest

from bot.adapters.telegram import Telegram
from bot.core import Lang, Role, Span
from bot.core.errors import SendFailed
from bot.core.messages import Attachment, Key
from bot.core.ports import MenuEntry
from tests.adapters.telegram.conftest import KEYBOARD, PNG, picture, place, words
from tests.servers.telegram import Action, Rule, TelegramServer, User

KEYS = (Key("✅ Oui"), Key("❌ Non"))
ICS = Attachment("réunion «CA».ics", "text/calendar", b"BEGIN:VCALENDAR")


async def test_a_message_with_keys_arrives_as_it_was_worded(adapter: Telegram, ana: User) -> None:
    wording = words("Pouvez-vous venir ?", "Sans obligation.", keys=KEYS)
    sent = await adapter.send(place(ana.id), wording, key="k1")
    message = ana.messages[-1]
    assert sent == str(message.id)
    assert message.text == "Pouvez-vous venir ?\nSans obligation."
    assert message.labels == ["✅ Oui", "❌ Non"]
    assert message.buttons[0][1]["callback_data"] == f"k:{KEYBOARD}:1"


async def test_markup_in_a_text_is_only_text(adapter: Telegram, ana: User) -> None:
    wording = replace(words(), lines=((Span("<b>x</b> *y* _z_ [a](b) "), Span("gras", bold=True)),))
    await adapter.send(place(ana.id), wording, key="k1")
    assert ana.messages[-1].text == "<b>x</b> *y* _z_ [a](b) gras"
    assert [e["type"] for e in ana.messages[-1].entities] == ["bold"]


async def test_a_long_text_comes_in_pieces_with_the_keys_on_the_last(
    adapter: Telegram, ana: User
) -> None:
    before = len(ana.messages)
    wording = words(*(f"{n} " + "é" * 90 for n in range(100)), keys=KEYS)
    sent = await adapter.send(place(ana.id), wording, key="k1")
    pieces = ana.messages[before:]
    assert "\n".join(piece.text for piece in pieces) == wording.plain
    assert [bool(piece.labels) for piece in pieces] == [False] * (len(pieces) - 1) + [True]
    assert sent == str(pieces[-1].id)


async def test_an_answer_quotes_what_it_answers_even_if_that_is_gone(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    asked = await ana.says("/planning")
    await adapter.send(place(ana.id), replace(words("Voici"), reply_to=str(asked.id)), key="k1")
    assert ana.messages[-1].reply_to is asked
    await adapter.send(place(ana.id), replace(words("Voilà"), reply_to="99999"), key="k2")
    assert ana.messages[-1].text == "Voilà"


async def test_a_thread_of_a_forum_is_written_to(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    forum = server.supergroup("Équipe", forum=True)
    await forum.adds_bot(by=ana)
    topic = await forum.opens_topic("Canicule", by=ana)
    await adapter.send(place(forum.id, topic), words("Bonjour"), key="k1")
    assert forum.messages[-1].thread == topic
    await forum.deletes_topic(topic)
    with pytest.raises(SendFailed) as caught:
        await adapter.send(place(forum.id, topic), words("Bonjour"), key="k2")
    assert caught.value.gone


async def test_a_picture_carries_its_words_and_keys(adapter: Telegram, ana: User) -> None:
    sent = await adapter.send(
        place(ana.id), words("Tableau", keys=KEYS, attachment=picture()), key="k1"
    )
    message = ana.messages[-1]
    assert "photo" in message.body
    assert ana.opens(message) == PNG
    assert (message.text, message.labels, str(message.id)) == (
        "Tableau",
        ["✅ Oui", "❌ Non"],
        sent,
    )


async def test_a_picture_without_words_says_what_it_shows(adapter: Telegram, ana: User) -> None:
    await adapter.send(place(ana.id), words(attachment=picture(alt="3 postes sur 4")), key="k1")
    assert ana.messages[-1].text == "3 postes sur 4"


async def test_too_many_words_for_a_caption_come_below_the_picture(
    adapter: Telegram, ana: User
) -> None:
    wording = words("é" * 1025, keys=KEYS, attachment=picture())
    sent = await adapter.send(place(ana.id), wording, key="k1")
    shown, text = ana.messages[-2:]
    assert "photo" in shown.body
    assert (shown.text, shown.labels) == ("", [])
    assert (text.text, bool(text.labels), str(text.id)) == ("é" * 1025, True, sent)


async def test_a_document_keeps_its_name(adapter: Telegram, ana: User) -> None:
    await adapter.send(place(ana.id), words("Le rendez-vous", attachment=ICS), key="k1")
    document = ana.messages[-1].body["document"]
    assert document["file_name"] == "réunion «CA».ics"
    assert ana.opens(ana.messages[-1]) == b"BEGIN:VCALENDAR"


async def test_a_picture_that_telegram_will_not_show_is_sent_as_a_file(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    wrong = "Bad Request: PHOTO_INVALID_DIMENSIONS"
    server.fails(Rule(Action.ERROR, "sendPhoto", description=wrong))
    await adapter.send(place(ana.id), words("Plan", attachment=picture()), key="k1")
    assert ana.messages[-1].body["document"]["file_name"] == "tableau.png"


async def test_where_pictures_are_forbidden_the_words_come_alone(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    wrong = "Bad Request: not enough rights to send photos to the chat"
    server.fails(Rule(Action.ERROR, "sendPhoto", description=wrong))
    await adapter.send(place(ana.id), words("Plan", keys=KEYS, attachment=picture()), key="k1")
    assert "photo" not in ana.messages[-1].body
    assert (ana.messages[-1].text, len(ana.messages[-1].labels)) == ("Plan", 2)


async def test_links_to_the_bot_hold_its_name_also_before_it_listens(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    keys = (Key("👋 Rejoindre", start="abc"),)
    await adapter.send(place(ana.id), words("Bienvenue", keys=keys), key="k1")
    assert ana.messages[-1].buttons[0][0]["url"] == "https://t.me/tocsin_test_bot?start=abc"
    assert adapter.invite_link("xyz") == "https://t.me/tocsin_test_bot?start=xyz"


async def test_a_press_is_answered_to_the_presser(adapter: Telegram, ana: User) -> None:
    await adapter.send(place(ana.id), words("?", keys=KEYS), key="k1")
    press = await ana.taps("Oui")
    await adapter.acknowledge(press.id, "Trop tard. " + "🙋" * 150)
    assert (await ana.is_told(press)).startswith("Trop tard.")
    assert press.answer
    assert press.answer["show_alert"]
    quiet = await ana.taps("Non")
    await adapter.acknowledge(quiet.id, "")
    assert quiet.answer == {"text": "", "show_alert": False}


async def test_a_press_that_is_too_old_is_no_trouble(adapter: Telegram, ana: User) -> None:
    await adapter.acknowledge("12345", "Trop tard")
    assert adapter.health.ok


async def test_the_menu_speaks_both_languages_and_each_person_s_own(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    entries = [
        MenuEntry("réunions", "les prochaines réunions"),
        MenuEntry("mot-clé", "x" * 300),
        MenuEntry("pas un nom", "laissé de côté"),
    ]
    await adapter.menu(None, Role.GUEST, Lang.FR, entries)
    await adapter.menu(None, Role.GUEST, Lang.EN, [MenuEntry("help", "the commands")])
    await adapter.menu(place(ana.id), Role.MEMBER, Lang.EN, [MenuEntry("calls", "open calls")])
    texts = server.world.bot_texts
    everyone = texts["commands", "all_private_chats", ""]
    assert [entry["command"] for entry in everyone] == ["reunions", "mot_cle"]
    assert len(everyone[1]["description"]) == 256
    assert texts["commands", "all_private_chats", "fr"] == everyone
    assert texts["commands", "all_private_chats", "en"][0]["command"] == "help"
    assert texts["commands", "chat", "", str(ana.id), ""][0]["command"] == "calls"


def test_groups_and_channels_are_not_private(adapter: Telegram) -> None:
    assert adapter.is_private(place(1001))
    assert not adapter.is_private(place(-5001))
    assert not adapter.is_private(place(-1_000_000_000_001))


async def test_the_bot_goes_out_of_a_chat_and_twice_is_once(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    """PART-8: «🚫 Quitter» really leaves."""
    channel = server.channel("Mairie")
    await channel.adds_bot(by=ana)
    await adapter.leave(place(channel.id))
    await adapter.leave(place(channel.id))
    with pytest.raises(SendFailed) as caught:
        await adapter.send(place(channel.id), words("Bonjour"), key="k1")
    assert caught.value.gone


async def test_a_link_takes_the_bot_into_a_group_with_a_code(adapter: Telegram) -> None:
    """PART-1."""
    await adapter.meet()
    assert adapter.group_link("ABC").endswith("?startgroup=ABC")
