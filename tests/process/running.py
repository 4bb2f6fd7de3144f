"""The bot as it is installed: a process that is started, killed, told to stop, started again.

What it says of itself goes to a file, and whatever people and bot wrote to each other, the secrets
and the codes are canaries: none of them may stand there.
"""

import asyncio
import json
import os
import signal
import sys
import time
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp

from tests.ports import free_port
from tests.process.books import PATIENCE, Books
from tests.process.twins import Twin, begin

ROOT = Path(__file__).parents[2]
ZONE = ZoneInfo("Europe/Paris")
LONG = 12
"""Characters from which a text is so much one's own that it cannot stand in a log by chance."""


@dataclass
class Running(ABC):
    """One community's bot in the folder `home`. `database` is SQLAlchemy's address.

    `faulty`: the test makes it complain, so that errors in its log are no surprise. `program`
    is the module that is run: one of our own may lay hands on the bot before it starts it, and is
    told how by `environment`. `inside` are words before the command: where it is run. `twin`: it
    begins as one of `tests.process.twins`.
    """

    home: Path
    database: str
    faulty: bool = False
    secrets: set[str] = field(default_factory=set)
    port: int = 0
    process: asyncio.subprocess.Process | Twin | None = None
    program: str = "bot"
    environment: dict[str, str] = field(default_factory=dict)
    inside: tuple[str, ...] = ()
    twin: bool = sys.platform == "linux"

    @abstractmethod
    def platform(self) -> str:
        """What stands in its configuration about where it talks to people."""

    @abstractmethod
    def unheard(self, books: Books) -> int:
        """How much of what people did it was not told yet, or has not kept."""

    @abstractmethod
    def canaries(self) -> set[str]:
        """What people wrote and read."""

    @property
    def log(self) -> Path:
        return self.home / "bot.log"

    async def start(self) -> None:
        """Start it and wait until it says that it is ready."""
        await self.spawn()
        await self.ready()

    async def spawn(self) -> None:
        assert self.process is None, "it runs already"
        self.port = free_port()
        config = self.home / "config.toml"
        config.write_text(self._configuration(), encoding="utf-8")
        config.chmod(0o600)
        with self.log.open("ab") as log:
            self.process = await self._tocsin("run", log=log.fileno())

    async def ready(self) -> None:
        await self.answers("readyz", 200)

    async def answers(self, page: str, status: int) -> str:
        """Wait until that page of its own web server has this status: what it says."""
        async with asyncio.timeout(PATIENCE):
            while (found := await self.health(page))[0] != status:
                assert self.alive, f"it ended by itself:\n{self.log.read_text()[-2000:]}"
                await asyncio.sleep(0.05)
        return found[1]

    async def health(self, page: str) -> tuple[int, str]:
        """The status and the body of a page of its own web server; 0 if nobody answers."""
        timeout = aiohttp.ClientTimeout(total=PATIENCE)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout) as session,
                session.get(f"http://127.0.0.1:{self.port}/{page}") as answer,
            ):
                return answer.status, await answer.text()
        except aiohttp.ClientError:
            return 0, ""

    @property
    def alive(self) -> bool:
        return self.process is not None and self.process.returncode is None

    def worked(self) -> float:
        """Seconds of processor that it has taken so far (proc(5): utime and stime)."""
        assert self.process
        told = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii")
        user, system = told.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    async def kill(self) -> float:
        """`kill -9`. When it was dead, in seconds since the epoch."""
        assert self.process
        self.process.kill()
        await self.process.wait()
        self.process = None
        return time.time()

    async def stop(self) -> float:
        """SIGTERM: how many seconds it took to end, in order."""
        assert self.process
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(PATIENCE):
            code = await self.process.wait()
        assert code == 0, f"it ended with {code}:\n{self.log.read_text()[-2000:]}"
        self.process = None
        return time.monotonic() - began

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def invites(self) -> dict[str, Any]:
        """What `tocsin admin invite --json` prints: the first administrator's way in."""
        asked = await self._tocsin("admin", "invite", "--json")
        said, _ = await asked.communicate()
        assert asked.returncode == 0
        found: dict[str, Any] = json.loads(said)
        self.secrets |= {found["code"], found["code"].replace(" ", "")}
        return found

    async def _tocsin(
        self, *words: str, log: int | None = None
    ) -> asyncio.subprocess.Process | Twin:
        """Says it all into `log`, or its output to `communicate`."""
        ours = ("TOCSIN_", "PYTHONDONTWRITEBYTECODE")  # what is compiled once starts sooner
        clean = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
        environment = {**clean, "PYTHONPATH": str(ROOT), **self.environment}
        line = (*words, "--config", str(self.home / "config.toml"))
        if self.twin and not self.inside:
            return begin(self.program, line, self.home, environment, log)
        return await asyncio.create_subprocess_exec(
            *self.inside, sys.executable, "-m", self.program, *line, cwd=self.home,
            env=environment, stdout=asyncio.subprocess.PIPE if log is None else log, stderr=log,
        )  # fmt: skip

    def _configuration(self) -> str:
        """Quiet hours are at the other end of the day, whenever the test runs."""
        night = datetime.now(ZONE) + timedelta(hours=12)
        quiet = f"{night:%H:%M}-{night + timedelta(minutes=1):%H:%M}"
        return f"""
            [community]
            name = "CPTS du Pays de Garance"
            towns = ["Saint-Aubin", "Garance", "Villeneuve"]
            contact = "02 40 00 00 00"
            quiet_hours = "{quiet}"
            {self.platform()}
            [database]
            url = "{self.database}"
            [web]
            listen = "127.0.0.1:{self.port}"
            [log]
            format = "json"
        """

    def lines(self) -> list[dict[str, Any]]:
        """The log. A line that is no JSON fails; so do errors, unless the test makes them."""
        found = [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()]
        if not self.faulty:
            bad = [x for x in found if x["level"] in ("error", "critical")]
            assert not bad, f"it stumbled: {bad}"
        return found

    def keeps_secrets(self) -> None:
        """Nothing that was written to or by people is in the log, and nothing that lets in."""
        self.lines()
        log = self.log.read_text(encoding="utf-8")
        told = [c for c in self.secrets | self.canaries() if c in log or json.dumps(c)[1:-1] in log]
        assert not told, f"in the log: {told}"
