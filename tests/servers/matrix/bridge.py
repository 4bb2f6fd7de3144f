"""The node process in which people's clients live, and a connection to it: one for each test."""

import asyncio
import contextlib
import itertools
import json
import os
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.servers.matrix import install

PATIENCE = 60.0
LINE = 16 * 1024 * 1024
Json = dict[str, Any]


class BridgeError(Exception):
    """What the client said to what was asked of it. `code`: the server's, if it was the server."""

    def __init__(self, what: str, code: str | None) -> None:
        super().__init__(what)
        self.code = code


class Node:
    """The process; nothing in it is bound to a loop."""

    def __init__(self) -> None:
        self._home = tempfile.TemporaryDirectory(prefix="tocsin-js-")
        self.socket = str(Path(self._home.name) / "socket")
        self._process = subprocess.Popen(
            ("node", str(install.BRIDGE / "main.js"), self.socket), text=True,
            env={**os.environ, "MODULES": str(install.people() / "node_modules")},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        assert self._process.stdout
        assert self._process.stdout.readline() == "ready\n", "the bridge did not start"

    def stop(self) -> None:
        with self._process:  # closing its input ends it
            pass
        self._home.cleanup()


class Bridge:
    """Asks the process on behalf of people, and hands each what their client tells by itself."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writer = writer
        self._ids = itertools.count(1)
        self._asked: dict[int, asyncio.Future[Any]] = {}
        self._listeners: dict[str, Callable[[Json], None]] = {}
        self._reading = asyncio.create_task(self._read(reader))

    @classmethod
    async def to(cls, node: Node) -> "Bridge":
        return cls(*await asyncio.open_unix_connection(node.socket, limit=LINE))

    def listen(self, who: str, to: Callable[[Json], None]) -> None:
        self._listeners[who] = to

    async def ask(self, who: str, what: str, **args: Any) -> Any:
        assert not self._reading.done(), "the process has ended"
        number = next(self._ids)
        answer = self._asked[number] = asyncio.get_running_loop().create_future()
        line = {"id": number, "who": who, "ask": what, "args": args}
        self._writer.write(json.dumps(line).encode() + b"\n")
        async with asyncio.timeout(PATIENCE):
            return await answer

    async def close(self) -> None:
        self._reading.cancel()
        self._writer.close()
        with contextlib.suppress(asyncio.CancelledError):
            await self._reading
        with contextlib.suppress(ConnectionError):
            await self._writer.wait_closed()

    async def _read(self, reader: asyncio.StreamReader) -> None:
        while raw := await reader.readline():
            line: Json = json.loads(raw)
            if "id" in line:
                self._answered(line)
            elif listener := self._listeners.get(line.pop("who")):
                listener(line)
        for answer in self._asked.values():
            answer.set_exception(BridgeError("the process has ended", None))

    def _answered(self, line: Json) -> None:
        answer = self._asked.pop(line["id"])
        if answer.done():
            return
        if "error" in line:
            answer.set_exception(BridgeError(line["error"], line["code"]))
        else:
            answer.set_result(line["ok"])
