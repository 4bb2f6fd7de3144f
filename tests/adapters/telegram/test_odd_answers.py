"""A proxy, the login of a Wi-Fi, a broken server: they answer edits, presses and polls too."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.adapters.telegram import Telegram, answers
from bot.core.errors import SendFailed
from bot.core.events import Said
from bot.core.messages import Key
from tests.adapters.telegram.conftest import QUICK, Inbox, place, soon, words
from tests.servers.telegram import TOKEN, Action, Rule, TelegramServer, User

PAGE = "<html><body>Connexion au Wi-Fi</body></html>"
ODD = {
    "half a JSON": (200, '{"ok":true,"result":'),
    "garbage": (200, "\udcff\udcfe\udc00\udc9f"),
    "a page": (200, PAGE),
    "a refusal without a word": (200, '{"ok":false}'),
    "ten megabytes": (200, json.dumps({"ok": True, "result": "x" * 10_000_000})),
    "the wrong result": (200, '{"ok":true,"result":[]}'),
    "nothing": (200, ""),
    "a page that forbids": (403, PAGE),
    "a page that was not found": (404, PAGE),
    "a page that asks for a password": (407, PAGE),
    "a page that says our request is bad": (400, PAGE),
    "words that are not Telegram's": (403, '{"error":"blocked by policy"}'),
}
HELLO, KEYS = words("Bonjour"), (Key("✅ Oui"), Key("❌ Non"))


def rule(method: str, name: str) -> Rule:
    """Once."""
    if name in ("a redirect", "silence"):
        action = Action.REDIRECT if name == "a redirect" else Action.HANG
        return Rule(action, method, times=1)
    code, body = ODD[name]
    return Rule(Action.BODY, method, times=1, code=code, body=body)


any_answer = pytest.mark.parametrize("name", [*ODD, "a redirect", "silence"])


@any_answer
async def test_whatever_an_edit_is_answered_it_can_be_tried_again(
    server: TelegramServer, adapter: Telegram, ana: User, name: str
) -> None:
    sent = await adapter.send(place(ana.id), words("3 sur 4", keys=KEYS), key="k1")
    odd = rule("editMessageText", name)
    server.fails(odd)
    with pytest.raises(SendFailed) as caught:
        await adapter.edit(place(ana.id), sent, words("Complet"))
    assert (caught.value.permanent, caught.value.gone) == (False, False)
    await adapter.edit(place(ana.id), sent, words("Complet, merci"))
    assert (odd.struck, ana.messages[-1].text) == (1, "Complet, merci")


@any_answer
async def test_whatever_the_end_of_a_press_is_answered_the_next_one_ends(
    server: TelegramServer, adapter: Telegram, ana: User, name: str
) -> None:
    await adapter.send(place(ana.id), words("?", keys=KEYS), key="k1")
    odd = rule("answerCallbackQuery", name)
    server.fails(odd)
    await adapter.acknowledge((await ana.taps("Oui")).id, "Trop tard")
    press = await ana.taps("Non")
    await adapter.acknowledge(press.id, "C'est noté")
    assert await ana.is_told(press) == "C'est noté"
    assert odd.struck == 1
    assert adapter.health.ok


@any_answer
async def test_whatever_a_poll_is_answered_what_was_written_is_heard_once(
    server: TelegramServer, heard: Inbox, ana: User, name: str
) -> None:
    odd = rule("getUpdates", name)
    server.fails(odd)
    for said in ("un", "deux"):
        await ana.says(said)
        await heard.until(lambda said=said: _texts(heard)[-1:] == [said])  # type: ignore[misc]
    await soon(lambda: odd.struck == 1)
    assert _texts(heard) == ["un", "deux"]


@pytest.mark.parametrize("name", [name for name, (code, _) in ODD.items() if code != 200])
async def test_a_page_that_refuses_is_no_word_of_telegram_s(
    server: TelegramServer, adapter: Telegram, ana: User, name: str
) -> None:
    """Nobody has blocked the bot, and the token is good: nothing was sent, it is tried again."""
    server.fails(rule("sendMessage", name))
    with pytest.raises(SendFailed) as caught:
        await adapter.send(place(ana.id), HELLO, key="k1")
    no = caught.value
    assert (no.permanent, no.gone, no.unknown, no.everyone) == (False, False, False, True)
    assert str(no) == "another server answered in its place"
    await adapter.send(place(ana.id), HELLO, key="k1")
    assert ana.messages[-1].text == "Bonjour"


async def test_where_everything_is_redirected_telegram_cannot_be_reached(
    server: TelegramServer, adapter: Telegram, heard: Inbox, ana: User
) -> None:
    server.fails(Rule(Action.REDIRECT))
    await soon(lambda: not adapter.health.ok)
    assert "Telegram cannot be reached" in adapter.health.why
    await ana.says("pendant")
    server.fails()
    await heard.until(lambda: _texts(heard) == ["pendant"])
    await soon(lambda: adapter.health.ok)


@pytest.mark.parametrize("action", [Action.BODY, Action.REDIRECT, Action.BAD_GATEWAY])
async def test_polls_that_go_on_failing_are_said_once_and_sends_go_on(
    server: TelegramServer, adapter: Telegram, heard: Inbox, ana: User, action: Action,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    """A proxy that gives up on long answers: the log went up and down for ever."""
    odd = Rule(action, "getUpdates", code=200, body=PAGE)
    server.fails(odd)
    await soon(lambda: odd.struck > 12)
    assert adapter.health.why == "what people write cannot be fetched"
    await adapter.send(place(ana.id), HELLO, key="k1")
    said = [r.__dict__["reason"] for r in caplog.records if r.getMessage() == "telegram trouble"]
    assert sorted(said) == sorted(set(said))
    await ana.says("pendant")
    server.fails()
    await heard.until(lambda: _texts(heard) == ["pendant"])
    await soon(lambda: adapter.health.ok)


async def test_an_answer_without_an_end_is_given_up_before_it_fills_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(answers, "BIGGEST", 100_000)
    written: list[int] = []
    async with a_server_that_never_stops(written) as url:
        adapter = Telegram(TOKEN, url, times=QUICK)
        with pytest.raises(SendFailed) as caught:
            await adapter.send(place(1), HELLO, key="k1")
        await adapter.close()
    assert caught.value.unknown
    assert sum(written) < 16_000_000, "what fits into the buffers between us, and not seconds of it"


@asynccontextmanager
async def a_server_that_never_stops(written: list[int]) -> AsyncIterator[str]:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(10)
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        try:
            while True:
                writer.write(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")
                await writer.drain()
                written.append(0x10000)
        except ConnectionError:
            writer.close()

    line = await asyncio.start_server(talk, "127.0.0.1", 0)
    async with line:
        yield f"http://127.0.0.1:{line.sockets[0].getsockname()[1]}"


def _texts(inbox: Inbox) -> list[str]:
    return [event.text for event in inbox.events if isinstance(event, Said)]
