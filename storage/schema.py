"""Which tables a database has, and how it gets those that this version needs.

Revisions are numbered (0001, 0002, …), so that a newer database can be told from an older one.
Alembic, slow to load and large, is only loaded where tables change: not by a start as usual.
"""

import os
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, MetaData, inspect, text
from sqlalchemy.exc import DBAPIError

import storage
from storage.db import Base, Database
from storage.snapshot import snapshot

if TYPE_CHECKING:
    from alembic.config import Config

T = TypeVar("T")

MIGRATIONS = Path(__file__).parent / "migrations"
PACKAGE = Path(storage.__file__).parent
ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(7023891)")


class Kind(StrEnum):
    EMPTY = "empty"
    OLDER = "older"
    NEWER = "newer"
    FOREIGN = "foreign"


@dataclass(frozen=True)
class Problem:
    """Why the bot cannot work with a database as it is; `mendable`: `upgrade` is the way."""

    kind: Kind
    found: str

    @property
    def mendable(self) -> bool:
        return self.kind in (Kind.EMPTY, Kind.OLDER)

    def __str__(self) -> str:
        match self.kind:
            case Kind.EMPTY:
                return "This database has no tables yet: `tocsin migrate` makes them."
            case Kind.OLDER:
                return (
                    f"This database was written by an older version of Tocsin ({self.found}; "
                    f"this version needs {head()}): `tocsin migrate` brings it up to date."
                )
            case Kind.NEWER:
                return (
                    f"This database was written by a newer version of Tocsin ({self.found}; "
                    f"this version knows {head()}): install that version or restore a backup."
                )
            case Kind.FOREIGN:
                return (
                    f"This database has a table «{self.found}» that Tocsin did not make: "
                    "give Tocsin a database of its own ([database] url)."
                )


class Unfit(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class Unreachable(Exception):
    """The database did not let us in, or is none, or could not be changed."""


@cache
def metadata() -> MetaData:
    """Every table of every module of `storage`, also of those that nothing has imported yet."""
    for module in pkgutil.iter_modules([str(PACKAGE)], "storage."):
        import_module(module.name)
    ours = MetaData()
    for mapper in Base.registry.mappers:
        if mapper.class_.__module__.startswith("storage."):
            mapper.local_table.to_metadata(ours)  # type: ignore[attr-defined]
    return ours


def config() -> "Config":
    """Alembic's, without an ini file: there is nothing in it that anyone should change."""
    from alembic.config import Config

    made = Config(stdout=StringIO())
    made.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return made


@cache
def head() -> str:
    """The revision that this version of the code works with."""
    return revisions()[-1]


def revisions() -> list[str]:
    """All that lead to `head`, oldest first."""
    files = (MIGRATIONS / "versions").glob("[0-9]*.py")
    return sorted(file.name.split("_")[0] for file in files)


async def current(db: Database) -> str | None:
    """The revision that the database is at; None if it was never migrated.

    Looks only: no file is made, nobody who writes is held up. Raises `Unreachable`.
    """
    return await _look(db, _revision) if _is_there(db) else None


async def check(db: Database) -> Problem | None:
    """What stands between this database and this version; None if they fit. Looks only."""
    return await _look(db, _problem) if _is_there(db) else Problem(Kind.EMPTY, "")


async def make_ready(db: Database) -> Path | None:
    """Bring an empty or older database up to date. Raises `Unfit` for a newer or foreign one.

    A SQLite file is copied first; the path of the copy.
    """
    problem = await check(db)
    if problem is None:
        return None
    if not problem.mendable:
        raise Unfit(problem)
    copy = None
    if problem.kind is Kind.OLDER and db.is_sqlite:
        copy = await snapshot(db, f".{problem.found}.bak")
    await upgrade(db)
    return copy


async def upgrade(db: Database, to: str = "head") -> None:
    """Bring the tables to `head` (or to an earlier revision), all or nothing."""
    from alembic import command

    await _run(db, lambda settings: command.upgrade(settings, to))


async def downgrade(db: Database, to: str) -> None:
    """Take steps back («base»: to nothing). What only newer tables can hold is lost."""
    from alembic import command

    await _run(db, lambda settings: command.downgrade(settings, to))


async def agree(db: Database) -> None:
    """Raises `alembic.util.AutogenerateDiffsDetected` if models and tables differ."""
    from alembic import command

    await _run(db, command.check)


async def _run(db: Database, work: Callable[["Config"], Any]) -> None:
    def walk(connection: Connection) -> None:
        if connection.dialect.name == "postgresql":
            connection.execute(ONE_AT_A_TIME)
        settings = config()
        settings.attributes["connection"] = connection
        work(settings)

    _is_there(db)
    try:
        async with db.connect() as connection:
            await connection.run_sync(walk)
    except (DBAPIError, OSError) as error:
        raise Unreachable(_why(error, db)) from error


def _is_there(db: Database) -> bool:
    """Whether there is anything to look at. Raises `Unreachable` where nothing could be made."""
    if db.file is None:
        return True
    if not db.file.parent.is_dir():
        raise Unreachable(f"There is no folder {db.file.parent}.")
    there = db.file.exists()
    if not os.access(db.file if there else db.file.parent, os.R_OK | os.W_OK):
        raise Unreachable(f"{db.file} cannot be read and written by this user.")
    return there


async def _look(db: Database, work: Callable[[Connection], T]) -> T:
    try:
        async with db.reading() as tx:
            return await (await tx.connection()).run_sync(work)
    except (DBAPIError, OSError) as error:
        raise Unreachable(_why(error, db)) from error


def _why(error: Exception, db: Database) -> str:
    """The database's own words, without the statement; SQLite's say nothing of a full disk."""
    words = str(getattr(error, "orig", error)).strip().splitlines()
    said = words[0] if words else type(error).__name__
    return (
        f"{said}: the disk of {db.file} is full, make room there." if db.ballast.is_tight else said
    )


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def _problem(connection: Connection) -> Problem | None:
    found = _revision(connection)
    if found is None:
        strange = sorted(set(inspect(connection).get_table_names()) - {"alembic_version"})
        return Problem(Kind.FOREIGN, strange[0]) if strange else Problem(Kind.EMPTY, "")
    if found == head():
        return None
    return Problem(Kind.OLDER if found < head() else Kind.NEWER, found)
