"""One community's bot, from its database to its web page, until it is told to stop."""

import asyncio
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.cli.ends import End, Stop
from bot.cli.memory import settle_in
from bot.cli.platforms import configured
from bot.cli.setup import database
from bot.cli.watched import metrics, pinging

if TYPE_CHECKING:
    from aiohttp import web

    from bot.app import App
    from bot.cli.platforms import Platform
    from bot.settings import Settings
    from bot.web import Web
    from storage.db import Database

PATIENCE = 7.0
"""Seconds that sends in flight get to land when we are told to stop; what has not landed by
then is sent again at the next start."""
SECRET = "X-Telegram-Bot-Api-Secret-Token"


async def live(
    settings: "Settings", stop: asyncio.Event, turn: "asyncio.Lock | None" = None
) -> None:
    """The database first: a second process is told to go away before it has loaded anything.
    Where several begin, in `turn`: alembic knows one database at a time."""
    from bot.logs import get

    log = get(__name__)
    async with AsyncExitStack() as stack:
        async with turn or asyncio.Lock():
            db = await stack.enter_async_context(database(settings, alone=True))
        from bot.app import App

        platforms = configured(settings)
        for platform in platforms:
            stack.push_async_callback(platform.close)
        app = App(settings, db, platforms)
        db.ballast.put()
        web = _web(app, settings, db, platforms)
        await _listening(web, settings)
        stack.push_async_callback(web.stop)
        await app.start()
        settle_in()
        await stack.enter_async_context(pinging(settings, app.parts.pulse))
        log.info("running", count=len(platforms))
        try:
            await _until(stop, app)
        finally:
            await _in_order(app)
    log.info("stopped")


async def _until(stop: asyncio.Event, app: "App") -> None:
    """Until we are told to stop. A loop that ended by itself ends the process, which whoever
    started it will start anew."""
    asked = asyncio.create_task(stop.wait())
    broken = asyncio.create_task(app.broken())
    try:
        done, _ = await asyncio.wait((asked, broken), return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        asked.cancel()
        broken.cancel()


async def _in_order(app: "App") -> None:
    from bot.logs import get

    try:
        async with asyncio.timeout(PATIENCE):
            await app.stop()
    except TimeoutError:
        get(__name__).warning("stopped with sends in flight; they are repeated at the next start")


def _web(
    app: "App", settings: "Settings", db: "Database", platforms: "list[Platform]"
) -> "Web":  # fmt: skip
    from bot.cli.readiness import Readiness
    from bot.web import Web
    from bot.web.pages import page_routes

    ready = Readiness(db, platforms, app.holds)
    hooks = _hooks(app, platforms) if settings.telegram.webhook_url else []
    routes = [*hooks, *page_routes(app.pages), *metrics(settings, app, platforms)]
    return Web(settings.web.listen, routes, ready=ready, still=app.parts.pulse.still)


def _hooks(app: "App", platforms: "list[Platform]") -> "list[web.RouteDef]":
    """Where Telegram calls us, if it was told to, or whoever shares the work with us."""
    from aiohttp import web

    from bot.adapters.telegram import Telegram

    [telegram] = [platform for platform in platforms if isinstance(platform, Telegram)]
    telegram.listen(app.side_door(telegram.platform).take)

    async def hook(request: web.Request) -> web.Response:
        status = await telegram.hooked(await request.read(), request.headers.get(SECRET, ""))
        return web.Response(status=status)

    return [web.post(urlsplit(telegram.webhook_url).path or "/", hook)]


async def _listening(web: "Web", settings: "Settings") -> None:
    try:
        await web.start()
    except OSError as error:
        await web.stop()
        where = settings.web.listen
        raise Stop(
            End.CONFIGURATION,
            f"The web server cannot listen on {where}: {error.strerror}. Stop what uses that port, "
            'or write another one under [web]: listen = "127.0.0.1:8081"',
        ) from None
