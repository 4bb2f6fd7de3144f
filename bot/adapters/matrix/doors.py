"""Coming into rooms and leaving them: done beside the sync, so that a slow door holds nobody up.

Who invites is answered by joining; what follows from it is told when the sync shows us inside.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from bot.adapters.matrix.client import Raw
from bot.adapters.matrix.errors import Broken, Refused
from bot.adapters.matrix.line import Line, part
from bot.adapters.matrix.odd import Odd, strange
from bot.adapters.matrix.times import Times

log = logging.getLogger(__name__)

REMEMBERED = 1000
"""Invitations, until the sync shows us inside."""


@dataclass(frozen=True, slots=True)
class Invited:
    """`by` whom; `since`: the sync's token before it was told; `via`: servers to join through."""

    by: str
    direct: bool
    since: str
    until: float
    via: str = ""


class Doors:
    """`allowed` are names of other servers: the bot's own always is."""

    def __init__(self, line: Line, times: Times, me: str, allowed: Collection[str]) -> None:
        self._line, self._times, self._me = line, times, me
        self._allowed = {me.partition(":")[2], *allowed}
        self._to_join: dict[str, Invited] = {}
        self._to_leave: dict[str, float] = {}
        self._asked: dict[str, Invited] = {}
        self._strangers: set[str] = set()
        self._rung = asyncio.Event()

    def rang(self, room: str, info: Raw, since: str) -> None:
        """Somebody invites us there."""
        found = _invitation(info, self._me)
        if found is None:
            return
        by, direct = found
        now = asyncio.get_running_loop().time()
        if self._welcome(by):
            self._join(room, Invited(by, direct, since, now + self._times.hold))
        else:
            self.leave(room)

    def follow(self, new: str, sender: str, since: str) -> None:
        """A room that was replaced goes on there."""
        until = asyncio.get_running_loop().time() + self._times.hold
        self._join(new, Invited("", False, since, until, via=sender.partition(":")[2]))

    def leave(self, room: str) -> None:
        self._to_leave.setdefault(room, 0.0)
        self._rung.set()

    async def go_out(self, room: str) -> None:
        """Now, by somebody's will. Raises Refused or Broken; where we are not, nothing."""
        for what in ("leave", "forget"):
            with suppress_final():
                await self._line.ask("POST", f"/rooms/{part(room)}/{what}", {})

    def invitation(self, room: str) -> Invited | None:
        """What we knew when we joined."""
        return self._asked.get(room)

    def cursor(self, next_batch: str) -> str:
        """From where those whom we have not followed yet would be told again."""
        now = asyncio.get_running_loop().time()
        for one in self._to_join.values():
            if one.until > now:
                return one.since
        return next_batch

    async def run(self) -> None:
        """Until cancelled."""
        await asyncio.gather(
            self._each(self._to_join, self._came_in), self._each(self._to_leave, self._went)
        )

    async def _each(
        self, rooms: Mapping[str, Any], done: Callable[[str], Awaitable[float]]
    ) -> None:
        while True:
            self._rung.clear()
            for room in list(rooms):
                try:
                    with strange():  # one door must not end the others
                        pause = await done(room)
                except Odd:
                    log.exception("a room could not be entered or left")
                    pause = self._times.broken[-1]
                await asyncio.sleep(pause)
            if not rooms:
                await self._rung.wait()

    def _join(self, room: str, found: Invited) -> None:
        self._to_join.setdefault(room, found)
        self._rung.set()

    def _welcome(self, inviter: str) -> bool:
        server = inviter.partition(":")[2]
        if server in self._allowed:
            return True
        if server not in self._strangers:
            self._strangers.add(server)
            log.warning("invitation from a server that is not allowed", extra={"server": server})
        return False

    async def _came_in(self, room: str) -> float:
        """Seconds until the next one."""
        found = self._asked[room] = self._to_join[room]
        while len(self._asked) > REMEMBERED:
            del self._asked[next(iter(self._asked))]
        try:
            await self._line.ask(
                "POST", f"/join/{part(room)}", {}, query={"server_name": found.via}
            )
        except Refused as no:
            if no.wait or no.revoked:
                return no.wait or self._times.locked
            log.info("invitation not followed", extra={"error": no.code})
        except Broken:
            return self._times.broken[-1]
        del self._to_join[room]
        return 0.0

    async def _went(self, room: str) -> float:
        """Slowly: a flood of invitations must not eat up what we may send."""
        try:
            await self.go_out(room)
        except Refused as no:
            return no.wait
        except Broken:
            return self._times.broken[-1]
        self._to_leave.pop(room, None)
        return self._times.trickle


@contextmanager
def suppress_final() -> Iterator[None]:
    """A refusal that no waiting changes is an end too."""
    try:
        yield
    except Refused as no:
        if no.wait:
            raise


def _invitation(info: Raw, me: str) -> tuple[str, bool] | None:
    """(by whom, is it a direct room), if it is us who are invited."""
    state = info.get("invite_state")
    events = state.get("events") if isinstance(state, Mapping) else None
    for event in events if isinstance(events, list) else ():
        content: Any = event.get("content") if isinstance(event, Mapping) else None
        if not isinstance(content, Mapping) or event.get("type") != "m.room.member":
            continue
        if event.get("state_key") == me and content.get("membership") == "invite":
            return str(event.get("sender")), content.get("is_direct") is True
    return None
