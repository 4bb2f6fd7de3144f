"""Answers that come after «🔒 Ne plus chercher»: kind, clear, and kept for the coordinator."""

import pytest

from storage.seats import State
from tests.playground import Playground
from tests.staffing.attack import BUG, ONE, state
from tests.staffing.test_callout import crew, sent
from tests.staffing.test_sealed import TWO_SEATS, sealed


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("1", "Sam. 9 h – 13 h"),
        ("oui pour le matin", "oui pour le matin"),
        ("je peux venir le matin", "je peux venir le matin"),
    ],
)
async def test_a_late_yes_is_answered_kindly_and_kept_for_the_coordinator(
    play: Playground, said: str, kept: str
) -> None:
    claire, nurses = await sealed(play)
    await nurses[1].says(said)
    assert nurses[1].sees(
        "On ne cherche plus personne pour cet appel. Merci de l'avoir proposé",
        "sur la liste d'attente : samedi 12 décembre, de 9 h à 13 h",
        "On vous écrira si la recherche reprend",
    ), nurses[1].screen()  # fmt: skip
    assert await state(play, nurses[1]) == [State.WAITING]
    assert claire.has_seen(f"💬 inf1 : « {kept} »"), claire.screen()
    assert claire.has_seen("en attente : 1"), claire.screen()
    assert claire.has_seen("infirmiers 1 sur 2")


@pytest.mark.parametrize("said", ["oui", "dispo", "c'est encore possible ?", "si besoin"])
async def test_words_that_come_late_and_name_no_slot_are_kept_too(
    play: Playground, said: str
) -> None:
    claire, nurses = await sealed(play)
    await nurses[1].says(said)
    assert nurses[1].sees("On ne cherche plus personne", "la coordination le lira"), nurses[
        1
    ].screen()
    assert await state(play, nurses[1]) == []
    assert claire.has_seen(f"💬 inf1 : « {said} »"), claire.screen()
    assert not nurses[1].has_seen(BUG)


async def test_a_late_tap_on_an_old_button_takes_no_seat(play: Playground) -> None:
    nurses = await crew(play, 2)
    claire = await sent(play, ONE)
    card = nurses[1].messages[-1]
    keyboard = card.wording.keyboard
    await claire.taps("Ne plus chercher")
    await play.local.press_raw("inf1", "inf1", card.id, keyboard, 0)
    await play.settle()
    assert await state(play, nurses[1]) == [State.WAITING]
    assert nurses[1].sees(
        "On ne cherche plus personne", "On vous écrira si la recherche reprend"
    ), nurses[1].screen()
    assert claire.has_seen("infirmier 0 sur 1"), claire.screen()


async def test_a_late_no_is_a_full_answer(play: Playground) -> None:
    claire, nurses = await sealed(play)
    await nurses[1].says("non désolé")
    assert nurses[1].has_seen("C'est noté : pas cette fois"), nurses[1].screen()
    assert claire.has_seen("pas cette fois : 1")


async def test_a_typed_yes_is_for_the_call_that_still_looks_for_people(play: Playground) -> None:
    """CALL-16: a call where nobody is looked for any more steps back."""
    claire, nurses = await sealed(play)
    await claire.says("/mobiliser Autre | dim 13/12 9h-13h | 2 IDE | Lieu | payé")
    await claire.taps("Envoyer")
    await nurses[1].says("oui")
    assert nurses[1].has_seen("vous venez : dimanche 13 décembre"), nurses[1].screen()


async def test_a_question_about_slots_that_stood_open_is_closed(play: Playground) -> None:
    """«Pour quel créneau, si besoin ?» kept its buttons."""
    nurses = await crew(play, 1)
    claire = await sent(play, TWO_SEATS)
    await nurses[0].taps("Si besoin")
    assert nurses[0].sees("Pour quel créneau, si besoin ?")
    old = nurses[0].messages[-1]
    keyboard = old.wording.keyboard
    await claire.taps("Ne plus chercher")
    assert nurses[0].buttons() == []
    await play.local.press_raw("inf0", "inf0", old.id, keyboard, 0)
    await play.settle()
    assert nurses[0].has_seen("C'est noté, si besoin"), nurses[0].screen()
    assert not nurses[0].has_seen(BUG)
