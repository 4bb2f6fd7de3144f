"""`make chaos`: everything a fault can do to the bot, for as long as it takes, and a table of it.

Tests say by `saw` what they found; python -m tests.chaos runs the long ones and prints the table.
TOCSIN_KILLS is how often each of the four pairs of platform and database is killed, TOCSIN_SEED
plays a run again. More words are for pytest: python -m tests.chaos -k webhook.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

KILLS = 50
AS_WELL = (
    "tests/process/test_kill_loop.py", "tests/process/matrix/test_kill_loop.py",
    "tests/process/test_two_workers.py", "tests/process/test_postgres_restarted.py",
    "tests/process/test_ends.py", "tests/process/test_faults.py", "tests/process/test_cable.py",
    "tests/process/matrix/test_ends.py",
)  # fmt: skip
"""Tests of the ordinary suite that TOCSIN_KILLS makes long, or whose seconds count only here."""
WHERE = "TOCSIN_CHAOS_TABLE"
HEAD = ("fault", "bar", "seen", "seed")
NONE = 5
"""What pytest ends with where no test was meant."""
SECONDS = re.compile(r"[\d.]+ s")


def saw(fault: str, bar: str, seen: str, seed: object = "") -> None:
    """A line of the table, where somebody makes one."""
    if where := os.environ.get(WHERE):
        with Path(where).open("a", encoding="utf-8") as told:
            told.write(json.dumps([fault, bar, seen, str(seed)]) + "\n")


def in_time(fault: str, bar: float, took: float) -> None:
    """Seconds are held against their bar where nothing else keeps the machine busy: not while a
    whole suite runs beside."""
    saw(fault, f"≤ {bar:g} s", f"{took:.1f} s")
    assert WHERE not in os.environ or took <= bar, (fault, took)


def in_short(lines: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """What was timed again and again is one line: how often, the shortest and the longest."""
    found: dict[tuple[str, ...], list[Sequence[str]]] = {}
    for line in lines:
        found.setdefault(tuple(line[:2]), []).append(line)
    return [
        (*what, _spread([line[2] for line in alike]), "") if _timed(alike) else line
        for what, alike in found.items()
        for line in (alike[:1] if _timed(alike) else alike)
    ]


def _timed(lines: Sequence[Sequence[str]]) -> bool:
    return len(lines) > 1 and all(SECONDS.fullmatch(line[2]) for line in lines)


def _spread(seconds: Sequence[str]) -> str:
    least, most = min(seconds, key=_number), max(seconds, key=_number)
    return f"{len(seconds)} times, {least.removesuffix(' s')} to {most}"


def _number(seconds: str) -> float:
    return float(seconds.removesuffix(" s"))


def table(lines: Sequence[Sequence[str]]) -> str:
    every = [HEAD, *in_short(lines)]
    widths = [max(len(line[n]) for line in every) for n in range(len(HEAD))]
    told = [" | ".join(c.ljust(w) for c, w in zip(x, widths, strict=True)) for x in every]
    told.insert(1, " | ".join("-" * width for width in widths))
    return "\n".join(f"| {line} |" for line in told)


def run(more: Sequence[str]) -> int:
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "table.jsonl"
        asked = {"TOCSIN_CHAOS": "1", "TOCSIN_KILLS": str(KILLS), WHERE: str(where)}
        env = {**asked, **os.environ, WHERE: str(where)}
        pytest = [sys.executable, "-m", "pytest", "-rsfE", "--durations=15"]
        ends = []
        for what in (["-m", "chaos", "tests"], ["-m", "not chaos", *AS_WELL]):
            end = subprocess.run([*pytest, *what, *more], env=env, check=False).returncode
            ends.append(0 if more and end == NONE else end)
        lines = where.read_text(encoding="utf-8").splitlines() if where.exists() else []
        print(f"\n{table([json.loads(line) for line in lines])}")
    print(
        f"\n{(time.monotonic() - began) / 60:.0f} min, {'all held' if not any(ends) else 'BROKEN'}"
    )
    return max(ends)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
