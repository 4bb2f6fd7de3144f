"""What most commands begin with: the configuration, and a database that can be worked with."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from bot.cli.ends import End, Stop

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.db import Database

USUAL = Path("config.toml")

ConfigOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--config",
        "-c",
        metavar="FILE",
        help="The configuration; config.toml here, when not said.",
        show_default=False,
    ),
]


def settings_from(path: Path | None) -> "Settings":
    """What is configured. All mistakes are said at once."""
    from bot.settings import BadSettings, load

    chosen = path or (USUAL if USUAL.exists() else None)
    if chosen is None and not os.environ.get("TOCSIN_COMMUNITY__NAME"):
        raise Stop(End.CONFIGURATION, NOTHING_YET)
    try:
        return load(chosen, os.environ)
    except BadSettings as bad:
        raise Stop(End.CONFIGURATION, str(bad)) from None


NOTHING_YET = """There is no config.toml here. Make one and fill it in:

    cp config.example.toml config.toml && chmod 600 config.toml

or name another file (--config FILE), or look around first, without any account: tocsin demo"""


@asynccontextmanager
async def database(settings: "Settings", *, alone: bool) -> AsyncIterator["Database"]:
    """A database with every table this version needs; an older one is brought up to date.

    `alone`: a SQLite file is taken for this process, which a bot that runs does not let happen.
    Without it one may add a row beside a running bot, but not change the tables under it.
    """
    from storage.db import Database
    from storage.filelock import AlreadyRunning

    db = Database(settings.database.url.get_secret_value())
    try:
        if alone:
            db.open()
            db.ballast.make_way()
        await _make_ready(db, alone=alone)
        yield db
    except AlreadyRunning as no:
        raise Stop(End.DATABASE, str(no)) from None
    finally:
        await db.close()


async def _make_ready(db: "Database", *, alone: bool) -> None:
    from bot.logs import get
    from storage.schema import Unfit, Unreachable, check, make_ready

    try:
        if not alone and await check(db) is not None:
            db.open()
        copy = await make_ready(db)
    except Unfit as no:
        raise Stop(End.DATABASE, str(no)) from None
    except Unreachable as no:
        raise Stop(End.DATABASE, f"{no} Look at [database] url in config.toml.") from None
    if copy is not None:
        get(__name__).info("database brought up to date", file=copy.name)
