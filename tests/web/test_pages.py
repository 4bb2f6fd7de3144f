"""Pages and feeds of the features, as a browser or a calendar asks for them."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from aiohttp import ClientSession

from bot.core import Attachment
from bot.settings import Listen
from bot.web import Web
from bot.web.pages import page_routes


async def page(pieces: Mapping[str, str]) -> Attachment | None:
    if pieces["secret"] != "right":
        return None
    return Attachment("agenda.ics", "text/calendar", b"BEGIN:VCALENDAR")


@asynccontextmanager
async def session() -> AsyncIterator[ClientSession]:
    server = Web(Listen("127.0.0.1", 0), page_routes({"/agenda/{secret}.ics": page}))
    await server.start()
    async with ClientSession(server.url) as client:
        yield client
    await server.stop()


async def test_whoever_has_the_address_gets_the_calendar() -> None:
    """REM-13."""
    async with session() as client:
        answer = await client.get("/agenda/right.ics")
        assert (answer.status, await answer.text()) == (200, "BEGIN:VCALENDAR")
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert "no-store" in answer.headers["Cache-Control"]
        assert "noindex" in answer.headers["X-Robots-Tag"]
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert (await client.head("/agenda/right.ics")).status == 200


async def test_a_wrong_address_is_not_found_and_kept_by_nobody() -> None:
    async with session() as client:
        for path in ("/agenda/wrong.ics", "/agenda/.ics", "/agenda/", "/agenda/right.txt"):
            answer = await client.get(path)
            assert answer.status == 404, path
        assert "no-store" in (await client.get("/agenda/wrong.ics")).headers["Cache-Control"]
