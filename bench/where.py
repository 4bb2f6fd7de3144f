"""Where the processor's time of one send and of one tap goes, in the real process.

python -m bench.where [people]: an alert to so many, then as many answers to a call, without limits.
The bot looks at itself: a signal after each few milliseconds of its processor (ITIMER_PROF) notes
what runs. SQLite's own thread shows as what the loop does meanwhile, mostly waiting.
"""

import asyncio
import os
import signal
import sys
import tempfile
from collections import Counter
from pathlib import Path
from types import FrameType

from bench import scene, unbound
from bench.processes import Bot, Telegram, fast, the_bot, until, worked
from bot.core import Lane
from tests.process.books import Books

EACH = 0.004
"""Seconds of processor between two looks."""
WHERE = "TOCSIN_BENCH_WHERE"
AREAS = (
    ("aiohttp: request and answer", ("/aiohttp/", "/yarl/", "/multidict/")),
    (
        "SQLAlchemy, and calls into SQLite",
        ("/sqlalchemy/", "/aiosqlite/", "/greenlet/", "/storage/"),
    ),
    ("updates as the library's objects", ("/telegram/_", "/adapters/telegram/updates")),
    ("Telegram's texts and JSON", ("/adapters/telegram/",)),
    (
        "cards put into words",
        ("/engine/render", "/engine/wording", "/core/i18n", "/fluent/", "cards.py"),
    ),
    ("what a tap does: the features", ("/handlers/",)),
    ("the engine: hear, choose, settle", ("/bot/engine/", "/bot/core/")),
)
REST = "event loop, SQLite meanwhile"
OTHER = "Python's own, unnamed"


def area(frame: FrameType | None) -> str:
    """The innermost that has a name."""
    found = OTHER
    while frame is not None:
        file = frame.f_code.co_filename
        for name, paths in AREAS:
            if any(path in file for path in paths):
                return name
        if "/asyncio/" in file or "selectors" in file:
            found = REST
        frame = frame.f_back
    return found


def looked_at() -> None:
    """Runs the bot, and writes down what it did when it is told to (SIGUSR1) and begins anew."""
    seen: Counter[str] = Counter()

    def note(_: int, frame: FrameType | None) -> None:
        seen[area(frame)] += 1

    def tell(_: int, __: FrameType | None) -> None:
        lines = [f"{count} {name}" for name, count in seen.most_common()]
        seen.clear()
        part = Path(os.environ[WHERE] + ".part")
        part.write_text("\n".join(lines), encoding="utf-8")
        part.rename(os.environ[WHERE])

    signal.signal(signal.SIGPROF, note)
    signal.signal(signal.SIGUSR1, tell)
    signal.setitimer(signal.ITIMER_PROF, EACH, EACH)
    from bench.unlimited import run

    run()


async def asked(bot: Bot) -> Counter[str]:
    """What it did since it was asked last."""
    assert bot.process
    bot.process.send_signal(signal.SIGUSR1)

    async def there() -> Counter[str] | None:
        return read(Path(bot.environment[WHERE]))

    found: Counter[str] = await until(there)
    return found


def read(told: Path) -> Counter[str] | None:
    """What it has written down, once; None as long as it has not."""
    if not told.exists():
        return None
    rows = [line.split(" ", 1) for line in told.read_text(encoding="utf-8").splitlines()]
    told.unlink()
    return Counter({name: int(count) for count, name in rows})


async def sends(telegram: Telegram, bot: Bot, people: int) -> float:
    await telegram.tells("begin", {})
    before = spent(bot)
    await scene.asks_and_sends(telegram, scene.ALERT)
    await scene.all_sent(Books(bot.database), Lane.URGENT, people)
    return spent(bot) - before


async def taps(telegram: Telegram, bot: Bot, people: int) -> float:
    await scene.asks_and_sends(telegram, scene.call(min(people, 400)))
    await scene.all_sent(Books(bot.database), Lane.CALLS, people)
    await asyncio.sleep(1)
    await asked(bot)
    before = spent(bot)
    await unbound.answered(telegram, bot, "", people)
    return spent(bot) - before


def spent(bot: Bot) -> float:
    assert bot.process
    return worked(bot.process.pid)


def table(found: dict[str, tuple[Counter[str], float]], people: int) -> str:
    """Microseconds of processor by area, for one of each."""
    names = [*(name for name, _ in AREAS), REST, OTHER]
    lines = [
        "| microseconds of processor | " + " | ".join(found) + " |",
        "| --- |" + " ---: |" * len(found),
    ]
    for name in names:
        each = [cpu / people * 1e6 * seen[name] / seen.total() for seen, cpu in found.values()]
        lines.append(f"| {name} | " + " | ".join(f"{one:.0f}" for one in each) + " |")
    whole = " | ".join(f"**{cpu / people * 1e6:.0f}**" for _, cpu in found.values())
    return "\n".join([*lines, f"| all | {whole} |"])


async def measured(people: int) -> str:
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        async with fast() as telegram, the_bot(home, telegram.url, program="bench.where") as bot:
            bot.environment[WHERE] = str(home / "where.txt")
            await scene.community(bot, people)
            await bot.start()
            await asyncio.sleep(2)
            await asked(bot)
            for name, what in (("a send", sends), ("a tap", taps)):
                cpu = await what(telegram, bot, people)
                found[name] = await asked(bot), cpu
    return table(found, people)


if __name__ == "__main__":
    if "run" in sys.argv[1:2]:
        looked_at()
    else:
        print(asyncio.run(measured(int((*sys.argv[1:], "2000")[0]))))
