"""`admin invite`: how the first administrator gets in, from the machine the bot runs on."""

import asyncio
import json as jsons
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.ends import ending
from bot.cli.screen import say
from bot.cli.setup import ConfigOption, database, settings_from

if TYPE_CHECKING:
    from bot.settings import Settings

app = typer.Typer(help="What only who runs the bot may do.", no_args_is_help=True)


@app.callback()
def admin() -> None: ...


@app.command()
@ending
def invite(
    config: ConfigOption = None,
    json: Annotated[bool, typer.Option("--json", help="One line of JSON, for programs.")] = False,
) -> None:
    """Make an invitation for an administrator: a code and a link, good for one person, 7 days.

    The bot may be running.
    """
    invited = asyncio.run(_invite(settings_from(config)))
    if json:
        return say(jsons.dumps(invited))
    say(f"Code: {invited['code']}")
    for platform, link in invited["links"].items():
        say(f"Link for {platform}: {link}")
    if not invited["links"]:
        say(f"No link now. Write to the bot: /start {invited['code']}")
    say(f"It lets one administrator in until {invited['until'][:10]}. Give it to nobody else.")


DAYS = 7


async def _invite(settings: "Settings") -> dict[str, Any]:
    from bot.core import Role
    from handlers.people.inviting import invite_from_terminal
    from handlers.people.rules.codes import spaced

    now = datetime.now(UTC)
    async with database(settings, alone=False) as db, db.transaction() as tx:
        code = invite_from_terminal(tx, Role.ADMINISTRATOR, now, DAYS)
    until = now + timedelta(days=DAYS)
    links = await _links(settings, code)
    return {"code": spaced(code), "links": links, "until": until.isoformat(timespec="seconds")}


async def _links(settings: "Settings", code: str) -> dict[str, str]:
    """By platform; only those that answer now, for a link holds the bot's name there."""
    from bot.cli.platforms import telegram
    from bot.core.errors import SendFailed

    adapter = telegram(settings)
    if adapter is None:
        return {}
    try:
        await adapter.meet()
        return {adapter.platform: adapter.invite_link(code)}
    except SendFailed:
        return {}
    finally:
        await adapter.close()
