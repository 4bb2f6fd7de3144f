"""Processes that begin at once: each is a twin of one that has loaded the bot and waits.

To load it takes a second and a half of a processor, and the tests start it three hundred times.
A twin is a process like any other, with a number, an environment and an end of its own; only its
beginning is spared. What a start loads `tests/cli/test_start.py` sees, how long it takes
`tests/process/test_ends.py` and `bench`: nobody has a twin there.
"""

import asyncio
import gc
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from sqlalchemy.orm import configure_mappers

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0
"""Seconds that the first one gets to load."""
MOMENT = 0.01
"""Seconds between two looks whether one has ended."""
LOADED = (
    "bot.app", "bot.adapters.matrix", "bot.adapters.telegram", "bot.cli.community", "bot.logs",
    "bot.web", "handlers.people.minting", "storage.backups", "storage.schema", "storage.figures",
    "storage.migrations.plain_types", "alembic.command", "alembic.config",
)  # fmt: skip
"""Beside the command line itself: what its commands come to load."""


@dataclass
class Twin:
    """As much of `asyncio.subprocess.Process` as the tests use. `told` is a pipe: how it ended,
    as `returncode` has it."""

    pid: int
    told: int
    stdout: int | None
    _code: int | None = field(default=None, init=False)

    @property
    def returncode(self) -> int | None:
        """None as long as it lives; -9 if that signal ended it."""
        if self._code is None:
            try:
                self._code = int(os.read(self.told, 16) or b"-9")
                os.close(self.told)
            except BlockingIOError:
                return None
        return self._code

    async def wait(self) -> int:
        while self.returncode is None:  # noqa: ASYNC110 (nobody else looks at that pipe)
            await asyncio.sleep(MOMENT)
        assert self._code is not None
        return self._code

    async def communicate(self) -> tuple[bytes, None]:
        assert self.stdout is not None
        with os.fdopen(self.stdout, "rb") as stream:
            said = await asyncio.to_thread(stream.read)
        await self.wait()
        return said, None

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


def begin(
    program: str, words: Sequence[str], home: Path, environment: Mapping[str, str], log: int | None
) -> Twin:
    """Run that module with these words, in that folder. Both its streams go into the open file
    `log`, or its output to `communicate`."""
    reads, writes = (None, log) if log is not None else os.pipe()
    told, tells = os.pipe()
    os.set_blocking(told, False)
    asked = {
        "argv": [program, *words], "home": str(home), "environment": dict(environment),
        "log": log is not None,
    }  # fmt: skip
    assert writes is not None
    way = _first()
    try:
        socket.send_fds(way, [json.dumps(asked).encode()], [writes, tells])
        if not (born := way.recv(16)):
            raise ChildProcessError("the first one has ended; what it said stands above")
    except BaseException:  # an answer that comes later would be taken for the next one's
        way.close()
        _first.cache_clear()
        raise
    finally:
        os.close(tells)
        if log is None:
            os.close(writes)
    return Twin(int(born), told, reads)


@cache
def _first() -> socket.socket:
    """The way to the one of whom all others are twins; it ends when this process does."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.settimeout(PATIENCE)
    with theirs:
        subprocess.Popen(  # nobody waits for it
            [sys.executable, "-m", __name__, str(theirs.fileno())], cwd=ROOT,
            pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL,
        ).returncode = 0  # fmt: skip
    return ours


def _wait_for_orders(orders: socket.socket) -> dict[str, Any]:
    """Fork for each; returns in the twin, with what it shall be."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        asked, streams, *_ = socket.recv_fds(orders, 2**18, 2)
        if not asked:
            sys.exit()
        if os.fork() == 0:
            return _with_a_witness(orders, json.loads(asked), *streams)
        for one in streams:
            os.close(one)
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                continue


def _with_a_witness(
    orders: socket.socket, asked: dict[str, Any], stream: int, tells: int
) -> dict[str, Any]:
    """The witness stays behind to tell how its twin ends."""
    pid = os.fork()
    if pid:
        os.close(stream)
        orders.send(str(pid).encode())
        orders.close()
        ended = os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)  # its number stays its own
        assert ended is not None
        code = ended.si_status if ended.si_code == os.CLD_EXITED else -ended.si_status
        os.write(tells, str(code).encode())
        os._exit(0)
    orders.close()
    os.close(tells)
    os.dup2(stream, 1)
    if asked["log"]:
        os.dup2(stream, 2)
    os.close(stream)
    return asked


def _become(asked: dict[str, Any]) -> NoReturn:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.chdir(asked["home"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    program, *sys.argv[1:] = asked["argv"]
    runpy.run_module(program, run_name="__main__", alter_sys=True)
    sys.exit()


def main() -> NoReturn:
    from bot.cli import memory

    memory.load()
    for name in LOADED:
        import_module(name)
    configure_mappers()
    gc.freeze()  # no twin looks through it again, not even when it ends
    _become(_wait_for_orders(socket.socket(fileno=int(sys.argv[1]))))


if __name__ == "__main__":
    main()
