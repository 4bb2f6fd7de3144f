"""How many events a second the bot hands to a homeserver, beside a loop that does nothing else.

python -m bench.matrix [people]

One Synapse without limits, a direct room for each person, a device with keys in each. The same
message goes to all of them: by a bare loop of PUT, by the same loop while it also listens (a sync
after the other, without which no answer is heard), and as the bot sends an alert, durable, by its
postman; first in plain rooms, then in the same rooms once they are encrypted.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex

import aiohttp
from sqlalchemy import func, select

from bench.crowd import Crowd, several
from bench.table import Row
from bot.adapters.matrix import Matrix
from bot.adapters.matrix.session import Wanted
from bot.adapters.matrix.wording import content
from bot.app import App
from bot.core import Lane, Span, Wording
from bot.engine.wording import body
from bot.settings import Settings
from bot.settings.model import Community
from storage.db import Base, Database
from storage.keyboards import new_key
from storage.outbox import Delivery, State
from tests.servers.matrix.synapse import Synapse

RUNS = 3
SETTLED = 10.0
"""Seconds after a start in which the bot prepares what it will need."""

PATIENCE = 300
"""Seconds until the last one must be sent."""
AT_ONCE = 20
"""Requests in flight, the bot's and the loop's; Synapse is no faster with more."""

LINES = (
    "Reportez les soins non urgents. Eau en bouteille à la mairie, de 9 h à 19 h.",
    "Source : mairie de Saint-Aubin, 17 h 32 · valable jusqu'à 5 h 40",
    "", "✅ Bien reçu", "🙋 Je peux aider", "❓ Question",
)  # fmt: skip
ALERT = Wording(
    ((Span("🚨 ALERTE · "), Span("Rupture d'eau potable à Saint-Aubin", bold=True)),
     *((Span(line),) for line in LINES)), urgent=True,
)  # fmt: skip


@dataclass
class Bench:
    """Events a second by what was measured, each with those of the bare loop, deaf and listening,
    right before and after, while the bot is off: what the machine does besides hits all."""

    crowd: Crowd
    home: Path
    rates: dict[str, list[tuple[float, float, float]]] = field(default_factory=dict)

    async def phase(self, *steps: tuple[str, float]) -> None:
        """The bot starts, sends for each step after so many seconds, and stops."""
        before, found = await self._beside(), []
        async with self.bot() as app:
            for what, wait in steps:
                await asyncio.sleep(wait)
                found.append((what, await self._rate(lambda: self.alert(app))))
        deaf, heard = (
            statistics.mean(pair) for pair in zip(before, await self._beside(), strict=True)
        )
        for what, rate in found:
            self.rates.setdefault(what, []).append((rate, deaf, heard))
            print(f"  {what}: {rate:.0f}/s, beside {deaf:.0f}/s, {heard:.0f}/s", file=sys.stderr)

    async def _beside(self) -> tuple[float, float]:
        deaf = await self._rate(self.bare)
        async with self.crowd.listening():
            return deaf, await self._rate(self.bare)

    async def _rate(self, send: Callable[[], Awaitable[None]]) -> float:
        began = time.perf_counter()
        await send()
        return len(self.crowd.rooms) / (time.perf_counter() - began)

    async def bare(self) -> None:
        """The same words to the same people; nothing is written down."""

        async def put(one: tuple[str, str]) -> None:
            user, room = one
            told = content(ALERT, lambda payload: "", mention=[user])
            path = f"/rooms/{room}/send/m.room.message/{token_hex(8)}"
            await self.crowd.ask(self.crowd.bot, "PUT", path, told)

        await several(list(self.crowd.rooms.items()), put, AT_ONCE)

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[App]:
        """From its start until it stops; twice in one run is a restart."""
        account, url = self.crowd.bot, self.crowd.synapse.url
        wanted = Wanted(url, account.user, "a secret", self.home / "keys", account.password)
        adapter = Matrix(wanted)
        db = Database(f"sqlite+aiosqlite:///{self.home / 'bot.db'}")
        async with db.connect() as connection:
            await connection.run_sync(Base.metadata.create_all)
        app = App(Settings(community=Community(name="Banc d'essai")), db, [adapter])
        await app.start()
        await adapter.up()
        try:
            yield app
        finally:
            await app.stop()
            await adapter.close()

    async def alert(self, app: App) -> None:
        """To everyone, until the last of them is written down as sent."""
        await self.owe(app, ALERT)
        async with asyncio.timeout(PATIENCE):
            while left := await _unsent(app.db):  # noqa: ASYNC110
                await asyncio.sleep(0.02 if left <= AT_ONCE else 0.2)  # to look is work too

    async def owe(self, app: App, wording: Wording) -> None:
        """To everyone, written down."""
        now, row = app.parts.clock(), body(wording)
        async with app.db.transaction() as tx:
            tx.add_all(
                Delivery(
                    key=new_key(), platform="matrix", chat=room, thread="", body=row,
                    lane=int(Lane.URGENT), made_at=now, due_at=now,
                )
                for room in self.crowd.rooms.values()
            )  # fmt: skip
        app.owing.ring()

    def table(self) -> str:
        lines = [
            f"| events a second, {len(self.crowd.rooms)} direct rooms | the bot | a bare loop"
            " | listening | ratios |",
            "| --- | --- | --- | --- | --- |",
        ]
        for what, (ours, deaf, heard), shares in self.middle():
            told = " · ".join(f"{share:.2f}" for share in shares)
            lines.append(f"| {what} | {ours:.0f} | {deaf:.0f} | {heard:.0f} | {told} |")
        return "\n".join(lines)

    def middle(self) -> Iterator[tuple[str, list[float], list[float]]]:
        """(what, the median rates, the median shares of a bare loop's), by what was measured."""
        for what, found in self.rates.items():
            rates = [statistics.median(every) for every in zip(*found, strict=True)]
            yield what, rates, [statistics.median(one[0] / one[n] for one in found) for n in (1, 2)]


async def _unsent(db: Database) -> int:
    async with db.reading() as tx:
        found = await tx.execute(
            select(func.count()).select_from(Delivery).where(Delivery.state != State.SENT)
        )
        return int(found.scalar_one())


async def measured(bench: Bench, runs: int = RUNS) -> None:
    """The first round ever is nobody's: a homeserver is slow until it has seen each room."""
    await bench.bare()
    for _ in range(runs):
        await bench.phase(("plain rooms", SETTLED))
    await bench.crowd.encrypt()
    await bench.phase(("encrypted, the first message ever", 0.0))
    for _ in range(runs):
        await bench.phase(("encrypted, at once after a start", 0.0), ("encrypted, later ones", 0.0))
        await bench.phase(("encrypted, the first, a while after", SETTLED))


@asynccontextmanager
async def at_a_synapse(home: Path, count: int) -> AsyncIterator[Bench]:
    """The bot was there before its people, as everywhere: a picture that it gives itself when it
    starts for the first time is told in each of its rooms, which takes the homeserver a minute."""
    synapse = Synapse(home / "synapse")
    await synapse.start()
    try:
        async with aiohttp.ClientSession() as session:
            crowd = Crowd(synapse, await synapse.register("tocsin"), session)
            bench = Bench(crowd, home)
            async with bench.bot():
                await asyncio.sleep(SETTLED)
            await crowd.gather(count)
            yield bench
    finally:
        await synapse.stop()


async def rows(home: Path, count: int) -> list[Row]:
    """The medians, for the table of all."""
    async with at_a_synapse(home, count) as bench:
        await measured(bench)
    return [
        Row(
            f"Matrix, {count} direct rooms: {what}", "Tocsin",
            f"{ours:.0f}/s, beside {deaf:.0f}/s; {heard:.0f}/s listening",
            ratio=f"{to_deaf:.2f} × a bare loop; {to_heard:.2f} × listening", bar="≥ 0.9 ×",
        )
        for what, (ours, deaf, heard), (to_deaf, to_heard) in bench.middle()
    ]  # fmt: skip


async def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with at_a_synapse(Path(folder), count) as bench:
            await measured(bench)
            print(bench.table())


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
