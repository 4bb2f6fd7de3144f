"""Room kept for the moment when the disk is full: to say so, and to end what is under way.

A file beside the database that holds nothing. It goes when a write fails for want of room, and is
made again when there is some.
"""

import logging
import os
from pathlib import Path

from sqlalchemy.exc import DBAPIError

log = logging.getLogger(__name__)

SIZE = 32 * 1024 * 1024
SPARE = 2 * SIZE
"""Bytes that must be free besides, before it is put (back) in place."""
BLOCK = 1024 * 1024


class Ballast:
    """`is_out` from when it was let go until there is room for it again."""

    def __init__(self, database: Path | None, size: int = SIZE, spare: int = SPARE) -> None:
        """`database` None: it is elsewhere, and so is its disk."""
        self._file = database.with_name(database.name + ".ballast") if database else None
        self._size, self._spare = size, spare
        self.is_out = False

    def put(self) -> None:
        """At the start. Where there is no room for it, there is none to be kept."""
        if self._file is not None and not self.is_out and not self._is_whole():
            self._make(self._file)

    def make_way(self) -> None:
        """Before the database is opened: SQLite needs some room even to look into it."""
        if self._file is not None and self._file.exists() and self.is_tight:
            self.release()

    def notice(self, error: DBAPIError) -> None:
        """A write has failed: let it go, if that was for want of room."""
        said = str(error.orig)
        if self._file is None or self.is_out:
            return
        if "disk is full" in said or ("disk I/O error" in said and self.is_tight):
            self.release()

    def release(self) -> None:
        if self._file is None or self.is_out:
            return
        self.is_out = True
        self._file.unlink(missing_ok=True)
        log.error("disk full", extra={"reason": "the ballast was let go"})

    def take_back(self) -> None:
        """If it is out and there is room again."""
        if self._file is None or not self.is_out:
            return
        if self._make(self._file):
            self.is_out = False
            log.info("disk has room again")

    def _make(self, file: Path) -> bool:
        try:
            if free_on(file.absolute().parent) < self._size + self._spare:
                return False
            _fill(file, self._size)
        except OSError:
            file.unlink(missing_ok=True)
            return False
        return True

    @property
    def is_tight(self) -> bool:
        """Nothing fits any more, whatever SQLite calls it."""
        return self._file is not None and free_on(self._file.absolute().parent) < BLOCK

    def _is_whole(self) -> bool:
        return self._file is not None and self._file.exists() and (
            self._file.stat().st_size == self._size
        )  # fmt: skip


def _fill(file: Path, size: int) -> None:
    """Blocks of its own, which costs nothing to speak of; where they cannot be had so, by writing.
    Not a hole, and not all zeros, which some file systems pack."""
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(out.fileno(), 0, size)
        else:
            block = os.urandom(BLOCK)
            for start in range(0, size, BLOCK):
                out.write(block[: size - start])
        out.flush()
        os.fsync(out.fileno())


def free_on(folder: Path) -> int:
    """Room left on the disk that holds a folder, in bytes."""
    stats = os.statvfs(folder)
    return stats.f_bavail * stats.f_frsize
