"""Requests to the homeserver. Every answer is judged here, before anybody takes it for success.

nio's own client does not: after a 502 with a page of HTML it goes on as if keys had been handed
over (docs/decisions/0008). None of its requests is used.
"""

import asyncio
import json
import time
from collections.abc import Mapping
from contextlib import suppress
from itertools import chain, repeat
from typing import Any, TypeAlias
from urllib.parse import quote, urlencode

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout, TCPConnector
from yarl import URL

from bot.adapters.matrix.errors import GATEWAY, Broken, Refused, answer
from bot.adapters.matrix.times import Times

Json: TypeAlias = Mapping[str, Any]
V3 = "/_matrix/client/v3"
V1 = "/_matrix/client/v1"
VERSIONS = "/_matrix/client/versions"
LONGEST = 256 * 1024 * 1024
"""Bytes of an answer: far more than the first sync of thousands of rooms."""
DOUBT = 2
"""Failures in a row after which the line counts as down; one alone may be bad luck."""


class Line:
    """`token` is whose requests they are. While the line is down, one small question every few
    seconds is all that is asked (`back`)."""

    def __init__(self, homeserver: str, times: Times) -> None:
        self._server, self._times = homeserver.rstrip("/"), times
        self._session: ClientSession | None = None
        self._silent, self._up = 0, asyncio.Event()
        self.answered_at = time.monotonic()
        self.server_date: tuple[str, float] | None = None
        self._up.set()
        self.token = ""

    @property
    def down(self) -> bool:
        return not self._up.is_set()

    async def up(self) -> None:
        """Until the homeserver can be reached."""
        await self._up.wait()

    async def back(self) -> None:
        """Ask every few seconds, from start to start, until it answers."""
        spent, now = 0.0, asyncio.get_running_loop().time
        while not self._up.is_set():
            pause = self._times.broken[-1]
            await asyncio.sleep(max(0.0, pause - spent))
            began = now()
            with suppress(Broken):
                await self._request("GET", VERSIONS, b"", "", pause)
            spent = now() - began

    async def ask(
        self, method: str, path: str, data: Json | None = None, *, wait: float | None = None,
        query: Mapping[str, object] = {},
    ) -> Json:  # fmt: skip
        """Below `/_matrix/client/v3` unless the path says otherwise. Raises Refused or Broken."""
        return answer(*await self.raw(method, path, data, wait=wait, query=query))

    async def raw(
        self, method: str, path: str, data: Json | None = None, *, wait: float | None = None,
        query: Mapping[str, object] = {},
    ) -> tuple[int, bytes]:  # fmt: skip
        """Status and body as they came. Raises Broken where nothing came."""
        body = json.dumps(data).encode() if data is not None else b""
        kind = "application/json" if data is not None else ""
        return await self._request(method, _address(path, query), body, kind, wait)

    async def surely(self, method: str, path: str, data: Json, needs: str = "") -> Json:
        """Until it is done: for keys, which must not be half handed over. An answer without the
        object that it `needs` is none. Raises Refused or Broken when it has been tried for long
        enough."""
        now = asyncio.get_running_loop().time
        ends = now() + self._times.keys
        for pause in chain(self._times.again, repeat(self._times.again[-1])):
            try:
                found = await self.ask(method, path, data)
                if not needs or isinstance(found.get(needs), Mapping):
                    return found
                raise Broken(f"no {needs}")
            except Refused as no:
                if not no.wait or now() + no.wait > ends:
                    raise
                pause = no.wait
            except Broken:
                if now() + pause > ends:
                    raise
            await asyncio.sleep(pause)
        raise AssertionError  # the pauses do not end

    async def upload(self, data: bytes, mime: str, name: str) -> str:
        """The address of a file that was uploaded (`mxc://…`)."""
        path = _address("/_matrix/media/v3/upload", {"filename": name})
        found = answer(*await self._request("POST", path, data, mime, None))
        address = found.get("content_uri")
        if not isinstance(address, str):
            raise Broken("no content_uri")
        return address

    async def download(self, path: str, most: int) -> bytes:
        """A file may lie elsewhere, where nobody is told our token (MSC3860). Raises Refused, with
        413 where there are more than `most` bytes, or Broken."""
        status, body = await self._request("GET", path, b"", "", None, most)
        if status != 200:
            answer(status, body)
            raise Broken("no file")
        return body

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _request(
        self, method: str, path: str, body: bytes, kind: str, wait: float | None, most: int = 0
    ) -> tuple[int, bytes]:
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        if kind:
            headers["Content-Type"] = kind
        try:
            address = URL(self._server + path, encoded=True)
            async with self._open().request(
                method, address, data=body or None, headers=headers,
                timeout=ClientTimeout(total=wait or self._times.answer), allow_redirects=bool(most),
            ) as response:  # fmt: skip
                status, said = response.status, await _read(response, most or LONGEST)
                leads = response.headers.get("Location", "")
                if (date := response.headers.get("Date")) is not None:
                    self.server_date = date, time.time()
        except (ClientError, TimeoutError, OSError, ValueError) as error:
            self._nothing_came()
            raise Broken(type(error).__name__) from error
        if said is None and most:
            raise Refused("M_TOO_LARGE", 413)
        if said is None or 300 <= status < 400:
            self._nothing_came()
            why = "no end of it" if said is None else f"it leads to {_origin(leads)}"
            raise Broken(why, status)
        if _from_a_gateway(status, said):
            self._nothing_came()
            return status, said
        self._silent, self.answered_at = 0, time.monotonic()
        self._up.set()
        return status, said

    def _nothing_came(self) -> None:
        self._silent += 1
        if self._silent >= DOUBT:
            self._up.clear()

    def _open(self) -> ClientSession:
        if self._session is None or self._session.closed:
            self._session = ClientSession(connector=TCPConnector(limit=100))
        return self._session


def _from_a_gateway(status: int, body: bytes) -> bool:
    """A page of what stands before the homeserver: it is not there itself. (It has 502 and 504 of
    its own, for what other homeservers do not answer; they are JSON.)"""
    return status in GATEWAY and not body.lstrip().startswith(b"{")


async def _read(response: ClientResponse, most: int) -> bytes | None:
    """None where there are more than `most` bytes."""
    held = bytearray()
    async for chunk in response.content.iter_any():
        held += chunk
        if len(held) > most:
            return None
    return bytes(held)


def _origin(address: str) -> str:
    """Where a redirect leads, without what it asks there."""
    try:
        return str(URL(address).origin())[:200]
    except ValueError:
        return "nowhere that could be read"


def part(name: str) -> str:
    """A room, an event, a user within a path; what no name can be is one that nobody knows."""
    return quote(name, safe="", errors="replace")


def _address(path: str, query: Mapping[str, object]) -> str:
    whole = path if path.startswith("/_") else V3 + path
    asked = {k: v for k, v in query.items() if v not in (None, "")}
    return f"{whole}?{urlencode(asked, errors='replace')}" if asked else whole
