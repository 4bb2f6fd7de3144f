"""What the features show on the bot's web server: pages and feeds, read from what is stored."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import TypeAlias

from bot.core import Attachment
from bot.engine.context import Ctx
from bot.engine.feature import Route
from bot.engine.owed import Owed
from bot.engine.registry import Parts
from storage.db import Database

Page: TypeAlias = Callable[[Mapping[str, str]], Awaitable[Attachment | None]]
"""From the pieces of its path to what is shown; None for «there is no such page»."""


def pages(db: Database, parts: Parts) -> dict[str, Page]:
    """By path."""
    declared = (one for feature in parts.registry.features for one in feature.routes)
    return {one.path: partial(_page, db, parts, one) for one in declared}


async def _page(
    db: Database, parts: Parts, route: Route, pieces: Mapping[str, str]
) -> Attachment | None:
    async with db.reading() as tx:
        return await route.run(Ctx(tx, parts, parts.clock(), Owed()), **pieces)
