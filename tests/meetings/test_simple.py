"""What someone hears who has the screen read out: no meaning in an emoji, a box or a place."""

from datetime import timedelta

from bot.core import Role
from tests.meetings.people import LINE, announced, members
from tests.playground import Playground


async def test_the_list_says_in_words_what_was_answered(play: Playground) -> None:
    """A11Y: it was an emoji, and the simple display left it out."""
    zoe = await play.person("Zoé", simple=True)
    await announced(play)
    for tap, said in (("Sur place", "vous venez"), ("À distance", "à distance"),
                      ("Je n'y serai pas", "sans vous")):  # fmt: skip
        await zoe.taps(tap)
        await zoe.says("/reunions")
        assert zoe.sees(f"de 20 h à 21 h 30 · {said}"), zoe.screen()


async def test_the_roll_says_in_words_who_is_there(play: Playground) -> None:
    """A11Y: the boxes were left out, and all names looked alike."""
    await members(play, "Ana", "Bob")
    lise = await play.person("Lise", Role.COORDINATOR, simple=True)
    await announced(play, f"{LINE} | sans rappel")
    play.now += timedelta(days=24, hours=10)
    await lise.says("/reunions")
    await lise.taps("15/12")
    await lise.taps("Qui est là")
    await lise.taps("Ana")
    assert lise.buttons()[:2] == ["Ana (sans réponse) : oui", "Bob (sans réponse) : non"]


async def test_a_poll_says_in_words_what_is_chosen_and_what_leads(play: Playground) -> None:
    zoe = await play.person("Zoé", simple=True)
    lise = await play.person("Lise", Role.COORDINATOR, simple=True)
    await lise.says("/sondage Quel horaire ? | matin | soir")
    await lise.taps("Envoyer")
    await play.wait(seconds=45)
    await zoe.taps("soir")
    [card] = [m for m in zoe.messages if m.wording.keys]
    assert [key.label for key in card.wording.keys] == ["matin", "soir\u00a0: oui"]
    assert lise.has_seen("2. soir : 1 en tête"), lise.screen()


async def test_whoever_nudges_is_not_nudged(play: Playground) -> None:
    """It was: alone among the silent, the organiser reminded herself."""
    [ana] = await members(play, "Ana")
    claire = await announced(play)
    await claire.taps("Relancer")
    assert ana.sees("Je n'ai pas encore votre réponse"), ana.screen()
    assert not claire.has_seen("Je n'ai pas encore votre réponse"), claire.screen()
    assert not any("Relancer" in label for label in claire.buttons())
