"""`make migration`: write down what has changed in the models since the last revision.

Without words the first revision is written anew (only until there is a second one);
`make migration m="adds the channels"` adds a numbered one.
"""

import asyncio
import sys

from alembic import command
from alembic.config import Config

from storage.db import Database
from storage.schema import MIGRATIONS, config, upgrade

VERSIONS = MIGRATIONS / "versions"


async def write(message: str) -> None:
    numbers = sorted(path.name[:4] for path in VERSIONS.glob("[0-9]*.py"))
    if not message and len(numbers) > 1:
        sys.exit('Databases of revision 0002 exist. Say what is new: make migration m="adds …"')
    if not message:
        for path in VERSIONS.glob("0001*.py"):
            path.unlink()
    number = f"{len(numbers) + 1:04}" if message else "0001"
    db = Database("sqlite+aiosqlite://")
    await upgrade(db)
    async with db.connect() as connection:
        await connection.run_sync(_revision, config(), message or "initial", number)
    await db.close()


def _revision(connection: object, settings: Config, message: str, number: str) -> None:
    settings.attributes["connection"] = connection
    settings.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    command.revision(settings, message, autogenerate=True, rev_id=number)


if __name__ == "__main__":
    asyncio.run(write(" ".join(sys.argv[1:])))
