"""The library's transport on aiohttp: several times as fast, and silent about addresses.

Every address holds the token, so none may reach a log line or the text of an exception:
errors of aiohttp are replaced, never chained.
"""

import json
import logging
import socket
import time
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, TypeVar

import aiohttp
from telegram import InputFile
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter  # not exported, yet needed
from yarl import URL

from bot.adapters.telegram.answers import of_call, of_file
from bot.adapters.telegram.errors import NotSent, Refused, Unanswered

log = logging.getLogger(__name__)

T = TypeVar("T")
Json: TypeAlias = dict[str, Any]
Told: TypeAlias = Callable[[TelegramError | None], None]
_AddrInfo: TypeAlias = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, Any]


class Transport(BaseRequest):
    """One pool of connections that are kept alive. Times are in seconds.

    A call with a file may take `upload`. `told` hears how each call ended: None for a result,
    else what went wrong.
    """

    def __init__(
        self,
        told: Told,
        *,
        connections: int,
        connect: float,
        answer: float,
        upload: float,
    ) -> None:
        self._told, self._connections = told, connections
        self._connect, self._answer, self._upload = connect, answer, upload
        self._session: aiohttp.ClientSession | None = None
        self.server_date: tuple[str, float] | None = None
        """The last `Date` header, and when it came (seconds since the epoch, our clock)."""

    @property
    def read_timeout(self) -> float:
        return self._answer

    async def initialize(self) -> None:
        """Nothing: the pool is opened by the first call, in the loop that makes it."""

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The body of a good answer. Raises Refused, NotSent or Unanswered, nothing else."""
        wait = read_timeout if isinstance(read_timeout, int | float) else self._answer
        headers, body = _body(request_data)
        if isinstance(body, aiohttp.FormData):
            wait = max(wait, self._upload)
        return 200, await self._exchange(method, url, body, headers, wait, self._whole)

    async def call(self, url: str, params: Mapping[str, object], wait: float | None = None) -> Any:
        """One call without the library's objects: the `result` as it stands in the answer.

        A parameter may be an InputFile; `wait` is in seconds.
        """
        wait = wait or self._answer
        if any(isinstance(value, InputFile) for value in params.values()):
            asked = [RequestParameter.from_input(name, value) for name, value in params.items()]
            _, answer = await self.do_request(url, "POST", RequestData(asked), wait)
            return self.parse_json_payload(answer)["result"]
        body, read = json.dumps(params).encode(), self.parse_json_payload
        return (await self._exchange("POST", url, body, _JSON, wait, read))["result"]

    async def download(self, url: str, most: int) -> bytes:
        """A file's bytes. Raises Refused with 413 if there are more than `most`."""
        return await self._exchange("GET", url, None, {}, self._upload, bytes, most)

    @staticmethod
    def parse_json_payload(payload: bytes) -> Json:
        """An answer, complete. The library's own logs the payload, which holds people's words."""
        try:
            answer = json.loads(payload)
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict) or "result" not in answer:
            raise Unanswered("the answer is not whole")
        return answer

    def _whole(self, payload: bytes) -> bytes:
        self.parse_json_payload(payload)
        return payload

    async def _exchange(
        self,
        method: str,
        url: str,
        body: bytes | aiohttp.FormData | None,
        headers: dict[str, str],
        wait: float,
        read: Callable[[bytes], T],
        most: int | None = None,
    ) -> T:
        """An answer that cannot be read is none: a page of a Wi-Fi's login is an outage too."""
        failed: TelegramError
        try:
            answer = read(await self._ask(method, url, body, headers, wait, most))
        except (Refused, NotSent, Unanswered) as no:
            failed = no
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            failed = NotSent("no connection")
        except TimeoutError:
            failed = Unanswered("no answer in time")
        except (aiohttp.ClientError, OSError):
            failed = Unanswered("the connection broke")
        else:
            self._told(None)
            return answer
        self._told(failed)
        raise failed

    async def _ask(
        self,
        method: str,
        url: str,
        body: bytes | aiohttp.FormData | None,
        headers: dict[str, str],
        wait: float,
        most: int | None,
    ) -> bytes:
        async with self._open().request(
            method,
            URL(url, encoded=True),
            data=body,
            headers=headers,
            allow_redirects=False,
            timeout=aiohttp.ClientTimeout(
                total=self._connect + wait, connect=self._connect, sock_read=wait
            ),
        ) as response:
            if (date := response.headers.get("Date")) is not None:
                self.server_date = date, time.time()
            if most is not None:
                return await of_file(response, most)
            return await of_call(response)

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(
                limit=self._connections, keepalive_timeout=15, socket_factory=_watched
            )
            self._session = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar()
            )
        return self._session


_JSON = {"Content-Type": "application/json"}


def _body(data: RequestData | None) -> tuple[dict[str, str], bytes | aiohttp.FormData]:
    if data is None:
        return _JSON, b"{}"
    if not data.contains_files:
        return _JSON, data.json_payload
    form = aiohttp.FormData(quote_fields=False)  # Telegram shows names as they stand here
    for field, value in data.json_parameters.items():
        form.add_field(field, value)
    for field, (name, content, mime) in data.multipart_data.items():
        shown = name.translate({ord(c): "_" for c in '"\\\r\n'})
        form.add_field(field, content, filename=shown, content_type=mime)
    return {}, form


def _watched(address: _AddrInfo) -> socket.socket:
    """A socket that notices within about 12 s that nobody is at the other end any more."""
    made = socket.socket(address[0], address[1], address[2])
    made.setblocking(False)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for option, value in (
        ("TCP_NODELAY", 1), ("TCP_KEEPIDLE", 5), ("TCP_KEEPINTVL", 3), ("TCP_KEEPCNT", 2),
        ("TCP_USER_TIMEOUT", 12_000),
    ):  # fmt: skip
        if hasattr(socket, option):  # not every system has all of them
            made.setsockopt(socket.IPPROTO_TCP, getattr(socket, option), value)
    return made
