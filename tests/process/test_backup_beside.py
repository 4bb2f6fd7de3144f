"""A backup beside the running bot, killed in the middle: nobody notices, the next one is made."""

import asyncio
from pathlib import Path

import pytest

from storage import backups, snapshot
from tests.process.bot import Bot
from tests.process.people import community

pytestmark = [pytest.mark.process, pytest.mark.timeout(180)]


async def backs_up(bot: Bot, crash: str = "") -> int:
    """How `tocsin backup` ended, beside the bot that runs."""
    running = bot.program, bot.environment
    if crash:
        bot.program, bot.environment = "tests.process.crashing", {"TOCSIN_CRASH": crash}
    asked = await bot._tocsin("backup")
    bot.program, bot.environment = running
    await asked.communicate()
    assert asked.returncode is not None
    return asked.returncode


async def test_a_backup_that_is_killed_beside_the_bot_leaves_it_alone(
    bot: Bot, tmp_path: Path
) -> None:
    """OPS-8"""
    _, (ana,) = await community(bot, "Ana")
    await bot.start()
    killed, _ = await asyncio.gather(backs_up(bot, "copying:5"), ana.says("/aide"))
    assert killed == -9
    await ana.sees("Je veux…")
    begun = {path.name for path in (tmp_path / "backups").iterdir()}
    assert begun
    assert all(backups.LEFT.fullmatch(name) for name in begun)
    await ana.says("/planning")
    assert await backs_up(bot) == 0
    await ana.sees("Vous n'avez aucun créneau")
    [copy] = (tmp_path / "backups").iterdir()
    snapshot.verify(copy)
    assert (await bot.health("readyz"))[0] == 200
