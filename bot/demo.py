"""The demo, composed: the real bot on the local platform, a made-up community, one page.

Everything its people do comes in through the platform's `receive()`, as from anywhere else.
"""

import asyncio
import logging
import shutil
import signal
import tempfile
import webbrowser
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from bot.adapters.local import Local
from bot.adapters.local.clock import Clock
from bot.adapters.local.community import Persona, build
from bot.adapters.local.joining import Door
from bot.adapters.local.world import Backstage, World
from bot.app import App
from bot.core import Lang, Role, Text
from bot.core.facts import BotAdded
from bot.core.people import RANK
from bot.core.ports import MenuEntry
from bot.core.unbroken import unbroken
from bot.demo_roster import ZONE, Roster, everyone, settings
from bot.engine.feature import Feature
from bot.settings import Listen
from bot.web import Web
from bot.web.demo import Page, demo_routes
from bot.web.demo.loopback import is_loopback, ours_alone
from handlers import FEATURES
from storage.db import Database
from storage.schema import upgrade

log = logging.getLogger(__name__)

PORT = 8088
START = datetime(2026, 6, 19, 16, 40, tzinfo=ZONE)
"""A Friday afternoon: the first scene begins in twenty minutes, and nobody sleeps."""
SIGNS = (signal.SIGINT, signal.SIGTERM)

PULSE = 0.4
"""Real seconds after which what falls due on a fast clock is noticed."""


class Demo:
    """One theatre: a world at a time, on one page. `folder` holds the database."""

    def __init__(
        self,
        folder: Path,
        roster: Callable[[App], Roster],
        *,
        lang: Lang = Lang.FR,
        speed: float = 1.0,
        haste: float = 1.0,
        features: Sequence[Feature] = FEATURES,
        most: int | None = None,
    ) -> None:
        self._folder, self._roster, self._features = folder, roster, features
        self._speed, self._haste = speed, haste
        self._community = build(most=most)
        self._rounds = 0
        self._tasks: list[asyncio.Task[None]] = []
        self._turn = asyncio.Lock()
        self.page = Page(self)
        self._prepare(lang)

    @property
    def stage(self) -> World:
        return self.world

    def _prepare(self, lang: Lang) -> None:
        """A world that is not running yet: the page can show it already."""
        self._rounds += 1
        clock = Clock(START, self._speed)
        local = Local(clock.now)
        file = self._folder / f"demo-{self._rounds}.db"
        self._db = Database(f"sqlite+aiosqlite:///{file}")
        self.app = App(
            settings(self._community, lang), self._db, [local], clock=clock.now,
            features=self._features,
        )  # fmt: skip
        self.world = World(
            self._community, local, clock, Backstage(self._nudge, self._commands),
            zone=ZONE, lang=lang, haste=self._haste,
        )  # fmt: skip
        self.world.audience = self.page
        for partner in self._community.partners:
            local.chat(partner.chat, "channel", partner.name)

    async def start(self) -> None:
        """Open the database, start the bot, and let the community settle in meanwhile."""
        self._db.open()
        await upgrade(self._db)
        await self.app.start()
        await self.world.local.heard.wait()
        for work in (self._settle_in(), self.world.crowd.run(), self._pulse()):
            self._tasks.append(asyncio.create_task(work))

    async def stop(self) -> None:
        self.world.stop()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks.clear()
        await self.app.stop()

    async def reset(self, lang: Lang) -> None:
        """Another world from its first minute, in this language."""
        async with self._turn:
            await self.stop()
            self._prepare(lang)
            await self.start()
        self.page.restarted()

    async def settled(self) -> None:
        """Wait until everyone has joined."""
        await self._tasks[0]

    async def _settle_in(self) -> None:
        """Everyone joins as people do: staff with a code each, the others from the roster."""
        world = self.world
        codes = await everyone(self._roster(self.app), self._community, world.lang)
        await asyncio.gather(
            self._desk_joins(codes),
            Door(world.local, world.lang).open(self._order(), codes, world.arrive),
        )
        world.assembled()
        if any(f.name == "newsletters" for f in self._features):
            await Door(world.local, world.lang).subscribe(self._order()[::2])
        await Door(world.local, world.lang).weeks(self._order())
        world.settled()

    async def _desk_joins(self, codes: Mapping[str, str]) -> None:
        """The administrator comes first and says whose the channels are, before the rest of the
        staff can be asked."""
        staff = sorted(self._community.staff, key=lambda p: -p.role)
        door = Door(self.world.local, self.world.lang)
        await door.open(staff[:1], codes, self.world.arrive)
        if any(fact.fact is BotAdded for f in self._features for fact in f.listeners):
            await door.bind(staff[0], self._community.partners)
        await door.open(staff[1:], codes, self.world.arrive)

    def _order(self) -> list[Persona]:
        """Those whose phones are on the page come first."""
        seen = {account for account, _ in self.world.phones()}
        return sorted(self._community.members, key=lambda p: p.account not in seen)

    async def _nudge(self) -> None:
        """The clock has leapt: what fell due on the way is done now."""
        while await unbroken(self.app.alarm.ring()):
            continue
        self.app.owing.ring()

    async def _pulse(self) -> None:
        """Sends that wait for an hour of the day follow the demo's clock, not the real one."""
        while True:
            await asyncio.sleep(PULSE)
            if self.world.clock.speed > 1:
                self.app.owing.ring()

    def _commands(self, role: Role, lang: Lang) -> Sequence[MenuEntry]:
        """Every command this role may use, with its help."""
        parts = self.app.parts
        seen = {c.name: c for c in parts.registry.commands.values()}
        return [
            MenuEntry(c.name_in(lang), parts.catalog.label(Text(c.help_key), lang, parts.zone))
            for c in seen.values()
            if role >= RANK[c.listed] and c.in_menu
        ]

    async def ready(self) -> Mapping[str, bool]:
        return {"community": self.world.ready}


def web(demo: Demo, host: str, port: int) -> Web:
    """The demo's web server. Raises ValueError for an address that others could reach."""
    if not is_loopback(host):
        raise ValueError(f"the demo listens on this machine only, not on {host}")
    return Web(
        Listen(host, port), demo_routes(demo.page), ready=demo.ready, middlewares=[ours_alone]
    )


async def run_demo(
    roster: Callable[[App], Roster],
    *,
    host: str = "127.0.0.1",
    port: int = PORT,
    folder: Path | None = None,
    lang: Lang = Lang.FR,
    speed: float = 1.0,
    open_browser: bool = True,
    say: Callable[[str], None] = print,
) -> None:
    """Run until Ctrl-C. Without a `folder` nothing is left behind."""
    place = folder or Path(tempfile.mkdtemp(prefix="tocsin-demo-"))
    place.mkdir(parents=True, exist_ok=True)
    try:
        demo = Demo(place, roster, lang=lang, speed=speed)
        await show(demo, host, port, say, open_browser=open_browser)
    finally:
        if folder is None:
            shutil.rmtree(place, ignore_errors=True)


async def show(
    demo: Demo, host: str, port: int, say: Callable[[str], None], *, open_browser: bool
) -> None:
    """The page first, so that one sees the community settle in; the end in the other order."""
    server = await _listen(demo, host, port)
    try:
        await demo.start()
        say(f"Tocsin · {demo.world.community.name} · {server.url}")
        say("Ctrl-C ends the demo.")
        if open_browser:
            await asyncio.to_thread(webbrowser.open, server.url)
        await _interrupted()
    finally:
        await demo.page.close()
        await server.stop()
        await demo.stop()


async def _listen(demo: Demo, host: str, port: int) -> Web:
    """At this port, or at a free one if somebody has it."""
    server = web(demo, host, port)
    try:
        await server.start()
    except OSError:
        await server.stop()
        server = web(demo, host, 0)
        await server.start()
    return server


async def _interrupted() -> None:
    """Until Ctrl-C or a polite kill."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in SIGNS:
        loop.add_signal_handler(sign, stop.set)
    try:
        await stop.wait()
    finally:
        for sign in SIGNS:
            loop.remove_signal_handler(sign)
