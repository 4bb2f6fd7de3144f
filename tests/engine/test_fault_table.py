"""Rows of the fault table in numbers: what is sent how often, and when, while things go wrong."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from bot.core import ChatRef, Identity, Lane, Lang, Said, Wording
from bot.core.errors import SendFailed
from bot.core.ports import Pace
from bot.engine.context import Ctx
from bot.engine.owed import Owed
from storage import inbox
from tests.engine.kit.parts import tally_card
from tests.playground import Person, Playground

PACE = Pace(edit_private=2.0, edit_group=5.0)
"""Telegram's, as far as a single card is concerned."""


class Line:
    """Between the bot and its platform: `calls` are (when, chat, words, an edit), and what `wrong`
    gives for one is raised after it was done, or before."""

    def __init__(self, play: Playground) -> None:
        self.play, self.calls = play, list[tuple[datetime, str, str, bool]]()
        self.before: SendFailed | None = None
        self.after: SendFailed | None = None
        self._send, self._edit = play.local.send, play.local.edit
        play.local.send = self.send  # type: ignore[method-assign]
        play.local.edit = self.edit  # type: ignore[method-assign]

    async def send(self, chat: ChatRef, wording: Wording, *, key: str) -> str:
        self._note(chat, wording, False)
        message = await self._send(chat, wording, key=f"{key} {len(self.calls)}")
        if self.after is not None:
            raise self.after
        return message

    async def edit(self, chat: ChatRef, message: str, wording: Wording) -> None:
        self._note(chat, wording, True)
        await self._edit(chat, message, wording)

    def _note(self, chat: ChatRef, wording: Wording, edit: bool) -> None:
        self.calls.append((self.play.now, chat.chat, wording.plain, edit))
        if self.before is not None:
            raise self.before

    def edits(self, chat: str) -> list[tuple[datetime, str]]:
        return [(at, words) for at, where, words, edit in self.calls if edit and where == chat]


def copies(play: Playground, words: str) -> int:
    chats = play.local.chats.values()
    return sum(m.wording.plain == words for chat in chats for m in chat.messages.values())


@pytest.fixture
def line(play: Playground) -> Line:
    play.local.abilities = play.local.abilities.__class__(repeats_safely=False)
    return Line(play)


@pytest.mark.parametrize(
    ("lane", "most"), [("urgent", 2), ("calls", 2), ("answers", 2), ("news", 1)]
)
async def test_where_an_answer_is_lost_what_is_urgent_comes_at_most_twice_and_news_once(
    play: Playground, line: Line, lane: str, most: int
) -> None:
    play.stranger("Ana")
    line.after = SendFailed("no answer", unknown=True)
    await play.local.say("ana", f"/voies {lane}:x")
    await play.app.dispatcher.handle_some()
    await play.app.postmen[0].round()
    await play.app.postmen[0].idle()
    line.after = None
    await play.wait(minutes=30)
    assert copies(play, "x") == most


@pytest.mark.parametrize(("lane", "most"), [("urgent", 2), ("news", 1)])
async def test_killed_before_the_answer_it_is_the_same(
    play: Playground, line: Line, lane: str, most: int
) -> None:
    play.stranger("Ana")
    await play.local.say("ana", f"/voies {lane}:x")
    await play.app.dispatcher.handle_some()
    await play.app.postmen[0].round()
    await play.app.postmen[0].idle()
    await play.restart()
    await play.wait(minutes=30)
    assert copies(play, "x") == most


async def test_told_too_many_by_everything_it_asks_nothing_before_and_then_what_is_urgent(
    play: Playground, line: Line
) -> None:
    chats = [f"c{n}" for n in range(8)]
    line.before = SendFailed("429", wait=timedelta(seconds=30))
    words = " ".join(f"{chat}@{lane}:{lane}" for lane in ("news", "calls") for chat in chats)
    play.local.pace = Pace(in_flight=4)
    await play.local.say("bo", f"/voies {words}")
    await play.settle()
    told = play.now
    asked = len(line.calls)
    assert asked <= 4, "one round of what was in flight"
    await play.local.say("bo", "/voies c1@urgent:urgent c2@urgent:urgent")
    await play.wait(seconds=29)
    assert len(line.calls) == asked
    line.before = None
    await play.wait(minutes=3)
    later = [(at, what) for at, _, what, _ in line.calls[asked:]]
    assert min(at for at, _ in later) >= told + timedelta(seconds=30)
    assert [what for _, what in later[:4]].count("urgent") == 2, "the first four in the air"
    assert (copies(play, "calls"), copies(play, "news")) == (8, 8)


async def deal(play: Playground, card: str, where: ChatRef) -> None:
    """The card stands there too."""
    owed = Owed()
    async with play.db.transaction() as tx:
        ctx = Ctx(tx, play.app.parts, play.now, owed)
        ctx.deal(where, card, lane=Lane.CALLS, lang=Lang.FR)
        await owed.write(tx, play.now)
    await play.settle()


async def tap(play: Playground, crowd: list[Person], taps: int, seconds: float) -> datetime:
    """So many taps, spread over these seconds, while the loops run; when the last was."""
    for n in range(taps):
        play.now += timedelta(seconds=seconds / taps)
        await crowd[n % len(crowd)].taps("Un de plus", settle=False)
        if n % 5 == 0:
            await play.settle()
    last = play.now
    await play.wait(seconds=20)
    return last


@pytest.mark.parametrize(("chat", "gap", "within"), [("ana", 2, 4), ("square", 5, 7)])
async def test_two_hundred_taps_in_five_seconds_are_few_edits_and_the_last_is_true(
    play: Playground, line: Line, chat: str, gap: int, within: int
) -> None:
    """In a group that leaves room for messages: Telegram takes twenty a minute there."""
    names = ("ana", "bo", "cy", "di")
    people = [await play.person(name.title()) for name in names]
    crowd = [Person(play, who.account, who.id, chat) for who in people]
    await people[0].says("/compte")
    if chat == "square":
        play.local.chat(chat, "group", "Place")
        await deal(play, tally_card.key(1), ChatRef("local", chat))
    play.local.pace = PACE
    await play.wait(seconds=20)
    last = await tap(play, crowd, 200, 5.0)
    times = [at for at, _ in line.edits(chat)]
    apart = [(b - a).total_seconds() for a, b in pairwise(times)]
    assert min(apart) >= gap
    assert len(times) <= 5 / gap + 2
    assert line.edits(chat)[-1][1] == "🔢 COMPTE · 200"
    assert (times[-1] - last).total_seconds() <= within


async def test_who_floods_keeps_nobody_waiting(play: Playground) -> None:
    """Five seconds at a hundred messages a second, none of them handled yet: what somebody else
    does then is in the very next crowd."""
    await play.local.receive_event(*(_said(play, "ana", n) for n in range(500)))
    await play.local.receive_event(_said(play, "ben", 500))
    await play.app.dispatcher.handle_some()
    async with play.db.reading() as tx:
        left = await inbox.queue(tx, 1000)
    assert {sender for _, sender in left} == {"ana"}


def _said(play: Playground, who: str, n: int) -> Said:
    me = Identity("local", who)
    return Said(key=f"e{n}", chat=ChatRef("local", who), sender=me, at=play.now, text="/aide")


@pytest.mark.parametrize("jump", [-1, 1], ids=["back", "ahead"])
async def test_when_the_clock_jumps_an_hour_nothing_rings_early_or_twice(
    play: Playground, jump: int
) -> None:
    ana = play.stranger("Ana")
    due = play.now + timedelta(minutes=30)
    await ana.says("/plus_tard 30", "/plus_tard 5")
    await play.wait(minutes=10)
    assert ana.everything.count("Ding") == 1
    play.now += timedelta(hours=jump)
    await play.settle()
    assert ana.everything.count("Ding") == (2 if play.now >= due else 1)
    while play.now < due + timedelta(minutes=1):
        assert ana.everything.count("Ding") == (2 if play.now >= due else 1)
        await play.wait(minutes=5)
    play.now -= timedelta(hours=jump)
    await play.wait(hours=2)
    assert ana.everything.count("Ding") == 2
