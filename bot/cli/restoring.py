"""`restore` puts a copy back, with what it owed held; `release` lets go of that."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.auditing import write_down
from bot.cli.ends import End, Stop, ending
from bot.cli.screen import say
from bot.cli.setup import ConfigOption, settings_from

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.db import Database
    from storage.epochs import Held

Yes = Annotated[bool, typer.Option("--yes", help="Do it without asking.")]


@ending
def restore(
    file: Annotated[Path, typer.Argument(help="A copy that tocsin backup made.")],
    config: ConfigOption = None,
    yes: Yes = False,
) -> None:
    """Put a copy in the place of the database. The bot must not be running.

    What is replaced is kept. What the copy still owed to people is held, and nothing of it is sent
    before an administrator lets it go: a button in their chat, or tocsin release.
    """
    from bot.cli.putting_back import Choice, chosen, put_back

    settings = settings_from(config)
    choice: Choice = asyncio.run(chosen(settings, file))
    say(f"{file}: {choice.found}")
    _agreed(f"Replace {choice.replaced}?", "Nothing was replaced.", yes=yes)
    held, kept = asyncio.run(put_back(settings, choice, datetime.now(UTC)))
    if kept is not None:
        say(f"What was replaced is kept: {kept}")
    say(_told(held))
    say("What happened since that copy is not in it (docs/operate.md, Restore): tell people.")


def _told(held: "Held") -> str:
    if not held:
        return "The copy is in place. It owed nothing to anybody. Start the bot: tocsin run"
    return (
        f"The copy is in place. Held back: {_counted(held)}.\n"
        "Start the bot (tocsin run): it asks administrators whether that may go, or say it here:\n"
        "    tocsin release           let it go\n"
        "    tocsin release --drop    never send it"
    )


def _counted(held: "Held") -> str:
    named = (
        (held.messages, "message", "messages"),
        (held.timers, "thing that was planned", "things that were planned"),
        (held.events, "thing that somebody said", "things that people said"),
    )
    return ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in named if n)


def _agreed(question: str, otherwise: str, *, yes: bool) -> None:
    """Raises Stop unless the answer is yes."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise Stop(End.PROBLEM, f"{otherwise} To do it without being asked, add --yes.")
    try:
        if typer.confirm(question):
            return
    except typer.Abort:
        raise Stop(End.INTERRUPTED, f"\n{otherwise}") from None
    raise Stop(End.PROBLEM, otherwise)


@ending
def release(
    config: ConfigOption = None,
    drop: Annotated[
        bool, typer.Option("--drop", help="Never send it; what was planned goes on.")
    ] = False,
    yes: Yes = False,
) -> None:
    """Let go of what a restored copy still owed. The bot may be running.

    Held messages are sent, what people said is handled, what was planned goes on by its own rules.
    """
    from storage import epochs

    settings = settings_from(config)

    async def count(db: "Database") -> "Held":
        async with db.reading() as tx:
            return await epochs.held(tx)

    async def go(db: "Database") -> "Held":
        async with db.transaction() as tx:
            gone = await epochs.release(tx, datetime.now(UTC), drop=drop)
            write_down(tx, "epoch.dropped" if drop else "epoch.released", "epoch")
            return gone

    held = asyncio.run(_with(settings, count))
    if not held:
        return say("Nothing is held.")
    act = "Drop" if drop else "Let go of"
    _agreed(f"{act} {_counted(held)}?", "Nothing was changed: it is still held.", yes=yes)
    gone = asyncio.run(_with(settings, go))
    say(f"{'Dropped' if drop else 'Let go'}: {_counted(gone)}.")


async def _with(
    settings: "Settings", work: "Callable[[Database], Awaitable[Held]]"
) -> "Held":  # fmt: skip
    from bot.cli.setup import database

    async with database(settings, alone=False) as db:
        return await work(db)
