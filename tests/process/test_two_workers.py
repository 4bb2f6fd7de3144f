"""Two processes on one PostgreSQL database: one is killed, or cut off, and the other goes on."""

import asyncio
import contextlib
import json
import random
import signal
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.engine.leases import SAFE
from tests.chaos import in_time
from tests.process.books import Books, quiet
from tests.process.bot import HOOK_SECRET, Bot
from tests.process.conftest import ended
from tests.process.crowd import CARD, Crowd
from tests.process.history import Evidence, Kill, look
from tests.process.killing import KILLS, LATENCY, acting, must_be_innocent, seed
from tests.process.people import Person, calls, community, soon
from tests.process.telegram_record import TelegramRecord
from tests.process.test_webhook import knock
from tests.process.workers import TAKEN_OVER, killed, turns, waits, works
from tests.servers.cables import Cable, Ear, Machine, machine
from tests.servers.postgres_apart import PostgresApart
from tests.servers.telegram import TelegramServer
from tests.servers.telegram.history import read_history

pytestmark = [pytest.mark.process, pytest.mark.postgres, pytest.mark.timeout(240)]
NURSES = [f"Infirmier {n}" for n in range(1, 13)]
LINE = f"Vaccination | {soon()} 9h-13h | 4 infirmiers | Gymnase | payé | tout le monde"


@contextlib.asynccontextmanager
async def two(tmp_path: Path, server: TelegramServer, url: str) -> AsyncIterator[tuple[Bot, Bot]]:
    homes = tmp_path / "a", tmp_path / "b"
    for home in homes:
        home.mkdir()
    first, second = (Bot(home, url, server=server) for home in homes)
    async with ended(first), ended(second):
        yield first, second


async def crowded(bot: Bot, other: Bot) -> tuple[Crowd, int, Person]:
    """A call that everyone has got, a crowd that is about to answer, and one process that works."""
    bot.server.api.latency = LATENCY
    chief, nurses = await community(bot, *NURSES)
    await bot.spawn()
    await works(bot)
    await other.spawn()
    await calls(chief, LINE)
    for nurse in nurses:
        await nurse.has(CARD)
    await waits(other)
    number = seed()
    return Crowd(nurses, chief, random.Random(number)), number, chief


async def test_killed_in_a_crowd_the_other_goes_on_and_nothing_is_lost_or_done_twice(
    tmp_path: Path, server: TelegramServer, new_postgres: str
) -> None:
    async with two(tmp_path, server, new_postgres) as (a, b):
        crowd, number, _ = await crowded(a, b)
        async with acting(crowd):
            crowd.goes_on()
            await asyncio.sleep(random.Random(number).uniform(0.5, 1.5))
            kill = await killed(a, b)
            await asyncio.sleep(0.5)
        books = await quiet(b)
        record = TelegramRecord(read_history(tmp_path / "telegram.jsonl"))
        must_be_innocent(Evidence(record, books, [kill]), crowd, number)


@pytest.mark.chaos
@pytest.mark.timeout(120 + 60 * KILLS)
async def test_killed_in_turn_again_and_again_the_other_goes_on(
    tmp_path: Path, server: TelegramServer, new_postgres: str
) -> None:
    async with two(tmp_path, server, new_postgres) as (a, b):
        crowd, number, _ = await crowded(a, b)
        dice, kills = random.Random(number), []
        async with acting(crowd):
            for _ in range(KILLS):
                crowd.goes_on()
                await asyncio.sleep(dice.uniform(0.2, 2))
                kills.append(await killed(a, b))
                await a.spawn()
                await waits(a)
                a, b = b, a
        books, before = await quiet(a), turns(b)
        await a.stop()
        await works(b, before + 1)
        await b.stop()
        record = TelegramRecord(read_history(tmp_path / "telegram.jsonl"))
        must_be_innocent(Evidence(record, books, kills), crowd, number)


@pytest.mark.chaos
@pytest.mark.netns
async def test_killed_on_another_machine_the_other_waits_until_its_lease_is_over(
    tmp_path: Path, server: TelegramServer, new_postgres: str
) -> None:
    """In a space of its own for processes, as in a container, nobody sees that it is gone."""
    async with two(tmp_path, server, new_postgres) as (a, b):
        a.inside = ("unshare", "--pid", "--fork", "--kill-child", "--mount-proc")
        crowd, number, _ = await crowded(a, b)
        async with acting(crowd):
            crowd.goes_on()
            await asyncio.sleep(1)
            began = time.monotonic()
            kill = await killed(a, b)
            assert time.monotonic() - began > SAFE
        books = await quiet(b)
        record = TelegramRecord(read_history(tmp_path / "telegram.jsonl"))
        must_be_innocent(Evidence(record, books, [kill]), crowd, number)


@pytest.mark.chaos
async def test_one_that_was_held_still_for_longer_than_its_lease_wakes_up_and_writes_nothing(
    tmp_path: Path, server: TelegramServer, new_postgres: str
) -> None:
    """A machine that swaps, a virtual one that is moved: the process does not know it."""
    async with two(tmp_path, server, new_postgres) as (a, b):
        a.faulty = True
        crowd, number, _ = await crowded(a, b)
        async with acting(crowd):
            crowd.goes_on()
            await asyncio.sleep(1)
            assert a.process
            a.process.send_signal(signal.SIGSTOP)
            flying = look(Books(b.database), time.time()).in_flight
            await works(b)
            a.process.send_signal(signal.SIGCONT)
            crowd.goes_on()
            await asyncio.sleep(3)
            seen = look(Books(b.database), time.time())
        books = await quiet(b)
        assert a.alive
        await b.stop()
        await works(a, 2)
        await a.stop()
        record = TelegramRecord(read_history(tmp_path / "telegram.jsonl"))
        kill = Kill(seen.at, seen.kept, seen.done, flying, seen.cursor)
        must_be_innocent(Evidence(record, books, [kill]), crowd, number)


async def test_what_telegram_brings_to_the_one_that_waits_is_handled_by_the_one_that_works(
    tmp_path: Path, server: TelegramServer, new_postgres: str
) -> None:
    async with two(tmp_path, server, new_postgres) as (a, b):
        _, (ana,) = await community(a, "Ana")
        a.hook = b.hook = "/telegram"
        await a.start()
        await works(a)
        await b.start()
        assert json.loads((await b.health("readyz"))[1]) == {"database": True, "events": True}
        message = {
            "message_id": 5, "date": int(time.time()), "text": "/aide",
            "chat": {"id": ana.id, "type": "private", "first_name": "Ana"},
            "from": {"id": ana.id, "is_bot": False, "first_name": "Ana"},
        }  # fmt: skip
        update = json.dumps({"update_id": 999_999, "message": message}).encode()
        assert await knock(b, update, HOOK_SECRET.encode()) == 200
        await ana.has("Je veux…")
        assert (turns(a), turns(b)) == (1, 0)


@pytest.fixture
def machines() -> Iterator[tuple[Machine, Machine]]:
    with machine("a") as first, machine("b") as second:
        yield first, second


def far(bot: Bot, where: Machine, ear: Ear, apart: PostgresApart, database: Cable) -> None:
    """On a machine of its own, with one cable to the database and one to Telegram."""
    bot.inside, bot.api_url, bot.faulty = where.inside, ear.url, True
    bot.database = apart.address(database.here, bot.database)


@pytest.mark.netns
async def test_cut_off_from_the_database_it_stops_by_itself_before_the_other_begins(
    tmp_path: Path,
    server: TelegramServer,
    machines: tuple[Machine, Machine],
    postgres_apart: PostgresApart,
) -> None:
    """Telegram it could still reach: it must not. Plugged in again, it is the one that waits."""
    cables = [one.cable() for one in machines]
    await postgres_apart.restart(listen=",".join(cable.here for cable in cables))
    ears = [Ear(one.cable(), server.port) for one in machines]
    async with (
        ears[0] as first, ears[1] as second,
        two(tmp_path, server, postgres_apart.fresh(empty=True)) as (a, b),
    ):  # fmt: skip
        far(a, machines[0], first, postgres_apart, cables[0])
        far(b, machines[1], second, postgres_apart, cables[1])
        crowd, number, chief = await crowded(a, b)
        async with acting(crowd):
            crowd.goes_on()
            await asyncio.sleep(1)
            cables[0].pull()
            cut, books = time.monotonic(), Books(b.database)
            flying = look(books, time.time()).in_flight
            await works(b)
            took, seen = time.monotonic() - cut, look(books, time.time())
            await chief.says("/tableau")
        await quiet(b)
        heard_a, heard_b = ([at for at, _ in ear.heard] for ear in (first, second))
        in_time("one of two workers cut off: the other works", TAKEN_OVER, took)
        assert max(heard_a) < min(heard_b), "it spoke to Telegram when the other had begun"
        cables[0].plug()
        await b.stop()
        await works(a, 2)
        await chief.says("/aide")
        await chief.has("Je veux…")
        await quiet(a)
        await a.stop()
        record = TelegramRecord(read_history(tmp_path / "telegram.jsonl"))
        kill = Kill(seen.at, seen.kept, seen.done, flying, seen.cursor)
        must_be_innocent(Evidence(record, Books(b.database), [kill]), crowd, number)
