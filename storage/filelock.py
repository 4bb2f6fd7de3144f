"""One process per SQLite file: a second writer could corrupt it, so it is told to go away."""

import fcntl
import os
from pathlib import Path


class AlreadyRunning(Exception):
    """Somebody holds the file. `pid` is theirs, as far as they wrote it down."""

    def __init__(self, file: Path, pid: str) -> None:
        who = f"process {pid}" if pid else "another process"
        super().__init__(
            f"{file} is in use by {who}. One process per SQLite file: stop it first, "
            "or use PostgreSQL for several workers ([database] url)."
        )
        self.pid = pid


class FileLock:
    """A lock of the operating system: it is gone when its process is, however it ended."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._path = database.with_name(database.name + ".lock")
        self._fd: int | None = None

    def take(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fd = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(fd, 20).decode(errors="replace").strip()
            os.close(fd)
            raise AlreadyRunning(self._database, holder) from None
        os.truncate(fd, 0)
        os.write(fd, str(os.getpid()).encode())
        self._fd = fd

    def release(self) -> None:
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None
