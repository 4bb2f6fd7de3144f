"""Logging in: with the keys that are on disk, if they are those that people know; else anew.

A device whose keys are lost can never be read again under its old name: apps remember the keys
they saw first. So a new device is made, and said to be one.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from typing import IO, Any

from bot.adapters.matrix import session
from bot.adapters.matrix.client import Client
from bot.adapters.matrix.errors import Broken, Refused
from bot.adapters.matrix.line import Line
from bot.adapters.matrix.session import NoStore, Session, Wanted
from bot.adapters.matrix.times import Times

log = logging.getLogger(__name__)

LOST = "the keys of the bot were lost: it is a new device, and cannot read what was sent before"
REVOKED = "the token is no longer good; give a fresh one, or a password"
ELSEWHERE = (
    "the keys of this token's device are not in the store: they were lost, or another program "
    "has them; give a password, or a fresh token"
)
OTHERS = (
    "the store holds other keys than the homeserver shows for this device; give a password, or a "
    "fresh token and an empty store"
)


@dataclass
class Entrance:
    """`note(part, wrong)` makes trouble visible, and its end."""

    wanted: Wanted
    line: Line
    times: Times
    note: Callable[[str, str], None]
    _lock: IO[bytes] | None = None
    _again: float = -1e9
    _fresh: Session | None = None

    async def client(self) -> Client:
        """However long it takes until the server is there and the keys open."""
        tries = 0
        while True:
            pause = self.times.broken[min(tries, len(self.times.broken) - 1)]
            try:
                found = await self._enter()
                self.note("login", "")
                return found
            except NoStore as no:
                self.note("login", str(no))
                pause = self.times.locked
            except Refused as no:
                self.note("login", f"the homeserver refuses the login ({no.code})")
                pause = no.wait or self.times.locked
            except Broken as no:
                self.note("login", f"the homeserver cannot be reached ({no})")
            tries += 1
            await asyncio.sleep(pause)

    async def _enter(self) -> Client:
        if self._lock is None:
            self._lock = session.lock(self.wanted)
        before = session.was_here(self.wanted)
        found = session.kept(self.wanted)
        if found is None and not self.wanted.password:
            found = await session.by_token(self.line, self.wanted.token)
        if found is None or not session.has_keys(self.wanted, found):
            return await self._anew(found, lost=before)
        client = session.opened(self.wanted, found)
        with ExitStack() as otherwise:
            otherwise.callback(client.forget)
            if await self._may_stay(client, found):
                session.keep(self.wanted, Session(found.user, found.device, self.line.token))
                otherwise.pop_all()
                return client
        if not self.wanted.password:
            raise NoStore(OTHERS)
        return await self._anew(None, lost=True)

    async def _may_stay(self, client: Client, found: Session) -> bool:
        """False where others know this device by other keys."""
        self.line.token = found.token
        try:
            return await self._known(client)
        except Refused as no:
            if not no.revoked:
                raise
        if not self.wanted.password:
            raise NoStore(REVOKED)
        return await self.again(client)

    async def again(self, client: Client) -> bool:
        """After a soft logout or a revoked token: the same device, if there is a password. Not
        twice in a row: somebody may be throwing us out. Raises Refused or Broken.

        https://spec.matrix.org/v1.13/client-server-api/#soft-logout
        """
        now = asyncio.get_running_loop().time()
        if not self.wanted.password or now - self._again < self.times.locked:
            return False
        self._again = now
        found = await session.log_in(self.line, self.wanted, client.device_id)
        client.access_token = found.token
        session.keep(self.wanted, found)
        return await self._known(client)

    async def _anew(self, found: Session | None, *, lost: bool) -> Client:
        """A device of which no keys are here: a new one, where there is a password."""
        if self.wanted.password:
            self._fresh = self._fresh or await session.log_in(self.line, self.wanted)
            found = self._fresh
        assert found is not None
        theirs = await served(self.line, found.user)
        if found.device in theirs["devices"]:
            raise NoStore(ELSEWHERE)
        client = session.opened(self.wanted, found)
        session.keep(self.wanted, found)
        self._fresh = None
        if lost or theirs["master"]:
            self.note("store", LOST)
        return client

    async def _known(self, client: Client) -> bool:
        """Does the server show for this device the keys that are here? After a logout it shows
        none: then they are told anew."""
        theirs = await served(self.line, client.user_id)
        shown = theirs["devices"].get(client.device_id)
        account = client.machine.account
        if shown is None:
            account.shared = False
            return True
        keys = shown.get("keys", {})
        return bool(keys.get(f"ed25519:{client.device_id}") == account.identity_keys["ed25519"])

    def leave(self) -> None:
        if self._lock is not None:
            self._lock.close()
            self._lock = None


async def served(line: Line, user: str) -> dict[str, Any]:
    """What anybody may see of this user's keys. Raises Refused or Broken."""
    told = await line.ask("POST", "/keys/query", {"device_keys": {user: []}})
    mine = {key: _of(told, key, user) for key in ("device_keys", "master_keys")}
    return {"devices": mine["device_keys"], "master": mine["master_keys"]}


def _of(told: Mapping[str, Any], key: str, user: str) -> Mapping[str, Any]:
    found = told.get(key)
    inner = found.get(user) if isinstance(found, Mapping) else None
    return inner if isinstance(inner, Mapping) else {}
