"""How a running bot is watched from outside: figures that are read, a call that stops."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiohttp import web

    from bot.app import App
    from bot.cli.platforms import Platform
    from bot.engine.pulse import Pulse
    from bot.settings import Settings


def metrics(
    settings: "Settings", app: "App", platforms: "Sequence[Platform]"
) -> "list[web.RouteDef]":  # fmt: skip
    from bot.cli.platforms import answered_at
    from bot.web.metrics import metrics_routes

    async def show() -> bytes:
        from bot.engine.exposing import exposition  # who is not asked for figures loads none of it

        now = time.monotonic()
        silence = {p.platform: now - answered_at(p) for p in platforms if app.holds()}
        return await exposition(app.db, app.parts, silence)

    return metrics_routes(show, settings.web.metrics)


@asynccontextmanager
async def pinging(settings: "Settings", pulse: "Pulse") -> AsyncIterator[None]:
    """As long as the block lasts, where an address is configured."""
    from bot.web.ping import Ping

    url = settings.watch.ping_url
    if url is None:
        yield
        return
    task = asyncio.create_task(Ping(url.get_secret_value(), pulse.still).run(), name="ping")
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
