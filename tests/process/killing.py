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

from tests.chaos import saw
from tests.process import truth
from tests.process.books import PATIENCE, Books, quiet
from tests.process.crowd import Crowd
from tests.process.history import Evidence, Kill, judge, look
from tests.process.running import Running

HEARS = 5.0
"""Seconds that are given to somebody to be heard: a crowd is random."""
ACTS = 10
"""Of the crowd before a kill that comes while it works: a slow machine is given the time."""
LATENCY = 0.05
"""Seconds that Telegram takes to answer, so that sends are under way when a kill comes."""
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
    kills: list[Kill] = []
    async with acting(crowd):
        for n in range(KILLS):
            crowd.goes_on()
            heard = len(kills[-1].kept) if kills else 0
            kills.append(await _kill(bot, crowd, random.Random(f"{number} {n}"), awake, heard))
    books = await quiet(bot, within=PATIENCE + 10 * KILLS)
    await bot.stop()
    return books, kills


@contextlib.asynccontextmanager
async def acting(crowd: Crowd) -> AsyncIterator[None]:
    task = asyncio.create_task(crowd.acts_until_told())
    try:
        yield
    finally:
        crowd.is_told_to_stop()
        await task


async def _kill(bot: Running, crowd: Crowd, dice: random.Random, awake: float, heard: int) -> Kill:
    """Let it work for a moment, once it has heard more than it had, or while it starts."""
    books = Books(bot.database)
    if dice.random() < awake:
        await bot.ready()
        await _hears(books, heard)
        await crowd.has_acted(ACTS)
        await asyncio.sleep(dice.uniform(0.0, 2.0))
    else:
        await asyncio.sleep(dice.uniform(0.0, 3.0))
    at = await bot.kill()
    await books.alone()
    seen = look(books, at)
    await bot.spawn()
    return seen


async def _hears(books: Books, before: int) -> None:
    """A process that is ready may still wait for its turn, and kills would find it idle."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(HEARS):
            while books.one("SELECT count(*) FROM inbox") <= before:  # noqa: ASYNC110
                await asyncio.sleep(0.02)


def must_be_innocent(found: Evidence, crowd: Crowd, number: int) -> None:
    flying = sum(one.in_flight for one in found.kills)
    print(
        f"{crowd.acts} acts, {len(found.record.sent)} messages sent, {len(found.copies)} of them"
        f" twice; {flying} were under way at {len(found.kills)} kills"
    )
    complaints = [*judge(found), *truth.judge(found)]
    lost = f"{len(complaints)} complaints, {len(found.copies)} sent twice of {flying} in flight"
    where = f"{type(found.record).__name__.removesuffix('Record')}, {found.books.kind}"
    what = f"{len(found.kills) or 'no'} × kill -9, {where}"
    saw(what, "0 lost, 0 done twice; twice ≤ in flight", lost, number)
    assert not complaints, "\n".join([f"TOCSIN_SEED={number}", *complaints[:40]])
    assert crowd.acts > ACTS * len(found.kills) // 2, "hardly anybody did anything"
