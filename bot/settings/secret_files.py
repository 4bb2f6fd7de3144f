"""Reads secrets kept in files of their own. One that others can read is no secret."""

import os
import shlex
import stat
from pathlib import Path

from bot.settings.mistakes import Mistake

LONGEST = 4096


def chmod_line(path: Path) -> str | None:
    """The line to type if everyone on the machine can read the file, else nothing."""
    status = path.stat()
    if not status.st_mode & stat.S_IROTH:
        return None
    mine = status.st_uid == os.geteuid()
    return f"{'' if mine else 'sudo '}chmod {'600' if mine else 'o='} {shlex.quote(str(path))}"


def read_secret(path: Path, where: str, key: str) -> str | Mistake:
    """The file's text without the white space around it.

    A path that leads nowhere is not repeated: people paste the secret itself there.
    """
    try:
        chmod = chmod_line(path)
        if chmod is not None:
            return Mistake(where, key, "names a file that everyone here can read", chmod)
        with path.open("rb") as file:
            secret = file.read(LONGEST).decode("utf-8-sig").strip()
    except FileNotFoundError:
        return Mistake(where, key, "names a file that is not there")
    except UnicodeDecodeError:
        return Mistake(where, key, "names a file that is not text")
    except OSError as error:
        return Mistake(where, key, f"names a file that cannot be read: {error.strerror}")
    return secret or Mistake(where, key, "names a file that is empty")
