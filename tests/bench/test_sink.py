"""The fast server that measures speed answers a bot as the strict one does."""

import json
from collections.abc import AsyncIterator, Mapping
from typing import Any

import aiohttp
import pytest

from bench.processes import Telegram, a_telegram, fast
from tests.servers.telegram import TOKEN

Json = dict[str, Any]
pytestmark = pytest.mark.process
CHAT = 2000
KEYS = {"inline_keyboard": [[{"text": "Oui", "callback_data": "k:1"}]]}


@pytest.fixture
async def both() -> AsyncIterator[list[Telegram]]:
    async with fast() as quick, a_telegram("tests.servers.telegram") as strict:
        known = {"first_name": f"P{CHAT}", "id": CHAT, "started": True, "known": True}
        await strict.tells("people", [known])
        yield [quick, strict]


async def calls(telegram: Telegram, method: str, told: Mapping[str, Any], how: str) -> Any:
    """As the bot (JSON) and the peers (forms) send it."""
    plain = {k: v if isinstance(v, str) else json.dumps(v) for k, v in told.items()}
    bodies: Mapping[str, Json] = {
        "json": {"json": told},
        "form": {"data": plain},
        "parts": {"data": multipart(plain)},
    }
    url = f"{telegram.url}/bot{TOKEN}/{method}"
    async with telegram.session.post(url, **bodies[how]) as answer:
        found = await answer.json()
        assert (answer.status, found["ok"]) == (200, True), found
        return found["result"]


def multipart(told: Mapping[str, str]) -> aiohttp.FormData:
    form = aiohttp.FormData(default_to_multipart=True)
    for name, value in told.items():
        form.add_field(name, value)
    return form


@pytest.mark.parametrize("how", ["json", "form", "parts"])
async def test_what_is_sent_edited_and_tapped_is_answered_alike(
    both: list[Telegram], how: str
) -> None:
    seen = []
    for telegram in both:
        told = {"chat_id": CHAT, "text": "Été ?", "reply_markup": KEYS}
        sent = await calls(telegram, "sendMessage", told, how)
        if telegram is both[0]:
            assert await telegram.tells("taps", {"label": "Oui"}) == {"count": 1}
        else:
            await telegram.tells(f"people/P{CHAT}/taps", {"label": "Oui"})
        [update] = await calls(telegram, "getUpdates", {"timeout": 1}, how)
        press = update["callback_query"]
        answer = {"callback_query_id": press["id"]}
        assert await calls(telegram, "answerCallbackQuery", answer, how) is True
        edit = {"chat_id": CHAT, "message_id": sent["message_id"], "text": "Noté."}
        edited = await calls(telegram, "editMessageText", edit, how)
        following = {"offset": update["update_id"] + 1, "timeout": 0}
        rest = await calls(telegram, "getUpdates", following, how)
        number = sent["message_id"]
        assert (edited["message_id"], press["message"]["message_id"]) == (number, number)
        who = (sent["chat"]["id"], press["from"]["id"])
        seen.append((who, sent["text"], edited["text"], press["data"], rest))
    assert seen[0] == seen[1]


async def test_each_tap_is_followed_until_it_is_answered_and_its_message_edited() -> None:
    async with fast() as telegram:
        await telegram.tells("cards", {"first": CHAT, "count": 3})
        await telegram.tells("taps", {"label": "Oui", "most": 2})
        updates = await calls(telegram, "getUpdates", {}, "json")
        assert [u["callback_query"]["from"]["id"] for u in updates] == [CHAT, CHAT + 1]
        press = updates[0]["callback_query"]
        await calls(telegram, "answerCallbackQuery", {"callback_query_id": press["id"]}, "json")
        edit = {"chat_id": CHAT, "message_id": press["message"]["message_id"], "text": "Noté."}
        await calls(telegram, "editMessageText", edit, "json")
        seen = await telegram.tells("seen")
        assert [all(tap) for tap in seen["taps"]] == [True, False]
        assert [chat for chat, _ in seen["edits"]] == [CHAT]


async def test_with_several_bots_each_has_its_own_people_and_updates() -> None:
    async with fast(apart=True) as telegram:
        tokens = (TOKEN, TOKEN.replace("11", "22"))
        for token, text in zip(tokens, ("un", "deux"), strict=True):
            await telegram.of(token).tells("says", {"first": CHAT, "text": text})
        for token, text in zip(tokens, ("un", "deux"), strict=True):
            url = f"{telegram.url}/bot{token}/getUpdates"
            async with telegram.session.post(url, json={"timeout": 0}) as answer:
                [update] = (await answer.json())["result"]
            assert update["message"]["text"] == text
            assert (await telegram.of(token).tells("seen"))["polls"] == 1
