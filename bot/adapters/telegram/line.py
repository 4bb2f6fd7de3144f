"""Whether Telegram can be reached: while it cannot, one small question every few seconds is all
that is sent, and everything else waits."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from telegram.error import TelegramError

from bot.adapters.telegram.errors import NotSent, Refused, failure
from bot.adapters.telegram.refusals import Meaning

log = logging.getLogger(__name__)

DOUBT = 2
"""Failures in a row after which the line counts as down; one alone may be bad luck."""

POLLS = "polls"


@dataclass(frozen=True, slots=True)
class Health:
    """Whether all is well, since when it is as it is, and what is wrong."""

    ok: bool
    since: datetime
    why: str = ""


@dataclass
class Line:
    """`probe` asks the server anything at all; it is called every `pause` seconds while down."""

    probe: Callable[[], Awaitable[object]]
    pause: float
    answered_at: float = field(default_factory=time.monotonic)
    _failed: int = 0
    _wrong: dict[str, str] = field(default_factory=dict)
    _since: datetime = field(default_factory=lambda: datetime.now(UTC))
    _up: asyncio.Event = field(default_factory=asyncio.Event)
    _watch: asyncio.Task[None] | None = None

    def __post_init__(self) -> None:
        self._up.set()

    @property
    def health(self) -> Health:
        return Health(not self._wrong, self._since, ", ".join(self._wrong.values()))

    def heard(self, error: TelegramError | None) -> None:
        """How a call ended. A refusal is an answer too: only silence and 5xx mean trouble."""
        if error is None or isinstance(error, Refused):
            self.answered_at = time.monotonic()
        if isinstance(error, Refused) and error.meaning is Meaning.REVOKED:
            self.note("token", "the token is refused")
            return self._wait()
        if isinstance(error, Refused) and error.code < 500:
            self._failed = 0
        elif error is None:
            self._failed = 0
            self.note("token", "")
        else:
            self._failed += 1
        if self._failed >= DOUBT and self._up.is_set():
            self._fell()
        elif not self._failed and not self._up.is_set():
            self.note("line", "")
            self._up.set()
        return None

    def polled(self, error: TelegramError | None) -> None:
        """How a poll ended. Where polls alone go on failing, that is said (see `Polling`), and the
        line is not taken for dead again and again."""
        answered = error is None or (isinstance(error, Refused) and error.code < 500)
        if answered or POLLS not in self._wrong:
            self.heard(error)

    def note(self, part: str, wrong: str) -> None:
        """What is wrong with a part ("" for nothing); said in the log when it changes."""
        if self._wrong.get(part, "") == wrong:
            return
        self._since = datetime.now(UTC)
        if wrong:
            self._wrong[part] = wrong
            log.warning("telegram trouble", extra={"reason": wrong})
        else:
            log.info("telegram mended", extra={"reason": self._wrong.pop(part)})

    def must_be_up(self) -> None:
        """Raises SendFailed at once while it is down: nothing is asked of a dead server."""
        if not self._up.is_set():
            raise failure(NotSent("no connection"))

    async def up(self) -> None:
        await self._up.wait()

    async def close(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.gather(self._watch, return_exceptions=True)

    def _fell(self) -> None:
        self.note("line", "Telegram cannot be reached")
        self._wait()

    def _wait(self) -> None:
        """For an answer to the small question; one that is refused for its token is none."""
        self._up.clear()
        if self._watch is None or self._watch.done():
            self._watch = asyncio.create_task(self._keep_asking(), name="telegram probe")

    async def _keep_asking(self) -> None:
        """Ask every `pause` seconds, from start to start, until the line is up."""
        spent = 0.0
        while True:
            await asyncio.sleep(max(0.0, self.pause - spent))
            if self._up.is_set():
                return
            asked = asyncio.get_running_loop().time()
            with contextlib.suppress(TelegramError):  # the transport tells us how it ended
                await self.probe()
            spent = asyncio.get_running_loop().time() - asked
