"""`check` looks at what is here and takes no time; `doctor` goes out and asks."""

import asyncio
import os
import shlex
from typing import TYPE_CHECKING

import typer

from bot.cli.ends import End, ending
from bot.cli.screen import say, show
from bot.cli.setup import ConfigOption, settings_from
from bot.core.findings import Finding

if TYPE_CHECKING:
    from bot.cli.reaching import Known
    from bot.settings import Settings
    from storage.db import Database

LITTLE = 500 * 1024 * 1024
"""Bytes of free disk below which a community's pictures and backups may soon not fit."""


@ending
def check(config: ConfigOption = None) -> None:
    """Look at the configuration and the database, offline. Every mistake is said at once."""
    settings = settings_from(config)
    findings = [Finding("Configuration", True, f"{settings.community.name}; no mistake")]
    findings += asyncio.run(_kept(settings))
    keys = _store(settings)
    if not show([*findings, *keys]):
        raise typer.Exit(End.DATABASE if all(f.ok for f in keys) else End.CONFIGURATION)


async def _kept(settings: "Settings") -> list[Finding]:
    """The tables, and where they fit, the audit in them."""
    from bot.cli.looking import audit_chain

    tables = await _tables(settings)
    if not tables.found.startswith("up to date"):
        return [tables]
    db = _database(settings)
    try:
        return [tables, await audit_chain(db)]
    finally:
        await db.close()


def _store(settings: "Settings") -> list[Finding]:
    """The folder of Matrix's keys: that of one process, and of nobody else on this machine."""
    what, folder = "Matrix store", settings.matrix.folder
    if settings.matrix.homeserver is None:
        return []
    if not folder.exists():
        near = next((above for above in folder.absolute().parents if above.exists()), None)
        if near is None or not os.access(near, os.W_OK):
            mend = f"sudo install -d -m 700 -o $USER {shlex.quote(str(folder))}"
            return [Finding(what, False, f"{folder} cannot be made by this user", mend)]
        return [Finding(what, True, f"{folder} is made when the bot starts")]
    mend = f"sudo chown -R $USER {shlex.quote(str(folder))}"
    if not folder.is_dir() or not os.access(folder, os.R_OK | os.W_OK):
        return [Finding(what, False, f"{folder} cannot be written by this user", mend)]
    if folder.stat().st_mode & 0o077:
        mend = f"chmod 700 {shlex.quote(str(folder))}"
        return [Finding(what, False, f"{folder} can be read by others on this machine", mend)]
    return [Finding(what, True, f"{folder}, for this user only")]


@ending
def doctor(config: ConfigOption = None) -> None:
    """Look at everything the bot needs, online too.

    What is wrong is said with how to mend it.
    """
    settings = settings_from(config)
    if not show(asyncio.run(_examined(settings))):
        raise typer.Exit(End.PROBLEM)
    say("All is well.")


async def _examined(settings: "Settings") -> list[Finding]:
    from bot.cli import looking, reaching

    tables = await _tables(settings)
    fits = tables.found.startswith("up to date")
    known = await _known(settings) if fits else reaching.Known()
    platforms = await reaching.examined(settings, known)
    platforms = platforms or [Finding("Platforms", False, NONE, NONE_MEND)]
    found = [tables, *_sqlite(settings), *_disk(settings)]
    if not fits:
        return [*found, *platforms]
    return [*found, looking.copies(settings), *platforms, *await _members(settings)]


async def _known(settings: "Settings") -> "Known":
    from bot.cli import looking, reaching
    from storage import chats

    db = _database(settings)
    try:
        async with db.reading() as tx:
            rooms = await chats.all_of(tx)
        return reaching.Known(await looking.people_on(db), rooms)
    finally:
        await db.close()


NONE = "none is configured, so nobody could talk to the bot"
NONE_MEND = (
    "Write the bot's token under [telegram] in config.toml (from @BotFather, /newbot), or its "
    "account under [matrix] (docs/matrix.md)."
)


async def _tables(settings: "Settings") -> Finding:
    """The database, as it is found; nothing is made or changed."""
    from storage.schema import Kind, Unreachable, head
    from storage.schema import check as look

    db = _database(settings)
    what = "Database"
    try:
        problem = await look(db)
    except Unreachable as no:
        mend = "Look at [database] url in config.toml; is the database running?"
        return Finding(what, False, str(no), mend)
    finally:
        await db.close()
    if problem is None:
        return Finding(what, True, f"up to date (revision {head()})")
    if problem.mendable:
        when = "made" if problem.kind is Kind.EMPTY else "brought up to date"
        return Finding(what, True, f"{problem.kind}: its tables are {when} when the bot starts")
    found, _, mend = str(problem).partition(": ")
    return Finding(what, False, found, mend)


async def _members(settings: "Settings") -> list[Finding]:
    """Where people are; and whether anybody is only where the bot is not any more."""
    from bot.cli.platforms import names
    from storage import accounts

    db = _database(settings)
    try:
        async with db.reading() as tx:
            found = await accounts.by_apps(tx)
    finally:
        await db.close()
    lost = sum(count for apps, count in found.items() if not names(settings) & set(apps))
    told = ", ".join(f"{count} on {' and '.join(apps)}" for apps, count in sorted(found.items()))
    mend = "Put that platform back under its section until they have joined another one (/lier)."
    if lost:
        told += f"; {lost} cannot be reached, since nothing they are on is configured"
    return [Finding("Members", not lost, told, mend)] if found else []


def _sqlite(settings: "Settings") -> list[Finding]:
    from storage.db import sqlite_version

    if not _database(settings).is_sqlite:
        return []
    version, fits = sqlite_version()
    mend = "Install a Python whose sqlite3 is 3.35 or newer, or use PostgreSQL."
    return [Finding("SQLite", fits, f"version {version}", mend)]


def _disk(settings: "Settings") -> list[Finding]:
    from storage.db import free_bytes

    free = free_bytes(_database(settings).url)
    if free is None:
        return []
    mend = "Make room on the disk that holds the database, or move it to a larger one."
    return [Finding("Disk", free >= LITTLE, f"{free / 1e9:.1f} GB free", mend)]


def _database(settings: "Settings") -> "Database":
    from storage.db import Database

    return Database(settings.database.url.get_secret_value())
