"""A tap may be told before it is known what it was on: it waits for that."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.core import ChatRef, Role, Wording
from bot.core.errors import SendFailed
from bot.engine import dispatch
from tests.emoji import Emoji, with_emoji
from tests.playground import Playground, unbound

CALL = "/mobiliser Centre | sam 12/12 9h-13h, 14h-18h | 2 IDE | Lieu | payé"


@pytest.fixture
async def play(sqlite_url: str) -> AsyncIterator[Playground]:
    play = await with_emoji(sqlite_url)
    yield play
    await play.shut()


async def test_a_tap_under_a_card_of_which_nobody_heard_that_it_arrived_waits_for_that(
    play: Playground,
) -> None:
    """And so does what the same person says after it."""
    local = play.local
    assert isinstance(local, Emoji)
    real, lost = local.send, set[str]()

    async def send(chat: ChatRef, wording: Wording, *, key: str) -> str:
        message = await real(chat, wording, key=key)
        if chat.chat == "ana" and key not in lost:
            lost.add(key)
            raise SendFailed("no answer")
        return message

    local.send = send  # type: ignore[method-assign]
    ana = await play.person("Ana")
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    await claire.says(CALL)
    await claire.taps("Envoyer")
    await local.react("ana", "ana", ana.messages[-1].id, "2️⃣")
    await ana.says("/planning")
    assert len(ana.messages) == 1
    await play.wait(seconds=5)
    await asyncio.sleep(dispatch.MOMENT + 0.1)
    await play.settle()
    card, planning = ana.messages
    assert "vous venez : samedi 12 décembre" in unbound(card.wording.plain)
    assert "samedi 12 décembre" in unbound(planning.wording.plain)


async def test_a_tap_under_what_is_no_message_of_ours_holds_nobody_up_for_long(
    play: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """People react to each other's words too, while something of ours is on its way there."""
    monkeypatch.setattr(dispatch, "PATIENCE", 0.0)
    local = play.local
    assert isinstance(local, Emoji)
    ana = await play.person("Ana")

    async def send(chat: ChatRef, wording: Wording, *, key: str) -> str:
        raise SendFailed("no answer")

    real, local.send = local.send, send  # type: ignore[method-assign]
    await ana.says("/planning")
    await local.react("ana", "ana", "nobody's", "✅")
    await play.settle()
    local.send = real  # type: ignore[method-assign]
    await ana.says("/aide")
    await play.wait(seconds=10)
    assert len(ana.messages) == 2
