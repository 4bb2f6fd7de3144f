"""A real Synapse on loopback, with SQLite, that knows no other server."""

import asyncio
import hashlib
import hmac
import os
import secrets
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from tests.ports import free_port
from tests.servers.matrix import api, homeserver, install
from tests.servers.matrix.api import PATIENCE, V3, Json

NAME = "tocsin.test"
QUICK = Path(__file__).parent / "quick.py"


@dataclass(frozen=True)
class Account:
    """Someone registered, logged in on one device."""

    user: str
    password: str
    token: str
    device: str

    @property
    def localpart(self) -> str:
        return self.user[1:].partition(":")[0]


@dataclass
class Synapse:
    """`limits`: those that Synapse has by default; else none. Nothing in it is bound to a loop."""

    home: Path
    limits: bool = False
    name: str = NAME
    port: int = field(default_factory=lambda: free_port())
    secret: str = field(default_factory=lambda: secrets.token_hex(16))
    _process: "subprocess.Popen[bytes] | None" = None
    _admin: Account | None = None

    def __post_init__(self) -> None:
        more = {"name": self.name, "port": self.port, "secret": self.secret}
        homeserver.write(self.home, **more, limits=self.limits)  # type: ignore[arg-type]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.home / "synapse.log"

    async def start(self) -> None:
        self.spawn()
        await self.ready()

    def spawn(self) -> None:
        assert self._process is None, "it runs already"
        python = install.synapse() / "bin" / "python"
        command = (python, "-I", QUICK, "-c", self.home / "homeserver.yaml")
        clean = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        with (self.home / "output").open("ab") as output:
            self._process = subprocess.Popen(
                command, cwd=self.home, env=clean, stdin=subprocess.PIPE,
                stdout=output, stderr=output,
            )  # fmt: skip

    async def ready(self) -> None:
        async with asyncio.timeout(PATIENCE):
            while not await self._answers():
                assert self._process, "it was stopped"
                assert self._process.poll() is None, self._said()
                await asyncio.sleep(0.03)

    async def stop(self) -> None:
        """In order; what it knows stays."""
        await self._end("terminate")

    async def kill(self) -> None:
        await self._end("kill")

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def register(self, name: str, *, admin: bool = False, password: str = "") -> Account:
        """A new user, logged in. `name`: what stands before the colon."""
        where, password = "/_synapse/admin/v1/register", password or secrets.token_hex(8)
        nonce = (await self.api("GET", where))["nonce"]
        said = "\0".join((nonce, name, password, "admin" if admin else "notadmin"))
        mac = hmac.new(self.secret.encode(), said.encode(), hashlib.sha1).hexdigest()
        found = await self.api(
            "POST", where, nonce=nonce, username=name, password=password, admin=admin, mac=mac
        )
        return Account(found["user_id"], password, found["access_token"], found["device_id"])

    async def login(self, account: Account, device: str | None = None) -> Account:
        """The same user on another device, or on one named before."""
        who = {"type": "m.id.user", "user": account.user}
        more = {"device_id": device} if device else {}
        found = await self.api(
            "POST", f"{V3}/login", type="m.login.password", identifier=who,
            password=account.password, **more,
        )  # fmt: skip
        return Account(account.user, account.password, found["access_token"], found["device_id"])

    async def override_ratelimit(self, user: str, per_second: int = 0, burst: int = 0) -> None:
        """No limits for this user (0), or others than the server's."""
        where = f"/_synapse/admin/v1/users/{user}/override_ratelimit"
        await self.admin("POST", where, messages_per_second=per_second, burst_count=burst)

    async def admin(self, method: str, path: str, **body: Any) -> Json:
        """As an administrator of the server."""
        if self._admin is None:
            self._admin = await self.register(f"root-{secrets.token_hex(3)}", admin=True)
        return await self.api(method, path, token=self._admin.token, **body)

    async def api(self, method: str, path: str, token: str = "", **body: Any) -> Json:
        return await api.call(self.url, method, path, token, **body)

    async def _end(self, how: str) -> None:
        if self._process is None:
            return
        getattr(self._process, how)()
        await asyncio.to_thread(_is_gone, self._process)
        self._process = None

    async def _answers(self) -> bool:
        try:
            await self.api("GET", "/_matrix/client/versions")
        except aiohttp.ClientError:
            return False
        return True

    def _said(self) -> str:
        return "Synapse ended by itself:\n" + (self.home / "output").read_text()[-3000:]


def _is_gone(process: "subprocess.Popen[bytes]") -> None:
    with process:  # waits, and closes its input
        pass
