"""Visits to pages of the web, and to files that somebody sent: fetched and read beside the loops,
then the job runs."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from bot.core.errors import SendFailed
from bot.core.unbroken import unbroken
from bot.engine.feature import Action
from bot.engine.outside import Page, Unfetched, Visited
from bot.engine.registry import Parts

log = logging.getLogger(__name__)

AT_ONCE = 4


class Visits:
    """Those under way, by timer. A visit that a restart cut off begins anew."""

    def __init__(
        self, parts: Parts, then: Callable[[int, Visited], Coroutine[Any, Any, None]]
    ) -> None:
        self._parts, self._then = parts, then
        self._away: dict[int, asyncio.Task[None]] = {}

    def __contains__(self, timer: int) -> bool:
        return timer in self._away

    @property
    def full(self) -> bool:
        return len(self._away) >= AT_ONCE

    def begin(self, timer: int, action: Action[...], args: Mapping[str, Any]) -> None:
        self._away[timer] = asyncio.create_task(self._go(timer, action, dict(args)))

    async def _go(self, timer: int, action: Action[...], args: dict[str, Any]) -> None:
        """What was fetched is not lost half-way into the database when we are told to stop."""
        try:
            await unbroken(self._then(timer, await self._visit(action, args)))
        except Exception:
            log.exception("visit failed", extra={"job": action.name})
        finally:
            del self._away[timer]

    async def _visit(self, action: Action[...], args: dict[str, Any]) -> Visited:
        assert action.reads is not None
        try:
            page = await (self._file(args) if "file" in args else self._page(args))
        except Unfetched as no:
            return Visited(why=no.why)
        if page.same:
            return Visited(page)
        try:
            return Visited(page, await asyncio.to_thread(action.reads, page.data))
        except ValueError as unreadable:
            return Visited(page, why=str(unreadable))
        except Exception:
            log.exception("page not read", extra={"job": action.name})
            return Visited(page, why="unreadable")

    async def _page(self, args: Mapping[str, Any]) -> Page:
        return await self._parts.outside.fetch(
            str(args["url"]), etag=str(args.get("etag", "")),
            modified=str(args.get("modified", "")),
        )  # fmt: skip

    async def _file(self, args: Mapping[str, Any]) -> Page:
        """What somebody sent, from the platform they sent it on."""
        try:
            return Page("", await self._parts.adapters[str(args["platform"])].fetch(args["file"]))
        except (SendFailed, KeyError):
            raise Unfetched("away") from None

    async def idle(self) -> None:
        """Wait until nobody is away (tests)."""
        while self._away:
            await asyncio.gather(*self._away.values())

    async def stop(self) -> None:
        for task in self._away.values():
            task.cancel()
        await asyncio.gather(*self._away.values(), return_exceptions=True)
