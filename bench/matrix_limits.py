"""How long it takes to reach people through the limits that a Synapse has as it comes.

python -m bench.matrix_limits [people]

The same message to everyone, alone and with five emoji under it: minutes, not seconds.
"""

import asyncio
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import aiohttp
from sqlalchemy import func, select

from bench.crowd import Crowd
from bench.matrix import ALERT, Bench
from bot.app import App
from bot.core import Lane
from bot.core.messages import Key
from storage.outbox import Delivery, State
from tests.servers.matrix.synapse import Synapse

SIGNS = ("✅", "🤔", "❌", "🙋", "🔕")
REFILLED = 60.0
"""Seconds until all that may be sent at once may be sent again."""

PATIENCE = 3600


async def reached(bench: Bench, app: App, *, signs: bool) -> None:
    """Prints when the last had the words, and when the last emoji stood."""
    await asyncio.sleep(REFILLED)
    keys = tuple(Key(f"{sign} Réponse", sign=sign) for sign in SIGNS) if signs else ()
    began, words = time.monotonic(), 0.0
    await bench.owe(app, replace(ALERT, keys=keys))
    for _ in range(PATIENCE * 2):
        await asyncio.sleep(0.5)
        left = await _open(app)
        if not words and not left.get(int(Lane.URGENT)):
            words = time.monotonic() - began
        if not left:
            break
    what = f"with {len(SIGNS)} emoji" if signs else "words alone"
    done = time.monotonic() - began
    print(f"| {len(bench.crowd.rooms)} people, {what} | {words:.0f} s | {done:.0f} s |", flush=True)


async def _open(app: App) -> dict[int, int]:
    async with app.db.reading() as tx:
        found = await tx.execute(
            select(Delivery.lane, func.count())
            .where(Delivery.state.in_((State.DUE, State.SENDING)))
            .group_by(Delivery.lane)
        )
        return {row[0]: row[1] for row in found}


async def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        synapse = Synapse(Path(folder) / "synapse", limits=True)
        await synapse.start()
        try:
            async with aiohttp.ClientSession() as session:
                crowd = Crowd(synapse, await synapse.register("tocsin"), session)
                await synapse.override_ratelimit(crowd.bot.user)
                await crowd.gather(count)
                where = f"/_synapse/admin/v1/users/{crowd.bot.user}/override_ratelimit"
                await synapse.admin("DELETE", where)
                bench = Bench(crowd, Path(folder))
                print("| to direct rooms | the last words after | all done after |")
                print("| --- | --- | --- |", flush=True)
                async with bench.bot() as app:
                    await reached(bench, app, signs=False)
                    await reached(bench, app, signs=True)
        finally:
            await synapse.stop()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
