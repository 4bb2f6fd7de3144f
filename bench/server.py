"""How many requests a second the two test servers answer, so that nobody takes them for the bot."""

import asyncio
import time

from bench.processes import Telegram, a_telegram, fast
from bench.scene import FIRST, known_to
from tests.servers.telegram import TOKEN

REQUESTS, IN_FLIGHT = 3000, 50


async def foot() -> list[str]:
    async with fast() as telegram:
        quick = await _rate(telegram)
    async with a_telegram("tests.servers.telegram") as telegram:
        await known_to(telegram, IN_FLIGHT)
        strict = await _rate(telegram)
    return [
        f"A bare aiohttp client with {IN_FLIGHT} in flight sends {quick:.0f} messages a second to"
        f" the fast server (sends, taps, life), {strict:.0f} to the strict one (alerts: thirty)."
    ]


async def _rate(telegram: Telegram) -> float:
    url = f"{telegram.url}/bot{TOKEN}/sendMessage"
    left = iter(range(REQUESTS))

    async def some() -> None:
        for n in left:
            told = {"chat_id": FIRST + n % IN_FLIGHT, "text": "Bonjour"}
            async with telegram.session.post(url, json=told) as answer:
                assert (await answer.json())["ok"]

    began = time.perf_counter()
    await asyncio.gather(*(some() for _ in range(IN_FLIGHT)))
    return REQUESTS / (time.perf_counter() - began)
