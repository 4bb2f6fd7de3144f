"""A platform that is down: what presses goes to the other app, the rest waits, people know."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.local import Local
from bot.core import ChatRef, Lang, Role, Wording
from bot.core.errors import SendFailed
from bot.engine.health import PATIENCE, Health, Turn
from tests.people.two_apps import Other, on_both
from tests.playground import Person, Playground, playing

NOW = datetime(2026, 12, 10, 9, tzinfo=UTC)
CALL = "/mobiliser Centre | sam 12/12 9h-13h | 2 IDE | Lieu | payé | tout le monde"


class Breaking(Local):
    """A platform whose server can fail."""

    down = False

    async def send(self, chat: ChatRef, wording: Wording, *, key: str) -> str:
        if self.down:
            raise SendFailed("502 Bad Gateway")
        return await super().send(chat, wording, key=key)

    async def edit(self, chat: ChatRef, message: str, wording: Wording) -> None:
        if self.down:
            raise SendFailed("502 Bad Gateway")
        await super().edit(chat, message, wording)


@pytest.fixture
async def play(sqlite_url: str) -> AsyncIterator[Playground]:
    async with playing(sqlite_url, Breaking, [Other]) as play:
        yield play


def breaks(play: Playground, *, down: bool) -> None:
    assert isinstance(play.local, Breaking)
    play.local.down = down


async def prefers_first(person: Person) -> None:
    await person.says("/reglages")
    await person.taps("Recevoir sur Local")


def count(person: Person, words: str) -> int:
    return sum(words in message.wording.plain for message in person.messages)


async def test_while_a_platform_is_down_what_presses_goes_to_the_other_app(
    play: Playground,
) -> None:
    """OPS-9, ONB-17: Ana gets the call once, Bob when it is back; coordinators are told twice."""
    _, claire = await on_both(play, "Claire", Role.COORDINATOR, profession="autre")
    ana, there = await on_both(play, "Ana")
    await prefers_first(ana)
    bob = await play.person("Bob")
    breaks(play, down=True)
    await claire.says(CALL)
    await claire.taps("Envoyer")
    await play.wait(seconds=30)
    assert (count(ana, "APPEL"), count(there, "APPEL"), count(bob, "APPEL")) == (0, 0, 0)
    await play.wait(seconds=60)
    assert count(there, "APPEL") == 1
    assert claire.sees("Local ne répond plus", "1 personne a reçu dans son autre application")
    assert claire.sees("1 conversation attend : rien n'est perdu")
    await there.taps("Sam. 9 h")
    assert there.sees("C'est noté, vous venez")
    breaks(play, down=False)
    await play.wait(seconds=10)
    assert (count(ana, "APPEL"), count(bob, "APPEL")) == (0, 1)
    assert claire.has_seen("Local répond de nouveau")


async def test_what_is_owed_meanwhile_leaves_by_the_other_app_at_once(play: Playground) -> None:
    _, claire = await on_both(play, "Claire", Role.COORDINATOR, profession="autre")
    ana, there = await on_both(play, "Ana")
    await prefers_first(ana)
    bob = await play.person("Bob")
    breaks(play, down=True)
    await bob.says("/aide")
    await play.wait(seconds=70)
    await claire.says(CALL)
    await claire.taps("Envoyer")
    assert count(there, "APPEL") == 1
    assert play.app.parts.down == {"local"}


async def test_a_short_breakdown_is_nobody_s_business(play: Playground) -> None:
    _, claire = await on_both(play, "Claire", Role.COORDINATOR, lang=Lang.FR, profession="autre")
    bob = await play.person("Bob")
    breaks(play, down=True)
    await bob.says("/aide")
    await play.wait(seconds=40)
    breaks(play, down=False)
    await play.wait(seconds=60)
    assert bob.has_seen("AIDE")
    assert not claire.has_seen("ne répond plus")


REFUSED = SendFailed("502")
GONE = SendFailed("blocked", gone=True)


@given(st.lists(st.tuples(st.sampled_from([None, REFUSED, GONE]), st.integers(0, 40)), max_size=40))
def test_it_is_said_once_when_it_goes_and_once_when_it_is_back(
    ends: list[tuple[SendFailed | None, int]],
) -> None:
    health, now, turns, last_well = Health(), NOW, list[Turn](), NOW
    for end, seconds in ends:
        now += timedelta(seconds=seconds)
        health, turn = health.after([end], now)
        turns += [turn] if turn else []
        if end is not REFUSED:
            last_well = now
            assert not health.down
        elif turn is Turn.DOWN:
            assert now - last_well >= PATIENCE
    assert turns == [Turn.DOWN, Turn.BACK] * (len(turns) // 2) + [Turn.DOWN] * (len(turns) % 2)


def test_nothing_sent_says_nothing() -> None:
    assert Health(NOW).after([], NOW + PATIENCE) == (Health(NOW), None)
