"""The loop: a crowd acts, the process is killed and started again, whatever the platform.

The seed is printed; TOCSIN_SEED plays the same crowd again and kills after the same pauses (what
falls between two instructions of two processes, no seed can repeat). TOCSIN_KILLS says how often.
"""

import asyncio
import contextlib
import os
import random
import time
from collections.abc import AsyncIterator

from tests.process import truth
from tests.process.books import PATIENCE, Books, quiet
from tests.process.crowd import Crowd
from tests.process.history import Evidence, Kill, judge, look
from tests.process.running import Running

KILLS = int(os.environ.get("TOCSIN_KILLS") or 10)


def seed() -> int:
    found = int(os.environ.get("TOCSIN_SEED") or time.time_ns() % 1_000_000)
    print(f"TOCSIN_SEED={found} TOCSIN_KILLS={KILLS}")
    return found


async def killed_again_and_again(
    bot: Running, crowd: Crowd, number: int, *, awake: float = 0.7
) -> tuple[Books, list[Kill]]:
    """The books once all is at rest, and what stood in them at each kill. `awake`: the share of
    kills for which it is let come to its feet."""
    kills = []
    async with _acting(crowd):
        for n in range(KILLS):
            crowd.goes_on()
            kills.append(await _kill(bot, random.Random(f"{number} {n}"), awake))
    books = await quiet(bot, within=PATIENCE + 10 * KILLS)
    await bot.stop()
    return books, kills


@contextlib.asynccontextmanager
async def _acting(crowd: Crowd) -> AsyncIterator[None]:
    task = asyncio.create_task(crowd.acts_until_told())
    try:
        yield
    finally:
        crowd.is_told_to_stop()
        await task


async def _kill(bot: Running, dice: random.Random, awake: float) -> Kill:
    """Let it work for a moment, once it is ready or while it starts."""
    if dice.random() < awake:
        await bot.ready()
        await asyncio.sleep(dice.uniform(0.05, 1.2))
    else:
        await asyncio.sleep(dice.uniform(0.0, 3.0))
    at = await bot.kill()
    books = Books(bot.database)
    await books.alone()
    seen = look(books, at)
    await bot.spawn()
    return seen


def must_be_innocent(found: Evidence, crowd: Crowd, number: int) -> None:
    flying = sum(one.in_flight for one in found.kills)
    print(
        f"{crowd.acts} acts, {len(found.record.sent)} messages sent, {len(found.copies)} of them"
        f" twice; {flying} were under way at {KILLS} kills"
    )
    complaints = [*judge(found), *truth.judge(found)]
    assert not complaints, "\n".join([f"TOCSIN_SEED={number}", *complaints[:40]])
    assert crowd.acts > 10 * KILLS, "hardly anybody did anything"
