"""`run`: the bot itself, or several of them, until it is told to stop."""

import asyncio
import signal
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.community import live
from bot.cli.ends import ending
from bot.cli.platforms import must_have_one
from bot.cli.setup import settings_from
from bot.cli.several import run_several


@ending
def run(
    config: Annotated[
        list[Path] | None,
        typer.Option(
            "--config",
            "-c",
            metavar="FILE",
            help="The configuration; config.toml here, when not said. Several: as many communities,"
            " each with its own bot and its own database.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Run the bot until Ctrl-C or SIGTERM.

    Nothing is lost, however it ends.
    """
    from bot.logs import configure

    if config is not None and len(config) > 1:
        return run_several(config, told_to_stop)
    settings = settings_from(config[0] if config else None)
    must_have_one(settings)
    configure(settings.log)

    async def alone() -> None:
        await live(settings, told_to_stop())

    asyncio.run(alone())
    return None


def told_to_stop() -> asyncio.Event:
    """Set by the first signal; a second one is not waited for."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()

    def tell(number: signal.Signals) -> None:
        stop.set()
        loop.remove_signal_handler(number)

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, tell, number)
    return stop
