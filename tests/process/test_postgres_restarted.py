"""PostgreSQL is restarted again and again under a crowd: nothing is lost, no process ends."""

import asyncio
import os
import random
import time
from pathlib import Path

import pytest

from tests.chaos import in_time
from tests.process.books import quiet
from tests.process.bot import Bot
from tests.process.conftest import ended
from tests.process.crowd import CARD, Crowd
from tests.process.history import Evidence
from tests.process.killing import acting, must_be_innocent, seed
from tests.process.people import Person, calls, community, soon
from tests.process.telegram_record import TelegramRecord
from tests.servers.postgres_apart import PostgresApart
from tests.servers.telegram import TelegramServer
from tests.servers.telegram.history import read_history

pytestmark = [pytest.mark.process, pytest.mark.postgres, pytest.mark.timeout(240)]
NURSES = [f"Infirmier {n}" for n in range(1, 13)]
LINE = f"Vaccination | {soon()} 9h-13h | 4 infirmiers | Gymnase | payé | tout le monde"
RESUMES = 10.0
"""Seconds after it is back: promised."""


async def restarted(
    tmp_path: Path, server: TelegramServer, apart: PostgresApart, times: int, *pause: float
) -> None:
    bot = Bot(tmp_path, apart.fresh(empty=True), server=server, faulty=True)
    async with ended(bot):
        chief, nurses = await community(bot, *NURSES)
        await bot.start()
        await calls(chief, LINE)
        for nurse in nurses:
            await nurse.has(CARD)
        number = seed()
        crowd, dice = Crowd(nurses, chief, random.Random(number)), random.Random(number)
        async with acting(crowd):
            for n in range(times):
                crowd.goes_on()
                await asyncio.sleep(dice.uniform(*pause))
                await apart.restart(crash=n % 2 == 1)
                await answers(chief)
        books = await quiet(bot)
        assert bot.alive
        await bot.stop()
        record = TelegramRecord(read_history(tmp_path / "telegram.jsonl"))
        must_be_innocent(Evidence(record, books, []), crowd, number)


async def answers(chief: Person) -> None:
    """Whatever the crowd does, somebody else is answered soon."""
    began = time.monotonic()
    await chief.says("/planning")
    await chief.sees("Vous n'avez aucun créneau")
    in_time("PostgreSQL restarted: somebody else is answered", RESUMES, time.monotonic() - began)


async def test_restarted_under_a_crowd_nothing_is_lost_and_the_process_goes_on(
    tmp_path: Path, server: TelegramServer, postgres_apart: PostgresApart
) -> None:
    await restarted(tmp_path, server, postgres_apart, 2, 0.5, 1.5)


@pytest.mark.chaos
@pytest.mark.timeout(600)
async def test_restarted_every_five_to_fifteen_seconds_for_a_minute(
    tmp_path: Path, server: TelegramServer, postgres_apart: PostgresApart
) -> None:
    times = int(os.environ.get("TOCSIN_RESTARTS") or 6)
    await restarted(tmp_path, server, postgres_apart, times, 5, 15)
