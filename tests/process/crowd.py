"""A crowd that answers one call, changes its mind, and types commands, as a seed says."""

import asyncio
import random
from dataclasses import dataclass, field

from tests.process.people import Person
from tests.servers.telegram import Message

CARD = "APPEL À VOLONTAIRES"
FORGED = "k:AAAAAAAAAAAAAAAAAAAAAA:0"
"""A keyboard that was never made: what a hostile or very old client may send."""
TYPED = ("oui", "je viens", "ok", "1", "si besoin", "non désolé", "bonjour à toutes et tous")
COMMANDS = ("/aide", "/planning", "/appels")
PACE = 14.0
"""Acts a second, all together: less than what Telegram lets a bot answer."""
ROUND = 60
"""Acts between two kills at most: a slow machine is slow to start a process, and what piles up
meanwhile has to be caught up with."""


@dataclass
class Crowd:
    people: list[Person]
    chief: Person
    dice: random.Random
    acts: int = 0
    _left: int = 0
    _stopped: asyncio.Event = field(default_factory=asyncio.Event)

    async def acts_until_told(self) -> None:
        while not self._stopped.is_set():
            if self._left:
                await self._act()
                self.acts, self._left = self.acts + 1, self._left - 1
            await asyncio.sleep(self.dice.expovariate(PACE))

    def goes_on(self) -> None:
        self._left = ROUND

    def is_told_to_stop(self) -> None:
        self._stopped.set()

    async def _act(self) -> None:
        who, what = self.dice.choice(self.people), self.dice.random()
        if what < 0.02:
            await self.chief.says("/tableau")
        elif what < 0.06:
            await who.user.presses(self.dice.choice(_cards(who)), FORGED)
        elif what < 0.22:
            await who.says(self.dice.choice(TYPED))
        elif what < 0.36:
            await who.says(self.dice.choice(COMMANDS))
        else:
            await self._answer(who)

    async def _answer(self, who: Person) -> None:
        """A tap: mostly on the newest copy of the call, now and then on an old one."""
        cards = _cards(who)
        card = self.dice.choice(cards) if self.dice.random() < 0.1 else cards[-1]
        keys = [b for row in card.buttons for b in row if "Pause" not in b["text"]]
        if keys:
            await who.user.presses(card, self.dice.choice(keys)["callback_data"])


def _cards(who: Person) -> list[Message]:
    return [m for m in who.user.messages if m.author.is_bot and CARD in m.text]
