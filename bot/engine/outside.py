"""Pages of the web, fetched with care: never from a private address, never for long, never much.

Each address is judged as it is written, and again as the IP address that is about to be connected
to, after every redirect: a name may lead anywhere, and elsewhere the next moment. A proxy of the
environment would connect for us, unjudged: none is used.
"""

import asyncio
import socket
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urljoin

import aiohttp
from aiohttp import AddrInfoType
from aiohttp.abc import AbstractResolver

from bot.core.webaddress import Unfit, is_downgrade, is_public, unfit

MOST = 1024 * 1024
"""Bytes, unpacked."""
SECONDS = 10.0
REDIRECTS = 4
AGENT = {"User-Agent": "Tocsin", "Accept-Encoding": "gzip, deflate"}


class Unfetched(Exception):
    """`why` is a word that texts are keyed by: «private», «slow», «large», «gone», …"""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Page:
    """`same`: it has not changed since the `etag` or `modified` that we told. `url` is where it
    was found in the end."""

    url: str
    data: bytes = b""
    etag: str = ""
    modified: str = ""
    same: bool = False


@dataclass(frozen=True)
class Visited:
    """How a visit ended: what was `found` on the page, nothing where it is the `same` as before;
    or `why` there is nothing."""

    page: Page | None = None
    found: Any = None
    why: str = ""

    @property
    def same(self) -> bool:
        return self.page is not None and self.page.same


@dataclass
class Outside:
    """`judge` looks at addresses of the web, `allows` at IP addresses. Tests allow themselves
    their own machine, and names of their own (`resolver`)."""

    allows: Callable[[str], bool] = is_public
    judge: Callable[[str], Unfit | None] = unfit
    resolver: AbstractResolver | None = None
    seconds: float = SECONDS

    async def fetch(self, url: str, *, etag: str = "", modified: str = "") -> Page:
        """Raises Unfetched, nothing else."""
        refused: list[str] = []
        try:
            async with asyncio.timeout(self.seconds):
                return await self._follow(url, _asking(etag, modified), refused)
        except TimeoutError:
            raise Unfetched("slow") from None
        except (aiohttp.ClientError, OSError, ValueError):
            raise Unfetched("private" if refused else "away") from None

    async def _follow(self, url: str, headers: dict[str, str], refused: list[str]) -> Page:
        connector = aiohttp.TCPConnector(
            resolver=self.resolver, use_dns_cache=False, force_close=True,
            socket_factory=partial(self._socket, refused),
        )  # fmt: skip
        async with aiohttp.ClientSession(
            connector=connector, connector_owner=True, trust_env=False, headers=AGENT,
            cookie_jar=aiohttp.DummyCookieJar(),
        ) as session:  # fmt: skip
            for _ in range(REDIRECTS + 1):
                if (wrong := self.judge(url)) is not None:
                    raise Unfetched(wrong.value)
                found = await self._once(session, url, headers)
                if isinstance(found, Page):
                    return found
                if is_downgrade(url, found):
                    raise Unfetched("downgrade")
                url = found
        raise Unfetched("redirects")

    def _socket(self, refused: list[str], info: AddrInfoType) -> socket.socket:
        """The last moment before a connection."""
        family, kind, protocol, _, address = info
        if not self.allows(str(address[0])):
            refused.append(str(address[0]))
            raise OSError("not for us")
        return socket.socket(family, kind, protocol)

    async def _once(
        self, session: aiohttp.ClientSession, url: str, headers: dict[str, str]
    ) -> Page | str:
        """The page, or where it has gone."""
        async with session.get(url, headers=headers, allow_redirects=False) as answer:
            if answer.status in (301, 302, 303, 307, 308):
                return urljoin(url, answer.headers.get("Location", ""))
            if answer.status == 304 and headers:
                return Page(url, same=True)
            if answer.status != 200:
                raise Unfetched("gone" if answer.status in (404, 410) else "refused")
            data = await _at_most(answer, MOST)
            tags = (answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", ""))
            etag, modified = (tag if len(tag) <= 200 else "" for tag in tags)
            return Page(url, data, etag, modified)


def _asking(etag: str, modified: str) -> dict[str, str]:
    asked = {"If-None-Match": etag, "If-Modified-Since": modified}
    return {name: value for name, value in asked.items() if value}


async def _at_most(answer: aiohttp.ClientResponse, most: int) -> bytes:
    """Counted as it is unpacked: a small answer may hold a large page."""
    found = bytearray()
    async for piece in answer.content.iter_chunked(16 * 1024):
        found += piece
        if len(found) > most:
            raise Unfetched("large")
    return bytes(found)
