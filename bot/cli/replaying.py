"""`replay`: what could not be handled, and once its cause is mended, another try."""

import asyncio
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.ends import End, Stop, ending
from bot.cli.screen import say
from bot.cli.setup import ConfigOption, database, settings_from

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.db import Tx
    from storage.inbox import Heard
    from storage.timers import Timer

PLANNED = "t"
"""Before the number of something planned: 12 is an event, t12 is not."""


@ending
def replay(
    numbers: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NUMBER]...", help="Which, as the list shows them.",
                       show_default=False),
    ] = None,
    config: ConfigOption = None,
    every: Annotated[bool, typer.Option("--all", help="All of them.")] = False,
    drop: Annotated[bool, typer.Option("--drop", help="Give them up instead.")] = False,
) -> None:  # fmt: skip
    """List what could not be handled, or handle it again.

    Without a number it lists: when, from where, what kind, which error; never what was said. With
    numbers or --all these are handled like anything that has just come in. The bot may be running.
    """
    settings = settings_from(config)
    if not numbers and not every:
        if drop:
            raise Stop(End.USAGE, "Which? Name numbers, or --all: tocsin replay --drop 12")
        return asyncio.run(_list(settings))
    events, planned = _read(numbers or ())
    done, missing = asyncio.run(_again(settings, events, planned, every=every, drop=drop))
    what = "given up" if drop else "to be handled again"
    if done:
        soon = "" if drop else ": within seconds if the bot runs, else at its start"
        say(f"{done} {what}{soon}.")
    if missing:
        known = "tocsin replay shows which there are."
        raise Stop(End.PROBLEM, f"Not waiting to be handled again: {', '.join(missing)}; {known}")
    return None if done else say("Nothing waits to be handled again.")


def _read(numbers: Sequence[str]) -> tuple[set[int], set[int]]:
    """Events, and what was planned. Raises Stop."""
    bad = [one for one in numbers if not one.lower().removeprefix(PLANNED).isdecimal()]
    if bad:
        raise Stop(End.USAGE, f"{', '.join(bad)}: no number. Write it as the list shows it, for "
                   "example: tocsin replay 12 t3")  # fmt: skip
    planned = {int(one[1:]) for one in numbers if one.lower().startswith(PLANNED)}
    return {int(one) for one in numbers if one.isdecimal()}, planned


async def _list(settings: "Settings") -> None:
    from storage import inbox, timers

    async with database(settings, alone=False) as db, db.reading() as tx:
        events, planned = await inbox.parked(tx), await timers.parked(tx)
    if not events and not planned:
        return say("Nothing waits to be handled again.")
    zone = settings.community.timezone
    for row in events:
        say(f"{row.id:>6}  {row.at.astimezone(zone):%Y-%m-%d %H:%M}  {_event(row)}")
    for job in planned:
        number, due = f"{PLANNED}{job.id}", job.due_at.astimezone(zone)
        say(f"{number:>6}  {due:%Y-%m-%d %H:%M}  {_job(job)}")
    say("The log says why, by these numbers. Once it is mended: tocsin replay NUMBER, or --all;")
    return say("tocsin replay --drop NUMBER gives it up.")


def _event(row: "Heard") -> str:
    """Never what was said: the kind of event, and of error."""
    return f"{row.platform}  {str(row.event.get('event', '?')).lower()}  {row.error or '?'}"


def _job(row: "Timer") -> str:
    return f"planned  {row.job}  {row.error or '?'}"


async def _again(
    settings: "Settings", events: set[int], planned: set[int], *, every: bool, drop: bool
) -> tuple[int, list[str]]:
    """How many there were, and those that are not there."""
    from storage import inbox, timers

    async with database(settings, alone=False) as db, db.transaction() as tx:
        heard = {row.id for row in await inbox.parked(tx)}
        jobs = {row.id for row in await timers.parked(tx)}
        missing = [str(n) for n in sorted(events - heard)]
        missing += [f"{PLANNED}{n}" for n in sorted(planned - jobs)]
        events, planned = (heard, jobs) if every else (events & heard, planned & jobs)
        count = inbox.give_up if drop else inbox.replay
        done = await count(tx, events) + await _jobs(tx, planned, drop=drop)
        _write_down(tx, [*map(str, sorted(events)), *(f"t{n}" for n in sorted(planned))], drop=drop)
    return done, missing


async def _jobs(tx: "Tx", planned: Collection[int], *, drop: bool) -> int:
    from storage import timers

    return await (timers.give_up if drop else timers.replay)(tx, planned)


def _write_down(tx: "Tx", which: Sequence[str], *, drop: bool) -> None:
    from bot.cli.auditing import write_down

    for one in which:
        write_down(tx, "event.given-up" if drop else "event.replayed", f"event:{one}")
