"""The same on Matrix, where what is sent again is one event: nobody reads anything twice."""

import asyncio
import random

import pytest

from tests.process.crowd import CARD, Crowd
from tests.process.history import Evidence
from tests.process.killing import KILLS, killed_again_and_again, must_be_innocent, seed
from tests.process.matrix.bot import MatrixBot
from tests.process.matrix.community import community, recorded
from tests.process.people import calls, soon

NURSES = ("Ana", "Ben", "Carla", "Diego", "Emma")
SEATS, PACE = 2, 10.0
AWAKE = 0.5
"""It takes longer to start: keys are opened, and it logs in."""
pytestmark = [pytest.mark.process, pytest.mark.timeout(180 + 30 * KILLS)]


async def test_killed_again_and_again_in_a_crowd_it_loses_nothing_and_does_nothing_twice(
    bot_everywhere: MatrixBot,
) -> None:
    bot, number = bot_everywhere, seed()
    chief, *nurses = await community(bot, *NURSES)
    line = f"Vaccination | {soon()} 9h-13h | {SEATS} infirmiers | Gymnase | payé | tout le monde"
    await calls(chief, line)
    await asyncio.gather(*[nurse.has(CARD) for nurse in nurses])
    crowd = Crowd(nurses, chief, random.Random(number), pace=PACE)
    books, kills = await killed_again_and_again(bot, crowd, number, awake=AWAKE)
    record = await recorded(bot)
    print(f"{len(record.requests)} requests, {record.repeated} sends were repeated")
    must_be_innocent(Evidence(record, books, kills), crowd, number)
