"""What `restore` does: a copy is looked at, made ready beside the database, and takes its place.

Until the last step, a rename, the database is as it was.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from bot.cli.ends import End, Stop
from bot.settings import Settings
from handlers.basics import restored
from handlers.people import erasing
from storage import backups, dumps, epochs, roster, snapshot
from storage.db import Database
from storage.epochs import Held
from storage.filelock import AlreadyRunning
from storage.schema import Kind, Unreachable, check, upgrade
from storage.timers import Timer

T = TypeVar("T")
NO_COPY = "Name a copy that tocsin backup made (they lie in [backup] folder)."


@dataclass(frozen=True)
class Choice:
    """A `file` that can be put back, what was `found` in it, and what would be `replaced`."""

    file: Path
    found: str
    replaced: str
    made: datetime | None


@dataclass(frozen=True)
class Since:
    """What the copy cannot know: how far each platform was `heard`, and who has `left`."""

    heard: Mapping[str, str] = field(default_factory=dict)
    left: Sequence[int] = ()


async def chosen(settings: Settings, file: Path) -> Choice:
    """Looks only. Raises Stop."""
    made = backups.made_at(file)
    found = f"made {made:%Y-%m-%d %H:%M} UTC" if made else "of an unknown day"
    async with _ours(settings) as db:
        dump = _dump(file)
        if dump == db.is_sqlite:
            kinds = ("a SQLite file", "PostgreSQL") if not dump else ("a PostgreSQL copy", "SQLite")
            raise Stop(End.PROBLEM, f"{file} is {kinds[0]}, and [database] url says {kinds[1]}.")
        if dump:
            await _program(dumps.verify(file), file)
            if not await _program(dumps.is_ours(file), file):
                raise Stop(End.PROBLEM, f"{file} holds no tables of Tocsin. {NO_COPY}")
        replaced = str(db.file or f"everything in database {db.url.database}")
        return Choice(file, found, replaced, made)


def _dump(file: Path) -> bool:
    """Is it a dump of PostgreSQL? Raises Stop where it is nothing that we know."""
    try:
        if dumps.is_dump(file):
            return True
        if snapshot.is_sqlite(file):
            return False
    except FileNotFoundError:
        raise Stop(End.PROBLEM, f"There is no file {file}. {NO_COPY}") from None
    except OSError as error:
        raise Stop(End.PROBLEM, f"{file} cannot be read: {error.strerror}.") from None
    raise Stop(End.PROBLEM, f"{file} is no copy of a database. {NO_COPY}")


async def put_back(
    settings: Settings, choice: Choice, now: datetime
) -> tuple[Held, Path | None]:  # fmt: skip
    """What is held now, and where what was replaced is kept (None: there was nothing)."""
    async with _ours(settings) as db:
        put = _sqlite if db.is_sqlite else _postgres
        done = await put(settings, db, choice, now)
    await _keys(settings, choice.file)
    return done


@asynccontextmanager
async def _ours(settings: Settings) -> AsyncIterator[Database]:
    """Nobody else's for as long as this takes. Raises Stop."""
    db = Database(settings.database.url.get_secret_value())
    try:
        db.open()
        if not db.is_sqlite and (others := await dumps.others(db)):
            raise Stop(End.DATABASE, f"{others} other connections to this database are open: stop "
                       "the bot first, and close psql.")  # fmt: skip
        yield db
    except AlreadyRunning as no:
        raise Stop(End.DATABASE, f"{no}") from None
    except Unreachable as no:
        raise Stop(End.DATABASE, f"{no} Look at [database] url in config.toml.") from None
    finally:
        await db.close()


# SQLite


async def _sqlite(
    settings: Settings, db: Database, choice: Choice, now: datetime
) -> tuple[Held, Path | None]:
    assert db.file is not None
    ready = db.file.with_name(f"{db.file.name}.restoring")
    backups.remove(ready)
    try:
        await asyncio.to_thread(_copied, choice.file, ready)
        copy = Database(f"sqlite+aiosqlite:///{ready}")
        try:
            held = await _made_ready(copy, choice, now, await _since(db))
        finally:
            await copy.close()
        snapshot.fold_in(ready)
        kept = backups.swap(ready, db.file, now)
    except OSError as error:
        raise Stop(End.PROBLEM, f"The copy cannot be put beside {db.file}: {error.strerror}. "
                   "Nothing was replaced.") from None  # fmt: skip
    finally:
        backups.remove(ready)
    return held, kept


def _copied(file: Path, ready: Path) -> None:
    """Raises Stop if it is not whole."""
    try:
        snapshot.copy_of(file, ready)
        snapshot.verify(ready)
    except snapshot.NotCopied as no:
        raise Stop(End.PROBLEM, f"{file} cannot be copied ({no}). Nothing was replaced. Is there "
                   f"room beside {ready.with_suffix('')}?") from None  # fmt: skip
    except snapshot.Damaged as bad:
        raise Stop(End.PROBLEM, f"{file} is damaged ({bad}). Nothing was "
                   "replaced; take another copy.") from None  # fmt: skip


async def _made_ready(copy: Database, choice: Choice, now: datetime, since: Since) -> Held:
    """This version's tables, and what it owes held. Raises Stop."""
    problem = await check(copy)
    if problem is not None and problem.kind is not Kind.OLDER:
        raise Stop(End.DATABASE, f"{choice.file}: {problem} Nothing was replaced.")
    if problem is not None:
        await upgrade(copy)
    async with copy.transaction() as tx:
        held = await epochs.begin(tx, now, choice.made, since.heard)
        tx.add_all(_first(now, since))
        return held


def _first(now: datetime, since: Since) -> list[Timer]:
    """What the bot does first in the copy."""
    calls = [restored.tell.call(), *(erasing.erase_again.call(member) for member in since.left)]
    return [Timer(job=call.action, args=dict(call.args), due_at=now) for call in calls]


async def _since(db: Database) -> Since:
    """Of the database that is replaced; nothing where nobody can tell. By connections of its own:
    none may be open when the file is replaced."""
    beside = db.beside()
    try:
        if await check(beside) is not None:
            return Since()
        async with beside.reading() as tx:
            return Since(await epochs.last_heard(tx), await roster.left(tx))
    except Unreachable:
        return Since()
    finally:
        await beside.close()


# PostgreSQL


async def _postgres(
    settings: Settings, db: Database, choice: Choice, now: datetime
) -> tuple[Held, Path | None]:
    """What is there is written to a file and steps aside; it steps back if the copy is no good."""
    since = await _since(db)
    kept = await _kept(settings, db, now)
    async with dumps.stepping_aside(db, now):
        await _program(dumps.load(db.url, choice.file), choice.file)
        held = await _made_ready(db, choice, now, since)
    return held, kept


async def _kept(settings: Settings, db: Database, now: datetime) -> Path | None:
    problem = await check(db)
    if problem is not None and problem.kind is Kind.EMPTY:
        return None
    folder = settings.backup.path
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = backups.unused(folder / f"replaced-{now:{backups.STAMP}}").with_suffix(".dump")
    with backups.written(target) as part:
        await _program(dumps.dump(db.url, part), target)
    return target


async def _program(work: Awaitable[T], file: Path) -> T:
    """What PostgreSQL's own programs do. Raises Stop with what they said."""
    try:
        return await work
    except dumps.NoProgram as no:
        raise Stop(End.PROBLEM, str(no)) from None
    except dumps.Failed as no:
        raise Stop(End.PROBLEM, f"{file}: {no}\nNothing was replaced.") from None


# The keys of Matrix


async def _keys(settings: Settings, file: Path) -> None:
    """Put back only where there are none: those that are here are newer, and read more."""
    packed = file.with_name(f"{file.name.partition('.')[0]}.keys.tar")
    folder = settings.matrix.folder
    if settings.matrix.homeserver is not None and packed.exists() and not folder.exists():
        await asyncio.to_thread(backups.unpack, packed, folder)
