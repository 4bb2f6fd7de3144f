"""The command line. Commands import what they need when they run, so that help comes at once."""

import os
from typing import Annotated

import typer

from bot.cli import (
    admin,
    asking,
    backing_up,
    demo,
    examining,
    importing,
    memory,
    migrating,
    replaying,
    restoring,
    running,
)

__all__ = ["app", "main"]

HELP = """Mobilise the professionals of a territory, in the chat they already use.

A first day: `tocsin demo` to look around; then write config.toml, `tocsin check`,
`tocsin run`, and `tocsin admin invite` for the first administrator.
"""
ENDS = (
    "Exit codes: 0 all is well, 1 something is wrong, 2 the command was not understood, "
    "3 configuration, 4 database, 130 interrupted."
)

app = typer.Typer(
    name="tocsin",
    help=HELP,
    epilog=ENDS,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"tocsin {version('tocsin')}")
        raise typer.Exit


@app.callback()
def tocsin(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which it is.")
    ] = False,
) -> None: ...


app.command()(running.run)
app.command()(demo.demo)
app.command()(examining.check)
app.command()(examining.doctor)
app.command()(migrating.migrate)
app.command()(backing_up.backup)
app.command()(restoring.restore)
app.command()(restoring.release)
app.command()(replaying.replay)
app.add_typer(admin.app, name="admin")
app.add_typer(importing.app, name="import")
app.command()(asking.when)
app.command()(asking.guard)


def main() -> None:
    memory.load()
    os.umask(0o077)  # the database, its copies, lists of codes: for their owner only
    app()
