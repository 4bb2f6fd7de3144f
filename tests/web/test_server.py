"""The bot's HTTP server: health, readiness, and the headers of every answer."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager

from aiohttp import ClientSession, web

from bot.settings import Listen
from bot.web import Web


async def broken() -> Mapping[str, bool]:
    return {"database": True, "telegram": False}


async def hello(request: web.Request) -> web.Response:
    return web.Response(text="hello")


@asynccontextmanager
async def running(
    ready: Callable[[], Awaitable[Mapping[str, bool]]] | None = None,
) -> AsyncIterator[tuple[Web, ClientSession]]:
    routes = [web.get("/calendar", hello)]
    listen = Listen("127.0.0.1", 0)
    server = Web(listen, routes, ready=ready) if ready else Web(listen, routes)
    await server.start()
    async with ClientSession(server.url) as session:
        yield server, session
    await server.stop()


async def test_a_living_process_is_healthy_and_ready() -> None:
    async with running() as (_, session):
        assert (await session.get("/healthz")).status == 200
        assert (await session.get("/readyz")).status == 200


async def test_what_is_missing_is_named_and_is_not_ready_but_healthy() -> None:
    async with running(broken) as (_, session):
        answer = await session.get("/readyz")
        assert answer.status == 503
        assert await answer.json() == {"database": True, "telegram": False}
        assert (await session.get("/healthz")).status == 200


async def test_a_loop_that_stands_still_is_named_and_the_process_is_not_healthy() -> None:
    server = Web(Listen("127.0.0.1", 0), still=lambda: ["dispatcher"])
    await server.start()
    async with ClientSession(server.url) as session:
        answer = await session.get("/healthz")
        assert answer.status == 503
        assert await answer.text() == "standing still: dispatcher\n"
    await server.stop()


async def test_the_routes_it_is_given_are_served() -> None:
    async with running() as (server, session):
        assert await (await session.get("/calendar")).text() == "hello"
        assert server.url == f"http://127.0.0.1:{server.port}/"


async def test_every_answer_carries_the_safe_headers_refusals_too() -> None:
    async with running() as (_, session):
        for path in ("/calendar", "/nowhere"):
            headers = (await session.get(path)).headers
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["X-Frame-Options"] == "DENY"
            assert headers["Referrer-Policy"] == "no-referrer"
