"""Two processes on one PostgreSQL database: which of them works, and what stood there when it
ended."""

import asyncio
import signal
import time

from tests.chaos import in_time
from tests.process.books import PATIENCE, Books
from tests.process.bot import Bot
from tests.process.history import Kill, look

WORKS = '"event": "does the work"'
TAKEN_OVER = 15.0
"""Seconds that people may wait: promised."""


def turns(bot: Bot) -> int:
    """How often it began to work."""
    return bot.log.read_text(encoding="utf-8").count(WORKS) if bot.log.exists() else 0


async def works(bot: Bot, times: int = 1) -> None:
    async with asyncio.timeout(PATIENCE):
        while turns(bot) < times:
            assert bot.alive, f"it ended by itself:\n{bot.log.read_text()[-2000:]}"
            await asyncio.sleep(0.02)


async def waits(bot: Bot) -> None:
    """Until it is up, and leaves the work to the other one."""
    async with asyncio.timeout(PATIENCE):
        while '"event": "running"' not in bot.log.read_text(encoding="utf-8"):  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def killed(bot: Bot, other: Bot) -> Kill:
    """`kill -9` of the one that works; the other is held still while we look at what it left."""
    books, before = Books(bot.database), turns(other)
    holder = books.one("SELECT holder FROM leases")
    assert other.process
    other.process.send_signal(signal.SIGSTOP)
    at, began = await bot.kill(), time.monotonic()
    left = "SELECT count(*) FROM pg_stat_activity WHERE application_name = :name"
    while books.one(left, name=holder):  # noqa: ASYNC110
        await asyncio.sleep(0.02)
    seen = look(books, at)
    other.process.send_signal(signal.SIGCONT)
    await works(other, before + 1)
    in_time("one of two workers killed: the other works", TAKEN_OVER, time.monotonic() - began)
    return seen
