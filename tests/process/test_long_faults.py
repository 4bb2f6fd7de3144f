"""The long forms: a minute without Telegram, a minute of a Telegram that lies, a long life."""

import asyncio
import random
import time
from pathlib import Path

import pytest

from bench import living
from tests.chaos import saw
from tests.process import history, truth
from tests.process.books import PATIENCE, quiet
from tests.process.bot import Bot
from tests.process.crowd import CARD, Crowd
from tests.process.history import Evidence
from tests.process.killing import acting, seed
from tests.process.people import calls, community, soon
from tests.process.telegram_record import TelegramRecord
from tests.servers.telegram import Action, Rule
from tests.servers.telegram.history import read_history
from tests.servers.telegram.server import Outage

pytestmark = [pytest.mark.process, pytest.mark.chaos, pytest.mark.timeout(1800)]
MINUTE, NOTICED = 60.0, 15.0
UPDATES = 50_000
NURSES = [f"Infirmier {n}" for n in range(1, 13)]
LINE = f"Vaccination | {soon()} 9h-13h | 4 infirmiers | Gymnase | payé | tout le monde"


@pytest.mark.parametrize(("how", "within"), [("refuse", 5), ("502", 5), ("hang", 15)])
async def test_a_minute_without_telegram_is_waited_out_in_peace(
    bot: Bot, how: Outage, within: int
) -> None:
    """Few questions meanwhile, and what people wrote is answered soon after it is back."""
    _, (ana,) = await community(bot, "Ana")
    await bot.start()
    await ana.says("/aide")
    await ana.sees("Je veux…")
    await bot.server.down(how)
    await ana.says("/planning")
    await asyncio.sleep(NOTICED)
    before = len(bot.server.turned_away)
    await asyncio.sleep(MINUTE)
    asked = len(bot.server.turned_away) - before
    began = time.monotonic()
    await bot.server.up()
    await ana.sees("Vous n'avez aucun créneau")
    took = time.monotonic() - began
    await quiet(bot)
    bar = f"back ≤ {within} s, ≤ 12 requests a minute"
    saw(f"Telegram down {MINUTE:.0f} s ({how})", bar, f"{took:.1f} s, {asked} requests")
    assert (len(ana.screen()), asked <= 12, took <= within) == (2, True, True), (took, asked)


def lies(number: int) -> list[Rule]:
    def some(action: Action, share: float, method: str = "*", wait: int = 5) -> Rule:
        return Rule(action, method, probability=share, seed=number, retry_after=wait)

    return [
        some(Action.DROP_AFTER, 0.02, "send*"),
        some(Action.HALF_JSON, 0.02, "send*"),
        some(Action.TOO_MANY, 0.05, "send*", wait=2),
        some(Action.TOO_MANY, 0.05, "edit*", wait=1),
        some(Action.DROP_AFTER, 0.03, "getUpdates"),
        some(Action.DROP_BEFORE, 0.03),
        some(Action.BAD_GATEWAY, 0.03),
        some(Action.SLOW, 0.05),
    ]


async def test_a_minute_of_lies_loses_nothing_and_only_a_lost_answer_makes_a_copy(
    bot_everywhere: Bot, tmp_path: Path
) -> None:
    bot, number = bot_everywhere, seed()
    bot.faulty = True
    chief, nurses = await community(bot, *NURSES)
    await bot.start()
    await calls(chief, LINE)
    for nurse in nurses:
        await nurse.has(CARD)
    rules = lies(number)
    bot.server.fails(*rules)
    crowd = Crowd(nurses, chief, random.Random(number), pace=6.0)
    async with acting(crowd):
        for _ in range(int(MINUTE)):
            crowd.goes_on()
            await asyncio.sleep(1)
    bot.server.fails()
    books = await quiet(bot, within=4 * PATIENCE)
    await bot.stop()
    found = Evidence(TelegramRecord(read_history(tmp_path / "telegram.jsonl")), books, [])
    told = [*history.judge(found), *truth.judge(found)]
    complaints = [why for why in told if "was sent twice and nobody was killed" not in why]
    lost = sum(rule.struck for rule in rules[:2]) + sum(rule.struck for rule in rules[5:])
    what = f"{len(complaints)} complaints, {len(found.copies)} copies of ≤ {lost} lost answers"
    struck = sum(rule.struck for rule in rules)
    bar = "0 lost, copies ≤ lost answers"
    saw(f"{MINUTE:.0f} s of lies ({struck}), {books.kind}", bar, what, number)
    assert not complaints, "\n".join([f"TOCSIN_SEED={number}", *complaints[:40]])
    assert len(found.copies) <= lost


async def test_after_fifty_thousand_updates_it_has_not_grown(tmp_path: Path) -> None:
    *_, life = await living.measured(tmp_path, UPDATES)
    saw(f"{UPDATES:,} updates", "≤ 10 MiB more than after the first fifth", life.result)
    assert float(life.result.partition(" MiB")[0]) <= 10, life.result
