"""A website with a feed, on this machine."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from email.utils import format_datetime

from aiohttp import web

from tests.engine.test_outside import Names, serving
from tests.playground import Playground


class Website:
    """What its feed says now; `asked` counts how often it was read."""

    def __init__(self) -> None:
        self.articles: list[tuple[str, datetime]] = []
        self.status, self.asked, self.page, self.url = 200, 0, "", ""

    async def answer(self, request: web.Request) -> web.Response:
        self.asked += 1
        return web.Response(status=self.status, text=self.page or self.feed())

    def feed(self) -> str:
        items = "".join(
            f"<item><guid>{title}</guid><title>{title} &amp; plus</title>"
            f"<link>https://www.cpts.example/{title}</link>"
            f"<description>&lt;p&gt;Le résumé de &lt;b&gt;{title}&lt;/b&gt;&lt;/p&gt;</description>"
            f"<pubDate>{format_datetime(at)}</pubDate></item>"
            for title, at in self.articles
        )
        return f'<rss version="2.0"><channel><title>CPTS</title>{items}</channel></rss>'


@asynccontextmanager
async def website(play: Playground) -> AsyncIterator[Website]:
    """The bot may look at this machine, and at nothing else."""
    site = Website()
    outside = play.app.parts.outside
    outside.allows, outside.judge = (lambda _: True), (lambda _: None)
    outside.resolver = Names()
    async with serving(site.answer) as url:
        site.url = f"{url}/feed"
        yield site
