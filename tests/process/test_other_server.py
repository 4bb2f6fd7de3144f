"""A cross-check against a Bot API server that nobody here wrote: npm's telegram-test-api.

It knows far less than ours, and what it knows it knows from somebody else's reading of the
documentation. One person joins by the first code, calls, and another answers.
"""

import asyncio
import hashlib
import os
import shutil
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.needs import NEEDS, need
from tests.ports import free_port
from tests.process.books import PATIENCE
from tests.process.bot import Bot
from tests.process.people import SPACES, soon
from tests.servers.telegram import TOKEN

pytestmark = [pytest.mark.process, pytest.mark.node, pytest.mark.timeout(300)]
HERE = Path(__file__).parent / "node"
FILES = ("package.json", "package-lock.json")
Json = dict[str, Any]


@pytest.fixture
async def modules(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The packages of the lock file, installed once and kept in the user's cache."""
    lock = (HERE / "package-lock.json").read_bytes()
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    kept = cache / "tocsin-tests" / hashlib.sha256(lock).hexdigest()[:16]
    if not kept.exists():
        fresh = kept.with_name(f"{kept.name}.{os.getpid()}")
        fresh.mkdir(parents=True)
        for name in FILES:
            shutil.copy(HERE / name, fresh)
        npm = await asyncio.create_subprocess_exec(
            *("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
            *("--fetch-retries=1", "--fetch-retry-mintimeout=1000"), cwd=fresh,
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        _, said = await npm.communicate()
        if npm.returncode:
            shutil.rmtree(fresh)
            errors = [x for x in said.decode().splitlines() if x.startswith("npm error")]
            why = f"npm cannot install the other server ({'; '.join(errors[:2])})"
            monkeypatch.setitem(NEEDS, "node", (lambda: None, why))
            need("node")
        with_nobody_else(fresh, kept)
    return kept / "node_modules"


def with_nobody_else(fresh: Path, kept: Path) -> None:
    """Two test runs may install at once: the first is kept."""
    try:
        fresh.rename(kept)
    except OSError:
        shutil.rmtree(fresh)


@dataclass
class Other:
    url: str
    session: aiohttp.ClientSession

    async def post(self, where: str, body: Json) -> Any:
        async with self.session.post(f"{self.url}/{where}", json=body) as answer:
            return (await answer.json())["result"]

    async def shown(self, chat: int) -> list[Json]:
        """What the bot wrote in this chat, as it stands: text, reply_markup, message_id."""
        found = await self.post("getUpdatesHistory", {"token": TOKEN})
        mine = [x for x in found if str(x.get("message", {}).get("chat_id")) == str(chat)]
        return [{**x["message"], "message_id": x["messageId"]} for x in mine]


@dataclass
class Someone:
    """A person as that server imagines one."""

    there: Other
    id: int
    name: str

    async def says(self, text: str) -> None:
        entities = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        command = text.startswith("/")
        body = self._body() | {"text": text} | ({"entities": entities} if command else {})
        await self.there.post("sendCommand" if command else "sendMessage", body)

    async def taps(self, label: str) -> None:
        def key(message: Json) -> tuple[Json, Json] | None:
            rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
            return next(((message, b) for row in rows for b in row if label in b["text"]), None)

        message, button = await self._until(key, f"a button {label!r}")
        body = self._body() | {"data": button["callback_data"]}
        body["message"] = self._body() | {"message_id": message["message_id"]}
        await self.there.post("sendCallback", body)

    async def sees(self, *words: str) -> None:
        def has(message: Json) -> Json | None:
            text = str(message.get("text", "")).translate(SPACES)
            return message if all(word in text for word in words) else None

        await self._until(has, f"{words}")

    async def _until(self, look: Callable[[Json], Any], what: str) -> Any:
        deadline = time.monotonic() + PATIENCE
        for turn in count():
            shown = await self.there.shown(self.id)
            for message in reversed(shown):
                if (found := look(message)) is not None:
                    return found
            if time.monotonic() > deadline:
                raise AssertionError(f"{self.name} does not see {what}, but {shown[-3:]}")
            await asyncio.sleep(0.05 if turn < 20 else 0.3)

    def _body(self) -> Json:
        person = {"id": self.id, "first_name": self.name, "is_bot": False, "language_code": "fr"}
        chat = {"id": self.id, "first_name": self.name, "type": "private"}
        return {"botToken": TOKEN, "from": person, "chat": chat, "date": int(time.time())}


@asynccontextmanager
async def other_server(modules: Path) -> AsyncIterator[Other]:
    port = free_port()
    node = await asyncio.create_subprocess_exec(
        "node", str(HERE / "server.js"), str(port),
        stdout=asyncio.subprocess.PIPE, env={**os.environ, "NODE_PATH": str(modules)},
    )  # fmt: skip
    assert node.stdout
    try:
        assert await node.stdout.readline() == b"ready\n"
        async with aiohttp.ClientSession() as session:
            yield Other(f"http://127.0.0.1:{port}", session)
    finally:
        if node.returncode is None:
            node.kill()
        await node.wait()


async def joins(who: Someone, code: str, name: str, profession: str) -> None:
    await who.says(f"/start {code}")
    await who.taps("J'ai lu")
    await who.sees("Étape 1 sur 4")
    await who.says(name)
    await who.taps(profession)
    await who.taps("Saint-Aubin")
    await who.taps("Passer")


async def test_someone_joins_and_answers_on_a_server_nobody_here_wrote(
    modules: Path, bot: Bot
) -> None:
    async with other_server(modules) as there:
        bot.api_url = there.url
        await bot.start()
        claire, ana = Someone(there, 501, "Claire"), Someone(there, 502, "Ana")
        await joins(claire, (await bot.invites())["code"], "Claire Delaroche", "Médecin")
        await claire.sees("Votre rôle : administration")
        await joins(ana, (await bot.invites())["code"], "Ana Pereira", "Infirmière")
        await ana.sees("Votre rôle : administration")
        await claire.says(f"/mobiliser Centre | {soon()} 9h-13h | 1 infirmier | Gymnase | payé")
        await claire.taps("Envoyer")
        await ana.sees("APPEL À VOLONTAIRES · Centre", "il manque 1 infirmier sur 1")
        await ana.taps("9 h – 13 h")
        await ana.sees("C'est noté, vous venez :")
        await claire.sees("infirmier 1 sur 1 ✔")
