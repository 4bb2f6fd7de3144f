"""An alert to many chats within Telegram's limits, beside others who send the same to as many.

All at the same time, each at a strict server of its own: at thirty messages a second there is
room for all of them on one machine, and what else it does hits them alike.
"""

import asyncio
from collections.abc import Awaitable
from pathlib import Path
from typing import Any

from bench import scene
from bench.processes import Telegram, peer, strict, the_bot, worked
from bench.table import Row, median, p95
from bot.core import Lane
from tests.process.books import Books
from tests.servers.telegram import TOKEN

A_SECOND = 30
LETTERS = 5_000
LATENCIES = (0.0, 0.05)
PEERS = {"ptb": "PTB, AIORateLimiter", "aiogram": "aiogram, documented loop"}
PATIENCE = 3.5
"""Times what Telegram allows, until a peer is stopped."""

Sends = list[tuple[int, float]]


async def measured(home: Path, people: int) -> list[Row]:
    """Three turns: a bot of each kind at a time, so that none takes the processor of another."""
    rows: list[Row] = []
    for latency in LATENCIES:
        gate = asyncio.Barrier(3)
        runs: list[Awaitable[Row]] = [ours(home / f"{latency}", people, latency, gate)]
        runs += [theirs(name, people, latency, gate) for name in PEERS]
        rows += await asyncio.gather(*runs)
    gate = asyncio.Barrier(1)
    rows.append(await ours(home / "letters", people, 0.0, gate, letters=LETTERS))
    return rows


async def ours(
    home: Path, people: int, latency: float, gate: asyncio.Barrier, *, letters: int = 0
) -> Row:
    async with strict(latency=latency) as telegram, the_bot(home, telegram.url) as bot:
        await scene.known_to(telegram, people)
        await scene.community(bot, people)
        await scene.owe_letters(bot, people, letters)
        await bot.start()
        assert bot.process
        await scene.asks_at_strict(telegram, scene.ALERT)
        await gate.wait()
        before = worked(bot.process.pid)
        await scene.sends_at_strict(telegram)
        made = await scene.all_sent(Books(bot.database), Lane.URGENT, people)
        cpu = worked(bot.process.pid) - before
        sends, refused = await told(telegram)
    beside = f", behind {letters:,} newsletters" if letters else ""
    bar = "first ≤ 200 ms, last ≤ 1.05 ×" if letters else "≤ 1.03 ×, no 429"
    what = name_of(people, latency) + beside
    return row(what, "Tocsin", sends, made.timestamp(), people, refused, cpu=cpu, bar=bar)


async def theirs(name: str, people: int, latency: float, gate: asyncio.Barrier) -> Row:
    async with strict(latency=latency) as telegram:
        await scene.known_to(telegram, people)
        await gate.wait()
        work = peer(f"{name}_send", telegram.url, TOKEN, scene.FIRST, people, "limits")
        said: dict[str, Any] = {"cpu": None}
        began = asyncio.get_running_loop().time()
        try:
            said = await asyncio.wait_for(work, PATIENCE * people / A_SECOND + 5)
        except TimeoutError:
            said["cpu"] = None
        sends, refused = await told(telegram)
    began = said.get("began") or (sends[0][1] if sends else began)
    return row(
        name_of(people, latency), PEERS[name], sends, began, people, refused, cpu=said["cpu"]
    )


def name_of(people: int, latency: float) -> str:
    return f"alert to {people:,} chats, answers in {latency * 1000:.0f} ms"


def row(
    what: str, who: str, sends: Sends, since: float, people: int, refused: int, *,
    cpu: float | None, bar: str = "",
) -> Row:  # fmt: skip
    waits = scene.waits(sends, since)
    least = people / A_SECOND
    lost = f", {people - len(waits)} lost" if len(waits) < people else ""
    many = f", {refused} × 429" if refused else ""
    first, last = (waits[0], waits[-1]) if waits else (0.0, 0.0)
    result = f"first {first * 1000:.0f} ms, last {last:.1f} s{lost}{many}"
    ratio = f"{last / least:.2f} × N/30"
    return Row(what, who, result, median(waits), p95(waits), cpu, ratio, bar)


async def told(telegram: Telegram) -> tuple[Sends, int]:
    """What went through, and how many calls were asked to wait."""
    calls = (await telegram.tells("history"))["calls"]
    mine = [call for call in calls if call["method"] == "sendmessage"]
    sends = [(c["chat"], c["at"]) for c in mine if c["done"] and c["answer"]["ok"]]
    return sends, sum(call["status"] == 429 for call in calls)
