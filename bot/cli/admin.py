"""`admin invite`: how the first administrator gets in, from the machine the bot runs on."""

import asyncio
import json as jsons
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.ends import ending
from bot.cli.links import links
from bot.cli.screen import say
from bot.cli.setup import ConfigOption, database, settings_from

if TYPE_CHECKING:
    from bot.settings import Settings

app = typer.Typer(help="What only who runs the bot may do.", no_args_is_help=True)

DAYS = 7


@app.callback()
def admin() -> None: ...


@app.command()
@ending
def invite(
    config: ConfigOption = None,
    json: Annotated[bool, typer.Option("--json", help="One line of JSON, for programs.")] = False,
) -> None:
    """Make an invitation for an administrator: a code and a link.

    It lets one person in, during 7 days. The bot may be running.
    """
    invited = asyncio.run(_invite(settings_from(config)))
    if json:
        return say(jsons.dumps(invited))
    say(f"Code: {invited['code']}")
    for platform, link in invited["links"].items():
        bare = invited["code"].replace("-", "") not in link
        say(f"Link for {platform}: {link}{' (then send the code)' if bare else ''}")
    if not invited["links"]:
        say(f"No platform answers now, so there is no link. Write to the bot: /start "
            f"{invited['code']}")  # fmt: skip
    say(f"It lets one administrator in until {invited['until'][:10]}. Give it to nobody else.")


async def _invite(settings: "Settings") -> dict[str, Any]:
    from bot.core.codes import spaced
    from handlers.people.minting import first_admin_invitation

    now = datetime.now(UTC)
    async with database(settings, alone=False) as db, db.transaction() as tx:
        code = await first_admin_invitation(tx, now, DAYS)
    until = (now + timedelta(days=DAYS)).isoformat(timespec="seconds")
    return {"code": spaced(code), "links": await links(settings, code), "until": until}
