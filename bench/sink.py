"""A Telegram that costs nothing: it says yes to what a bot sends, with real ids, and keeps count.

python -m bench.sink prints its address and serves; with --apart each token is a bot of its own. The
strict server of the tests checks each call as Telegram does, which takes longer than a bot needs to
make it: where the bot's own speed is measured, this one stands in (tests/bench holds one against
the other). One process, raw HTTP/1.1 with kept connections; bodies as JSON, forms or multipart.

Under /control/, or /bot<token>/control/ for one of several, JSON in and out:
  POST begin                         counts from here
  POST cards {"first", "count"}      a message with one button in each chat, as if sent before
  POST taps {"label", "pause", "most"} everyone presses the newest button with that label
  POST says {"first", "text", "times", "spread", "pause"}  a person writes, or `spread` in turn
  GET  seen                          what came of it: see `Seen`
"""

import asyncio
import gc
import itertools
import json
import re
import resource
import signal
import sys
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any
from urllib.parse import parse_qsl

from bench.seen import Seen

Json = dict[str, Any]
FIRST_UPDATE = 700_000_001
ME = {"id": 110201543, "is_bot": True, "first_name": "Tocsin", "username": "tocsin_test_bot"}
_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_KIND = re.compile(rb"\r\ncontent-type: *([^\r]+)", re.IGNORECASE)
_TOKEN = re.compile(r"/bot([^/]+)/")
_PART = re.compile(rb'name="?([^";\r]+)"?.*?\r\n\r\n(.*)', re.DOTALL)


class Sink:
    """What stands for Telegram: chats by id, the newest button of each, updates to be read."""

    def __init__(self) -> None:
        self.seen = Seen()
        self.messages, self.numbers = itertools.count(1), itertools.count(FIRST_UPDATE)
        self.presses = itertools.count(1)
        self.buttons: dict[int, tuple[int, list[Json]]] = {}
        self.waiting: deque[Json] = deque()
        self._poll: asyncio.Future[None] | None = None

    async def answer(self, method: str, body: Callable[[], Json]) -> Any:
        """The `result` of one call."""
        match method:
            case "sendmessage":
                return self._sent(body())
            case "editmessagetext":
                return self._edited(body())
            case "answercallbackquery":
                self.seen.answered(str(body()["callback_query_id"]), time.time())
                return True
            case "getupdates":
                return await self._updates(body())
            case "getme":
                return ME
            case _:
                return True

    def _sent(self, told: Json) -> Json:
        chat, number = int(told["chat_id"]), next(self.messages)
        self._keys(chat, number, told)
        self.seen.sent(chat, time.time(), str(told.get("text", "")))
        return _message(chat, number, str(told.get("text", "")))

    def _edited(self, told: Json) -> Json:
        chat, number = int(told["chat_id"]), int(told["message_id"])
        self._keys(chat, number, told)
        self.seen.edited(chat, time.time())
        return _message(chat, number, str(told.get("text", "")))

    def _keys(self, chat: int, number: int, told: Json) -> None:
        markup = told.get("reply_markup")
        if isinstance(markup, str):
            markup = json.loads(markup)
        rows = (markup or {}).get("inline_keyboard") or []
        if rows:
            self.buttons[chat] = number, [key for row in rows for key in row]

    async def _updates(self, told: Json) -> list[Json]:
        offset, seconds = int(told.get("offset") or 0), float(told.get("timeout") or 0)
        while self.waiting and offset > 0 and self.waiting[0]["update_id"] < offset:
            self.waiting.popleft()
        self.seen.polls += 1
        if not self.waiting and seconds:
            self._poll = asyncio.get_running_loop().create_future()
            await asyncio.wait([self._poll], timeout=seconds)
        found = list(itertools.islice(self.waiting, int(told.get("limit") or 100)))
        self.seen.told([update["update_id"] for update in found], time.time())
        return found

    def push(self, kind: str, payload: Json) -> int:
        number = next(self.numbers)
        self.waiting.append({"update_id": number, kind: payload})
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        return number

    # Under /control/

    async def control(self, what: str, asked: Json) -> Any:
        match what:
            case "begin":
                self.seen = Seen()
            case "cards":
                for chat in range(asked["first"], asked["first"] + asked["count"]):
                    keys = [{"text": "Oui", "callback_data": "yes"}]
                    self.buttons[chat] = next(self.messages), keys
            case "taps":
                return await self._taps(**asked)
            case "says":
                await self._says(**asked)
            case "seen":
                used = resource.getrusage(resource.RUSAGE_SELF)
                return self.seen.told_all() | {"cpu": used.ru_utime + used.ru_stime}
        return {}

    async def _taps(self, label: str, pause: float = 0.0, most: int = 1_000_000) -> Json:
        """How many there are. They come at once, or with a pause between two."""
        count = 0
        for chat, (number, keys) in list(self.buttons.items()):
            data = next((k["callback_data"] for k in keys if label in k["text"]), None)
            if data is None or count >= most:
                continue
            count += 1
            token = str(next(self.presses))
            press = {"id": token, "from": _person(chat), "chat_instance": "1", "data": data}
            press["message"] = _message(chat, number, "?")
            self.seen.pressed(self.push("callback_query", press), token, chat, time.time())
            if pause:
                await asyncio.sleep(pause)
        return {"count": count}

    async def _says(
        self, first: int, text: str, times: int = 1, spread: int = 1, pause: float = 0.0
    ) -> None:
        for turn in range(times):
            chat = first + turn % spread
            told = _message(chat, next(self.messages), text) | {"from": _person(chat)}
            if text.startswith("/"):
                length = len(text.split()[0])
                told["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
            self.push("message", told)
            if pause:
                await asyncio.sleep(pause)


def _person(chat: int) -> Json:
    return {"id": chat, "is_bot": False, "first_name": f"P{chat}", "language_code": "fr"}


def _message(chat: int, number: int, text: str) -> Json:
    where = {"id": chat, "type": "private", "first_name": f"P{chat}"}
    return {"message_id": number, "from": ME, "chat": where, "date": int(time.time()), "text": text}


class Sinks:
    """One for all tokens, or (`apart`) one for each."""

    def __init__(self, *, apart: bool) -> None:
        self._apart, self._by_token = apart, defaultdict[str, Sink](Sink)

    def of(self, path: str) -> Sink:
        found = _TOKEN.match(path) if self._apart else None
        return self._by_token[found[1] if found else ""]


class Line(asyncio.Protocol):
    """One connection: requests in the order in which they came."""

    def __init__(self, sinks: Sinks) -> None:
        self._sinks, self._held = sinks, b""
        self._queue: asyncio.Queue[tuple[str, str, bytes]] = asyncio.Queue()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._task = asyncio.ensure_future(self._serve())

    def connection_lost(self, exc: Exception | None) -> None:
        self._task.cancel()

    def data_received(self, data: bytes) -> None:
        held = self._held + data if self._held else data
        while (end := held.find(b"\r\n\r\n")) >= 0:
            head = held[:end]
            found = _LENGTH.search(head)
            whole = end + 4 + (int(found[1]) if found else 0)
            if len(held) < whole:
                break
            kind = _KIND.search(head)
            path = head.split(b" ", 2)[1].partition(b"?")[0].decode()
            told = (kind[1].decode() if kind else "", held[end + 4 : whole])
            self._queue.put_nowait((path, *told))
            held = held[whole:]
        self._held = held

    async def _serve(self) -> None:
        while True:
            path, kind, body = await self._queue.get()
            sink = self._sinks.of(path)
            work: Awaitable[Any]
            if "/control/" in path:
                work = sink.control(path.rpartition("/")[2], json.loads(body or b"{}"))
                answer = _dumps(await work).encode()
            else:
                method = path.rpartition("/")[2].lower()
                result = await sink.answer(method, partial(_read, kind, body))
                answer = b'{"ok":true,"result":' + _dumps(result).encode() + b"}"
            head = (
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            )
            self._transport.write(head % len(answer) + answer)


def _read(kind: str, body: bytes) -> Json:
    if kind.startswith("application/json"):
        return json.loads(body) if body else {}
    if kind.startswith("multipart/"):
        mark = b"--" + kind.partition("boundary=")[2].strip('"').encode()
        parts = [_PART.search(part) for part in body.split(mark)]
        return {p[1].decode(): p[2].removesuffix(b"\r\n").decode() for p in parts if p}
    return dict(parse_qsl(body.decode()))


async def main() -> None:
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    sinks = Sinks(apart="--apart" in sys.argv)
    server = await loop.create_server(lambda: Line(sinks), "127.0.0.1", 0, backlog=1024)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await stop.wait()
    server.close()


if __name__ == "__main__":
    gc.set_threshold(100_000, 50, 50)  # what is kept only grows
    asyncio.run(main())
