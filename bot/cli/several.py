"""Several communities in one process: each has its own configuration, bot and database.

They share the loop of the process and nothing else. One that cannot begin, or that breaks, says so
and is begun again; the others go on.
"""

import asyncio
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.cli import screen
from bot.cli.community import live
from bot.cli.ends import End, Stop
from bot.cli.platforms import must_have_one
from bot.cli.setup import settings_from

if TYPE_CHECKING:
    from bot.settings import Settings

AGAIN = 30.0
"""Seconds until one that broke is begun again."""


def run_several(paths: Sequence[Path], told_to_stop: Callable[[], asyncio.Event]) -> None:
    """Raises Stop where none of them can begin, and Exit where none of them lived to the end."""
    from bot.logs import configure

    _nothing_for_all()
    found = list(_fit(paths))
    if not found:
        raise Stop(End.CONFIGURATION, "None of these communities can run as it is configured.")
    configure(found[0][1].log)
    if not asyncio.run(_all(found, told_to_stop)):
        raise typer.Exit(End.PROBLEM)


def _nothing_for_all() -> None:
    """What stands in the environment would be every community's: one token for two bots."""
    from bot.settings.keys import PREFIX

    shared = sorted(n for n in os.environ if n.startswith(PREFIX) and "__" in n)
    shared = [name for name in shared if not name.startswith(f"{PREFIX}LOG__")]
    if shared:
        raise Stop(
            End.CONFIGURATION,
            f"{shared[0]} is set, and would be the same for every community. With several --config"
            " write it into each file, a secret as the name of a file of its own:"
            ' token_file = "/etc/tocsin/garance.token"',
        )


def _fit(paths: Sequence[Path]) -> "Iterator[tuple[Path, Settings]]":
    """Those that can run beside the ones before; what is wrong with the others is said."""
    taken: dict[str, Path] = {}
    for path in paths:
        try:
            settings = settings_from(path)
            must_have_one(settings)
            _is_its_own(path, settings, taken)
        except Stop as no:
            screen.complain(f"{path}: {no}")
        else:
            yield path, settings


def _is_its_own(path: Path, settings: "Settings", taken: dict[str, Path]) -> None:
    """Raises Stop for what another community has already; `taken` grows by what this one has."""
    telegram, matrix = settings.telegram, settings.matrix
    mine = {
        "[database] url": settings.database.url.get_secret_value(),
        "[telegram] token": telegram.token.get_secret_value() if telegram.token else "",
        "[matrix] user": matrix.user or "",
        "[matrix] store": str(matrix.folder.resolve()) if matrix.user else "",
        "[web] listen": str(settings.web.listen),
    }
    for key, value in mine.items():
        other = taken.setdefault(f"{key} {value}", path) if value else path
        if other is not path:
            raise Stop(
                End.CONFIGURATION,
                f"{key} is the same as in {other}. Each community has its own: write another one.",
            )


async def _all(
    found: "Sequence[tuple[Path, Settings]]", told_to_stop: Callable[[], asyncio.Event]
) -> bool:
    """Did any of them live until we were told to stop?"""
    stop, turn = told_to_stop(), asyncio.Lock()
    return any(await asyncio.gather(*(_kept_up(*one, stop, turn) for one in found)))


async def _kept_up(
    path: Path, settings: "Settings", stop: asyncio.Event, turn: asyncio.Lock
) -> bool:
    """What is wrong with its configuration does not mend by itself; anything else may."""
    from bot.logs import during, get

    log, said = get(__name__), ""
    with during(community=path.stem):
        while not stop.is_set():
            try:
                await live(settings, stop, turn)
            except Stop as no:
                if str(no) != said:
                    screen.complain(f"{path}: {no}")
                said = str(no)
                if no.end is End.CONFIGURATION:
                    return False
            except Exception as bug:
                log.critical("crashed", exc_info=bug)
            await _rest(stop)
    return True


async def _rest(stop: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(AGAIN):
            await stop.wait()
    except TimeoutError:
        return
