"""A server, or a proxy in front of it, that answers anything at all: nothing is lost by it, no
loop ends, and what comes after it is heard and sent."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from bot.adapters.telegram import Telegram
from bot.core.errors import SendFailed
from bot.core.events import Said
from tests.adapters.telegram.conftest import QUICK, Inbox, listening, place, soon, words
from tests.servers.telegram import TOKEN, Action, Rule, TelegramServer, User

HELLO = words("Bonjour")
TEN_MB = "x" * 10_000_000
BODIES = {
    "half a JSON": '{"ok":true,"result":',
    "bytes that are no text": "\udcff\udcfe\udc00\udc9f",
    "a page of HTML": "<html><body>Connexion au Wi-Fi</body></html>",
    "ten megabytes of nothing": TEN_MB,
    "ten megabytes of JSON": f'{{"ok":true,"result":"{TEN_MB}"}}',
    "very deep": "[" * 100_000,
    "null": "null",
    "a number": "42",
    "a list": "[]",
    "no result": '{"ok":true}',
    "the wrong result": '{"ok":true,"result":42}',
    "a list of numbers": '{"ok":true,"result":[1,2,3]}',
    "an object without anything": '{"ok":true,"result":{}}',
    "a refusal without a word": '{"ok":false}',
    "an empty body": "",
}
REFUSALS = {
    "very deep": "[" * 100_000,
    "a wait without end": '{"ok":false,"description":"x","parameters":{"retry_after":1e999}}',
    "a wait of millions of years": '{"ok":false,"parameters":{"retry_after":99999999999999}}',
    "parameters that are none": '{"ok":false,"description":7,"parameters":[1]}',
}


def texts(inbox: Inbox) -> list[str]:
    return [event.text for event in inbox.events if isinstance(event, Said)]


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
async def test_whatever_a_poll_is_answered_the_next_one_is_heard(
    server: TelegramServer, heard: Inbox, ana: User, body: str
) -> None:
    odd = Rule(Action.BODY, "getUpdates", times=2, code=200, body=body)
    server.fails(odd)
    await ana.says("après")
    await heard.until(lambda: texts(heard) == ["après"])
    assert odd.struck == 2


async def test_a_server_that_goes_on_like_that_is_not_asked_all_the_time(
    server: TelegramServer, heard: Inbox
) -> None:
    """A list of what are no updates came back at once, and so did the next question."""
    odd = Rule(Action.BODY, "getUpdates", code=200, body=BODIES["a list of numbers"])
    server.fails(odd)
    await soon(lambda: odd.struck > 0)
    before = odd.struck
    await asyncio.sleep(0.5)
    assert odd.struck - before <= 0.5 / QUICK.pauses.broken + 1


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
async def test_whatever_a_send_is_answered_it_is_no_success_and_not_the_end(
    server: TelegramServer, adapter: Telegram, ana: User, body: str
) -> None:
    """It may have arrived: nobody knows."""
    server.fails(Rule(Action.BODY, "sendMessage", times=1, code=200, body=body))
    with pytest.raises(SendFailed) as caught:
        await adapter.send(place(ana.id), HELLO, key="k1")
    assert (caught.value.unknown, caught.value.permanent) == (True, False)
    await adapter.send(place(ana.id), HELLO, key="k1")
    assert ana.messages[-1].text == "Bonjour"


@pytest.mark.parametrize("code", [429, 500])
@pytest.mark.parametrize("body", REFUSALS.values(), ids=REFUSALS)
async def test_whatever_a_refusal_says_its_wait_has_an_end(
    server: TelegramServer, adapter: Telegram, ana: User, body: str, code: int
) -> None:
    server.fails(Rule(Action.BODY, "sendMessage", code=code, body=body))
    with pytest.raises(SendFailed) as caught:
        await adapter.send(place(ana.id), HELLO, key="k1")
    assert not caught.value.permanent
    assert caught.value.wait is None or caught.value.wait.total_seconds() <= 86_400


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
async def test_a_start_that_is_answered_anything_waits_for_sense(
    server: TelegramServer, adapter: Telegram, inbox: Inbox, ana: User, body: str
) -> None:
    odd = Rule(Action.BODY, "getMe", times=2, code=200, body=body)
    server.fails(odd)
    await ana.says("bonjour")
    async with listening(adapter, inbox):
        await inbox.until(lambda: texts(inbox) == ["bonjour"])
    assert odd.struck == 2


Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], None]
LINES = {
    "no HTTP at all": b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
    "a length that is none": b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}",
    "more than it says": b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/9 hello\r\n\r\n",
    "a header without end": b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000,
    "gzip that is none": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\n!",
    "nothing": b"",
}


@asynccontextmanager
async def a_line_that_says(what: bytes) -> AsyncIterator[str]:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(10)
        writer.write(what)
        writer.close()

    line = await asyncio.start_server(talk, "127.0.0.1", 0)
    async with line:
        yield f"http://127.0.0.1:{line.sockets[0].getsockname()[1]}"


@pytest.mark.parametrize("what", LINES.values(), ids=LINES)
async def test_a_line_that_is_no_server_is_an_outage_and_no_more(inbox: Inbox, what: bytes) -> None:
    async with a_line_that_says(what) as url:
        adapter = Telegram(TOKEN, url, times=QUICK)
        began = time.monotonic()
        async with listening(adapter, inbox):
            await soon(lambda: not adapter.health.ok or time.monotonic() - began > 5)
            with pytest.raises(SendFailed) as caught:
                await adapter.send(place(1), HELLO, key="k1")
        await adapter.close()
    assert (caught.value.permanent, adapter.health.why) == (False, "Telegram cannot be reached")
