"""Machines of a network, as network namespaces on this one, and cables to them that can be pulled.

A process `inside` a machine sees its cables and nothing else. For those who are root.
"""

import asyncio
import contextlib
import itertools
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

_numbers = itertools.count()
CALL = re.compile(rb"POST /bot[^/]+/(\w+)", re.IGNORECASE)


def _ip(*words: str) -> None:
    subprocess.run(("ip", *words), check=True, capture_output=True)


@cache
def can_be_laid() -> bool:
    if os.geteuid() != 0 or shutil.which("ip") is None:
        return False
    try:
        with machine("try"):
            return True
    except subprocess.CalledProcessError:
        return False


@dataclass(frozen=True)
class Cable:
    """`here` is the address of this end, for whoever listens to the machine."""

    name: str
    here: str

    def pull(self) -> None:
        """Nobody is told: what is sent goes nowhere."""
        _ip("link", "set", self.name, "down")

    def plug(self) -> None:
        _ip("link", "set", self.name, "up")


@dataclass
class Machine:
    name: str
    cables: list[Cable] = field(default_factory=list)

    @property
    def inside(self) -> tuple[str, ...]:
        return ("ip", "netns", "exec", self.name)

    def cable(self) -> Cable:
        """One more, from here to it; 198.18.0.0/15 is for tests (RFC 2544)."""
        number = next(_numbers)
        net = f"198.{18 + os.getpid() % 2}.{os.getpid() // 2 % 64 * 4 + number // 32 % 4}"
        first = number % 32 * 8
        ours, theirs = f"tc{os.getpid() % 10**6}-{number}", f"tm{os.getpid() % 10**6}-{number}"
        _ip("link", "add", ours, "type", "veth", "peer", "name", theirs, "netns", self.name)
        _ip("addr", "add", f"{net}.{first + 1}/30", "dev", ours)
        _ip("link", "set", ours, "up")
        _ip("-n", self.name, "addr", "add", f"{net}.{first + 2}/30", "dev", theirs)
        _ip("-n", self.name, "link", "set", theirs, "up")
        self.cables.append(Cable(ours, f"{net}.{first + 1}"))
        return self.cables[-1]


@contextlib.contextmanager
def machine(name: str) -> Iterator[Machine]:
    """Gone at the end, with its cables."""
    made = Machine(f"tocsin-{os.getpid()}-{name}")
    _ip("netns", "add", made.name)
    try:
        _ip("-n", made.name, "link", "set", "lo", "up")
        yield made
    finally:
        for cable in made.cables:
            subprocess.run(("ip", "link", "del", cable.name), check=False, capture_output=True)
        _ip("netns", "del", made.name)


class Ear:
    """Passes on what comes by a cable to a server of this machine, and notes when each method was
    called."""

    def __init__(self, cable: Cable, port: int) -> None:
        self._cable, self._to = cable, port
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.Task[None]] = set()
        self.heard: list[tuple[float, str]] = []

    @property
    def url(self) -> str:
        assert self._server
        return f"http://{self._cable.here}:{self._server.sockets[0].getsockname()[1]}"

    async def __aenter__(self) -> "Ear":
        self._server = await asyncio.start_server(self._answer, self._cable.here, 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server
        self._server.close()
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._open.add(task)
        task.add_done_callback(self._open.discard)
        inner, out = await asyncio.open_connection("127.0.0.1", self._to)
        try:
            await asyncio.gather(self._pass(reader, out, note=True), self._pass(inner, writer))
        except (OSError, asyncio.CancelledError):
            return
        finally:
            for end in (out, writer):
                end.close()

    async def _pass(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, note: bool = False
    ) -> None:
        while data := await reader.read(65536):
            if note and (found := CALL.search(data)):
                self.heard.append((time.monotonic(), found[1].decode().lower()))
            writer.write(data)
            await writer.drain()
        writer.close()
