"""`demo`: the real product among a made-up community, on one page, without any account."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import memory
from bot.cli.ends import ending
from bot.cli.screen import say


@ending
def demo(
    port: Annotated[int, typer.Option(help="Where the page is, on this machine only.")] = 8088,
    lang: Annotated[str, typer.Option(help="fr or en.", metavar="LANG")] = "fr",
    speed: Annotated[float, typer.Option(help="How fast its clock runs.", min=0.1)] = 1.0,
    folder: Annotated[
        Path | None, typer.Option(help="Keep its database here; else nothing is left behind.")
    ] = None,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
) -> None:
    """Look around, on a page of this machine.

    The real bot among a fictional community; no account anywhere, nothing leaves the machine.
    """
    from bot.core import Lang
    from bot.demo import run_demo
    from bot.demo_roster import AppRoster
    from bot.logs import configure
    from bot.settings import Log

    if lang not in list(Lang):
        raise typer.BadParameter(f"--lang {lang}: write fr or en")
    configure(Log(level="warning"))
    memory.settle_in()
    asyncio.run(
        run_demo(
            AppRoster, port=port, folder=folder, lang=Lang(lang), speed=speed,
            open_browser=browser, say=say,
        )
    )  # fmt: skip
