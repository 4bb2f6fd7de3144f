"""A line that is dead and says nothing of it: no answer, no refusal, no end."""

import asyncio
import time
from collections.abc import Iterator

import pytest

from tests.chaos import in_time
from tests.process.books import quiet
from tests.process.bot import Bot
from tests.process.people import calls, community, soon
from tests.servers.cables import Ear, Machine, machine

pytestmark = [pytest.mark.process, pytest.mark.netns, pytest.mark.timeout(180)]
CUT, BACK = 20.0, 15.0
"""Seconds without a cable, and until it must be back."""
LINE = f"Vaccination | {soon()} 9h-13h | 2 infirmiers | Gymnase | payé | tout le monde"


@pytest.fixture
def apart() -> Iterator[Machine]:
    with machine("alone") as one:
        yield one


async def test_with_its_cable_to_telegram_pulled_it_goes_on_soon_after_it_is_plugged_in(
    bot: Bot, apart: Machine
) -> None:
    """Pulled while a call leaves: everybody has it in the end, and who wrote meanwhile is heard."""
    chief, nurses = await community(bot, "Ana", "Ben", "Eva")
    cable = apart.cable()
    async with Ear(cable, bot.server.port) as ear:
        bot.inside, bot.api_url, bot.faulty = apart.inside, ear.url, True
        await bot.spawn()
        await calls(chief, LINE)
        cable.pull()
        await nurses[0].says("/planning")
        await asyncio.sleep(CUT)
        began = time.monotonic()
        cable.plug()
        await nurses[0].has("Vous n'avez aucun créneau")
        in_time(
            f"the cable to Telegram pulled for {CUT:.0f} s: back", BACK, time.monotonic() - began
        )
        for nurse in nurses:
            await nurse.has("APPEL À VOLONTAIRES")
            await nurse.taps("9 h – 13 h")
        await nurses[0].has("C'est noté, vous venez")
        await quiet(bot)
        assert all(nurse.count("APPEL À VOLONTAIRES") <= 2 for nurse in nurses)
        assert nurses[0].count("Vous n'avez aucun créneau") == 1
        await bot.stop()
