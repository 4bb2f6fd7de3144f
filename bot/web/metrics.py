"""`/metrics`, for programs on this machine unless the configuration says otherwise."""

from collections.abc import Awaitable, Callable
from ipaddress import ip_address

from aiohttp import web

KIND = {"Content-Type": "text/plain; version=0.0.4; charset=utf-8", "Cache-Control": "no-store"}
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Real-IP")
"""A proxy on this machine asks for somebody else."""


def metrics_routes(show: Callable[[], Awaitable[bytes]], who: str) -> list[web.RouteDef]:
    """`who` may read it: «loopback», «everyone», or nobody («off»)."""
    if who == "off":
        return []

    async def metrics(request: web.Request) -> web.Response:
        if who == "loopback" and not _from_here(request):
            raise web.HTTPNotFound
        return web.Response(body=await show(), headers=KIND)

    return [web.get("/metrics", metrics)]


def _from_here(request: web.Request) -> bool:
    if any(name in request.headers for name in FORWARDED):
        return False
    try:
        return ip_address(request.remote or "").is_loopback
    except ValueError:
        return False
