"""`kill -9` at random moments while a crowd answers: nothing is lost, nothing is done twice.

The seed is printed; TOCSIN_SEED plays the same crowd again and kills after the same pauses (what
falls between two instructions of two processes, no seed can repeat). TOCSIN_KILLS says how often.
"""

import asyncio
import contextlib
import os
import random
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.process import truth
from tests.process.books import Books, quiet
from tests.process.bot import PATIENCE, Bot
from tests.process.crowd import CARD, Crowd
from tests.process.history import Evidence, Kill, judge, look
from tests.process.people import calls, community, soon
from tests.servers.telegram.history import read_history

KILLS = int(os.environ.get("TOCSIN_KILLS") or 10)
PEOPLE, SEATS = 40, 12
pytestmark = [pytest.mark.process, pytest.mark.timeout(180 + 30 * KILLS)]


async def test_killed_again_and_again_in_a_crowd_it_loses_nothing_and_does_nothing_twice(
    bot_everywhere: Bot, tmp_path: Path
) -> None:
    bot = bot_everywhere
    seed = int(os.environ.get("TOCSIN_SEED") or time.time_ns() % 1_000_000)
    print(f"TOCSIN_SEED={seed} TOCSIN_KILLS={KILLS}")
    chief, nurses = await community(bot, *(f"Infirmier {n}" for n in range(1, PEOPLE + 1)))
    await bot.start()
    line = f"Vaccination | {soon()} 9h-13h | {SEATS} infirmiers | Gymnase | payé | tout le monde"
    await calls(chief, line)
    for nurse in nurses:
        await nurse.has(CARD)
    crowd = Crowd(nurses, chief, random.Random(seed))
    kills = []
    async with acting(crowd):
        for number in range(KILLS):
            crowd.goes_on()
            kills.append(await kill(bot, random.Random(f"{seed} {number}")))
    books = await quiet(bot, within=PATIENCE + 10 * KILLS)
    await bot.stop()
    found = Evidence(read_history(tmp_path / "telegram.jsonl"), books, kills)
    flying = sum(one.in_flight for one in kills)
    print(
        f"{crowd.acts} acts, {len(found.sent)} messages sent, {len(found.copies)} of them twice;"
        f" {flying} were under way at {KILLS} kills"
    )
    complaints = [*judge(found), *truth.judge(found)]
    assert not complaints, "\n".join([f"TOCSIN_SEED={seed}", *complaints[:40]])
    assert crowd.acts > 10 * KILLS, "hardly anybody did anything"


@contextlib.asynccontextmanager
async def acting(crowd: Crowd) -> AsyncIterator[None]:
    task = asyncio.create_task(crowd.acts_until_told())
    try:
        yield
    finally:
        crowd.is_told_to_stop()
        await task


async def kill(bot: Bot, dice: random.Random) -> Kill:
    """Let it work for a moment, mostly once it is ready, now and then while it starts."""
    if dice.random() < 0.7:
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
