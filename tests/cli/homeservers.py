"""A configuration for a homeserver, a bot that ran there once, and what `doctor` says of it."""

import asyncio
from pathlib import Path

from bot.cli.platforms import matrix
from bot.cli.setup import settings_from
from tests.cli.conftest import COMMUNITY, Said, Tocsin, configure
from tests.servers.matrix.synapse import Account

SECRET = "a secret for the store"


def on_matrix(home: Path, url: str, account: Account, *, token: bool = False) -> None:
    way = f'access_token = "{account.token}"' if token else f'password = "{account.password}"'
    configure(
        home,
        f'{COMMUNITY}[matrix]\nhomeserver = "{url}"\nuser = "{account.user}"\n{way}\n'
        f'store_secret = "{SECRET}"\n',
    )


async def doctor(tocsin: Tocsin, account: Account) -> Said:
    """Beside the test's own loop."""
    said = await asyncio.to_thread(tocsin, "doctor")
    for secret in (account.password, account.token, SECRET):
        assert secret not in said.out + said.err
    return said


async def started_once(home: Path) -> None:
    """The bot ran here: it has a device, with keys, signed."""
    adapter = matrix(settings_from(home / "config.toml"))
    assert adapter is not None

    async def intake(events: object, cursor: str) -> None: ...

    running = asyncio.create_task(adapter.receive(intake, ""))
    await asyncio.wait_for(adapter.up(), 30)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await adapter.close()


def line(said: Said, what: str) -> tuple[str, str]:
    """The line that tells of something, and what stands below it."""
    lines = said.out.splitlines()
    at = next(n for n, one in enumerate(lines) if one[2:].startswith(f"{what}: "))
    return lines[at], "\n".join(lines[at + 1 :])
