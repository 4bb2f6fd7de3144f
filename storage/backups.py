"""Backups in a folder: how they are named, which are kept, and what one is made of.

A backup is a copy of the database and, where there is one, of a folder that belongs to it (the
keys of Matrix), under the same name.
"""

import fcntl
import io
import os
import re
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from storage.snapshot import fold_in, on_disk

NAME = re.compile(r"tocsin-(\d{8}T\d{6}Z)(?:-\d+)?\.(db|dump|keys\.tar)")
STAMP = "%Y%m%dT%H%M%SZ"
PART = ".part"
LEFT = re.compile(rf"(?:{NAME.pattern}){re.escape(PART)}.*")
"""What a backup that was killed had begun."""
DATABASES = (".db", ".dump")
NOT_KEPT = re.compile(r"lock|.*-(wal|shm|journal)")


def stem(folder: Path, now: datetime) -> Path:
    """The path of a new backup, without its ending; no file has it yet."""
    return unused(folder / f"tocsin-{now.astimezone(UTC).strftime(STAMP)}")


def unused(path: Path) -> Path:
    """This one, or with a number if it is there, with any ending."""
    found, number = path, 1
    while found.exists() or any(found.parent.glob(f"{found.name}.*")):
        number += 1
        found = path.with_name(f"{path.name}-{number}")
    return found


def made_at(file: Path) -> datetime | None:
    """When a backup was made, by its name."""
    found = NAME.fullmatch(file.name)
    return datetime.strptime(found[1], STAMP).replace(tzinfo=UTC) if found else None


def newest(folder: Path) -> Path | None:
    """The newest copy of a database there."""
    every = [path for path in _ours(folder) if path.suffix in DATABASES]
    return max(every, default=None, key=lambda path: path.name)


def prune(folder: Path, keep: int) -> list[Path]:
    """Remove all but the newest `keep`; what else lies in the folder is not touched. A database
    goes before its keys: there is never one without them."""
    ours = sorted(_ours(folder), key=lambda path: (_name(path), path.name))
    whole = [_name(path) for path in ours if path.suffix in DATABASES]
    old = [path for path in ours if _name(path) < whole[-keep:][0]] if whole else []
    for path in old:
        path.unlink()
    return old


def _ours(folder: Path) -> list[Path]:
    return [p for p in folder.iterdir() if NAME.fullmatch(p.name)] if folder.is_dir() else []


@contextmanager
def at_work(folder: Path) -> Iterator[list[Path]]:
    """For as long as a backup is made there: nobody takes what it has begun for left over. First
    what backups that were killed had begun is removed (that is given), if no other is at work."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:  # another one, or a network's disk that knows no locks
            swept = []
        else:
            swept = _sweep(folder)
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_SH)
        yield swept
    finally:
        os.close(handle)


def _sweep(folder: Path) -> list[Path]:
    left = [path for path in folder.iterdir() if LEFT.fullmatch(path.name)]
    for path in left:
        path.unlink()
    return left


def _name(path: Path) -> str:
    """What the files of one backup have in common."""
    return path.name.partition(".")[0]


@contextmanager
def written(target: Path) -> Iterator[Path]:
    """A file that gets its name only when it is whole, for its owner only; else it is removed."""
    part = target.with_name(target.name + PART)
    part.unlink(missing_ok=True)
    try:
        yield part
        part.chmod(0o600)
        part.replace(target)
        on_disk(target)
    finally:
        part.unlink(missing_ok=True)


def pack(folder: Path, target: Path) -> None:
    """A folder of files as one; databases in it as they are at one moment."""
    with written(target) as part:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as out, tarfile.open(fileobj=out, mode="w") as tar:
            for file in sorted(folder.iterdir()):
                if file.is_file() and not NOT_KEPT.fullmatch(file.name):
                    data = _database(file) if file.suffix == ".db" else file.read_bytes()
                    entry = tarfile.TarInfo(file.name)
                    entry.size, entry.mode = len(data), 0o600
                    tar.addfile(entry, io.BytesIO(data))


def unpack(packed: Path, folder: Path) -> None:
    """Into a folder that is not there yet."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", dir=folder.parent))
    try:
        with tarfile.open(packed) as tar:
            tar.extractall(part, filter="data")
        part.replace(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _database(file: Path) -> bytes:
    """In memory: keys leave their folder for the copy's, and for no other."""
    with (
        closing(sqlite3.connect(file, timeout=30)) as now,
        closing(sqlite3.connect(":memory:")) as kept,
    ):
        now.backup(kept)
        return kept.serialize()


def swap(ready: Path, file: Path, now: datetime) -> Path | None:
    """The copy takes the place of the file, which stays under another name."""
    kept = None
    if file.exists():
        fold_in(file)
        kept = unused(file.with_name(f"{file.name}.replaced-{now:{STAMP}}"))
        os.link(file, kept)
        kept.chmod(0o600)
        for more in ("-wal", "-shm"):
            beside = file.with_name(file.name + more)
            if beside.exists():
                beside.replace(kept.with_name(kept.name + more))
    ready.replace(file)
    on_disk(file)
    return kept


def remove(file: Path) -> None:
    """A database and what lies beside it."""
    for more in ("", "-wal", "-shm", ".lock"):
        file.with_name(file.name + more).unlink(missing_ok=True)
