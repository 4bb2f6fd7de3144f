"""`migrate`: bring the database up to date by hand; `run` does the same at its start."""

import asyncio
from typing import TYPE_CHECKING

from bot.cli.ends import ending
from bot.cli.screen import say
from bot.cli.setup import ConfigOption, database, settings_from

if TYPE_CHECKING:
    from bot.settings import Settings


@ending
def migrate(config: ConfigOption = None) -> None:
    """Make the database's tables, or bring them up to date.

    A SQLite file is copied first. The bot must not be running.
    """
    asyncio.run(_migrate(settings_from(config)))


async def _migrate(settings: "Settings") -> None:
    from storage.schema import current

    async with database(settings, alone=True) as db:
        say(f"The database is up to date (revision {await current(db)}).")
