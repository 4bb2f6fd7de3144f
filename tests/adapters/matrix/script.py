"""A homeserver that is nothing but what it says to a sync, and the adapter that listens to it."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from bot.adapters.matrix.entering import Entrance
from bot.adapters.matrix.learning import Learning
from bot.adapters.matrix.line import Line
from bot.adapters.matrix.parts import Parts, put_together
from bot.adapters.matrix.session import Session, Wanted, opened
from bot.core import Event, Said
from tests.adapters.matrix.device import QUICK

Json = dict[str, Any]
ME, ANA, ROOM = "@tocsin:tocsin.test", "@ana:tocsin.test", "!ana:tocsin.test"
UPLOADED = {"one_time_key_counts": {"signed_curve25519": 50}}
LEFT = {
    "device_one_time_keys_count": {"signed_curve25519": 50},
    "device_unused_fallback_key_types": ["signed_curve25519"],
}
"""Nobody has taken a key."""
NONE = {"errcode": "M_NOT_FOUND", "error": "no"}
AGAIN = 3
"""As often is one sync asked for; who asks once more will never hear what comes after it."""


class Deaf(BaseException):
    """Nothing that is told later will be heard. No loop goes on after it."""


class Script(Line):
    """What it told before one token it tells again, as any homeserver does. It knows of nothing
    else, and takes keys."""

    def __init__(self) -> None:
        super().__init__("http://nowhere.test", QUICK)
        self.direct: dict[str, list[str]] = {ANA: [ROOM]}
        self.sent: list[str] = []
        self._syncs: dict[str, Json] = {}
        self._asked: dict[str, int] = {}
        self._news, self._turns = asyncio.Event(), asyncio.Event()
        self._last = self._at = ""

    def tells(self, sync: Mapping[str, Any]) -> str:
        """Next. The token that it ends with."""
        following = f"s{len(self._syncs)}"
        self._syncs[self._last] = {**LEFT, **sync, "next_batch": following}
        self._last = following
        self._news.set()
        return following

    def _answered(self, path: str) -> tuple[int, bytes]:
        found: Json = NONE
        if path == "/keys/upload":
            found = UPLOADED
        elif path.endswith("account_data/m.direct"):
            found = self.direct
        elif "/send/" in path:
            self.sent.append(unquote(path.split("/")[2]))
            self._turns.set()
            found = {"event_id": f"${len(self.sent)}"}
        return 404 if found is NONE else 200, json.dumps(found).encode()

    async def has_got(self, all_of_it: Callable[[Sequence[str]], bool]) -> None:
        """As the rooms tell in which something was said."""
        while not all_of_it(self.sent):
            self._turns.clear()
            await self._turns.wait()

    async def is_asked_after(self, token: str) -> None:
        """What was told before is kept."""
        while self._at != token:
            self._turns.clear()
            await self._turns.wait()

    async def upload(self, data: bytes, mime: str, name: str) -> str:
        return "mxc://nowhere.test/1"

    async def raw(
        self, method: str, path: str, data: Mapping[str, Any] | None = None, *,
        wait: float | None = None, query: Mapping[str, object] = {},
    ) -> tuple[int, bytes]:  # fmt: skip
        if path != "/sync":
            return self._answered(path)
        since = self._at = str(query["since"])
        self._turns.set()
        while since not in self._syncs:
            self._news.clear()
            await self._news.wait()
        asked = self._asked[since] = self._asked.get(since, 0) + 1
        if asked > AGAIN:
            raise Deaf(json.dumps(self._syncs[since])[:3000])
        return 200, json.dumps(self._syncs[since]).encode()


class Ear:
    """`batches` are what it has handed over, one for each sync that told it something."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.batches: list[Sequence[Event]] = []
        self.parts: Parts
        self.tasks: asyncio.Future[Any]

    async def intake(self, events: Sequence[Event], cursor: str) -> None:
        self.batches.append(events)

    async def hears(self, sync: Mapping[str, Any]) -> None:
        """Until it asks for what comes after it."""
        told = asyncio.ensure_future(self.script.is_asked_after(self.script.tells(sync)))
        await asyncio.wait([told, self.tasks], return_when="FIRST_COMPLETED")
        if not told.done():
            told.cancel()
            await self.tasks

    @property
    def words(self) -> list[str]:
        return [e.text for batch in self.batches for e in batch if isinstance(e, Said)]


@asynccontextmanager
async def listening(home: Path) -> AsyncIterator[Ear]:
    """In one direct room with Ana."""
    script = Script()
    wanted = Wanted("http://nowhere.test", ME, "a secret", home)
    client = opened(wanted, Session(ME, "TOCSIN", "token"))
    ear = Ear(script)

    def note(part: str, wrong: str) -> None:
        """It is told otherwise if it cannot hear."""

    ear.parts = parts = await put_together(
        client, script, wanted, (), QUICK, Learning(), Entrance(wanted, script, QUICK, note),
        note, lambda payload: "",
    )  # fmt: skip
    ear.tasks = asyncio.gather(
        parts.syncing.run(ear.intake, ""), parts.doors.run(), parts.upkeep.run()
    )
    try:
        await ear.hears({})
        await ear.hears(says(ROOM, *state(), here="state"))
        yield ear
    finally:
        ear.tasks.cancel()
        await asyncio.gather(ear.tasks, return_exceptions=True)
        await script.close()
        client.forget()


def state(user: str = ANA) -> list[Json]:
    """A direct room with the bot, neither encrypted nor named."""
    created = {"room_version": "11", "creator": user}
    return [
        event("m.room.create", created, by=user, state_key=""),
        *(event("m.room.member", {"membership": "join"}, state_key=who) for who in (user, ME)),
    ]


def event(kind: str, content: Any, *, by: str = ANA, **more: Any) -> Json:
    known = {"event_id": f"${secrets.token_hex(8)}", "origin_server_ts": 1_790_000_000_000}
    return {**known, "type": kind, "sender": by, "content": content, **more}


def words(*texts: str, by: str = ANA) -> list[Json]:
    return [event("m.room.message", {"msgtype": "m.text", "body": text}, by=by) for text in texts]


def says(room: str, *events: Json, here: str = "timeline") -> Json:
    """A sync in which this is told of a room."""
    return {"rooms": {"join": {room: {here: {"events": list(events)}}}}}
