"""Typed answers that were heard as something else than was meant."""

import pytest

from storage.people import Member
from storage.seats import State
from tests.playground import Playground
from tests.staffing.attack import BUG, ONE, TWO, state
from tests.staffing.test_callout import crew, sent


async def test_no_said_twice_is_heard_twice_and_counts_once(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, ONE)
    await nurse.says("non")
    assert nurse.sees("C'est noté : pas cette fois"), nurse.screen()
    before = len(nurse.messages)
    await nurse.says("non")
    assert len(nurse.messages) > before, "silence is no answer"
    assert claire.has_seen("pas cette fois : 1")


async def test_a_question_whether_to_withdraw_is_asked_in_words_below_what_was_typed(
    play: Playground,
) -> None:
    nurse = (await crew(play, 1))[0]
    await sent(play, TWO)
    await nurse.says("1")
    await nurse.says("non")
    assert nurse.sees("Vous retirer"), nurse.screen()
    assert "🚫 Me retirer de Sam. 9 h – 13 h" in nurse.buttons(), nurse.screen()
    assert "C'est noté, vous venez : samedi 12 décembre, de 9 h à 13 h" in nurse.everything


@pytest.mark.parametrize("said", ["1", "oui"])
async def test_a_number_typed_to_which_shift_to_leave_leaves_it(
    play: Playground, said: str
) -> None:
    """It took the shift instead."""
    nurse = (await crew(play, 1))[0]
    await sent(play, TWO)
    await nurse.says("1", "non", said)
    assert await state(play, nurse) == [State.OUT], nurse.screen()
    assert nurse.has_seen("vous ne venez plus"), nurse.screen()


async def test_a_typed_yes_to_a_full_slot_is_not_said_to_be_a_seat(play: Playground) -> None:
    nurses = await crew(play, 2)
    await sent(play, ONE)
    await nurses[0].says("oui")
    await nurses[1].says("oui")
    assert await state(play, nurses[1]) == [State.WAITING]
    assert nurses[1].sees("Liste d'attente"), nurses[1].screen()
    assert not nurses[1].has_seen("vous venez")


async def test_a_typed_yes_to_a_survey_is_not_said_to_be_a_seat(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    await sent(play, "/mobiliser dispos Centre | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    await nurse.says("oui")
    assert nurse.sees("libre"), nurse.screen()
    assert not nurse.has_seen("vous venez")


async def test_yes_to_both_takes_the_one_that_can_be_taken_and_says_why_not_the_other(
    play: Playground,
) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, "/mobiliser Avant | sam 12/12 15h-16h | 1 IDE | Lieu | payé")
    await nurse.taps("15 h")
    await claire.says(TWO)
    await claire.taps("Envoyer")
    await nurse.says("les deux", reply_to=nurse.messages[-1].id)
    assert await state(play, nurse) == [State.COMING, State.COMING], nurse.screen()
    assert nurse.has_seen("vous venez : samedi 12 décembre, de 9 h à 13 h"), nurse.screen()
    assert nurse.has_seen("attend déjà ailleurs"), nurse.screen()


async def test_if_needed_of_someone_whose_profession_is_not_sought_any_more_is_no_bug(
    play: Playground,
) -> None:
    nurse = (await crew(play, 1))[0]
    await sent(play, TWO)
    async with play.db.transaction() as tx:
        (await tx.get_one(Member, nurse.id)).profession = "medecin"
    for said in ("Si besoin",):
        await nurse.taps(said)
    await nurse.says("si besoin")
    assert not nurse.has_seen(BUG), nurse.screen()
    assert nurse.has_seen("ne cherche pas votre profession"), nurse.screen()


async def test_who_opened_a_call_before_their_group_was_asked_does_not_stop_the_group(
    play: Playground,
) -> None:
    """The second copy of a card broke the whole group's asking."""
    people = [await play.person(f"P{n}") for n in range(6)]
    await sent(play, ONE)
    late = people[5]
    assert not late.messages
    await late.says("/appels")
    assert late.sees("APPEL À VOLONTAIRES"), late.screen()
    await play.wait(minutes=50)
    assert all(p.has_seen("APPEL À VOLONTAIRES") for p in people)
    await late.taps("9 h")
    assert late.sees("C'est noté, vous venez"), late.screen()
