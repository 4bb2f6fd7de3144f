"""Plays a scene: types and touches for the coordinator as a person would, at a person's pace."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import assert_never

from bot.adapters.local.audience import Audience
from bot.adapters.local.chats import Change, Happening, Shown
from bot.adapters.local.clock import Clock
from bot.adapters.local.platform import Local
from bot.adapters.local.scenes import Says, Scene, Step, Taps, Tells, Waits, Words, dated
from bot.core import Lang

PATIENCE = 45.0
"""Real seconds until a scene gives up on a button that does not come."""

LEAVE = "✖️"
"""Begins the button that stands under every question of a wizard."""

SETTLE = 2.5
"""Real seconds after which a question on the way is answered by its first button."""


@dataclass(frozen=True)
class Progress:
    """Where the scene stands. `state`: gathers (until everyone is there), travels (to its hour),
    runs, done, stuck."""

    scene: str
    state: str
    step: int
    of: int
    line: Words | None


class Player:
    """One scene, once. `haste` 0 types at once (tests); 1 is a person's pace."""

    def __init__(
        self,
        scene: Scene,
        local: Local,
        clock: Clock,
        account: str,
        lang: Lang,
        zone: tzinfo,
        haste: float = 1.0,
    ) -> None:
        self.progress = Progress(scene.id, "gathers", 0, len(scene.steps), None)
        self._scene, self._local, self._clock = scene, local, clock
        self._account, self._lang, self._zone, self._haste = account, lang, zone, haste
        self._moved = asyncio.Event()
        self._touched = ""
        self._changed: dict[str, None] = {}

    async def play(
        self,
        audience: Audience,
        travel: Callable[[datetime], Awaitable[None]],
        knows: Callable[[str], bool],
        pace: Callable[[float], None],
    ) -> None:
        """`travel` brings the clock to the scene's hour; `knows` tells which commands exist;
        `pace` is how fast the clock should run, if the visitor has not said."""
        self._local.watchers.append(self._sees)
        try:
            self._show(audience, "travels", 0)
            pace(1.0)
            await travel(self._scene.begins(self._clock.now(), self._zone))
            for number, step in enumerate(self._scene.steps, 1):
                self._show(audience, "runs", number, step)
                if isinstance(step, Says | Taps) and step.needs and not knows(step.needs):
                    continue
                if not await self._do(step, audience, pace):
                    return self._show(audience, "stuck", number)
            self._show(audience, "done", len(self._scene.steps))
        finally:
            pace(1.0)
            self._local.watchers.remove(self._sees)

    def _show(self, audience: Audience, state: str, number: int, step: Step | None = None) -> None:
        line = step.line if isinstance(step, Tells) else self.progress.line
        self.progress = Progress(self._scene.id, state, number, len(self._scene.steps), line)
        audience.scene_changed()

    async def _do(self, step: Step, audience: Audience, pace: Callable[[float], None]) -> bool:
        match step:
            case Tells():
                await asyncio.sleep(2.5 * self._haste)
            case Says():
                await self._say(step, audience)
            case Taps():
                return await self._tap(step.label, audience)
            case Waits():
                pace(step.speed)
                await self._clock.until(self._clock.now() + timedelta(minutes=step.minutes))
                pace(1.0)
            case _:
                assert_never(step)
        return True

    async def _say(self, step: Says, audience: Audience) -> None:
        today = self._clock.now().astimezone(self._zone).date()
        words = dated(step.line[self._lang], today, self._lang)
        seconds = min(4.0, 0.6 + 0.028 * len(words)) * self._haste
        audience.types(self._account, words, seconds)
        await asyncio.sleep(seconds)
        self._moved.clear()
        await self._local.say(self._account, words, lang=self._lang.value)

    async def _tap(self, label: str, audience: Audience) -> bool:
        """Touch it when it comes. What the bot asks on the way gets its first, likeliest answer."""
        deadline = asyncio.get_running_loop().time() + PATIENCE
        while asyncio.get_running_loop().time() < deadline:
            offered = self._offered()
            fits = next((one for one in offered if self._position(one, label) is not None), None)
            if fits is not None:
                await asyncio.sleep(1.6 * self._haste)
                return await self._touch(fits, self._position(fits, label), audience)
            asked = next((one for one in offered if self._position(one, LEAVE) is not None), None)
            if not await self._change_within(SETTLE) and asked is not None:
                await self._touch(asked, 0, audience)
        return False

    async def _touch(self, shown: Shown, index: int | None, audience: Audience) -> bool:
        if index is None or index >= len(shown.wording.keys):
            return False
        self._touched = shown.wording.keyboard
        self._moved.clear()
        audience.touches(self._account, shown.id, index)
        await asyncio.sleep(0.35 * self._haste)
        await self._local.press(self._account, self._account, shown.id, index)
        return True

    def _offered(self) -> list[Shown]:
        """What the bot has said or changed in this scene and offers buttons that were not touched
        yet, the newest first: what is left of another scene may still come in between."""
        there = self._local.chat(self._account).messages
        known = [there[one] for one in reversed(self._changed) if one in there]
        return [
            one
            for one in known
            if not one.by and one.wording.keys and one.wording.keyboard != self._touched
        ]

    @staticmethod
    def _position(shown: Shown, label: str) -> int | None:
        found = [n for n, key in enumerate(shown.wording.keys) if key.label.startswith(label)]
        return found[0] if found else None

    async def _change_within(self, seconds: float) -> bool:
        try:
            async with asyncio.timeout(seconds):
                await self._moved.wait()
        except TimeoutError:
            return False
        self._moved.clear()
        return True

    def _sees(self, happening: Happening) -> None:
        if isinstance(happening, Change) and happening.chat == self._account:
            self._changed.pop(happening.shown.id, None)
            self._changed[happening.shown.id] = None
            self._moved.set()
