"""Messages that follow along, whatever they were sent as."""

from collections.abc import AsyncIterator

import pytest

from bot.adapters.telegram import Telegram
from bot.core.errors import SendFailed
from bot.core.messages import Key
from tests.adapters.telegram.conftest import PNG, QUICK, picture, place, words
from tests.servers.telegram import TelegramServer, User

KEYS = (Key("✅ Oui"),)


async def test_a_text_and_its_keys_are_replaced(adapter: Telegram, ana: User) -> None:
    sent = await adapter.send(place(ana.id), words("3 sur 4", keys=KEYS), key="k1")
    await adapter.edit(place(ana.id), sent, words("Complet, merci !"))
    assert (ana.messages[-1].text, ana.messages[-1].labels) == ("Complet, merci !", [])


async def test_an_edit_that_changes_nothing_is_done(adapter: Telegram, ana: User) -> None:
    same = words("3 sur 4", keys=KEYS)
    sent = await adapter.send(place(ana.id), same, key="k1")
    await adapter.edit(place(ana.id), sent, same)
    assert ana.messages[-1].text == "3 sur 4"


async def test_a_deleted_message_cannot_be_edited_and_that_is_final(
    adapter: Telegram, ana: User
) -> None:
    sent = await adapter.send(place(ana.id), words("3 sur 4"), key="k1")
    ana.messages[-1].deleted = True
    with pytest.raises(SendFailed, match="message deleted") as caught:
        await adapter.edit(place(ana.id), sent, words("4 sur 4"))
    assert (caught.value.permanent, caught.value.gone) == (True, False)


async def test_a_text_that_grew_too_long_keeps_its_beginning(adapter: Telegram, ana: User) -> None:
    sent = await adapter.send(place(ana.id), words("Liste"), key="k1")
    await adapter.edit(place(ana.id), sent, words(*("x" * 90 for _ in range(60)), keys=KEYS))
    assert ana.messages[-1].text.startswith("xxx")
    assert ana.messages[-1].text.endswith("\n…")
    assert ana.messages[-1].labels == ["✅ Oui"]


@pytest.fixture(params=["as it was", "restarted"])
async def later(
    request: pytest.FixtureRequest, server: TelegramServer, adapter: Telegram
) -> AsyncIterator[Telegram]:
    """The adapter that edits: the one that sent, or one that remembers nothing."""
    if request.param == "as it was":
        yield adapter
        return
    other = Telegram(server.token, server.url, times=QUICK)
    yield other
    await other.close()


async def test_a_picture_is_replaced_by_a_new_one(
    adapter: Telegram, later: Telegram, ana: User
) -> None:
    wording = words("1", keys=KEYS, attachment=picture())
    sent = await adapter.send(place(ana.id), wording, key="k1")
    for number in (2, 3):
        new = picture(PNG + bytes([number]))
        await later.edit(place(ana.id), sent, words(str(number), keys=KEYS, attachment=new))
        message = ana.messages[-1]
        assert (message.text, message.labels) == (str(number), ["✅ Oui"])
        assert ana.opens(message) == new.data


async def test_the_words_under_the_same_picture_change_alone(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    sent = await adapter.send(place(ana.id), words("1", attachment=picture()), key="k1")
    file = ana.messages[-1].file_id
    await adapter.edit(place(ana.id), sent, words("2", keys=KEYS, attachment=picture()))
    assert (ana.messages[-1].text, ana.messages[-1].file_id) == ("2", file)


async def test_a_picture_keeps_standing_when_only_words_follow(
    adapter: Telegram, later: Telegram, ana: User
) -> None:
    sent = await adapter.send(place(ana.id), words("1", attachment=picture()), key="k1")
    await later.edit(place(ana.id), sent, words("Clos"))
    assert (ana.messages[-1].text, ana.opens(ana.messages[-1])) == ("Clos", PNG)
    await later.edit(place(ana.id), sent, words("Rouvert"))
    assert ana.messages[-1].text == "Rouvert"


async def test_a_text_stays_a_text_when_a_picture_comes(
    adapter: Telegram, later: Telegram, ana: User
) -> None:
    sent = await adapter.send(place(ana.id), words("1"), key="k1")
    await later.edit(place(ana.id), sent, words("2", keys=KEYS, attachment=picture()))
    assert (ana.messages[-1].text, ana.messages[-1].labels) == ("2", ["✅ Oui"])
    assert "photo" not in ana.messages[-1].body


async def test_words_below_a_picture_can_be_edited(adapter: Telegram, ana: User) -> None:
    wording = words("é" * 1025, attachment=picture())
    sent = await adapter.send(place(ana.id), wording, key="k1")
    await adapter.edit(place(ana.id), sent, words("court", attachment=picture()))
    assert ana.messages[-1].text == "court"


async def test_too_many_words_under_a_picture_are_cut(adapter: Telegram, ana: User) -> None:
    sent = await adapter.send(place(ana.id), words("1", attachment=picture()), key="k1")
    await adapter.edit(place(ana.id), sent, words("début", "é" * 1024, attachment=picture()))
    assert ana.messages[-1].text == "début\n…"
