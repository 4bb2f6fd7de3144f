"""People on Matrix who talk to the process, each in an encrypted room of their own."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.signs import leading
from tests.process.books import PATIENCE
from tests.process.crowd import CARD
from tests.process.record import Act
from tests.servers.matrix.bridge import BridgeError
from tests.servers.matrix.people import Person
from tests.servers.matrix.seen import Message

USUAL = "✅"
"""What somebody taps who does not wait until the bot has put it there."""
PAUSE = "🔕"
TWICE = "M_DUPLICATE_ANNOTATION"


@dataclass(eq=False)
class Member:
    """Whatever they do is in `acts`, as the homeserver has it."""

    person: Person
    bot: str
    room: str
    sign: str = "!"
    forged: Sequence[str] = ("🎃", "👍")
    acts: list[Act] = field(default_factory=list)
    undone: set[str] = field(default_factory=set)
    looks_at: Message | None = None

    @property
    def id(self) -> str:
        return self.person.id

    async def says(self, *lines: str) -> None:
        for line in lines:
            text = line.replace("!", "/", 1) if line.startswith("!") else line
            self._did(Act(await self.person.says(line), self.id, text=text))

    async def sees(self, *words: str) -> Message:
        self.looks_at = await self.person.sees(*words, within=PATIENCE)
        return self.looks_at

    async def has(self, *words: str) -> Message:
        return await self.person.sees(*words, ever=True, within=PATIENCE)

    def screen(self) -> list[str]:
        return self.person.screen()

    def cards(self) -> list[Message]:
        return [m for m in reversed(self.person.said()) if m.has(CARD)]

    def keys(self, card: Message) -> list[str]:
        """Those that the bot has put there, and those that one has tapped."""
        there = [k for k, who in card.reactions.items() if who.keys() & {self.bot, self.id}]
        return [key for key in there if key != PAUSE] or [USUAL]

    async def taps(self, label: str) -> None:
        """The button that begins with the same emoji, under what they have just seen."""
        sign = leading(label)
        event = await self.person.taps(sign, on=self.looks_at)
        self._did(Act(event, self.id, tap=("", sign)))

    async def presses(self, card: Message, key: str) -> None:
        """Taps it, or takes the tap back."""
        mine = card.reactions.get(key, {}).get(self.id)
        if mine:
            found = await self.person.client.do("redactEvent", card.room, mine)
            self.undone.add(mine)
            return self._did(Act(found["event_id"], self.id, tap=(card.id, key), back=True))
        try:
            event = await self.person.reacts(key, to=card)
        except BridgeError as no:
            if no.code != TWICE:
                raise
            return None  # the app has not shown yet that they did
        return self._did(Act(event, self.id, text="👍" * (key == "👍"), tap=(card.id, key)))

    def _did(self, act: Act) -> None:
        self.acts.append(act)
