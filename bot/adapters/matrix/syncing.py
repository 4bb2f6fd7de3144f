"""Our own loop around sync: what was told is on disk before the next is asked for.

`sync_forever` saves its token before anything is handled, spins on errors, and ends on the first
exception of a handler (docs/decisions/0008).
"""

import asyncio
import json
import logging
import random
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from bot.adapters.matrix.client import Client, Raw
from bot.adapters.matrix.entering import REVOKED
from bot.adapters.matrix.errors import Broken, Refused, answer
from bot.adapters.matrix.hearing import Hearing
from bot.adapters.matrix.late import Late
from bot.adapters.matrix.line import Line
from bot.adapters.matrix.times import Times
from bot.core import Event
from bot.core.ports import Intake

log = logging.getLogger(__name__)

FILTER: dict[str, dict[str, Any]] = {
    "room": {"timeline": {"limit": 100}, "ephemeral": {"types": []}},
    "presence": {"types": []},
}
LONGEST = 4096
"""Characters of a token: one that fits into no address could never be asked from."""

HASTE = 0.5
"""Seconds; a poll that ends sooner than this has not waited for news."""

REST = 0.25
"""Seconds between two polls while many are being written to: each would tell us of what we have
just said, and cost the homeserver as much as saying it."""

REPEATED = 3


class Syncing:
    """`cursors` are asked for the oldest token that may not be passed yet; `kept` are told when a
    batch is on disk; `busy`: are many being written to?"""

    def __init__(
        self, client: Client, line: Line, times: Times, hearing: Hearing, late: Late,
        cursors: Sequence[Callable[[str], str]], kept: Callable[[Raw], None],
        revoked: Callable[[Refused], Awaitable[None]], note: Callable[[str, str], None],
        busy: Callable[[], bool],
    ) -> None:  # fmt: skip
        self._client, self._line, self._times, self._hearing = client, line, times, hearing
        self._late, self._cursors, self._kept = late, cursors, kept
        self._revoked, self._note, self._busy = revoked, note, busy
        self._owed: list[Event] = []
        self._lost, self._first, self._kept_at = 0, True, ""
        self._passed: list[str] = []
        self._repeated, self._poll = 0, 0.0
        self.since, self.ready = "", asyncio.Event()

    async def run(self, intake: Intake, cursor: str) -> None:
        """Until cancelled: whatever happens, it goes on."""
        self.since = self._kept_at = cursor
        while True:
            try:
                await self._turn(intake)
            except Refused as no:
                what = REVOKED if no.revoked else f"sync is refused ({no.code})"
                self._failed(what, at_once=no.revoked)
                await (self._revoked(no) if no.revoked else asyncio.sleep(no.wait or self._pause()))
            except Broken as no:
                self._failed(f"the homeserver cannot be reached ({no})")
                await (self._line.back() if self._line.down else asyncio.sleep(self._pause()))
            except Exception as bug:
                if not self._lost:
                    log.error("sync not kept", exc_info=bug)
                self._failed("what the homeserver tells cannot be kept", at_once=True)
                await asyncio.sleep(self._pause())
            else:
                self._lost = 0
                self._note("sync", "")
                await asyncio.sleep(REST if self._busy() else 0)

    def _failed(self, what: str, *, at_once: bool = False) -> None:
        """One connection that breaks is no trouble yet: often it was just idle."""
        self._lost += 1
        if self._lost > 1 or at_once:
            self._note("sync", what)

    def _pause(self) -> float:
        pauses = self._times.broken
        return pauses[min(self._lost, len(pauses)) - 1] * random.uniform(0.95, 1.05)

    async def _turn(self, intake: Intake) -> None:
        """One sync. The next begins from where this one ended only if all of it was kept."""
        began = asyncio.get_running_loop().time()
        sync, body = await self._asked()
        following = str(sync["next_batch"])
        self._client.take(body)
        self.ready.set()  # every room is known, and whether it is encrypted
        said = [*self._hearing.keys_told(sync), *await self._hearing.told(sync, self.since)]
        self._owed += self._late_ones()
        events, cursor = [*self._owed, *said], self._cursor(following)
        if events or cursor != self._kept_at:
            await intake(events, cursor)
        self._owed, self._kept_at = [], cursor
        moved = following != self.since or self._first
        self.since, self._first = following, False
        if moved:
            self._repeated = 0
            self._note("token", "")
            self._kept(sync)
        elif asyncio.get_running_loop().time() - began < min(HASTE, self._poll / 2):
            await self._stuck()

    async def _asked(self) -> tuple[Raw, bytes]:
        """Raises Refused or Broken."""
        late = self._late.soonest()
        poll = 0.0 if self._first or self._lost else self._times.poll
        poll = self._poll = poll if late is None else min(poll, late)
        query = {
            "since": self.since, "timeout": int(poll * 1000), "filter": json.dumps(FILTER),
            "full_state": "true" if self._first else "",
        }  # fmt: skip
        patience = self._times.poll if self._lost else poll  # there is much to catch up on
        wait = self._times.answer if self._first else patience + self._times.slack
        status, body = await self._line.raw("GET", "/sync", query=query, wait=wait)
        sync = answer(status, body)
        following = sync.get("next_batch")
        if not isinstance(following, str) or not 0 < len(following) <= LONGEST:
            raise Broken("a sync without an end")
        return sync, body

    def _late_ones(self) -> list[Event]:
        """Those whose key has come at last, and those for which none will."""
        found = [*self._late.opened(), *self._late.given_up()]
        return [event for room, raw in found for event in self._hearing.late(room, raw)]

    def _cursor(self, following: str) -> str:
        """The oldest of those who need to be told again: tokens of ours, in their order."""
        self._passed.append(self.since)
        wanted = {found for ask in self._cursors if (found := ask(following)) != following}
        for n, token in enumerate(self._passed):
            if token in wanted:
                del self._passed[:n]
                return token
        self._passed.clear()
        return following

    async def _stuck(self) -> None:
        """The server says at once that there is news, and then the same again and again: some
        have been seen to do so for hours."""
        self._repeated += 1
        if self._repeated < REPEATED:
            return await asyncio.sleep(self._times.broken[0])
        self._note("token", "the homeserver tells the same again and again")
        await asyncio.sleep(self._times.broken[-1])
