"""How soon the bot is there, and what it holds: when nothing happens, and after many updates."""

import asyncio
import time
from pathlib import Path

from bench import scene
from bench.processes import UNLIMITED, Bot, Telegram, fast, the_bot, until, worked
from bench.table import Row, median
from tests.process.books import Books

STARTS = 3
IDLE = 5.0
"""Seconds after which whatever a start leaves behind is gone."""
WARM = 0.2
"""The share of the updates after which caches are full: what grows from there on, grows."""
PEOPLE = 200


async def measured(home: Path, updates: int) -> list[Row]:
    async with fast() as telegram, the_bot(home, telegram.url, program=UNLIMITED) as bot:
        await scene.community(bot, PEOPLE)
        rows = await _starts(telegram, bot)
        await asyncio.sleep(IDLE)
        idle = bot.memory()
        rows.append(Row("memory when idle", "Tocsin", f"{idle:.0f} MiB", bar="≤ 130 MiB"))
        assert bot.process
        found: list[tuple[int, float]] = []
        before, began = worked(bot.process.pid), time.monotonic()
        for share in (WARM, 1 - WARM):
            count = int(updates * share)
            told = {"first": scene.FIRST, "text": "/aide", "times": count, "spread": PEOPLE}
            await telegram.tells("says", told)
            await _handled(bot, STARTS + count + sum(n for n, _ in found))
            found.append((count, bot.memory()))
        cpu = worked(bot.process.pid) - before
        (_, warm), (_, end) = found
        result = f"{end - warm:+.0f} MiB, {warm:.0f} to {end:.0f}; "
        result += f"{updates / (time.monotonic() - began):.0f}/s"
        what = f"memory over {updates:,} updates"
        rows.append(Row(what, "Tocsin, durable", result, processor=cpu, bar="no growth"))
    return rows


async def _starts(telegram: Telegram, bot: Bot) -> list[Row]:
    """From its start until it is ready, and until it has answered what was written while it was
    off; it runs on after the last."""
    ready, handled, work = list[float](), list[float](), list[float]()
    for n in range(STARTS):
        await telegram.tells("says", {"first": scene.FIRST, "text": "/aide", "times": 1})
        began = time.monotonic()
        await bot.start()
        assert bot.process
        ready.append(time.monotonic() - began)
        work.append(worked(bot.process.pid))
        await _handled(bot, n + 1, pause=0.02)
        handled.append(time.monotonic() - began)
        if n < STARTS - 1:
            await bot.stop()
    return [
        _start("start to ready", ready, median(work)),
        _start("start until the first update is answered", handled, None),
    ]


def _start(what: str, waits: list[float], work: float | None) -> Row:
    result = f"{median(waits):.1f} s"
    return Row(what, "Tocsin", result, median(waits), max(waits), work, bar="≤ 3 s")


async def _handled(bot: Bot, updates: int, pause: float = 0.5) -> None:
    books = Books(bot.database)
    left = "SELECT (SELECT count(*) FROM outbox WHERE state IN ('due', 'sending'))"
    left += " + (SELECT count(*) FROM inbox WHERE state = 'new') AS n"

    async def done() -> bool:
        return bool(books.one("SELECT count(*) AS n FROM inbox") >= updates and not books.one(left))

    await until(done, pause=pause)
