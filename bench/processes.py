"""Who takes part in a measurement, each as a process of its own: the bot, a Telegram, a peer."""

import asyncio
import json
import os
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import aiohttp

from tests.process.books import Books
from tests.process.running import ROOT, Running
from tests.servers.telegram import TOKEN

PEERS = Path(__file__).parent / "peers"
PEERS_PYTHON = PEERS / ".venv/bin/python"
PATIENCE = 600.0
UNLIMITED = "bench.unlimited"
Json = dict[str, Any]


@dataclass
class Bot(Running):
    """The real process, on SQLite as it comes: each commit is on the disk."""

    twin: bool = False
    url: str = ""
    token: str = TOKEN

    def platform(self) -> str:
        return f'[telegram]\ntoken = "{self.token}"\napi_url = "{self.url}"'

    def unheard(self, books: Books) -> int:
        return 0

    def canaries(self) -> set[str]:
        return set()

    def memory(self) -> float:
        """MiB that are resident."""
        assert self.process
        told = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        kib = next(line.split()[1] for line in told.splitlines() if line.startswith("VmRSS"))
        return int(kib) / 1024


@asynccontextmanager
async def the_bot(home: Path, url: str, *, program: str = "bot") -> AsyncIterator[Bot]:
    """Not started yet; killed at the end, whatever happened."""
    home.mkdir(parents=True, exist_ok=True)  # noqa: ASYNC240
    bot = Bot(home, f"sqlite+aiosqlite:///{home / 'tocsin.db'}", url=url, program=program)
    try:
        yield bot
    finally:
        if bot.alive:
            await bot.kill()


@dataclass
class Telegram:
    """A test server, strict or fast, in a process of its own."""

    url: str
    process: asyncio.subprocess.Process
    session: aiohttp.ClientSession

    def of(self, token: str) -> "Telegram":
        """The same server, as that bot's people know it."""
        return replace(self, url=f"{self.url}/bot{token}")

    async def tells(self, what: str, asked: Any = None) -> Any:
        method = "GET" if asked is None else "POST"
        async with self.session.request(method, f"{self.url}/control/{what}", json=asked) as answer:
            found = await answer.json(content_type=None)
            assert answer.status == 200, found
            return found


@asynccontextmanager
async def a_telegram(module: str, *options: str) -> AsyncIterator[Telegram]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, *options, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    url = (await process.stdout.readline()).decode().strip()
    whole = aiohttp.ClientTimeout(total=PATIENCE)
    try:
        async with aiohttp.ClientSession(timeout=whole, read_bufsize=2**22) as session:
            yield Telegram(url, process, session)
    finally:
        await _ended(process)


@asynccontextmanager
async def fast(*, apart: bool = False) -> AsyncIterator[Telegram]:
    """`apart`: each token is a bot of its own."""
    async with a_telegram("bench.sink", *["--apart"] * apart) as found:
        yield found


@asynccontextmanager
async def strict(*, latency: float = 0.0) -> AsyncIterator[Telegram]:
    """With Telegram's real limits."""
    options = ("--limits", "--latency", str(latency))
    async with a_telegram("tests.servers.telegram", *options) as found:
        yield found


async def peer(name: str, *words: object) -> Json:
    """Runs until it has done its work: what it says of it."""
    async with a_peer(name, *words) as process:
        said, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
        assert process.returncode == 0, f"{name} ended with {process.returncode}"
        found: Json = json.loads(said.splitlines()[-1])
        return found


@asynccontextmanager
async def a_peer(name: str, *words: object) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        str(PEERS_PYTHON), str(PEERS / f"{name}.py"), *map(str, words),
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield process
    finally:
        await _ended(process)


def worked(pid: int) -> float:
    """Seconds of processor that a process took so far (proc(5): utime and stime)."""
    told = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    user, system = told.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


async def until(look: Any, within: float = PATIENCE, pause: float = 0.2) -> Any:
    """What `look` finds, asked again and again; raises TimeoutError."""
    end = time.monotonic() + within
    while not (found := await look()):
        if time.monotonic() > end:
            raise TimeoutError
        await asyncio.sleep(pause)
    return found


async def _ended(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.terminate()
        try:
            await asyncio.wait_for(process.wait(), 5)
        except TimeoutError:
            process.kill()
            await process.wait()
