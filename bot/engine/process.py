"""Which process this is, so that another one on the same machine can see that it is gone."""

import os
import secrets
from functools import cache
from pathlib import Path


@cache
def here() -> str:
    """The machine, since it was started, and the space in which its processes are numbered."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot}/{os.readlink('/proc/self/ns/pid')}"
    except OSError:
        return secrets.token_hex(8)


def myself() -> str:
    return f"{here()}/{os.getpid()}/{_began(os.getpid())}"


def is_gone(process: str) -> bool:
    """Surely: what ran elsewhere may still be running."""
    place, _, began = process.rpartition("/")
    place, _, number = place.rpartition("/")
    return place == here() and number.isdecimal() and _began(int(number)) != began


def _began(number: int) -> str:
    """When a process began, in ticks since the machine did (proc(5)); "" if there is none."""
    try:
        told = Path(f"/proc/{number}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    state, *rest = told.rpartition(")")[2].split()
    return "" if state in ("Z", "X") else rest[18]
