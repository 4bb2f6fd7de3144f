"""The demo is for this machine alone, and for pages of its own.

A page elsewhere could otherwise have its visitors' browser speak to 127.0.0.1 (a name that
changes its address) or open a WebSocket, which browsers allow across origins.
"""

from collections.abc import Awaitable, Callable

from aiohttp import web

NAMES = ("127.0.0.1", "localhost", "[::1]")


def is_loopback(host: str) -> bool:
    return host in ("127.0.0.1", "localhost", "::1")


@web.middleware
async def ours_alone(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """421 for any name but the loopback's, 403 for a WebSocket from another page."""
    if request.host not in _hosts(request):
        raise web.HTTPMisdirectedRequest(text="This demo answers on this machine only.\n")
    upgrades = request.headers.get("Upgrade", "").lower() == "websocket"
    if upgrades and request.headers.get("Origin") != f"http://{request.host}":
        raise web.HTTPForbidden(text="This page may not speak to the demo.\n")
    return await handler(request)


def _hosts(request: web.Request) -> set[str]:
    assert request.transport is not None
    port = request.transport.get_extra_info("sockname")[1]
    return {f"{name}:{port}" for name in NAMES} | (set(NAMES) if port == 80 else set())
