"""The bot's only HTTP server. Whoever composes the bot hands it its routes."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TypeAlias

from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.settings import Listen

log = logging.getLogger(__name__)

Checks: TypeAlias = Callable[[], Awaitable[Mapping[str, bool]]]
"""By name, whether each thing the bot cannot work without is there."""

LARGEST = 1024 * 1024
"""Bytes of a request's body; what is larger is refused before it is read."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


async def all_well() -> Mapping[str, bool]:
    return {}


def all_move() -> Sequence[str]:
    return ()


class Web:
    """`/healthz`: every loop moves, or 503 and which stand `still`. `/readyz`: it can do its work,
    or 503 and what is missing."""

    def __init__(
        self,
        listen: Listen,
        routes: Sequence[web.AbstractRouteDef] = (),
        *,
        ready: Checks = all_well,
        still: Callable[[], Sequence[str]] = all_move,
        middlewares: Sequence[Middleware] = (),
    ) -> None:
        self._listen, self._ready, self._still = listen, ready, still
        self.app = web.Application(
            client_max_size=LARGEST, middlewares=[answered_safely, *middlewares]
        )
        self.app.add_routes([web.get("/healthz", self._moves), web.get("/readyz", self._is_ready)])
        self.app.add_routes(routes)
        self._runner = web.AppRunner(self.app, access_log=None, shutdown_timeout=2)
        self.port = 0

    async def start(self) -> None:
        """Listen. Port 0 takes a free one; `port` says which. Raises OSError if it is taken."""
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._listen.host, self._listen.port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        log.info("web listens", extra={"port": self.port})

    async def stop(self) -> None:
        await self._runner.cleanup()

    @property
    def url(self) -> str:
        return f"http://{Listen(self._listen.host, self.port)}/"

    async def _moves(self, request: web.Request) -> web.Response:
        still = self._still()
        if still:
            return web.Response(status=503, text=f"standing still: {', '.join(still)}\n")
        return web.Response(text="ok\n")

    async def _is_ready(self, request: web.Request) -> web.Response:
        checks = dict(await self._ready())
        return web.json_response(checks, status=200 if all(checks.values()) else 503)


@web.middleware
async def answered_safely(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Every answer, a refusal too, carries the headers that keep browsers from guessing."""
    try:
        answer = await handler(request)
    except web.HTTPException as no:
        for name, value in HEADERS.items():
            no.headers.setdefault(name, value)
        raise
    if not answer.prepared:
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)
    return answer
