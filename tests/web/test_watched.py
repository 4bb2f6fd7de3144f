"""Figures for Prometheus, and the call that stops when a loop stands still."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import ClientSession, web

from bot.core import Role
from bot.engine.exposing import exposition
from bot.settings import Listen
from bot.web import Web
from bot.web.metrics import metrics_routes
from bot.web.ping import Ping
from tests.playground import Playground


async def figures() -> bytes:
    return b"tocsin_timer_lag_seconds 0.0\n"


@asynccontextmanager
async def serving(who: str) -> AsyncIterator[ClientSession]:
    server = Web(Listen("127.0.0.1", 0), metrics_routes(figures, who))
    await server.start()
    async with ClientSession(server.url) as session:
        yield session
    await server.stop()


async def test_figures_are_for_programs_on_this_machine_and_for_no_proxy() -> None:
    """INT-7"""
    async with serving("loopback") as session:
        answer = await session.get("/metrics")
        assert answer.status == 200
        assert answer.content_type == "text/plain"
        passed_on = await session.get("/metrics", headers={"X-Forwarded-For": "192.0.2.7"})
        assert passed_on.status == 404
    async with serving("everyone") as session:
        passed_on = await session.get("/metrics", headers={"X-Forwarded-For": "192.0.2.7"})
        assert passed_on.status == 200
    async with serving("off") as session:
        assert (await session.get("/metrics")).status == 404


async def test_they_say_what_waits_and_how_long_things_took_and_name_nobody(
    play_everywhere: Playground,
) -> None:
    play = play_everywhere
    claire, ana = await play.person("Claire", Role.COORDINATOR), await play.person("Ana")
    await claire.says("/mobiliser Centre | 28/11/2026 9h-13h | 2 IDE | Mairie | payé | urgent")
    await claire.taps("📣")
    await ana.taps("✅")
    await play.local.say("ana", "/aide")
    play.app.parts.pulse.beat("dispatcher")
    shown = (await exposition(play.db, play.app.parts, {"local": 3.0})).decode()
    for line in (
        'tocsin_inbox_waiting{platform="local"} 1.0',
        'tocsin_outbox_seconds_count{lane="urgent",platform="local"}',
        'tocsin_sends_total{outcome="sent",platform="local"}',
        'tocsin_platform_silence_seconds{platform="local"} 3.0',
        'tocsin_loop_seconds{loop="dispatcher"}',
        'tocsin_set_aside{what="events"} 0.0',
        "tocsin_timer_lag_seconds",
        "tocsin_audit_unsealed",
        "process_resident_memory_bytes",
    ):
        assert line in shown, line
    for name in ("ana", "claire", "centre", "mairie"):
        assert name not in shown.lower(), name


async def test_the_call_stops_while_a_loop_stands_still() -> None:
    """OPS-4"""
    called, still = asyncio.Event(), ["alarm"]

    async def heard(request: web.Request) -> web.Response:
        called.set()
        return web.Response()

    server = Web(Listen("127.0.0.1", 0), [web.get("/secret", heard)])
    await server.start()
    ping = asyncio.create_task(Ping(f"{server.url}secret", lambda: still, every=0.01).run())
    await asyncio.sleep(0.1)
    assert not called.is_set()
    still.clear()
    async with asyncio.timeout(30):
        await called.wait()
    ping.cancel()
    await asyncio.gather(ping, return_exceptions=True)
    await server.stop()
