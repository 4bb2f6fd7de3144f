"""A PostgreSQL database as a file and back, by PostgreSQL's own programs.

Passwords go through the environment: what stands on a command line, everyone on the machine reads.
"""

import asyncio
import os
import shlex
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import URL

from storage.db import Database

MAGIC = b"PGDMP"
OTHER_VERSION = (
    "Use PostgreSQL's programs of the server's own version or newer (Debian: sudo apt install "
    "postgresql-client-18, from apt.postgresql.org), first in PATH."
)
OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
    "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
)


class NoProgram(Exception):
    """PostgreSQL's programs are not here. The text says what to run instead."""


class Failed(Exception):
    """What the program said."""


def is_dump(file: Path) -> bool:
    with file.open("rb") as head:
        return head.read(len(MAGIC)) == MAGIC


async def dump(url: URL, target: Path) -> None:
    """Consistent, while others write; for its owner only from its first byte on. Raises NoProgram
    or Failed."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL, 0o600))
    line = ["pg_dump", "--format=custom", f"--file={target}", f"--dbname={_plain(url)}"]
    await _run(line, url)


async def verify(file: Path) -> None:
    """Read all of it. Raises NoProgram or Failed."""
    await _run(["pg_restore", "--file=/dev/null", str(file)], None)


async def is_ours(file: Path) -> bool:
    """Does it hold tables of Tocsin? Raises NoProgram or Failed."""
    listed = await _run(["pg_restore", "--list", str(file)], None)
    return all(f" TABLE public {name} " in listed for name in ("alembic_version", "inbox"))


async def load(url: URL, file: Path) -> None:
    """Into an empty schema, all or nothing. Raises NoProgram or Failed."""
    line = [
        "pg_restore", "--schema=public", "--no-owner", "--no-privileges", "--single-transaction",
        "--exit-on-error", f"--dbname={_plain(url)}", str(file),
    ]  # fmt: skip
    await _run(line, url)


async def others(db: Database) -> int:
    """Connections to this database beside ours."""
    async with db.connect() as connection:
        return int((await connection.execute(OTHERS)).scalar_one())


@asynccontextmanager
async def stepping_aside(db: Database, now: datetime) -> AsyncIterator[None]:
    """What is there makes room for the block; it is gone after, or back if the block failed."""
    name, well = f"replaced_{now:%Y%m%d_%H%M%S}", False
    await _say(db, f"ALTER SCHEMA public RENAME TO {name}", "CREATE SCHEMA public")
    try:
        yield
        well = True
    finally:
        if well:
            await _say(db, f"DROP SCHEMA {name} CASCADE")
        else:
            back = f"ALTER SCHEMA {name} RENAME TO public"
            await _say(db, "DROP SCHEMA public CASCADE", back)


async def _say(db: Database, *statements: str) -> None:
    async with db.connect() as connection:
        for statement in statements:
            await connection.execute(text(statement))


def _plain(url: URL) -> str:
    """libpq's, without the password."""
    bare = URL.create(
        "postgresql", url.username, None, url.host, url.port, url.database, url.query
    )  # fmt: skip
    return bare.render_as_string(hide_password=False)


async def _run(line: list[str], url: URL | None) -> str:
    program = shutil.which(line[0])
    if program is None:
        raise NoProgram(
            f"{line[0]} is not installed here (Debian: sudo apt install postgresql-client). "
            f"Install it, or run this where PostgreSQL is:\n\n    {shlex.join(line)}"
        )
    secret = {"PGPASSWORD": url.password} if url is not None and url.password else {}
    process = await asyncio.create_subprocess_exec(
        program, *line[1:], env={**os.environ, **secret},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, err = await process.communicate()
    if process.returncode:
        said = [one for one in err.decode(errors="replace").splitlines() if one.strip()][:3]
        if "version" in " ".join(said):
            said.append(OTHER_VERSION)
        raise Failed("\n".join(said) or f"{line[0]} ended with {process.returncode}")
    return out.decode(errors="replace")
