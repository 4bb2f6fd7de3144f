"""The evening on the local platform: 286 professionals and 41 channels of the demo's community."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.adapters.local import Local
from bot.adapters.local.chats import Change, Happening, Tap
from bot.adapters.local.community import Community, build
from bot.core import Event, Role
from bot.core.ports import Pace
from tests.evening.settled import Settled, bind, join, profession
from tests.evening.tape import Line, plain
from tests.playground import Person, Playground

FRIDAY = datetime(2026, 11, 20, 16, 40, tzinfo=UTC)  # 17:40 in Paris
STEP = 0.5


class Paced(Local):
    """As fast as Telegram, so that a newsletter takes a while."""

    def __init__(
        self, clock: Callable[[], datetime] | None = None, pace: Pace | None = None
    ) -> None:
        super().__init__(clock, pace or Pace(everyone=(30, 15), private=(1, 3), group=(1, 3)))


@dataclass
class Evening:
    """`tape` is all that anybody saw or did."""

    play: Playground
    claire: Person
    denis: Person
    community: Community
    members: list[str]
    channels: list[str]
    tape: list[Line] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        return ["Claire", "Denis", *(p.name for p in self.community.people)]

    def sees(self, happening: Happening) -> None:
        if isinstance(happening, Tap):
            self.tape.append(Line(happening.account, "taps", plain(happening.label)))
        elif isinstance(happening, Change):
            shown, wording = happening.shown, happening.shown.wording
            how = "edited" if happening.edited else "says" if shown.by else "sent"
            keys = tuple(plain(key.label) for key in wording.keys)
            self.tape.append(
                Line(
                    happening.chat, how, plain(wording.plain), keys, shown.id, wording.reply_to
                )
            )  # fmt: skip

    async def passes(self, seconds: float) -> None:
        """At the platform's pace, half a second at a time."""
        for _ in range(round(seconds / STEP)):
            self.play.now += timedelta(seconds=STEP)
            await self.play.settle()

    async def act(self, who: Person, *lines: str, taps: str = "") -> None:
        """They type, or touch a button; the answer has come when this returns."""
        for line in lines:
            await who.says(line)
            await self.passes(1)
        if taps:
            await who.taps(taps)
            await self.passes(1)

    async def tap(self, label: str, *accounts: str, title: str = "") -> None:
        """Many at once, each on their newest message with such a button."""
        events: list[Event] = []
        for account in accounts:
            messages = list(self.play.local.chat(account).messages.values())
            for shown in reversed(messages):
                fits = title in shown.wording.plain and not shown.by
                found = [n for n, k in enumerate(shown.wording.keys) if label in k.label and fits]
                if found:
                    keyboard = shown.wording.keyboard
                    events.append(
                        self.play.local.pressed(account, account, shown.id, keyboard, found[0])
                    )
                    break
        assert len(events) == len(accounts)
        await self.play.local.receive_event(*events)

    def holding(self, words: str) -> list[str]:
        """Members who have a message with these words and buttons before them."""
        chats = self.play.local.chats
        return [
            one
            for one in self.members
            if any(
                words in m.wording.plain and m.wording.keys for m in chats[one].messages.values()
            )
        ]


async def gathered(play: Playground, most: int | None = None) -> Evening:
    """Everyone has joined long ago and reads the newsletter; whose the channels are is known."""
    play.now = FRIDAY
    community = build(most=most)
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    denis = await play.person("Denis", Role.COORDINATOR, profession="autre")
    for person in community.people:
        play.local.chat(person.account)
    for partner in community.partners:
        play.local.chat(partner.chat, "channel", partner.name)
    async with play.db.transaction() as tx:
        people = [
            Settled(p.name, p.account, p.account, profession=profession(p.word))
            for p in community.people
        ]
        await join(tx, "local", people, play.now)
        await bind(tx, "local", [(p, p.chat) for p in community.partners], play.now)
    members = [p.account for p in community.people]
    channels = [p.chat for p in community.partners]
    evening = Evening(play, claire, denis, community, members, channels)
    play.local.watchers.append(evening.sees)
    return evening
