"""The long form: a minute without the homeserver; Telegram, in the same process, is not slowed."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.chaos import saw
from tests.process import people
from tests.process.bot import Bot
from tests.process.conftest import ended
from tests.process.crowd import CARD
from tests.process.matrix.bot import MatrixBot
from tests.process.matrix.community import community
from tests.process.matrix.line import Log
from tests.process.matrix.people import Member
from tests.process.people import Person, calls, soon
from tests.servers.matrix.faults import Rule
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.proxy import Proxy
from tests.servers.telegram import TelegramServer

pytestmark = [pytest.mark.process, pytest.mark.chaos, pytest.mark.timeout(600)]
NOTICED, MINUTE, EACH = 15.0, 60.0, 2.0
EDGE = 0.5
"""Seconds: one question every five is what twelve a minute allow, and then the answer is sent."""
LINE = f"Vaccination | {soon()} 9h-13h | 2 infirmiers | Gymnase | payé | tout le monde"
WAYS: Mapping[str, int] = {"refuse": 5, "502": 5, "hang": 15}


@dataclass
class BotOnBoth(MatrixBot):
    """One community on two platforms, in one process."""

    telegram: Bot = field(kw_only=True)

    def platform(self) -> str:
        return super().platform() + self.telegram.platform()

    def canaries(self) -> set[str]:
        return super().canaries() | self.telegram.canaries()


@pytest.fixture
async def bot(
    tmp_path: Path, matrix: Matrix, proxy: Proxy, server: TelegramServer, new_sqlite: str
) -> AsyncIterator[BotOnBoth]:
    account, telegram = await matrix.account("tocsin"), Bot(tmp_path, new_sqlite, server=server)
    bot = BotOnBoth(
        tmp_path, new_sqlite, matrix=matrix, account=account, line=Log(proxy), telegram=telegram
    )
    bot.secrets |= telegram.secrets
    async with ended(bot):
        yield bot


async def away(proxy: Proxy, how: str) -> Callable[[], Awaitable[None]]:
    """What brings it back."""
    rules = proxy.rules
    if how == "refuse":
        await proxy.down()
        return proxy.up
    proxy.rules = [Rule("bad_gateway" if how == "502" else "hang")]

    async def back() -> None:
        proxy.rules = rules

    return back


async def talks(who: Person | Member, until: float, asks: str = "/aide") -> float:
    """How many seconds they waited for an answer where all is well (p95)."""
    waits = []
    while (began := time.monotonic()) < until:
        await who.says(asks)
        await who.sees("Je veux…")
        waits.append(time.monotonic() - began)
        await asyncio.sleep(EACH)
    return sorted(waits)[int(0.95 * len(waits))]


@pytest.mark.parametrize("how", WAYS)
async def test_a_minute_without_the_homeserver_is_waited_out_and_telegram_is_not_slowed(
    bot: BotOnBoth, how: str
) -> None:
    """Few questions meanwhile; coordinators are told on Telegram; what waited leaves soon after."""
    chief, (ben,) = await people.community(bot.telegram, "Ben", chief="Claire")
    _, ana = await community(bot, "Ana", chief="Denis")
    back = await away(bot.line.proxy, how)
    await ana.says("!planning")
    await calls(chief, LINE)
    await asyncio.sleep(NOTICED)
    noticed = time.time()
    slowest = await talks(ben, time.monotonic() + MINUTE)
    asked = sum(noticed <= one.at < noticed + MINUTE for one in bot.line.proxy.requests)
    await chief.has("Matrix ne répond plus")
    began = time.monotonic()
    await back()
    await ana.has("Vous n'avez aucun créneau")
    took = time.monotonic() - began
    await ana.has(CARD)
    await chief.has("Matrix répond de nouveau")
    bar = f"back ≤ {WAYS[how] + EDGE:g} s, ≤ 12 requests a minute, Telegram p95 ≤ 1 s"
    seen = f"{took:.1f} s, {asked} requests, Telegram p95 {slowest:.2f} s"
    saw(f"homeserver down {MINUTE:.0f} s ({how})", bar, seen)
    assert (asked <= 12, took <= WAYS[how] + EDGE, slowest <= 1) == (True, True, True), seen


async def test_a_minute_without_telegram_does_not_slow_the_homeserver_s_people(
    bot: BotOnBoth,
) -> None:
    """It never answers, which is the worst; coordinators are told on Matrix."""
    _, (ben,) = await people.community(bot.telegram, "Ben", chief="Claire")
    denis, ana = await community(bot, "Ana", chief="Denis")
    await ben.says("/aide")
    await ben.sees("Je veux…")
    await bot.telegram.server.down("hang")
    await ben.says("/planning")
    await asyncio.sleep(NOTICED)
    slowest = await talks(ana, time.monotonic() + MINUTE, "!aide")
    await bot.telegram.server.up()
    await ben.has("Vous n'avez aucun créneau")
    saw(f"Telegram down {MINUTE:.0f} s: people on Matrix", "p95 ≤ 1 s", f"p95 {slowest:.2f} s")
    assert slowest <= 1, slowest
    await denis.has("Telegram ne répond plus")
