"""Where a server lets few events through, an emoji costs one of them: numbers are typed instead."""

from collections.abc import AsyncIterator

import pytest

from bot.core import ChatRef, Lane, Role
from bot.core.ports import Pace
from bot.engine.signing import can_afford
from tests.emoji import with_emoji
from tests.playground import Person, Playground


@pytest.fixture
async def play(sqlite_url: str) -> AsyncIterator[Playground]:
    play = await with_emoji(sqlite_url)
    play.local.pace = Pace(everyone=(4.0, 1))
    yield play
    await play.shut()


async def says(person: Person, *lines: str) -> None:
    for line in lines:
        await person.says(line)
        for _ in range(10):
            await person.play.wait(seconds=0.5)


@pytest.mark.parametrize("rate", [0.2, 4.9, 5.0, 0.0])
async def test_only_calls_and_alerts_get_emoji_below_five_events_a_second(
    play: Playground, rate: float
) -> None:
    """0: no limit is known."""
    play.local.pace = Pace(everyone=(rate, 1))
    here = ChatRef("local", "ana")
    affordable = {lane for lane in Lane if can_afford(play.app.parts, here, lane)}
    assert affordable == ({Lane.URGENT, Lane.CALLS} if rate in (0.2, 4.9) else set(Lane))


async def test_a_call_is_made_looked_after_and_answered_by_number(play: Playground) -> None:
    ana = await play.person("Ana")
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    await says(claire, "/mobiliser Centre | sam 12/12 9h-13h, 14h-18h | 2 IDE | Lieu | payé")
    assert not claire.messages[-1].marks
    await says(claire, "1")
    assert ana.sees("APPEL À VOLONTAIRES"), ana.screen()
    assert ana.messages[-1].marks == ("1️⃣", "2️⃣", "🤔", "❌", "🔕")
    board = claire.messages[-1]
    assert claire.sees("infirmiers 0 sur 2"), claire.screen()
    assert not board.marks
    await says(ana, "2")
    assert ana.has_seen("vous venez : samedi 12 décembre, de 14 h à 18 h"), ana.screen()
    number = 1 + next(n for n, k in enumerate(board.wording.keys) if "Qui appeler" in k.label)
    await says(claire, str(number))
    assert claire.sees("QUI APPELER"), claire.screen()


async def test_words_go_to_everybody_before_any_emoji(play: Playground) -> None:
    people = [await play.person(f"P{n}") for n in range(12)]
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    await says(claire, "/mobiliser Centre | sam 12/12 9h-13h | 2 IDE | Lieu | payé | tout le monde")
    await claire.says("1")
    for _ in range(60):
        await play.wait(seconds=0.5)
        if any(person.messages and person.messages[-1].marks for person in people):
            break
    assert all(person.sees("Pouvez-vous venir ?") for person in people)
