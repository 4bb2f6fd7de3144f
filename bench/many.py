"""How many communities one machine carries: as many as asked for, in one process.

python -m bench.many [communities] [--people N] [--idle SECONDS]

Each has its own bot, database and web page, as `tocsin run --config … --config …` has them. First
alone, then all: what they hold and do while nothing happens. Then an alert in all at the same
moment, with Telegram's limits and without (`bench.unlimited`): when has everybody got it?
"""

import argparse
import asyncio
import os
import shutil
import signal
import sys
import tempfile
import time
from bisect import bisect_left
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bench import scene
from bench.__main__ import about_the_machine
from bench.processes import UNLIMITED, Bot, Telegram, fast, until, worked
from bench.table import Row, median, p95, table
from tests.ports import free_port
from tests.process.running import ROOT

SETTLED = 10.0
"""Seconds after the start: what it left behind is gone."""
A_SECOND = 29.2
"""What the adapter allows itself at Telegram, for each bot."""


@dataclass
class Many:
    """One process; `bots` are its communities, none of which has a process of its own."""

    bots: Sequence[Bot]
    process: asyncio.subprocess.Process
    program: str
    telegram: Telegram
    seconds: float = 0.0

    @property
    def worked(self) -> float:
        return worked(self.process.pid)

    def memory(self) -> float:
        self.bots[0].process = self.process
        return self.bots[0].memory()

    async def all_ready(self) -> None:
        async def ready() -> bool:
            assert self.process.returncode is None, "it ended by itself"
            found = await asyncio.gather(*(bot.health("readyz") for bot in self.bots))
            return all(status == 200 for status, _ in found)

        began = time.monotonic()
        await until(ready)
        self.seconds = time.monotonic() - began

    async def told(self, what: str, asked: object = None) -> list[dict[str, object]]:
        """By each bot's Telegram."""
        servers = [self.telegram.of(bot.token) for bot in self.bots]
        return list(await asyncio.gather(*(one.tells(what, asked) for one in servers)))


async def template(home: Path, people: int) -> Path:
    """A community that is there already; each gets a copy of it."""
    home.mkdir()  # noqa: ASYNC240
    bot = Bot(home, f"sqlite+aiosqlite:///{home / 'tocsin.db'}")
    await scene.community(bot, people)
    return home / "tocsin.db"


@asynccontextmanager
async def communities(
    home: Path, ready_made: Path, count: int, program: str = "bot"
) -> AsyncIterator[Many]:
    """All of them in one process, ready."""
    async with fast(apart=True) as telegram:
        bots = [_one(home / f"c{n:03}", ready_made, telegram, n) for n in range(count)]
        words = [w for bot in bots for w in ("--config", str(_config(bot)))]
        with (home / "bots.log").open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", program, "run", *words, cwd=home, stdout=log, stderr=log,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
            )  # fmt: skip
        try:
            many = Many(bots, process, program, telegram)
            await many.all_ready()
            yield many
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
                await process.wait()


def _one(home: Path, ready_made: Path, telegram: Telegram, number: int) -> Bot:
    home.mkdir(parents=True)
    shutil.copy(ready_made, home / "tocsin.db")
    token = f"{110201543 + number}:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
    address = f"sqlite+aiosqlite:///{home / 'tocsin.db'}"
    return Bot(home, address, url=telegram.url, token=token, port=free_port())


def _config(bot: Bot) -> Path:
    file = bot.home / f"{bot.home.name}.toml"
    file.write_text(bot._configuration(), encoding="utf-8")
    file.chmod(0o600)
    return file


async def idle(home: Path, ready_made: Path, count: int, seconds: float) -> list[Row]:
    async with communities(home, ready_made, count) as many:
        start = many.worked
        await asyncio.sleep(SETTLED)
        before, began = many.worked, time.monotonic()
        await asyncio.sleep(seconds)
        a_minute = (many.worked - before) * 60 / (time.monotonic() - began)
        who = _named(count)
        held = many.memory()
        return [
            Row("start until all are ready", who, f"{many.seconds:.1f} s", processor=start),
            Row("memory when idle", who, f"{held:.0f} MiB"),
            Row("a minute of nothing", who, f"{a_minute / 60:.1%} of a core", processor=a_minute),
        ]


async def alert(
    home: Path, ready_made: Path, count: int, people: int, program: str = "bot"
) -> list[Row]:
    """In all at the same moment: the coordinators tap «Envoyer» when each has seen the preview."""
    async with communities(home, ready_made, count, program) as many:
        await asyncio.sleep(SETTLED)
        await many.told("says", {"first": scene.CHIEF, "text": scene.ALERT})

        async def previewed() -> bool:
            seen = await many.told("seen")
            return all(any("Aperçu" in title for title in _said(one)) for one in seen)

        await until(previewed)
        await many.told("begin", {})
        before, since = many.worked, time.time()
        await many.told("taps", {"label": "Envoyer"})

        async def everybody() -> list[list[float]]:
            seen = await many.told("seen")
            found = [scene.waits(_sends(one), since) for one in seen]
            return found if all(len(waits) >= people for waits in found) else []

        found: list[list[float]] = await until(everybody, pause=1.0)
        return [_reached(found, many.worked - before, people, program)]


def _reached(found: list[list[float]], cpu: float, people: int, program: str) -> Row:
    limits = program != UNLIMITED
    waits = [wait for one in found for wait in one]
    first, last = max(one[0] for one in found), max(waits)
    result = f"last of {len(waits):,} after {last:.1f} s; slowest first {first * 1000:.0f} ms"
    ratio = f"{last * A_SECOND / people:.2f} × N/{A_SECOND:.0f} s" if limits else ""
    most = max(_in_a_second(one) for one in found)
    rate = f"; at most {most} in a second" if limits else f", {len(waits) / last:.0f}/s"
    what = f"alert to {people:,} people each, {'Telegram’s pace' if limits else 'no limits'}"
    return Row(what, _named(len(found)), result + rate, median(waits), p95(waits), cpu, ratio)


def _in_a_second(waits: list[float]) -> int:
    """The most that one bot has sent within any second."""
    return max(bisect_left(waits, at + 1) - n for n, at in enumerate(waits))


def _said(seen: dict[str, object]) -> dict[str, int]:
    return seen["said"]  # type: ignore[return-value]


def _sends(seen: dict[str, object]) -> list[tuple[int, float]]:
    return [(chat, at) for chat, at in seen["sends"]]  # type: ignore[attr-defined]


def _named(count: int) -> str:
    return f"{count} communities" if count > 1 else "1 community"


async def measured(home: Path, count: int, people: int, seconds: float) -> list[Row]:
    made = await template(home / "template", people)
    rows = await idle(home / "alone", made, 1, seconds)
    rows += await idle(home / "idle", made, count, seconds)
    for program in ("bot", UNLIMITED):
        for many in (1, count):
            rows += await alert(home / f"{program}-{many}", made, many, people, program)
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.many", description=__doc__)
    parser.add_argument("communities", nargs="?", type=int, default=50)
    parser.add_argument("--people", type=int, default=200, help="in each of them")
    parser.add_argument("--idle", type=float, default=60.0, help="seconds that are looked at")
    asked = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        found = measured(Path(folder), asked.communities, asked.people, asked.idle)
        rows = asyncio.run(found)
    print(table(rows, [about_the_machine(time.monotonic() - began, "bench.many")]))


if __name__ == "__main__":
    main()
