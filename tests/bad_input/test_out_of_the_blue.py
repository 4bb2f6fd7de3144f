"""What nobody asked for, to each kind of person: one short answer that says what to do."""

import pytest

from bot.core import Role
from bot.core.events import FileRef
from tests.playground import Person, Playground
from tests.staffing.attack import BUG, ONE, calls

LONG = 10_000
"""Characters: Telegram cuts at 4,096, other platforms do not."""
COMMANDS = (
    "", "aide", "membres", "inviter", "exercice", "start", "pause", "dispos", "annuler",
    "mobiliser", "canaux", "nexistepas",
)  # fmt: skip
NEXT = (
    "/", "xemple", "bouton", "coordination", "caractères",
    "On vous écrira", "Ajoutez-moi", "rien à annuler", "Abandonné",
)  # fmt: skip
"""A command, an example, somebody to ask, or that there is nothing to do: in every answer."""


async def everybody(play: Playground) -> list[Person]:
    return [
        await play.person("Mia"),
        await play.person("Claire", Role.COORDINATOR, profession="autre"),
        play.stranger("Zed"),
    ]


@pytest.mark.parametrize("word", COMMANDS)
async def test_ten_thousand_characters_get_a_short_answer_that_says_what_to_do(
    play: Playground, word: str
) -> None:
    for who in await everybody(play):
        for letters in ("x" * LONG, "🌸 oui " * (LONG // 6)):
            before = len(who.messages)
            await who.says(f"/{word} {letters}" if word else letters)
            assert len(who.messages) > before, (who.account, word)
            assert not who.has_seen(BUG), who.screen()
            assert len(who.last) < 900, who.screen()
            assert any(hint in who.last for hint in NEXT) or who.buttons(), who.screen()
            await who.says("/annuler")
    assert not await calls(play)


async def test_a_file_that_nobody_asked_for_is_answered_and_changes_nothing(
    play: Playground,
) -> None:
    photo = FileRef(id="1", name="photo.jpg", mime="image/jpeg", size=9)
    for who in await everybody(play):
        for words in ("", "voici le planning"):
            await play.local.say(who.account, words, files=(photo,))
            await play.settle()
            assert any(hint in who.last for hint in NEXT), who.screen()
            assert not who.has_seen(BUG)


async def test_a_photo_in_the_middle_of_a_call_loses_nothing_of_it(play: Playground) -> None:
    *_, claire, _ = await everybody(play)
    photo = FileRef(id="1", name="photo.jpg", mime="image/jpeg", size=9)
    await claire.says(ONE)
    await play.local.say("claire", "", files=(photo,))
    await play.settle()
    assert claire.sees("réponse écrite"), claire.screen()
    await claire.taps("Envoyer")
    assert claire.has_seen("Envoyé : Centre. Une personne sollicitée"), claire.screen()
