"""Meetings and polls where buttons are reactions: each answer has an emoji of its own."""

from collections.abc import AsyncIterator

import pytest

from tests.emoji import Emoji, with_emoji
from tests.meetings.people import LINE, announced, members
from tests.playground import Person, Playground


@pytest.fixture
async def play(sqlite_url: str) -> AsyncIterator[Playground]:
    play = await with_emoji(sqlite_url)
    yield play
    await play.shut()


async def taps(person: Person, sign: str, message: str = "", *, lifts: bool = False) -> str:
    local = person.play.local
    assert isinstance(local, Emoji)
    message = message or person.messages[-1].id
    act = local.take_back if lifts else local.react
    await act(person.account, person.chat, message, sign)
    await person.play.settle()
    return message


async def test_an_emoji_answers_and_taking_it_away_takes_the_answer_back(
    play: Playground,
) -> None:
    """REM-6, REM-9, A11Y-2."""
    [ana] = await members(play, "Ana")
    claire = await announced(play)
    assert ana.messages[-1].marks == ("✅", "💻", "❌", "📅")
    card = await taps(ana, "💻")
    assert ana.has_seen("vous participez à distance"), ana.screen()
    await taps(ana, "💻", card, lifts=True)
    assert ana.has_seen("Votre réponse est reprise"), ana.screen()
    assert claire.has_seen("Pas encore répondu : 2"), claire.screen()
    await taps(ana, "✅", card)
    assert claire.has_seen("✅ Sur place : 1"), claire.screen()


async def test_the_organisers_buttons_have_emoji_of_their_own(play: Playground) -> None:
    await members(play, "Ana")
    claire = await announced(play, f"{LINE} | tous les mois")
    board = next(m for m in claire.messages if "Invités" in m.wording.plain)
    assert board.marks == ("👁", "🔁", "✏️", "🖨", "📤", "🚫")
    await claire.taps("Annuler")
    assert claire.messages[-1].marks == ("🚫", "📆", "🛑", "◀️")


async def test_dates_are_numbers_that_are_tapped_and_lifted(play: Playground) -> None:
    """REM-4, A11Y-2."""
    [ana] = await members(play, "Ana")
    await announced(play, "/sondage dates Groupe | mar 15/12 20h, jeu 17/12 20h, ven 18/12 9h")
    assert ana.messages[-1].marks == ("1️⃣", "2️⃣", "3️⃣", "❌")
    card = await taps(ana, "1️⃣")
    await taps(ana, "3️⃣", card)
    assert ana.has_seen("C'est noté : les 1 et 3."), ana.screen()
    await taps(ana, "1️⃣", card, lifts=True)
    assert ana.has_seen("C'est noté : la 3."), ana.screen()
