"""What a coordinator does by hand: never beyond the need, nor twice at once."""

from storage.seats import State
from tests.playground import Playground
from tests.staffing.attack import ONE, state
from tests.staffing.test_callout import crew, sent


async def test_a_survey_answered_after_the_planning_was_made_is_heard_and_can_be_chosen(
    play: Playground,
) -> None:
    nurses = await crew(play, 2)
    claire = await sent(
        play, "/mobiliser dispos Centre | sam 12/12 9h-13h, 14h-18h | 1 IDE | Lieu | payé"
    )
    await nurses[0].taps("9 h")
    await claire.taps("Choisir dans la grille")
    await claire.taps("inf0")
    await claire.taps("C'est tout")
    await claire.taps("Oui")
    assert nurses[0].has_seen("On compte sur vous")
    await nurses[1].taps("14 h")
    assert nurses[1].sees("vous seriez libre"), nurses[1].screen()
    await nurses[0].taps("Sam. 14 h")
    assert await state(play, nurses[0]) == [State.COMING, State.FREE]
    assert claire.has_seen("infirmier 1 sur 1")


async def test_nobody_is_chosen_from_a_grid_beyond_the_need(play: Playground) -> None:
    nurses = await crew(play, 3)
    claire = await sent(play, "/mobiliser dispos Centre | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    for nurse in nurses:
        await nurse.taps("9 h")
    await claire.taps("Choisir dans la grille")
    await claire.taps("inf0")
    await claire.taps("inf1")
    await claire.taps("C'est tout")
    assert claire.sees("2 personnes cochées pour 1 place"), claire.screen()
    await claire.taps("inf1")
    await claire.taps("C'est tout")
    await claire.taps("Oui")
    assert claire.has_seen("infirmier 1 sur 1"), claire.screen()
    assert not nurses[1].has_seen("On compte sur vous")


async def test_nobody_is_chosen_from_a_grid_for_two_shifts_at_once(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(
        play, "/mobiliser dispos Centre | sam 12/12 9h-13h, 11h-15h | 1 IDE | Lieu | payé"
    )
    await nurse.taps("9 h")
    await nurse.taps("11 h")
    await claire.taps("Choisir dans la grille")
    for _ in range(2):
        await claire.taps("inf0")
        await claire.taps("C'est tout")
    await claire.taps("Oui")
    assert await state(play, nurse) == [State.COMING, State.FREE], claire.screen()
    assert claire.has_seen("inf0 : pas confirmé"), claire.screen()


async def test_a_person_added_by_hand_to_a_full_slot_is_said_to_wait(play: Playground) -> None:
    ana = await play.person("Ana Durand")
    bea = await play.person("Bea Martin")
    claire = await sent(play, ONE)
    await ana.taps("9 h")
    await claire.taps("Ajouter une personne")
    await claire.says("martin")
    assert claire.has_seen("liste d'attente"), claire.screen()
    assert not claire.has_seen("C'est noté : Bea Martin, samedi 12 décembre, de 9 h à 13 h. La")
    assert bea.sees("liste d'attente"), bea.screen()


async def test_a_person_added_by_hand_who_is_expected_elsewhere_is_named(
    play: Playground,
) -> None:
    """The coordinator was told that she herself was."""
    ana = await play.person("Ana Durand")
    claire = await sent(play, ONE)
    await ana.taps("9 h")
    await claire.says("/mobiliser Autre | sam 12/12 10h-12h | 1 IDE | Lieu | payé")
    await crew(play, 1)
    await claire.says("/annuler", "/mobiliser Autre | sam 12/12 10h-12h | 1 IDE | Lieu | payé")
    await claire.taps("Envoyer")
    await claire.taps("Ajouter une personne")
    await claire.says("durand")
    assert claire.sees("Ana Durand", "déjà"), claire.screen()
    assert not claire.has_seen("Vous êtes déjà"), claire.screen()
