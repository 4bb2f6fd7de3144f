"""The Matrix adapter: the port, put together from the parts beside it."""

import asyncio
import logging
from collections.abc import Awaitable, Collection, Sequence
from datetime import timedelta
from typing import Any, TypeVar

from bot.adapters.matrix.entering import Entrance
from bot.adapters.matrix.errors import NAME, Broken, Refused, failure
from bot.adapters.matrix.fetching import fetched
from bot.adapters.matrix.learning import Learning
from bot.adapters.matrix.line import Line
from bot.adapters.matrix.odd import Odd, strange
from bot.adapters.matrix.parts import Parts, put_together
from bot.adapters.matrix.session import Wanted
from bot.adapters.matrix.times import Times
from bot.core import ChatRef, Lang, Role, Wording
from bot.core.errors import SendFailed
from bot.core.ports import Abilities, Intake, MenuEntry, Pace

log = logging.getLogger(__name__)

T = TypeVar("T")
NO_LINE_WAIT = timedelta(seconds=0.2)
"""Nothing was asked of the homeserver, and when it is back nobody waits for more than that."""


class Matrix:
    """One account on one homeserver, one device. Passwords, tokens and the secret of the store are
    never shown, not in an error either."""

    platform = NAME
    abilities = Abilities(
        repeats_safely=True, edits=True, signs=True, notices=False, commands="!", caption=0
    )  # fmt: skip

    def __init__(
        self, wanted: Wanted, *, allowed_servers: Collection[str] = (), times: Times | None = None
    ) -> None:
        self._wanted, self._allowed, self._times = wanted, allowed_servers, times or Times()
        self._line, self._learning = Line(wanted.homeserver, self._times), Learning()
        self._entrance = Entrance(wanted, self._line, self._times, self._note)
        self._parts: Parts | None = None
        self._put_together = asyncio.Event()
        self._flying: set[asyncio.Task[Any]] = set()
        self._wrong: dict[str, str] = {}

    @property
    def pace(self) -> Pace:
        """As fast as the homeserver has let us so far."""
        rate = self._learning.rate
        return Pace(everyone=(rate, 1), edit_private=1.0, edit_group=3.0, in_flight=20)

    @property
    def answered_at(self) -> float:
        """By `time.monotonic`."""
        return self._line.answered_at

    @property
    def trouble(self) -> str:
        """What is wrong; "" if nothing is, and it hears and speaks."""
        ready = self._parts is not None and self._parts.syncing.ready.is_set()
        return ", ".join(self._wrong.values()) or ("" if ready else "not logged in yet")

    # The port

    async def receive(self, intake: Intake, cursor: str) -> None:
        client = await self._entrance.client()
        self._parts = parts = await put_together(
            client, self._line, self._wanted, self._allowed, self._times, self._learning,
            self._entrance, self._note, self.invite_link,
        )  # fmt: skip
        self._put_together.set()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(parts.syncing.run(intake, cursor))
            tasks.create_task(parts.doors.run())
            tasks.create_task(parts.upkeep.run())

    async def send(self, chat: ChatRef, wording: Wording, *, key: str) -> str:
        parts = await self._ready()
        return await self._whole(parts.posting.send(chat, wording, key))

    async def edit(self, chat: ChatRef, message: str, wording: Wording) -> None:
        """What is one person's own is not written anew before the eyes of others."""
        parts = await self._ready()
        if parts.rooms.is_crowded(chat.chat):
            raise SendFailed("others read here", permanent=True)
        await self._whole(parts.posting.edit(chat, message, wording))

    async def mark(self, chat: ChatRef, message: str, signs: Sequence[str], *, key: str) -> None:
        """Where reactions are not allowed the chat goes on without."""
        parts = await self._ready()
        apart = self._learning.apart()
        try:
            await self._whole(parts.posting.mark(chat, message, signs, key, apart))
        except SendFailed as no:
            raise (SendFailed(str(no), permanent=True) if no.gone else no) from no

    async def fetch(self, file: str) -> bytes:
        await self._ready()
        return await self._whole(fetched(self._line, file))

    async def leave(self, chat: ChatRef) -> None:
        parts = await self._ready()
        await self._whole(parts.doors.go_out(chat.chat))

    async def may_write(self, chat: ChatRef) -> bool:
        return (await self._ready()).rooms.may_speak(chat.chat)

    async def let_go(self) -> None:
        """The store of keys is left to whoever begins next; a send that is cut off is begun anew
        under its own key."""
        await self._land(0.0)
        self._parts = None
        self._put_together.clear()

    async def acknowledge(self, token: str, notice: str) -> None:
        """A reaction waits for nothing."""

    async def menu(
        self, chat: ChatRef | None, role: Role, lang: Lang, entries: Sequence[MenuEntry]
    ) -> None:
        """Apps show no menu of a bot's commands; `!aide` does."""

    def is_private(self, chat: ChatRef) -> bool:
        return self._parts is None or self._parts.rooms.is_private(chat.chat)

    def invite_link(self, payload: str) -> str:
        """A room with the bot; the code is then typed, since no link can carry it there."""
        return f"https://matrix.to/#/{self._wanted.user}"

    def group_link(self, payload: str) -> str:
        """Whoever has a room invites the bot there."""
        return ""

    # Its life

    async def up(self) -> None:
        """Until it is logged in, its device signed, its rooms known."""
        await self._put_together.wait()
        assert self._parts is not None
        await self._parts.syncing.ready.wait()

    async def close(self) -> None:
        """What is in flight lands first. What does not is begun anew by the next process, with
        new keys."""
        await self._land(self._times.end)
        await self._line.close()

    async def _land(self, seconds: float) -> None:
        if self._flying and seconds:
            await asyncio.wait(self._flying, timeout=seconds)
        for task in self._flying:
            task.cancel()
        await asyncio.gather(*self._flying, return_exceptions=True)
        if self._parts is not None:
            self._parts.client.forget()
        self._entrance.leave()

    async def _ready(self) -> Parts:
        """While nothing can be sent, nothing is asked of the homeserver. Raises SendFailed."""
        if self._parts is None or not self._parts.syncing.ready.is_set():
            raise failure(Broken("not logged in", 503))
        try:
            async with asyncio.timeout(self._times.broken[-1]):
                await self._line.up()
        except TimeoutError:
            raise SendFailed("no connection", wait=NO_LINE_WAIT, everyone=True) from None
        return self._parts

    async def _whole(self, work: Awaitable[T]) -> T:
        """To its end, even if whoever asked for it is cancelled. Raises SendFailed."""
        task = asyncio.ensure_future(work)
        self._flying.add(task)
        task.add_done_callback(self._flying.discard)
        try:
            with strange(Refused, Broken):
                return await asyncio.shield(task)
        except (Refused, Broken, Odd) as no:
            if isinstance(no, Odd):
                log.exception("matrix send failed")
            raise failure(no) from no

    def _note(self, part: str, wrong: str) -> None:
        """What is wrong with a part ("" for nothing); said in the log when it changes."""
        if self._wrong.get(part, "") == wrong:
            return
        if wrong:
            self._wrong[part] = wrong
            log.warning("matrix trouble", extra={"reason": wrong})
        else:
            log.info("matrix mended", extra={"reason": self._wrong.pop(part)})
