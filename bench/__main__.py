"""python -m bench [row …] [--quick] [--people N] [--picture FILE]: what «Fast» promises, measured.

Rows: alert, written, sends, taps, growth, life, matrix; without any, all of them. Each compares
within one run; the processor's seconds can be trusted while a machine has other things to do, the
others cannot.
"""

import argparse
import asyncio
import gc
import os
import platform
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bench import alert, growth, living, matrix, picture, server, unbound, written
from bench.processes import PEERS_PYTHON
from bench.table import Row, table
from tests.servers.matrix import install


@dataclass(frozen=True)
class Size:
    """How much of each, so that all of it takes twenty minutes, or three."""

    alert: int = 3_000
    written: int = 3_000
    sends: int = 3_000
    taps: int = 2_000
    updates: int = 10_000
    rows: tuple[int, ...] = growth.SIZES
    rooms: int = 200
    drawn_to: Path | None = None


QUICK = Size(alert=200, sends=1_000, taps=500, updates=2_000, rows=(100, 1_000, 10_000), rooms=20)


async def the_growth(home: Path, size: Size) -> list[Row]:
    rows, found = await growth.measured(home, size.rows)
    if size.drawn_to is not None:
        size.drawn_to.write_text(picture.drawn(found), encoding="utf-8")
    return rows


async def the_matrix(home: Path, size: Size) -> list[Row]:
    if not install.is_there(install.synapse()):
        return [Row("Matrix", "Tocsin", f"not measured: no Synapse here ({install.HOW})")]
    return await matrix.rows(home, size.rooms)


ROWS: Mapping[str, Callable[[Path, Size], Awaitable[list[Row]]]] = {
    "alert": lambda home, size: alert.measured(home, size.alert),
    "written": lambda home, size: written.measured(home / "written.db", size.written),
    "sends": lambda home, size: unbound.sends(home, size.sends),
    "taps": lambda home, size: unbound.taps(home, size.taps),
    "growth": the_growth,
    "life": lambda home, size: living.measured(home, size.updates),
    "matrix": the_matrix,
}
SLOW = ("matrix",)
"""Left out of the quick form, unless it is asked for by name."""


async def run(names: list[str], size: Size) -> None:
    began, rows = time.monotonic(), list[Row]()
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            gc.collect()
            home = Path(folder) / name
            home.mkdir()
            print(f"… {name}", file=sys.stderr, flush=True)
            rows += await ROWS[name](home, size)
        foot = [*await server.foot(), about_the_machine(time.monotonic() - began)]
    print(table(rows, foot))


def about_the_machine(seconds: float, module: str = "bench") -> str:
    load = " ".join(f"{found:.1f}" for found in os.getloadavg())
    return (
        f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, SQLite"
        f" with one fsync a commit; {seconds / 60:.1f} min in all, load {load}, on"
        f" {time.strftime('%Y-%m-%d')}: python -m {module} {' '.join(sys.argv[1:])}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="row", help=", ".join(ROWS))
    parser.add_argument("--quick", action="store_true", help="three minutes instead of twenty")
    parser.add_argument("--people", type=int, help="how many get the alert, and answer the call")
    parser.add_argument("--picture", type=Path, help="where the curve of the growth goes (SVG)")
    asked = parser.parse_args()
    if unknown := set(asked.rows) - set(ROWS):
        parser.error(f"no row {', '.join(unknown)}: there are {', '.join(ROWS)}")
    if not PEERS_PYTHON.exists():
        parser.error("the peers are not installed: make bench does that first")
    size = QUICK if asked.quick else Size()
    if asked.people:
        many = asked.people
        size = replace(size, alert=many, sends=many, taps=many)
    rows = asked.rows or [name for name in ROWS if not (asked.quick and name in SLOW)]
    asyncio.run(run(rows, replace(size, drawn_to=asked.picture)))


if __name__ == "__main__":
    main()
