"""The bot, with a knife: at a named point of its work it kills itself, as `kill -9` would.

TOCSIN_CRASH=handled:3 python -m tests.process.crashing run --config config.toml

The third time it comes to that point, it is gone. The points are laid around functions of the
bot before it starts; the bot itself knows nothing of them.
"""

import functools
import os
import signal
import sqlite3
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from aiohttp import web
from sqlalchemy import Engine, event

import bot.engine.outbox as postman
from bot.adapters.telegram import Telegram
from bot.adapters.telegram.webhook import Webhook
from bot.cli import main
from bot.engine.dispatch import Dispatcher
from bot.engine.flights import Flights
from bot.engine.intake import Door
from bot.engine.timers import Alarm
from storage import backups, dumps, inbox, outbox, sends, snapshot

Async = Callable[..., Coroutine[Any, Any, Any]]
HOOK = "/telegram"


@dataclass
class Knife:
    """Falls when it has been reached `count` times."""

    point: str
    count: int

    def reached(self) -> None:
        self.count -= 1
        if self.count <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def before(self, owner: Any, name: str, when: Callable[..., bool] = lambda *_: True) -> None:
        """In front of that function, where `when` says so of its arguments."""
        work: Callable[..., Any] = getattr(owner, name)

        @functools.wraps(work)
        def stopped(*args: Any, **more: Any) -> Any:
            if when(*args):
                self.reached()
            return work(*args, **more)

        setattr(owner, name, stopped)

    def after(self, owner: Any, name: str, when: Callable[..., bool] = lambda *_: True) -> None:
        """Behind it, where `when` says so of what it gave and its arguments."""
        work: Async = getattr(owner, name)

        @functools.wraps(work)
        async def stopped(*args: Any, **more: Any) -> Any:
            found = await work(*args, **more)
            if when(found, *args):
                self.reached()
            return found

        setattr(owner, name, stopped)


@dataclass
class Settled:
    """Whether the round under way has settled a send or an edit."""

    now: bool = False
    knife: Knife = field(kw_only=True)

    def watch(self) -> None:
        settle, turn = getattr(postman, "settle"), postman.Postman.round  # noqa: B009

        async def settled(*args: Any, **more: Any) -> Any:
            self.now = True
            return await settle(*args, **more)

        async def rounded(*args: Any, **more: Any) -> Any:
            self.now = False
            found = await turn(*args, **more)
            if self.now:
                self.knife.reached()
            return found

        setattr(postman, "settle", settled)  # noqa: B010
        postman.Postman.round = rounded  # type: ignore[method-assign]


def migrating(knife: Knife) -> None:
    @event.listens_for(Engine, "before_cursor_execute")
    def _(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        if statement.lstrip().startswith("CREATE TABLE"):
            knife.reached()


def copying(knife: Knife) -> None:
    """In the middle of what SQLite does for a copy, every few hundred of its own steps."""
    connect = sqlite3.connect

    def watched(*args: Any, **more: Any) -> sqlite3.Connection:
        made: sqlite3.Connection = connect(*args, **more)
        made.set_progress_handler(knife.reached, 500)
        return made

    ours = SimpleNamespace(connect=watched, Error=sqlite3.Error)
    setattr(snapshot, "sqlite3", ours)  # noqa: B010


def is_a_copy(path: Path, *_: Any) -> bool:
    return backups.NAME.fullmatch(path.name) is not None


def has_rows(found: Any, *_: Any) -> bool:
    return bool(found)


def has_events(_: Any, door: Any, events: Any, *more: Any) -> bool:
    return bool(events)


def answered(knife: Knife) -> None:
    """Behind the last byte of an answer to Telegram."""
    write: Async = web.Response.write_eof

    async def wrote(self: Any, *args: Any) -> None:
        ours = self._req is not None and self._req.path == HOOK
        await write(self, *args)
        if ours:
            knife.reached()

    web.Response.write_eof = wrote  # type: ignore[assignment]


POINTS: dict[str, Callable[[Knife], None]] = {
    # What is heard
    "keeping": lambda k: k.after(inbox, "keep"),
    "kept": lambda k: k.after(Door, "take", has_events),
    "hook-kept": lambda k: k.after(Webhook, "hooked", lambda status, *_: status == 200),
    "hook-answered": answered,
    # What is done
    "handling": lambda k: k.after(inbox, "done"),
    "handled": lambda k: k.before(Dispatcher, "_acknowledge"),
    "acknowledged": lambda k: k.after(Telegram, "acknowledge"),
    # What is sent
    "claiming": lambda k: k.after(sends, "take", has_rows),
    "claimed": lambda k: k.before(Flights, "start"),
    "answered": lambda k: k.after(Telegram, "send"),
    "edited": lambda k: k.after(Telegram, "edit"),
    "settling": lambda k: k.after(postman, "settle"),
    "settled": lambda k: Settled(knife=k).watch(),
    # What comes due, begins, ends
    "ringing": lambda k: k.after(Alarm, "_fire"),
    "rung": lambda k: k.after(Alarm, "_run"),
    "waking": lambda k: k.after(outbox, "left_hanging", has_rows),
    "migrating": migrating,
    "stopping": lambda k: k.before(postman.Postman, "idle"),
}
BACKUP: dict[str, Callable[[Knife], None]] = {
    "copying": copying,
    "copied": lambda k: k.before(snapshot, "verify"),
    "dumped": lambda k: k.before(dumps, "verify"),
    "packing": lambda k: k.before(backups, "_database"),
    "named": lambda k: k.before(backups, "on_disk"),
    "pruning": lambda k: k.before(Path, "unlink", is_a_copy),
}
"""`tocsin backup`, from its first page to the oldest copy that goes."""


def prepared(told: str) -> None:
    point, _, count = told.partition(":")
    (POINTS | BACKUP)[point](Knife(point, int(count or 1)))


if __name__ == "__main__":
    prepared(os.environ["TOCSIN_CRASH"])
    main()
