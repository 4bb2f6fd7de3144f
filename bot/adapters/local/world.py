"""Everything a page can show or do of the demo, behind one object."""

import asyncio
import secrets
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from bot.adapters.local import scenes
from bot.adapters.local.audience import Audience, Nobody
from bot.adapters.local.chats import Change, Chat, Happening, Notice
from bot.adapters.local.clock import Clock
from bot.adapters.local.community import Community, Persona
from bot.adapters.local.crowd import Crowd
from bot.adapters.local.platform import Local
from bot.adapters.local.playing import Player, Progress
from bot.adapters.local.tally import Tally
from bot.core import Lang, Role
from bot.core.ports import MenuEntry

LEAP = timedelta(hours=36)
STEPS = 30
BREATH = 0.03
"""Real seconds between two steps of a journey through time, so that it can be seen."""


@dataclass(frozen=True)
class Backstage:
    """What the world needs of whoever composed it."""

    nudge: Callable[[], Awaitable[None]]
    commands: Callable[[Role, Lang], Sequence[MenuEntry]]


class World:
    def __init__(
        self,
        community: Community,
        local: Local,
        clock: Clock,
        backstage: Backstage,
        *,
        zone: tzinfo,
        lang: Lang = Lang.FR,
        seed: int = 3,
        haste: float = 1.0,
    ) -> None:
        self.community, self.local, self.clock = community, local, clock
        self.id = secrets.token_hex(4)
        self.zone, self.lang, self._haste, self._backstage = zone, lang, haste, backstage
        self.scenes = scenes.load()
        self.crowd = Crowd(local, clock, community.members, seed)
        self.crowd.lang = lang
        self.tally = Tally(community.by_account)
        self.audience: Audience = Nobody()
        self.unread: Counter[str] = Counter()
        self.arrived = 0
        self.ready = False
        self._settled = asyncio.Event()
        self._player: Player | None = None
        self._playing: asyncio.Task[None] | None = None
        self._travelling: asyncio.Task[None] | None = None
        self._chosen = False
        self._happened = 0
        local.watchers.append(self._sees)
        clock.watchers.append(lambda: self.audience.clock_changed())

    # What it shows

    def chat(self, id: str) -> Chat:
        """A chat that is there, or an empty private one of one of its people."""
        found = self.local.chats.get(id)
        if found is not None:
            return found
        if id not in self.community.by_account and id not in self._contacts:
            raise LookupError("nobody lives there")
        return self.local.chat(id)

    @property
    def _contacts(self) -> set[str]:
        return {p.contact for p in self.community.partners}

    def phones(self) -> list[tuple[str, str]]:
        """(account, chat) of the phones a visitor finds: coordinator, members, a partner."""
        nurse, doctor = self._first("infirmier"), self._first("médecin")
        partner = self.community.partners[0]
        desk = self.community.coordinator
        found = [(p.account, p.account) for p in (desk, nurse, doctor) if p is not None]
        return [*found, (partner.contact, partner.chat)]

    def _first(self, word: str) -> Persona | None:
        """The one of this profession who is free most often: asked first, so of interest."""
        found = [p for p in self.community.members if p.word == word]
        return max(found, key=lambda p: ((4, 2) in p.week, len(p.week)), default=None)

    def commands(self, account: str, lang: Lang) -> Sequence[MenuEntry]:
        """The menu that the bot set in this person's chat, or what their role allows."""
        found = self.local.menus.get((account, lang.value))
        if found is not None:
            return found
        persona = self.community.by_account.get(account)
        return self._backstage.commands(persona.role if persona else Role.GUEST, lang)

    @property
    def progress(self) -> Progress | None:
        return self._player.progress if self._player else None

    @property
    def paused(self) -> bool:
        return self.crowd.paused

    def read(self, chat: str) -> None:
        self.unread.pop(chat, None)

    def arrive(self, many: int) -> None:
        """So many more have joined."""
        self.arrived += many
        self.audience.counts_changed()

    def assembled(self) -> None:
        """All have joined."""
        self.ready = True
        self.audience.counts_changed()

    def settled(self) -> None:
        """Scenes can begin. What came while people settled in is no news, unless something has
        begun already."""
        self._settled.set()
        if not self.tally.asked:
            self.unread.clear()
            self.audience.unread_changed()

    # What visitors do

    def hold(self, accounts: Collection[str]) -> None:
        """These phones are in a visitor's hand: the crowd does not answer for them."""
        self.crowd.held = set(accounts)

    async def say(self, account: str, chat: str, text: str, reply_to: str, lang: Lang) -> None:
        await self.local.say(account, text, chat=chat, reply_to=reply_to, lang=lang.value)

    async def open(self, account: str, payload: str, lang: Lang) -> None:
        await self.local.receive_event(self.local.opened(account, payload, lang.value))

    async def press(self, account: str, chat: str, message: str, keyboard: str, index: int) -> None:
        await self.local.press_raw(account, chat, message, keyboard, index)

    def run_clock(self, speed: float) -> None:
        self._chosen = True
        self.clock.run(speed)

    def pause_crowd(self, paused: bool) -> None:
        self.crowd.pause(paused)
        self.audience.counts_changed()

    def leap(self) -> None:
        """Go to the next thing that happens on any phone, once everyone is there."""
        if self._settled.is_set() and (self._travelling is None or self._travelling.done()):
            self._travelling = asyncio.create_task(self._leap(), name="leap")

    def start(self, scene_id: str, lang: Lang) -> None:
        """Play a scene from its beginning, in place of the one that plays."""
        scene = next((s for s in self.scenes if s.id == scene_id), None)
        if scene is None:
            raise LookupError("no such scene")
        self.stop()
        self.tally.clear()
        self._chosen = False
        desk = self.community.coordinator.account
        self._player = Player(scene, self.local, self.clock, desk, lang, self.zone, self._haste)
        self._playing = asyncio.create_task(self._play(self._player), name="scene")
        self.audience.counts_changed()

    async def _play(self, player: Player) -> None:
        """The scene, once everyone is there: nobody must be found half joined days later."""
        self.audience.scene_changed()
        await self._settled.wait()

        def pace(speed: float) -> None:
            if self._player is player:  # one that was stopped may take a moment to end
                self._pace(speed)

        await player.play(self.audience, self.travel, self._knows, pace)

    def stop(self) -> None:
        if self._player is not None:
            self._pace(1.0)
        for task in (self._playing, self._travelling):
            if task is not None:
                task.cancel()
        self._player = self._playing = self._travelling = None
        self.audience.scene_changed()

    def _pace(self, speed: float) -> None:
        if not self._chosen:
            self.clock.run(speed)

    def _knows(self, name: str) -> bool:
        menu = self._backstage.commands(Role.ADMINISTRATOR, Lang.FR)
        return any(entry.name == name for entry in menu)

    # Time

    async def travel(self, to: datetime) -> None:
        """Through time in steps: what falls due on the way happens on the way."""
        step = max(timedelta(minutes=10), (to - self.clock.now()) / STEPS)
        while (now := self.clock.now()) < to:
            self.clock.leap(min(to.astimezone(UTC), now + step))
            await self._backstage.nudge()
            await asyncio.sleep(BREATH * self._haste)

    async def _leap(self) -> None:
        before, end = self._happened, self.clock.now() + LEAP
        while self._happened == before and (now := self.clock.now()) < end:
            soon = min(self.crowd.next_at or end, now + timedelta(minutes=10), end)
            self.clock.leap(max(soon, now + timedelta(seconds=1)))
            await self._backstage.nudge()
            await asyncio.sleep(BREATH)

    # What happens

    def _sees(self, happening: Happening) -> None:
        if isinstance(happening, Notice):
            self.audience.noticed(happening.chat, happening.account, happening.text)
        elif isinstance(happening, Change):
            self._changed(happening)
        if self.ready and self.tally.sees(happening):
            self.audience.counts_changed()

    def _changed(self, change: Change) -> None:
        if not change.edited:
            self._happened += 1
            if not change.shown.by:
                self.unread[change.chat] += 1
        self.audience.changed(change.chat, change.shown, change.edited)
