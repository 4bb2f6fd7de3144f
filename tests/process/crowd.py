"""A crowd that answers one call, changes its mind, and types commands, as a seed says."""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

CARD = "APPEL À VOLONTAIRES"
TYPED = ("oui", "je viens", "ok", "1", "si besoin", "non désolé", "bonjour à toutes et tous")
COMMANDS = ("/aide", "/planning", "/appels")
PACE = 14.0
"""Acts a second, all together: less than what Telegram lets a bot answer."""
ROUND = 60
"""Acts between two kills at most: a slow machine is slow to start a process, and what piles up
meanwhile has to be caught up with."""


class Answering(Protocol):
    """Somebody in it. `sign` is what commands begin with in their app; `forged` are keys that no
    message of the bot ever had: what a hostile or very old client may send."""

    @property
    def sign(self) -> str: ...

    @property
    def forged(self) -> Sequence[str]: ...

    async def says(self, *lines: str) -> None: ...

    def cards(self) -> Sequence[Any]:
        """Copies of the call, the newest last."""

    def keys(self, card: Any) -> Sequence[str]:
        """What can be tapped there, but the pause."""

    async def presses(self, card: Any, key: str) -> object: ...


@dataclass
class Crowd:
    people: Sequence[Answering]
    chief: Answering
    dice: random.Random
    pace: float = PACE
    acts: int = 0
    _left: int = 0
    _stopped: asyncio.Event = field(default_factory=asyncio.Event)

    async def acts_until_told(self) -> None:
        while not self._stopped.is_set():
            if self._left:
                await self._act()
                self.acts, self._left = self.acts + 1, self._left - 1
            await asyncio.sleep(self.dice.expovariate(self.pace))

    def goes_on(self) -> None:
        self._left = ROUND

    async def has_acted(self, times: int) -> None:
        """Since it was told to go on."""
        while self._left > ROUND - times:  # noqa: ASYNC110
            await asyncio.sleep(0.02)

    def is_told_to_stop(self) -> None:
        self._stopped.set()

    async def _act(self) -> None:
        who, what = self.dice.choice(self.people), self.dice.random()
        if what < 0.02:
            await self.chief.says(f"{self.chief.sign}tableau")
        elif what < 0.06:
            await who.presses(self.dice.choice(who.cards()), self.dice.choice(who.forged))
        elif what < 0.22:
            await who.says(self.dice.choice(TYPED))
        elif what < 0.36:
            await who.says(self.dice.choice(COMMANDS).replace("/", who.sign))
        else:
            await self._answer(who)

    async def _answer(self, who: Answering) -> None:
        """A tap: mostly on the newest copy of the call, now and then on an old one."""
        cards = who.cards()
        card = self.dice.choice(cards) if self.dice.random() < 0.1 else cards[-1]
        if keys := who.keys(card):
            await who.presses(card, self.dice.choice(keys))
