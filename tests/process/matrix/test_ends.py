"""Told to stop, on Matrix: it ends in order, and nobody reads anything twice."""

import asyncio

import pytest

from tests.chaos import in_time
from tests.process.books import quiet
from tests.process.crowd import CARD
from tests.process.matrix.bot import MatrixBot
from tests.process.matrix.community import community
from tests.process.people import calls, soon
from tests.servers.matrix.faults import SEND, Rule

NURSES = ("Ana", "Ben", "Carla", "Diego")
LINE = f"Vaccination | {soon()} 9h-13h | 2 infirmiers | Gymnase | payé | tout le monde"
pytestmark = [pytest.mark.process, pytest.mark.timeout(240)]


async def test_told_to_stop_in_a_crowd_it_ends_in_order_and_loses_nothing(
    bot_everywhere: MatrixBot,
) -> None:
    bot = bot_everywhere
    chief, *nurses = await community(bot, *NURSES)
    await calls(chief, LINE)
    await asyncio.gather(*[nurse.has(CARD) for nurse in nurses])
    for nurse in nurses:
        card = nurse.cards()[0]
        await nurse.presses(card, nurse.keys(card)[0])
    in_time("SIGTERM, Matrix: it has ended", 10, await bot.stop())
    await asyncio.gather(*[nurse.says("!aide") for nurse in nurses])
    await bot.start()
    await asyncio.gather(*[nurse.has("Je veux…") for nurse in nurses])
    books = await quiet(bot)
    assert books.one("SELECT taken FROM posts") == 2
    for nurse in nurses:
        said = [sum(words in text for text in nurse.screen()) for words in (CARD, "Je veux…")]
        assert said == [1, 1], nurse.screen()


async def test_told_to_stop_while_the_homeserver_hangs_it_ends_within_ten_seconds(
    bot_everywhere: MatrixBot,
) -> None:
    """What was in the air then is sent again at the next start, and read once."""
    bot = bot_everywhere
    _, ana = await community(bot, "Ana")
    hang = Rule("hang", SEND, times=1)
    bot.line.proxy.rules = [hang]
    await ana.says("!aide")
    while not hang.struck:  # noqa: ASYNC110
        await asyncio.sleep(0.05)
    in_time("SIGTERM, Matrix: it has ended", 10, await bot.stop())
    await bot.start()
    await ana.has("Je veux…")
    await quiet(bot)
    assert sum("Je veux…" in text for text in ana.screen()) == 1
