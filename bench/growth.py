"""What a tap, a claim, a look cost with a hundred people and rows behind them, and with a hundred
thousand. The engine in this process, on SQLite, so that each step can be timed by itself; a small
community and one that grows take turns, so that what else the machine does slows both."""

import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

from bench.copies import Copies, named
from bench.table import Row, median, p95
from bot.cli import memory
from bot.core import Role
from bot.core.ports import Pace
from storage import edits, keyboards, outbox, sends
from tests.playground import Person, Playground

SIZES = (100, 1_000, 10_000, 100_000)
EACH, BY_HAND, LONG = 25, 12, 5
"""How often a thing is timed at each size: what costs little, a tap, and what costs much."""
MOST = 8
"""Rows of one claim."""
CHUNK, FIRST = 5_000, 1_000_000
WHAT = {
    "claim": "claim of what is owed", "round": "claimed, worded, begun",
    "look": "look at what falls due next",
    "press": "lookup of a press", "tap": "a tap on a call", "withdrawal": "who comes withdraws",
    "board": "the board of a call", "search": "search of a member",
}  # fmt: skip
TAPS = {"tap": "9 h", "withdrawal": "plus venir"}
FLAT, BIG = "≤ 1.2 ×", "p95 ≤ 200 ms at 10,000"
BARS = {
    "claim": f"≤ 2 ms, {FLAT}", "round": FLAT, "look": FLAT, "press": f"≤ 1 ms, {FLAT}",
    "tap": FLAT, "withdrawal": FLAT, "board": BIG, "search": BIG,
}  # fmt: skip
BIGGEST = 10_000
"""People in a community whose board and search are timed: more is no community of ours."""
WALL, PROCESSOR = 0, 1
Times = list[tuple[float, float]]


class Undone(Exception):
    """Takes a transaction back."""


@dataclass
class Growth:
    """`times`: (wall, processor) in seconds, by what was done and how many rows there were.
    `beside`: the same of the small community, by how many rows this one had at that time."""

    play: Playground
    claire: Person
    crowd: list[Person]
    copies: Copies = field(default_factory=Copies)
    size: int = 0
    times: dict[tuple[str, int], Times] = field(default_factory=dict)
    beside: dict[tuple[str, int], Times] = field(default_factory=dict)

    async def to(self, size: int) -> None:
        async with self.play.db.transaction() as tx:
            for begin in range(FIRST + self.size, FIRST + size, CHUNK):
                await self.copies.add(tx, range(begin, min(begin + CHUNK, FIRST + size)))
        self.size = size
        memory.settle_in()  # what was just made is looked through no more, as in a running bot

    async def claims(self, n: int) -> None:
        async with self.play.db.transaction() as tx:
            await self.copies.owe_again(tx)
        await self._types("/aide")
        await self.play.app.dispatcher.handle_some()
        await self._claim()
        await self._time("round", self.play.app.postmen[0].round)
        await self._goes_on(2)
        await self._time("press", partial(self._press, f"k{FIRST + n}"))
        await self._time("look", self._look)

    async def is_tapped(self, what: str, n: int) -> None:
        await self.crowd[n].taps(TAPS[what], settle=False)
        await self._time(what, self.play.app.dispatcher.handle_some)
        await self._goes_on()

    async def is_read(self, n: int) -> None:
        for what, typed in (
            ("board", "/tableau"),
            ("search", f"/membres {named(FIRST + n)['name']}"),
        ):
            await self._types(typed)
            await self._time(what, partial(self._goes_on, 1))
            await self._goes_on()

    async def _types(self, words: str) -> None:
        await self.claire.app.say(self.claire.account, words, chat=self.claire.chat)

    async def _time(self, what: str, work: Callable[[], Awaitable[Any]]) -> None:
        wall, cpu = time.perf_counter(), time.process_time()
        await work()
        spent = (time.perf_counter() - wall, time.process_time() - cpu)
        self.times.setdefault((what, self.size), []).append(spent)

    async def _claim(self) -> None:
        """What a round chooses and marks as its own; it is taken back for the round itself."""
        platform, now = self.play.local.platform, self.play.now
        with suppress(Undone):
            async with self.play.db.transaction() as tx:

                async def chosen() -> None:
                    heads = await outbox.ready(tx, platform, now, MOST, ())
                    assert await sends.take(tx, [one[0] for one in heads[:MOST]])

                await self._time("claim", chosen)
                raise Undone

    async def _press(self, keyboard: str) -> None:
        async with self.play.db.reading() as tx:
            assert await keyboards.load(tx, [keyboard])

    async def _look(self) -> None:
        """As the postman does when nothing may start."""
        async with self.play.db.reading() as tx:
            await outbox.next_at(tx, self.play.local.platform, self.play.now)
            await edits.next_edit(tx, self.play.local.platform, self.play.now)

    async def _goes_on(self, rounds: int = 6) -> None:
        """What people were promised goes out; most of the newsletters stay."""
        for _ in range(rounds):
            await self.play.app.dispatcher.handle_some()
            await self.play.app.postmen[0].round()
            await self.play.app.postmen[0].idle()

    def of(self, what: str, size: int, which: int) -> list[float]:
        return [spent[which] for spent in self.times[what, size]]

    def sizes(self, what: str) -> list[int]:
        return sorted(size for one, size in self.times if one == what)


async def by_turns(*both: Growth) -> None:
    for n in range(EACH):
        for one in both:
            await one.claims(n)
    for what, n in product(TAPS, range(BY_HAND)):
        for one in both:
            await one.is_tapped(what, n)
    for n in range(LONG if both[-1].size <= BIGGEST else 0):
        for one in both:
            await one.is_read(n)


async def a_community(file: Path) -> Growth:
    """The first of the crowd has answered; the rest wait until they are timed."""
    play = Playground(f"sqlite+aiosqlite:///{file}")
    await play.boot(fresh=True)
    claire = await play.person("Claire", Role.ADMINISTRATOR, profession="autre")
    first, *crowd = [await play.person(f"P{n}") for n in range(1 + BY_HAND)]
    await claire.says("/mobiliser X | sam 12/12 9h-13h, 14h-18h | 40 IDE | Lieu | payé | tous")
    await claire.taps("Envoyer")
    await first.taps("9 h")
    play.local.pace = Pace(in_flight=4)
    found = Growth(play, claire, crowd)
    async with play.db.reading() as tx:
        await found.copies.read(tx, first)
    return found


async def grown(home: Path, sizes: tuple[int, ...]) -> Growth:
    small, found = [await a_community(home / f"{name}.db") for name in ("small", "growing")]
    await small.to(sizes[0])
    for size in sizes:
        await found.to(size)
        await by_turns(small, found)
        found.beside |= {(what, size): times for (what, _), times in small.times.items()}
        small.times.clear()
    for one in (small, found):
        await one.play.db.close()
    return found


async def measured(home: Path, sizes: tuple[int, ...]) -> tuple[list[Row], Growth]:
    found = await grown(home, sizes)
    return [_row(found, what, found.sizes(what)) for what in WHAT], found


def _row(found: Growth, what: str, sizes: list[int]) -> Row:
    small, large = sizes[0], sizes[-1]
    beside = [spent[PROCESSOR] for spent in found.beside[what, large]]
    first, last = (median(times) or 0.0 for times in (beside, found.of(what, large, PROCESSOR)))
    walls = found.of(what, large, WALL)
    return Row(
        f"{WHAT[what]}, {small:,} → {large:,}",
        "Tocsin",
        f"{first * 1000:.1f} → {last * 1000:.1f} ms of CPU",
        median(walls),
        p95(walls),
        ratio=f"{last / first:.2f} ×",
        bar=BARS[what],
    )
