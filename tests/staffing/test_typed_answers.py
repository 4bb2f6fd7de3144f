"""What members type: it counts as an answer, in the right call."""

import pytest

from tests.playground import Person, Playground
from tests.staffing.test_callout import crew, sent

TWO = "/mobiliser Centre | sam 12/12 9h-13h, 14h-18h | 3 IDE | Lieu | payé"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("oui pour les deux", "de 9 h à 13 h et samedi 12 décembre, de 14 h à 18 h"),
        ("1", "vous venez : samedi 12 décembre, de 9 h à 13 h."),
        ("matin", "vous venez : samedi 12 décembre, de 9 h à 13 h."),
        ("désolé", "pas cette fois"),
        ("non", "pas cette fois"),
        ("❌", "pas cette fois"),
        ("c'est où ?", "Je ne suis pas sûr de comprendre"),
        ("oui", "Pour quel créneau ?"),
    ],
)
async def test_what_people_really_type_counts(play: Playground, said: str, shown: str) -> None:
    """CALL-12, CALL-31, A11Y-2."""
    nurses = await crew(play, 1)
    await sent(play, TWO)
    await nurses[0].says(said)
    assert nurses[0].has_seen(shown), nurses[0].screen()


async def test_an_answer_lands_in_the_call_that_was_replied_to(play: Playground) -> None:
    """CALL-16."""
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, "/mobiliser Premier | sam 12/12 9h-13h | 1 IDE | L | payé")
    first = nurse.messages[-1]
    await claire.says("/mobiliser Second | dim 13/12 9h-13h | 1 IDE | L | payé")
    await claire.taps("Envoyer")
    await nurse.says("oui")
    assert nurse.sees("À quoi répondez-vous"), nurse.screen()
    await nurse.says("oui", reply_to=first.id)
    assert nurse.has_seen("vous venez : samedi 12 décembre, de 9 h à 13 h.")
    assert not nurse.has_seen("vous venez : dimanche")


async def _two_calls(play: Playground) -> Person:
    """A nurse who said yes to the first call, and was then asked for a second."""
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, "/mobiliser Premier | sam 12/12 9h-13h | 1 IDE | L | payé")
    await nurse.says("oui")
    await claire.says("/mobiliser Second | dim 13/12 9h-13h | 1 IDE | L | payé")
    await claire.taps("Envoyer")
    return nurse


async def test_a_yes_is_for_the_one_call_that_was_not_answered_yet(play: Playground) -> None:
    """CALL-16: an answered call steps back, and nobody is asked which one is meant."""
    nurse = await _two_calls(play)
    await nurse.says("oui")
    assert nurse.has_seen("vous venez : dimanche 13 décembre, de 9 h à 13 h."), nurse.screen()
    assert not nurse.has_seen("À quoi répondez-vous")


@pytest.mark.parametrize(
    "said", ["désolée je ne peux plus venir", "finalement non", "je ne suis plus dispo"]
)
async def test_going_back_on_a_yes_is_for_the_call_that_has_one(
    play: Playground, said: str
) -> None:
    nurse = await _two_calls(play)
    await nurse.says(said)
    assert nurse.sees("Vous retirer de samedi 12 décembre"), nurse.screen()
    await nurse.says("oui")
    assert nurse.has_seen("vous ne venez plus : samedi"), nurse.screen()
    await nurse.says("oui")
    assert nurse.has_seen("vous venez : dimanche 13 décembre, de 9 h à 13 h.")


async def test_a_no_can_become_a_yes_in_words(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    await sent(play, "/mobiliser X | sam 12/12 9h-13h | 1 IDE | L | payé")
    await nurse.says("non")
    await nurse.says("finalement je viens")
    assert nurse.has_seen("vous venez : samedi 12 décembre, de 9 h à 13 h."), nurse.screen()


async def test_the_bot_asks_which_call_and_a_tap_answers_it(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, "/mobiliser Premier | sam 12/12 9h-13h | 1 IDE | L | payé")
    await claire.says("/mobiliser Second | dim 13/12 9h-13h | 1 IDE | L | payé")
    await claire.taps("Envoyer")
    await nurse.says("ok")
    await nurse.taps("Second")
    assert nurse.has_seen("vous venez : dimanche 13 décembre, de 9 h à 13 h.")


async def test_a_bare_yes_on_the_eve_confirms_the_seat_one_has(play: Playground) -> None:
    """ROTA-13: it is no question which of the call's slots is meant."""
    nurses = await crew(play, 2)
    claire = await sent(play, "/mobiliser X | demain 9h-13h, 14h-18h | 1 IDE | Lieu | payé")
    await nurses[0].taps("9 h")
    await nurses[1].taps("14 h")
    await play.wait(hours=3)
    assert nurses[0].sees("Vous venez toujours demain ?"), nurses[0].screen()
    await nurses[0].says("oui")
    assert nurses[0].sees("C'est noté, vous venez : dimanche 22 novembre, de 9 h à 13 h.")
    await play.wait(hours=6)
    assert claire.sees("une personne n'a pas encore confirmé", "inf1"), claire.screen()
