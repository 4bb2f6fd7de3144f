"""How long an alert to thousands takes to be written down, all of it or nothing: from the press on
«Envoyer» to the commit. The engine in this process, on SQLite."""

import gc
import time
from pathlib import Path

from bench.table import Row, median, p95
from bot.cli import memory
from bot.core import Role
from bot.core.plain import fold
from storage import many
from storage.people import Account, Member, Standing
from tests.playground import Person, Playground

TIMES = 7
FIRST = 1_000_000
ALERT = "/alerte urgent | Rupture d'eau {} | Reportez les soins non urgents. | tous"


async def measured(file: Path, people: int) -> list[Row]:
    play = Playground(f"sqlite+aiosqlite:///{file}")
    await play.boot(fresh=True)
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    await _community(play, people)
    memory.settle_in()
    spent = [await _alert(play, claire, n) for n in range(TIMES)]
    await play.db.close()
    walls, cpu = [one for one, _ in spent], [one for _, one in spent]
    what = f"an alert to {people:,} is written down"
    result = f"{(median(cpu) or 0.0) * 1000:.0f} ms of CPU"
    return [Row(what, "Tocsin", result, median(walls), p95(walls), bar="≤ 300 ms")]


async def _community(play: Playground, people: int) -> None:
    every = range(FIRST, FIRST + people)
    members = (
        Member(
            id=n, name=f"P{n}", folded=fold(f"P{n}"), profession="infirmier", town="Garance",
            rank=int(Role.MEMBER), standing=Standing.ACTIVE, joined_at=play.now, lang="fr",
            week="", consented_at=play.now,
        )
        for n in every
    )  # fmt: skip
    accounts = (
        Account(platform="local", account=f"p{n}", member_id=n, chat=f"p{n}", since=play.now)
        for n in every
    )
    async with play.db.transaction() as tx:
        await many.put(tx, Member, members)
        await many.put(tx, Account, accounts)


async def _alert(play: Playground, claire: Person, n: int) -> tuple[float, float]:
    """(wall, processor) in seconds."""
    await claire.app.say(claire.account, ALERT.format(n), chat=claire.chat)
    await _until_handled(play)
    await play.app.postmen[0].round()
    await play.app.postmen[0].idle()
    await claire.taps("Envoyer", settle=False)
    gc.collect()
    wall, cpu = time.perf_counter(), time.process_time()
    await _until_handled(play)
    return time.perf_counter() - wall, time.process_time() - cpu


async def _until_handled(play: Playground) -> None:
    while await play.app.dispatcher.handle_some():
        pass
