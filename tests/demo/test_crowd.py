"""What the members do whom nobody plays: seen from one person's chat, without the bot."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.adapters.local import Local
from bot.adapters.local.clock import Clock
from bot.adapters.local.community import build
from bot.adapters.local.crowd import Crowd
from bot.core import ChatRef, Event, Pressed, Said, Wording
from bot.core.messages import Key, Span

START = datetime(2026, 6, 19, 15, tzinfo=UTC)
WHICH = ("🤔 Sam. 9 h – 13 h", "🤔 Sam. 13 h – 18 h")
CALL = ("✅ Sam. 9 h – 13 h", "🤔 Si besoin", "❌ Pas cette fois")


class Street:
    """Forty people in reach of a bot that only sends, and keeps what it is told."""

    def __init__(self, seed: int = 3) -> None:
        self.clock = Clock(START, 0)
        self.local = Local(self.clock.now)
        self.people = build(most=40).members
        self.crowd = Crowd(self.local, self.clock, self.people, seed)
        self.local.watchers.append(self.crowd.sees)
        self.told: list[Event] = []
        self.asks_which = False
        self.local._intake = self.take

    async def take(self, events: Sequence[Event], cursor: str) -> None:
        self.told += events
        for event in events:
            if self.asks_which and isinstance(event, Pressed):
                await self.send(event.chat.chat, *WHICH)

    async def send(self, account: str, *labels: str, edit: str = "") -> str:
        keys = tuple(Key(label) for label in labels)
        wording = Wording(((Span("…"),),), keys, keyboard=f"{account}{labels}")
        where = ChatRef("local", account)
        if edit:
            await self.local.edit(where, edit, wording)
            return edit
        return await self.local.send(where, wording, key=f"{account}{len(self.told)}{labels}")

    async def call(self, *labels: str) -> dict[str, str]:
        return {p.account: await self.send(p.account, *labels) for p in self.people}

    async def pass_time(self, **span: float) -> None:
        """Nothing waits: what is due is done."""
        end = self.clock.now() + timedelta(**span)
        while self.crowd.next_at is not None and self.crowd.next_at <= end:
            self.clock.leap(self.crowd.next_at)
            await self.crowd.answer_due()
        self.clock.leap(end)

    def answers(self) -> list[tuple[str, str]]:
        """(account, what they typed, or the label they touched)."""
        found = []
        for event in self.told:
            assert event.sender is not None
            match event:
                case Said():
                    found.append((event.sender.account, event.text))
                case Pressed():
                    shown = self.local.chat(event.chat.chat).messages[event.message]
                    found.append((event.sender.account, shown.wording.keys[event.index].label))
        return found


async def test_some_answer_some_never_and_nobody_at_once() -> None:
    street = Street()
    await street.call(*CALL)
    await street.pass_time(seconds=45)
    assert not street.told
    await street.pass_time(hours=8)
    said = dict(street.answers())
    assert 10 < len(said) < 35
    assert any(label.startswith("✅") for label in said.values())
    assert any(label.startswith("❌") for label in said.values())


async def test_the_same_seed_gives_the_same_day_and_another_another() -> None:
    days = []
    for seed in (3, 3, 4):
        street = Street(seed)
        await street.call(*CALL)
        await street.pass_time(hours=8)
        days.append(street.answers())
    assert days[0] == days[1] != days[2]


async def test_an_answer_is_to_the_buttons_as_they_stand_by_then() -> None:
    street = Street()
    sent = await street.call(*CALL)
    for account, message in sent.items():
        await street.send(account, "❌ Pas cette fois", edit=message)
    await street.pass_time(hours=8)
    touched = [label for _, label in street.answers() if label[0] in "✅🤔❌"]
    assert set(touched) == {"❌ Pas cette fois"}


async def test_who_types_answers_the_message_that_asked() -> None:
    street = Street()
    sent = await street.call(*CALL)
    await street.pass_time(hours=8)
    typed = [event for event in street.told if isinstance(event, Said)]
    assert typed
    for event in typed:
        assert event.sender is not None
        assert event.reply_to == sent[event.sender.account]


async def test_si_besoin_is_followed_by_the_slot_and_yes_or_no_by_nothing() -> None:
    street = Street()
    street.asks_which = True
    await street.call(*CALL)
    await street.pass_time(hours=8)
    said = street.answers()
    maybe = [account for account, label in said if label == "🤔 Si besoin"]
    assert maybe
    assert [account for account, label in said if label == WHICH[0]] == maybe
    assert not [account for account, label in said if label == WHICH[1]]


async def test_a_phone_in_hand_stays_silent_also_for_what_was_planned_before() -> None:
    street = Street()
    await street.call(*CALL)
    street.crowd.held = {p.account for p in street.people}
    await street.pass_time(hours=8)
    assert not street.told


async def test_a_paused_crowd_goes_on_where_it_was() -> None:
    street = Street()
    await street.call(*CALL)
    street.crowd.pause(True)
    await street.pass_time(hours=8)
    assert not street.told
    street.crowd.pause(False)
    await street.pass_time(hours=1)
    assert street.told
