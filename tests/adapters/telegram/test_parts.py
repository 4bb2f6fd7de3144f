"""A text that is too long for one message, and a part of it that fails."""

from dataclasses import replace

import pytest

from bot.adapters.telegram import Telegram
from bot.core import Span, Wording
from bot.core.errors import SendFailed
from bot.core.messages import Key
from tests.adapters.telegram.conftest import PNG, picture, place, words
from tests.servers.telegram import Action, Message, Rule, TelegramServer, User

KEYS = (Key("✅ Oui"),)
PAGES = [f"{n} " + "é" * 4000 for n in range(1, 4)]
LONG = words(*PAGES, keys=KEYS)


def nth(number: int) -> Rule:
    """That message from here on is refused, for a second."""
    return Rule(Action.TOO_MANY, "sendMessage", nth=number, retry_after=1)


async def fails(adapter: Telegram, ana: User, wording: Wording, key: str = "k1") -> SendFailed:
    with pytest.raises(SendFailed) as caught:
        await adapter.send(place(ana.id), wording, key=key)
    return caught.value


def told(ana: User) -> list[Message]:
    """After her «/start»."""
    return ana.messages[1:]


def texts(ana: User) -> list[str]:
    return [message.text for message in told(ana)]


@pytest.mark.parametrize("failing", [1, 2, 3])
async def test_another_try_goes_on_with_the_part_that_failed(
    server: TelegramServer, adapter: Telegram, ana: User, failing: int
) -> None:
    server.fails(nth(failing))
    await fails(adapter, ana, LONG)
    assert texts(ana) == PAGES[: failing - 1]
    sent = await adapter.send(place(ana.id), LONG, key="k1")
    assert texts(ana) == PAGES
    assert [bool(message.labels) for message in told(ana)] == [False, False, True]
    assert sent == str(told(ana)[-1].id)


async def test_a_part_that_fails_again_and_again_is_the_only_one_that_is_sent_again(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    asked = await ana.says("/planning")
    long = replace(LONG, reply_to=str(asked.id))
    for failing in (2, 1, 1, 2):
        server.fails(nth(failing))
        await fails(adapter, ana, long)
    await adapter.send(place(ana.id), long, key="k1")
    mine = told(ana)[1:]
    assert [message.text for message in mine] == PAGES
    assert [message.reply_to for message in mine] == [asked, None, None]


async def test_other_words_under_the_same_key_are_sent_from_the_first_on(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    """A card is worded anew at each try."""
    server.fails(nth(2))
    await fails(adapter, ana, LONG)
    server.fails(nth(2))
    other = [PAGES[0].replace("1", "0"), *PAGES[1:]]
    await fails(adapter, ana, words(*other))
    await adapter.send(place(ana.id), words(*other), key="k1")
    assert texts(ana) == [PAGES[0], *other]


async def test_another_delivery_and_another_chat_begin_at_the_beginning(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    ben = server.user("Ben")
    await ben.says("/start")
    server.fails(nth(2))
    await fails(adapter, ana, LONG)
    await adapter.send(place(ben.id), LONG, key="k1")
    await adapter.send(place(ana.id), LONG, key="k2")
    assert texts(ben) == PAGES
    assert texts(ana) == [PAGES[0], *PAGES]


async def test_what_has_arrived_whole_is_forgotten(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    server.fails(nth(2))
    await fails(adapter, ana, LONG)
    assert len(adapter._posting._arrived) == 1
    await adapter.send(place(ana.id), LONG, key="k1")
    assert len(adapter._posting._arrived) == 0
    await adapter.send(place(ana.id), LONG, key="k1")
    assert texts(ana) == [*PAGES, *PAGES]


async def test_a_picture_that_has_arrived_is_not_sent_again_for_the_words_below_it(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    wording = replace(LONG, attachment=picture())
    server.fails(nth(2))
    await fails(adapter, ana, wording)
    await adapter.send(place(ana.id), wording, key="k1")
    shown, *below = told(ana)
    assert ana.opens(shown) == PNG
    assert [message.text for message in below] == PAGES


async def test_where_pictures_are_forbidden_the_words_go_on_too(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    wrong = "Bad Request: not enough rights to send photos to the chat"
    forbidden = Rule(Action.ERROR, "sendPhoto", description=wrong)
    wording = replace(LONG, attachment=picture())
    server.fails(forbidden, nth(2))
    await fails(adapter, ana, wording)
    server.fails(forbidden)
    await adapter.send(place(ana.id), wording, key="k1")
    assert texts(ana) == PAGES


async def test_empty_lines_at_a_cut_are_no_message_of_their_own(
    adapter: Telegram, ana: User
) -> None:
    """Telegram refuses an empty text, for ever, and what came after it was lost."""
    full = "x" * 4096
    await adapter.send(place(ana.id), words("", full, "", full, " ", "", keys=KEYS), key="k1")
    assert texts(ana) == [full, full]
    assert told(ana)[-1].labels == ["✅ Oui"]


async def test_what_is_bold_stays_bold_on_both_sides_of_a_cut(adapter: Telegram, ana: User) -> None:
    """Offsets count UTF-16 units, of which each 🙋 has two; none is cut in two."""
    bold = Span("🙋" * 3000, bold=True)
    link = Span("carte", link="https://carte.example")
    await adapter.send(place(ana.id), Wording(((Span("a "), bold, link),)), key="k1")
    first, second = told(ana)
    assert first.text == "a " + "🙋" * 2047
    assert second.text == "🙋" * 953 + "carte"
    assert [(e["type"], e["offset"], e["length"]) for e in first.entities] == [("bold", 2, 4094)]
    assert [(e["type"], e["offset"], e["length"]) for e in second.entities] == [
        ("bold", 0, 1906),
        ("text_link", 1906, 5),
    ]
