"""Killed at the points that matter: around each commit, and between it and what is said of it.

At each start the bot is told at which point, and how often it may pass it. The crowd goes on; at
the end the judge of the kill loop looks at all of it. TOCSIN_SEED chooses the same counts again.
"""

import asyncio
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Coroutine, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.chaos import saw
from tests.process import history, truth
from tests.process.books import PATIENCE, Books, at, quiet
from tests.process.bot import Bot
from tests.process.crashing import POINTS
from tests.process.crowd import CARD, Crowd
from tests.process.history import Evidence, Kill, look
from tests.process.killing import acting, seed
from tests.process.people import calls, community, soon
from tests.process.telegram_record import TelegramRecord
from tests.servers.telegram.history import read_history

Act = Callable[[], Coroutine[Any, Any, None]]
pytestmark = [pytest.mark.process, pytest.mark.timeout(300)]
CROWD = (
    "keeping", "kept", "handling", "handled", "acknowledged", "claiming", "claimed", "answered",
    "edited", "settling", "settled", "waking",
)  # fmt: skip
"""Those that a crowd comes to by itself. Who wakes up finds what was hanging only where it died in
the middle of a send: see `LEAVES_HANGING`."""
SAMPLE = ("handled", "waking", "settling")
HOOKED = ("hook-kept", "hook-answered")
LONG = pytest.mark.chaos
LEAVES_HANGING = "answered"
PACE, MOST = 3.0, 2
"""Acts a second, and how often a point may be passed: what waits while it starts is heard at once,
so that some must come later."""
A_KILL = 10.0
"""Seconds more until all is at rest: a chat takes one message a second, and what people did while
it was dead piles up."""
OFTEN = int(os.environ.get("TOCSIN_OFTEN") or 5)
"""Times each in the long form."""
REMINDS = "job = 'staffing.nudge'"
NURSES = [f"Infirmier {n}" for n in range(1, 13)]
LINE = f"Vaccination | {soon()} 9h-13h | 4 infirmiers | Gymnase | payé | tout le monde"


def test_every_point_is_tried() -> None:
    elsewhere = {"ringing", "rung", "migrating", "stopping"}
    assert {*CROWD, *HOOKED, *elsewhere} == POINTS.keys()
    assert len(POINTS) >= 16


def test_every_point_can_be_laid() -> None:
    """One lay around a function that had gone elsewhere, and only the long form would have seen."""
    lay = "from tests.process.crashing import BACKUP, POINTS, prepared as lay"
    each = "[lay(f'{point}:9') for point in POINTS | BACKUP]"
    subprocess.run([sys.executable, "-c", f"{lay}; {each}"], check=True, timeout=60)


async def dies(bot: Bot, point: str, count: int, act: Act) -> float:
    """Started, and gone when it comes to that point; `act` brings it there. When that was."""
    bot.program, bot.environment = "tests.process.crashing", {"TOCSIN_CRASH": f"{point}:{count}"}
    await bot.spawn()
    assert bot.process
    acting = asyncio.create_task(act())
    try:
        code = await asyncio.wait_for(bot.process.wait(), PATIENCE)
    except TimeoutError:
        raise AssertionError(f"it never came to {point!r}") from None
    finally:
        acting.cancel()
    assert code == -9, f"it ended with {code}:\n{bot.log.read_text()[-2000:]}"
    bot.process = None
    return time.time()


async def found(bot: Bot, at: float) -> Kill:
    """What is on disk."""
    books = Books(bot.database)
    await books.alone()
    return look(books, at)


async def lives(bot: Bot) -> None:
    bot.program, bot.environment = "bot", {}
    await bot.start()


async def killed_at(bot: Bot, points: Sequence[str], number: int, record: Path) -> None:
    """One after the other, while a crowd answers a call; then the judge."""
    dice = random.Random(number)
    chief, nurses = await community(bot, *NURSES)
    await bot.start()
    await calls(chief, LINE)
    for nurse in nurses:
        await nurse.has(CARD)
    await quiet(bot)
    await bot.kill()
    crowd, kills = Crowd(nurses, chief, random.Random(number), pace=PACE), list[Kill]()
    async with acting(crowd):
        for point in points:
            if point == "waking":
                kills.append(await found(bot, await dies(bot, LEAVES_HANGING, 2, _goes_on(crowd))))
            count = 1 if point == "waking" else dice.randint(1, MOST)
            kills.append(await found(bot, await dies(bot, point, count, _goes_on(crowd))))
    await lives(bot)
    books = await quiet(bot, within=2 * PATIENCE + A_KILL * len(kills))
    await bot.stop()
    evidence = Evidence(TelegramRecord(read_history(record)), books, kills)
    flying = sum(kill.in_flight for kill in kills)
    twice = f"{len(evidence.copies)} sent twice of {flying} in flight"
    print(f"{len(kills)} kills, {crowd.acts} acts, {twice}")
    complaints = [*history.judge(evidence), *truth.judge(evidence)]
    what = f"killed at {len(set(points))} named points, {len(kills)} times, {books.kind}"
    saw(what, "0 lost, 0 done twice", f"{len(complaints)} complaints, {twice}", number)
    assert not complaints, "\n".join([f"TOCSIN_SEED={number}", *complaints[:40]])


async def test_killed_at_the_worst_moments_it_loses_nothing_and_does_nothing_twice(
    bot: Bot, tmp_path: Path
) -> None:
    await killed_at(bot, SAMPLE, seed(), tmp_path / "telegram.jsonl")


@pytest.mark.chaos
@pytest.mark.timeout(1800)
async def test_killed_five_times_at_each_point_it_loses_nothing_and_does_nothing_twice(
    bot_everywhere: Bot, tmp_path: Path
) -> None:
    number = seed()
    points = [point for point in CROWD for _ in range(OFTEN)]
    random.Random(number).shuffle(points)
    await killed_at(bot_everywhere, points, number, tmp_path / "telegram.jsonl")


@pytest.mark.chaos
@pytest.mark.parametrize("point", HOOKED)
async def test_killed_around_the_webhook_s_200_it_answers_everybody_once(
    bot: Bot, point: str
) -> None:
    """An answer that was in the air at a kill may come once more, as everywhere."""
    bot.hook = "/telegram"
    _, nurses = await community(bot, *NURSES[:6])
    flying = 0
    for n in range(OFTEN):

        async def all_ask() -> None:
            for nurse in nurses:
                await nurse.says("/aide")

        kill = await found(bot, await dies(bot, point, n + 1, all_ask))
        told = {str(u) for u, entry in bot.server.history.updates.items() if entry.confirmed}
        assert not [key for key in told if not any(key in k for k in kill.kept)]
        flying += kill.in_flight
    await lives(bot)
    await quiet(bot)
    counts = [nurse.count("Je veux…") for nurse in nurses]
    copies = sum(counts) - OFTEN * len(nurses)
    bar, seen = f"{OFTEN} answers each", f"{min(counts)} each, {copies} twice of {flying} in flight"
    saw(f"killed at {point}, {OFTEN} times", bar, seen)
    assert min(counts) == OFTEN
    assert copies <= flying


@pytest.mark.parametrize(
    "points", [("ringing",), pytest.param(("ringing", "rung") * OFTEN, marks=LONG)]
)
async def test_killed_while_a_timer_rings_it_rings_once(bot: Bot, points: Sequence[str]) -> None:
    """In its transaction, and right after it: one reminder for each call, to each of the silent."""
    chief, nurses = await community(bot, "Ana", "Ben")
    await bot.start()
    titles = [f"Titre {n}" for n in range(len(points))]
    for n, title in enumerate(titles):
        await calls(chief, f"{title} | {soon(10 + n)} 9h-13h | 2 infirmiers | Gymnase | payé")
    await quiet(bot)
    await bot.kill()
    at(bot.database, f"UPDATE timers SET due_at = ? WHERE {REMINDS}", timedelta(seconds=1))
    for point in points:
        await dies(bot, point, 1, _nothing)
    await lives(bot)
    async with asyncio.timeout(PATIENCE):
        while Books(bot.database).one(f"SELECT count(*) FROM timers WHERE {REMINDS}"):  # noqa: ASYNC110
            await asyncio.sleep(0.1)
    books = await quiet(bot)
    said = [truth.words(row["body"]) for row in books.table("outbox") if row["body"]]
    counts = [sum(f"{title} cherche encore" in text for text in said) for title in titles]
    bar, seen = "one reminder each", f"{set(counts)} of {len(nurses)} people"
    saw(f"killed while a timer rings, {len(points)} times", bar, seen)
    assert counts == [len(nurses)] * len(titles)
    assert books.one("SELECT count(*) FROM timers WHERE state <> 'due'") == 0


def _goes_on(crowd: Crowd) -> Act:
    async def until_it_is_dead() -> None:
        while True:
            crowd.goes_on()
            await asyncio.sleep(1)

    return until_it_is_dead


async def _nothing() -> None:
    """It comes there by itself."""


@pytest.mark.parametrize("table", [7, *[pytest.param(n, marks=LONG) for n in (1, 2, 20, 35, 50)]])
async def test_killed_while_its_tables_are_made_it_makes_them_all_at_the_next_start(
    bot: Bot, table: int
) -> None:
    """Each time all or nothing: what is half made is no database that it would take for one."""
    await dies(bot, "migrating", table, _nothing)
    await lives(bot)
    assert (await bot.invites())["code"]


@pytest.mark.chaos
async def test_killed_while_it_ends_in_order_it_says_all_of_it_at_the_next_start(bot: Bot) -> None:
    _, (ana,) = await community(bot, "Ana")
    for _ in range(OFTEN):

        async def asks_and_ends_it() -> None:
            assert bot.process
            await bot.ready()
            await ana.says("/aide")
            bot.process.send_signal(signal.SIGTERM)

        await dies(bot, "stopping", 1, asks_and_ends_it)
    await lives(bot)
    await quiet(bot)
    assert OFTEN <= ana.count("Je veux…") <= 2 * OFTEN
