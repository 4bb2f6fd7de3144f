"""`import members`: from the coordination's spreadsheet to an invitation for each person."""

import asyncio
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.ends import End, Stop, ending
from bot.cli.links import link_maker
from bot.cli.screen import mark, say
from bot.cli.setup import ConfigOption, database, settings_from

if TYPE_CHECKING:
    from bot.settings import Settings
    from handlers.people.importing import Invited, Row
    from storage.db import Tx

app = typer.Typer(help="Bring in what others keep.", no_args_is_help=True)


@app.callback()
def importing() -> None: ...


@app.command()
@ending
def members(
    file: Annotated[
        Path, typer.Argument(help="CSV with nom, profession, commune, téléphone; as saved.")
    ],
    config: ConfigOption = None,
    yes: Annotated[bool, typer.Option("--yes", help="Accept the report without asking.")] = False,
    out: Annotated[Path, typer.Option(help="Where the list and the cards are written.")] = Path(),
) -> None:
    """Give each person of a list an invitation of their own.

    First a report, line by line; nothing is written until you accept it. Then a list of codes
    (CSV) and a sheet of cards with QR pictures (PDF). The bot may be running.
    """
    settings = settings_from(config)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise Stop(End.PROBLEM, f"{file} cannot be read: {error.strerror}.") from None
    if not out.is_dir():
        raise Stop(End.PROBLEM, f"There is no folder {out}. Make it first: mkdir -p {out}")
    rows = asyncio.run(_report(settings, data))
    _accepted(rows, yes=yes)
    for path in asyncio.run(_members(settings, rows, out)):
        say(f"Written: {path}")
    say("Whoever holds a code gets in as that person: hand each to its own, then delete both.")


async def _report(settings: "Settings", data: bytes) -> "Sequence[Row]":
    """What can be taken, and why the rest cannot. Raises Stop if it is no list at all."""
    from handlers.people.importing import Unreadable, compare, read_roster

    community = settings.community
    try:
        rows = read_roster(data, community.towns, community.dialing)
    except Unreadable as no:
        raise Stop(End.PROBLEM, str(no)) from None
    async with database(settings, alone=False) as db, db.reading() as tx:
        return await compare(tx, rows, datetime.now(UTC))


async def _members(settings: "Settings", rows: "Sequence[Row]", out: Path) -> list[Path]:
    async with database(settings, alone=False) as db:
        link = await link_maker(settings)
        async with db.transaction() as tx:
            return await _write(settings, tx, rows, datetime.now(UTC), out, link)


def _accepted(rows: "Sequence[Row]", *, yes: bool) -> None:
    """Show the report and ask: outside any event loop, which would not let Ctrl-C through. Raises
    Stop unless the answer is yes."""
    from handlers.people.importing import Outcome

    for row in rows:
        what = ", ".join(filter(None, (row.calling or row.profession, row.town, row.phone)))
        ok = row.outcome is Outcome.OK
        say(f"{mark(ok)} line {row.line}: {row.name or '(no name)'}: {what if ok else row.why}")
    good = sum(row.outcome is Outcome.OK for row in rows)
    say(f"{good} of {len(rows)} lines can be taken.")
    if not good:
        raise Stop(End.PROBLEM, "Nothing to import. Mend the lines above and run it again.")
    if yes:
        return
    if not sys.stdin.isatty():
        raise Stop(End.PROBLEM, "Nothing was written. To accept the report, add --yes.")
    if not _agreed(f"Make {good} invitation{'s' if good > 1 else ''}?"):
        raise Stop(End.PROBLEM, "Nothing was written.")


def _agreed(question: str) -> bool:
    try:
        return typer.confirm(question)
    except typer.Abort:
        raise Stop(End.INTERRUPTED, "\nNothing was written.") from None


async def _write(
    settings: "Settings",
    tx: "Tx",
    rows: "Sequence[Row]",
    now: datetime,
    out: Path,
    link: Callable[[str], str],
) -> list[Path]:
    """The files first, the commit after: a code that no file holds would be lost."""
    from handlers.people.importing import as_csv, import_members

    days = settings.community.invitation_days
    invited = await import_members(tx, rows, now, days)
    until = now + timedelta(days=days)
    name = f"invitations-{now.astimezone(settings.community.timezone):%Y-%m-%d-%H%M%S}"
    kept = {
        out / f"{name}.csv": as_csv(invited, link),
        out / f"{name}.pdf": _cards(settings, invited, until, link),
    }
    for path, content in kept.items():
        _secret(path, content)
    return list(kept)


def _cards(
    settings: "Settings",
    invited: "Sequence[Invited]",
    until: datetime,
    link: Callable[[str], str],
) -> bytes:
    from bot.core import Lang
    from bot.core.i18n import Catalog
    from bot.engine.wording import known_to_all
    from handlers import FEATURES
    from handlers.people.badges import Cards

    catalog = Catalog((f.texts for f in FEATURES), known_to_all(settings))
    zone, lang = settings.community.timezone, Lang(settings.community.language)
    return Cards(catalog, lang, zone, until.astimezone(zone).date()).pdf(invited, link)


def _secret(path: Path, content: bytes) -> None:
    """Readable by its owner only."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
