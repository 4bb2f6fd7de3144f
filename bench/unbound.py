"""What the bot itself can do where Telegram sets no limit: sends, then taps, durable, at the
server that costs nothing; beside peers that keep nothing."""

import asyncio
from pathlib import Path

from bench import scene
from bench.processes import UNLIMITED, Bot, Telegram, a_peer, fast, peer, the_bot, until, worked
from bench.table import Row, beside, median, p95
from bot.core import Lane
from tests.process.books import Books
from tests.servers.telegram import TOKEN

Taps = list[list[float]]
MADE, TOLD, ANSWERED, EDITED = range(4)


async def sends(home: Path, people: int) -> list[Row]:
    """An alert to everyone."""
    rows = []
    what = f"sends without limits, {people:,} chats"
    async with fast() as telegram, the_bot(home, telegram.url, program=UNLIMITED) as bot:
        await scene.community(bot, people)
        await bot.start()
        assert bot.process
        await telegram.tells("begin", {})
        before = worked(bot.process.pid)
        await scene.asks_and_sends(telegram, scene.ALERT)
        made = await scene.all_sent(Books(bot.database), Lane.URGENT, people)
        cpu = worked(bot.process.pid) - before
        seen = await telegram.tells("seen")
        waits = scene.waits(seen["sends"], made.timestamp())
        rows.append(_rate(what, "Tocsin, durable", people, waits, cpu, bar="≥ 1,000/s"))
    for name, who in (("ptb", "PTB on httpx, no storage"), ("aiogram", "aiogram, no storage")):
        async with fast() as telegram:
            said = await peer(f"{name}_send", telegram.url, TOKEN, scene.FIRST, people, "free")
            seen = await telegram.tells("seen")
            waits = scene.waits(seen["sends"], said["began"])
            rows.append(_rate(what, who, people, waits, said["cpu"]))
    return beside(rows)


def _rate(what: str, who: str, people: int, waits: list[float], cpu: float, bar: str = "") -> Row:
    lost = f", {people - len(waits)} lost" if len(waits) < people else ""
    rate = len(waits) / waits[-1]
    result = f"{rate:.0f}/s, {len(waits) / cpu:.0f} a CPU second{lost}"
    return Row(what, who, result, median(waits), p95(waits), cpu, bar=bar, rate=rate)


async def taps(home: Path, people: int) -> list[Row]:
    """Everyone answers one call; then two hundred do it within five seconds."""
    what = f"{people:,} people answer one call"
    rows = []
    async with fast() as telegram, the_bot(home, telegram.url, program=UNLIMITED) as bot:
        await _asked(telegram, bot, people)
        rows.append(await answered(telegram, bot, what, people))
        rows.append(await _a_few(telegram, "200 taps in 5 s", "14 h"))
        flood = {"first": scene.CHIEF, "text": "encore", "times": 500, "pause": 0.01}
        flooding = asyncio.create_task(telegram.tells("says", flood))
        rows.append(await _a_few(telegram, "the same while one sends 100 a second", "14 h"))
        await flooding
    for name, who, *how in (
        ("ptb_echo", "PTB, one by one, no storage", "one"),
        ("ptb_echo", "PTB, concurrent_updates, no storage", "many"),
        ("aiogram_echo", "aiogram, no storage"),
    ):
        async with fast() as telegram, a_peer(name, telegram.url, TOKEN, *how) as process:
            await telegram.tells("cards", {"first": scene.FIRST, "count": people})
            await until(lambda: _listens(telegram))
            before = worked(process.pid)
            await telegram.tells("taps", {"label": "Oui"})
            rows.append(await _confirmed(telegram, process.pid, before, what, who, people))
    return beside(rows)


async def _asked(telegram: Telegram, bot: Bot, people: int) -> None:
    await scene.community(bot, people)
    await bot.start()
    await scene.asks_and_sends(telegram, scene.call(min(people, 400)))
    await scene.all_sent(Books(bot.database), Lane.CALLS, people)


async def answered(telegram: Telegram, bot: Bot, what: str, people: int) -> Row:
    assert bot.process
    await telegram.tells("begin", {})
    before = worked(bot.process.pid)
    await telegram.tells("taps", {"label": "9 h"})
    bar = "faster than PTB"
    pid = bot.process.pid
    return await _confirmed(telegram, pid, before, what, "Tocsin, durable", people, bar)


async def _confirmed(
    telegram: Telegram, pid: int, before: float, what: str, who: str, people: int, bar: str = ""
) -> Row:
    """When each tap was answered and its message edited."""
    seen = await until(lambda: _all_done(telegram, people, EDITED), pause=0.5)
    cpu, all_taps = worked(pid) - before, seen["taps"]
    ended = max(max(tap[ANSWERED], tap[EDITED]) for tap in all_taps)
    waits = [tap[ANSWERED] - tap[TOLD] for tap in all_taps]
    rate = people / (ended - seen["first_told"])
    result = f"{rate:.0f}/s, {people / cpu:.0f} a CPU second"
    return Row(what, who, result, median(waits), p95(waits), cpu, bar=bar, rate=rate)


async def _listens(telegram: Telegram) -> bool:
    return bool((await telegram.tells("seen"))["polls"])


async def _all_done(telegram: Telegram, people: int, what: int) -> object:
    """What was seen, once `what` has been done to as many taps. Not every one edits its card: who
    says no to a slot may be asked something first."""
    seen = await telegram.tells("seen")
    done = [tap for tap in seen["taps"] if tap[ANSWERED] and tap[what]]
    return seen if len(done) >= people else None


async def _a_few(telegram: Telegram, what: str, label: str) -> Row:
    """Two hundred change their minds, forty a second: how long each waits for the confirmation."""
    await telegram.tells("begin", {})
    found = await telegram.tells("taps", {"label": label, "pause": 0.025, "most": 200})
    seen = await until(lambda: _all_done(telegram, found["count"], ANSWERED), pause=0.5)
    waits = [tap[ANSWERED] - tap[MADE] for tap in seen["taps"]]
    return Row(
        what, "Tocsin, durable", f"{len(seen['edits'])} edits", median(waits),
        p95(waits), bar="p95 ≤ 500 ms",
    )  # fmt: skip
