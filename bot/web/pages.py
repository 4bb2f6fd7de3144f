"""Pages and feeds that whoever composes the bot hands to its web server."""

from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from bot.core import Attachment

PRIVATE = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex, nofollow"}
"""They may be somebody's own: nothing between us and the reader keeps a copy."""


def page_routes(
    pages: Mapping[str, Callable[[Mapping[str, str]], Awaitable[Attachment | None]]],
) -> list[web.RouteDef]:
    return [web.get(path, _handler(page)) for path, page in pages.items()]


def _handler(
    page: Callable[[Mapping[str, str]], Awaitable[Attachment | None]],
) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handler(request: web.Request) -> web.Response:
        found = await page(request.match_info)
        if found is None:
            raise web.HTTPNotFound(headers=PRIVATE)
        named = {"Content-Disposition": f'inline; filename="{found.name}"'}
        return web.Response(
            body=found.data, content_type=found.mime, charset="utf-8", headers={**PRIVATE, **named}
        )

    return handler
