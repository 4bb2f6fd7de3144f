"""`kill -9` at random moments while a crowd answers: nothing is lost, nothing is done twice."""

import random
from pathlib import Path

import pytest

from tests.process.bot import Bot
from tests.process.crowd import CARD, Crowd
from tests.process.history import Evidence
from tests.process.killing import KILLS, LATENCY, killed_again_and_again, must_be_innocent, seed
from tests.process.people import calls, community, soon
from tests.process.telegram_record import TelegramRecord
from tests.servers.telegram import TelegramServer
from tests.servers.telegram.history import read_history

PEOPLE, SEATS = 40, 12
pytestmark = [pytest.mark.process, pytest.mark.timeout(180 + 30 * KILLS)]


async def test_killed_again_and_again_in_a_crowd_it_loses_nothing_and_does_nothing_twice(
    bot_everywhere: Bot, server: TelegramServer, tmp_path: Path
) -> None:
    bot, number = bot_everywhere, seed()
    server.api.latency = LATENCY
    chief, nurses = await community(bot, *(f"Infirmier {n}" for n in range(1, PEOPLE + 1)))
    await bot.start()
    line = f"Vaccination | {soon()} 9h-13h | {SEATS} infirmiers | Gymnase | payé | tout le monde"
    await calls(chief, line)
    for nurse in nurses:
        await nurse.has(CARD)
    crowd = Crowd(nurses, chief, random.Random(number))
    books, kills = await killed_again_and_again(bot, crowd, number)
    record = TelegramRecord(read_history(tmp_path / "telegram.jsonl"))
    must_be_innocent(Evidence(record, books, kills), crowd, number)
