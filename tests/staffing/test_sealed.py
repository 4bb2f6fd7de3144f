"""«🔒 Ne plus chercher : les confirmés viennent» means what it says, until it is taken back."""

from storage.seats import State
from tests.playground import Person, Playground
from tests.staffing.attack import ONE, SOON, state
from tests.staffing.test_callout import coordinator, crew, sent

TWO_SEATS = "/mobiliser Centre | sam 12/12 9h-13h, 14h-18h | 2 IDE | Lieu | payé"


async def sealed(play: Playground, line: str = TWO_SEATS) -> tuple[Person, list[Person]]:
    """One has said yes, the others nothing."""
    nurses = await crew(play, 4)
    claire = await sent(play, line)
    await nurses[0].taps("9 h")
    await claire.taps("Ne plus chercher")
    assert claire.has_seen("on ne cherche plus personne. Les confirmés viennent")
    return claire, nurses


async def test_the_undecided_read_that_nobody_is_looked_for_and_have_nothing_to_take(
    play: Playground,
) -> None:
    """They could still take every free seat."""
    _, nurses = await sealed(play)
    assert nurses[1].sees("APPEL À VOLONTAIRES · Centre", "On ne cherche plus personne")
    assert not nurses[1].sees("il manque"), nurses[1].screen()
    assert nurses[1].buttons() == []
    assert nurses[0].sees("1. samedi 12 décembre, de 9 h à 13 h", "vous venez", "Lieu")
    assert not nurses[0].sees("il manque")
    assert nurses[0].buttons() == ["🚫 Je ne peux plus venir"]


async def test_nobody_is_asked_or_reminded_any_more(play: Playground) -> None:
    nurses = await crew(play, 6)
    claire = await sent(play, ONE)
    await nurses[1].taps("Si besoin")
    await claire.taps("Ne plus chercher")
    before = [len(n.messages) for n in nurses]
    await play.wait(hours=4)
    assert [len(n.messages) for n in nurses] == before


async def test_the_waiting_list_stands_still_and_the_coordinator_is_told_of_a_withdrawal(
    play: Playground,
) -> None:
    nurses = await crew(play, 2)
    claire = await sent(play, ONE)
    for nurse in nurses:
        await nurse.taps("9 h")
    await claire.taps("Ne plus chercher")
    assert nurses[1].has_seen("sur la liste d'attente : samedi 12 décembre")
    await nurses[0].taps("Je ne peux plus venir")
    assert await state(play, nurses[1]) == [State.WAITING]
    assert claire.sees("une place s'est libérée", "La recherche est arrêtée"), claire.screen()
    assert claire.buttons() == ["🔓 Chercher à nouveau", "📞 Qui appeler"]
    await claire.taps("Chercher à nouveau")
    assert nurses[1].has_seen("Une place s'est libérée, elle est à vous"), nurses[1].screen()
    assert nurses[1].has_seen("vous venez : samedi 12 décembre")
    assert claire.has_seen("infirmier 1 sur 1 ✔")


async def test_what_is_held_for_somebody_is_given_up_and_they_are_told(play: Playground) -> None:
    nurses = await crew(play, 3)
    claire = await sent(play, SOON)
    for nurse in nurses:
        await nurse.taps("8 h")
    await nurses[0].taps("Je ne peux plus")
    assert nurses[1].sees("Vous la prenez ?")
    old = nurses[1].messages[-1]
    await claire.taps("Ne plus chercher")
    assert claire.has_seen("La personne à qui une place était proposée est prévenue")
    assert nurses[1].sees("on ne cherche plus personne", "n'est plus gardée pour vous"), nurses[
        1
    ].screen()
    assert "✅ Je la prends" not in nurses[1].buttons()
    await play.local.press_raw("inf1", "inf1", old.id, old.wording.keyboard, 0)
    await play.wait(hours=1)
    assert await state(play, nurses[1]) == [State.WAITING]
    assert not nurses[2].has_seen("Vous la prenez ?")


async def test_who_was_asked_before_is_asked_again_in_a_new_message_when_the_search_goes_on(
    play: Playground,
) -> None:
    nurses = await crew(play, 2)
    claire = await sent(play, SOON)
    for nurse in nurses:
        await nurse.taps("8 h")
    await nurses[0].taps("Je ne peux plus")
    await claire.taps("Ne plus chercher")
    await claire.taps("Chercher à nouveau")
    assert nurses[1].sees("Vous la prenez ?"), nurses[1].screen()
    await nurses[1].says("oui")
    assert nurses[1].has_seen("C'est noté, vous venez"), nurses[1].screen()
    assert await state(play, nurses[1]) == [State.COMING]
    assert not nurses[1].has_seen("À quoi répondez-vous")


async def test_if_needed_is_asked_again_if_the_search_was_ended_before_they_answered(
    play: Playground,
) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, SOON)
    await nurse.taps("Si besoin")
    await play.wait(minutes=16)
    assert nurse.sees("Vous venez ?"), nurse.screen()
    await claire.taps("Ne plus chercher")
    assert nurse.sees("on ne cherche plus personne")
    await claire.taps("Chercher à nouveau")
    assert nurse.sees("Vous venez ?"), nurse.screen()
    await nurse.taps("Oui, je viens")
    assert await state(play, nurse) == [State.COMING]


async def test_going_on_renews_every_card_and_asks_more_people(play: Playground) -> None:
    nurses = await crew(play, 20)
    claire = await sent(play, TWO_SEATS)
    await nurses[0].taps("9 h")
    await claire.taps("Ne plus chercher")
    await claire.taps("Chercher à nouveau")
    assert claire.has_seen("la recherche reprend")
    assert nurses[1].sees("il manque 1 infirmier sur 2"), nurses[1].screen()
    assert "✅ Sam. 9 h – 13 h" in nurses[1].buttons()
    before = sum(n.has_seen("APPEL") for n in nurses)
    await play.wait(minutes=16)
    assert sum(n.has_seen("APPEL") for n in nurses) > before


async def test_the_coordinator_still_seats_by_hand_whoever_said_yes_by_phone_or_late(
    play: Playground,
) -> None:
    claire, nurses = await sealed(play)
    await nurses[1].says("1")
    await claire.taps("Ajouter une personne")
    await claire.says("inf1")
    await claire.taps("de 9 h à 13 h")
    assert claire.has_seen("C'est noté : inf1"), claire.screen()
    assert nurses[1].has_seen("La coordination a noté votre venue"), nurses[1].screen()
    assert claire.has_seen("infirmiers 2 sur 2")
    assert claire.has_seen("en attente : 0")


async def test_calls_that_look_for_nobody_are_not_listed_but_for_those_who_come(
    play: Playground,
) -> None:
    _, nurses = await sealed(play)
    await nurses[1].says("/appels")
    assert nurses[1].sees("Aucun appel"), nurses[1].screen()
    await nurses[1].says("/start call-1")
    assert nurses[1].sees("On ne cherche plus personne pour cet appel"), nurses[1].screen()
    await nurses[0].says("/appels")
    assert nurses[0].sees("vous venez")


async def test_a_room_reads_that_nobody_is_looked_for_and_not_that_all_is_full(
    play: Playground,
) -> None:
    """«Complet» stood under a call with empty seats."""
    claire = await coordinator(play)
    await play.add_bot("mairie", "channel", "Mairie de Saint-Aubin")
    await claire.taps("Partenaire")
    await claire.taps("Recevoir les appels")
    await crew(play, 1)
    await claire.says(SOON)
    await claire.taps("Envoyer")
    await play.wait(minutes=40)
    room = Person(play, "someone", 0, chat="mairie")
    assert room.has_seen("il manque 1 infirmier"), room.screen()
    await claire.taps("Ne plus chercher")
    await play.wait(minutes=1)
    assert room.sees("On ne cherche plus personne"), room.screen()
    assert not room.sees("Complet")
    assert not room.sees("il manque")
    assert room.buttons() == []


async def test_ending_twice_and_going_on_twice_change_nothing_more(play: Playground) -> None:
    nurses = await crew(play, 3)
    claire = await sent(play, SOON)
    for nurse in nurses:
        await nurse.taps("8 h")
    await nurses[0].taps("Je ne peux plus")
    for _ in range(2):
        await claire.taps("Ne plus chercher", settle=False)
    await play.settle()
    assert nurses[1].everything.count("n'est plus gardée pour vous. Merci d'avoir été là") == 2
    for _ in range(2):
        await claire.taps("Chercher à nouveau", settle=False)
    await play.settle()
    assert nurses[1].everything.count("Vous la prenez ?") == 1
    assert await state(play, nurses[2]) == [State.WAITING]
