"""Two presses in one breath, two coordinators at the same board: once is what they come to."""

from sqlalchemy import func, select

from bot.core import Role
from storage.places import Place
from storage.timers import Timer
from tests.playground import Person, Playground
from tests.staffing.attack import BUG, ONE, SOON, TOMORROW, calls, state
from tests.staffing.test_callout import coordinator, crew, sent


async def two_coordinators(play: Playground) -> tuple[Person, Person]:
    marc = await play.person("Marc", Role.COORDINATOR, profession="autre")
    return await coordinator(play), marc


async def test_send_pressed_twice_at_once_is_one_call_and_one_board(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await coordinator(play)
    await claire.says(ONE)
    for _ in range(3):
        await claire.taps("Envoyer", settle=False)
    await play.settle()
    assert len(await calls(play)) == 1
    assert nurse.everything.count("APPEL À VOLONTAIRES") == 1
    assert claire.everything.count("Envoyé : Centre") == 1
    assert not claire.has_seen(BUG)
    async with play.db.reading() as tx:
        boards = select(func.count()).where(Place.card == "callout:1:board")
        assert (await tx.scalar(boards)) == 1
        eves = select(func.count()).where(Timer.job == "staffing.deadline")
        assert (await tx.scalar(eves)) == 1


async def test_the_same_call_of_two_coordinators_is_pointed_out_before_the_second_is_sent(
    play: Playground,
) -> None:
    nurse = (await crew(play, 1))[0]
    claire, marc = await two_coordinators(play)
    await claire.says(ONE)
    await claire.taps("Envoyer")
    await marc.says(ONE)
    assert marc.sees("même nom, à la même heure, est déjà parti"), marc.screen()
    await marc.taps("Abandonner")
    assert nurse.everything.count("APPEL À VOLONTAIRES") == 1


async def test_two_coordinators_who_cancel_at_once_tell_everyone_once(play: Playground) -> None:
    nurses = await crew(play, 2)
    claire, marc = await two_coordinators(play)
    await claire.says(TOMORROW)
    await claire.taps("Envoyer")
    await nurses[0].taps("14 h")
    await marc.says("/tableau")
    for boss in (claire, marc):
        await boss.taps("Annuler l'appel")
    for boss in (claire, marc):
        await boss.taps("Oui, annuler", settle=False)
    await play.settle()
    for nurse in nurses:
        assert nurse.everything.count("CHANGEMENT") == 1
    assert claire.has_seen("est annulé. 2 personnes sont prévenues"), claire.screen()
    assert marc.sees("déjà annulé"), marc.screen()


async def test_widen_pressed_twice_at_once_does_not_go_on_to_the_partners(
    play: Playground,
) -> None:
    """The second press published the call in every partner channel."""
    people = [await play.person(f"P{n}") for n in range(6)]
    claire = await coordinator(play)
    await play.add_bot("mairie", "channel", "Mairie de Saint-Aubin")
    await claire.taps("Partenaire")
    await claire.taps("Recevoir les appels")
    await claire.says(ONE)
    await claire.taps("Envoyer")
    for _ in range(2):
        await claire.taps("Élargir", settle=False)
    await play.settle()
    assert all(p.everything.count("APPEL À VOLONTAIRES") == 1 for p in people)
    room = Person(play, "someone", 0, chat="mairie")
    assert not room.has_seen("APPEL À VOLONTAIRES")
    assert claire.has_seen("vient d'être élargi"), claire.screen()
    await play.wait(minutes=2)
    await claire.taps("Élargir")
    assert claire.has_seen("L'appel part aussi dans un salon."), claire.screen()
    assert room.has_seen("il manque 1 infirmier"), room.screen()


async def test_a_sealed_call_is_not_widened_until_it_is_reopened(play: Playground) -> None:
    people = [await play.person(f"P{n}") for n in range(6)]
    claire = await sent(play, ONE)
    board = claire.messages[-1]
    keyboard, keys = board.wording.keyboard, [k.label for k in board.wording.keys]
    await claire.taps("Ne plus chercher")
    widen = keys.index("➕ Élargir l'appel")
    await play.local.press_raw("claire", "claire", board.id, keyboard, widen)
    await play.settle()
    assert claire.sees("On ne cherche plus"), claire.screen()
    assert sum(p.has_seen("APPEL À VOLONTAIRES") for p in people) == 3
    await claire.taps("Chercher à nouveau")
    await play.wait(minutes=16)
    assert sum(p.has_seen("APPEL À VOLONTAIRES") for p in people) == 6


async def test_a_withdrawal_after_sealing_is_told_to_the_coordinator(play: Playground) -> None:
    """The board was edited without a sound: one confirmed person less, and nobody knew."""
    nurses = await crew(play, 2)
    claire = await sent(play, ONE)
    await nurses[0].taps("9 h")
    await claire.taps("Ne plus chercher")
    await nurses[0].taps("Je ne peux plus")
    assert claire.sees("une place s'est libérée", "il manque 1 infirmier sur 1"), claire.screen()
    assert await state(play, nurses[1]) == []


async def test_a_full_call_that_loses_somebody_looks_again_by_itself(play: Playground) -> None:
    """The asking had been stopped for good when the call was full for the first time."""
    people = [await play.person(f"P{n}") for n in range(6)]
    claire = await sent(play, ONE)
    await people[0].taps("9 h")
    assert claire.has_seen("tous les postes sont pourvus")
    await people[0].taps("Je ne peux plus")
    assert claire.sees("une place s'est libérée"), claire.screen()
    await play.wait(minutes=16)
    assert people[5].has_seen("APPEL À VOLONTAIRES"), people[5].screen()


async def test_who_waits_for_a_shift_and_took_another_meanwhile_is_not_booked_twice(
    play: Playground,
) -> None:
    nurses = await crew(play, 3)
    claire = await sent(play, ONE)
    for nurse in nurses[:2]:
        await nurse.taps("9 h")
    await claire.says("/mobiliser Autre | sam 12/12 10h-12h | 1 IDE | Lieu | payé")
    await claire.taps("Envoyer")
    await nurses[1].taps("✅ Sam. 10 h")
    await nurses[2].says("/appels")
    await nurses[2].taps("Liste d'attente Sam. 9 h")
    await nurses[0].taps("Je ne peux plus")
    assert nurses[1].has_seen("On vous attend déjà ailleurs à cette heure-là"), nurses[1].everything
    assert nurses[2].has_seen("elle est à vous"), nurses[2].screen()


async def test_who_waits_for_one_post_takes_the_seat_of_another_that_suits_them(
    play: Playground,
) -> None:
    """A free «infirmier ou sage-femme» seat stayed empty while a nurse waited."""
    nurses = await crew(play, 2)
    midwife = (await crew(play, 1, "sage-femme"))[0]
    await sent(
        play, "/mobiliser X | sam 12/12 9h-13h | 1 IDE, 1 IDE ou SF | L | payé | tout le monde"
    )
    for one in (nurses[0], midwife, nurses[1]):
        await one.taps("9 h")
    assert nurses[1].sees("Liste d'attente : samedi"), nurses[1].screen()
    await midwife.taps("Je ne peux plus")
    assert nurses[1].has_seen("elle est à vous"), nurses[1].screen()


async def test_an_offer_accepted_twice_at_once_is_taken_once_and_said_kindly(
    play: Playground,
) -> None:
    nurses = await crew(play, 2)
    claire = await sent(play, SOON)
    for nurse in nurses:
        await nurse.taps("8 h")
    await nurses[0].taps("Je ne peux plus")
    assert claire.has_seen("places proposées, réponse attendue : 1"), claire.screen()
    for _ in range(2):
        await nurses[1].taps("Je la prends", settle=False)
    await play.settle()
    assert not nurses[1].has_seen("plus gardée"), nurses[1].screen()
    assert nurses[1].has_seen("C'est noté, vous venez : Centre, dimanche 22 novembre")
    assert claire.has_seen("infirmier 1 sur 1 ✔")


async def test_an_offer_is_answered_in_words_too(play: Playground) -> None:
    nurses = await crew(play, 3)
    await sent(play, SOON)
    for nurse in nurses:
        await nurse.taps("8 h")
    await nurses[0].taps("Je ne peux plus")
    await nurses[1].says("peut-être")
    assert nurses[1].sees("Répondez « oui » ou « non »"), nurses[1].screen()
    await nurses[1].says("non")
    assert nurses[1].sees("vous ne la prenez pas"), nurses[1].screen()
    await nurses[2].says("oui")
    assert nurses[2].sees("C'est noté, vous venez"), nurses[2].screen()
    assert [b for b in nurses[2].buttons() if "prends" in b] == []


async def test_an_offer_that_was_given_back_on_the_card_cannot_be_taken_any_more(
    play: Playground,
) -> None:
    """Its buttons stayed."""
    nurses = await crew(play, 2)
    await sent(play, SOON)
    for nurse in nurses:
        await nurse.taps("8 h")
    await nurses[0].taps("Je ne peux plus")
    await nurses[1].taps("Je ne peux plus venir")
    assert nurses[1].has_seen("la place n'est plus gardée pour vous"), nurses[1].screen()
    shown = [key.label for message in nurses[1].messages for key in message.wording.keys]
    assert "✅ Je la prends" not in shown


async def test_a_person_is_replaced_and_the_seat_they_leave_goes_to_who_waited(
    play: Playground,
) -> None:
    nurses = await crew(play, 2)
    midwife = await play.person("Maya Sage", profession="sage-femme")
    claire = await sent(
        play, "/mobiliser X | sam 12/12 9h-13h | 1 IDE, 1 SF | Lieu | payé | tout le monde"
    )
    for nurse in nurses:
        await nurse.taps("9 h")
    await claire.taps("Remplacer")
    await claire.taps("inf0")
    await claire.says("maya")
    assert claire.has_seen("Maya Sage"), claire.screen()
    assert nurses[1].has_seen("elle est à vous"), nurses[1].screen()
    assert midwife.has_seen("La coordination a noté votre venue"), midwife.screen()


async def test_two_coordinators_who_previewed_the_same_call_do_not_both_send_it(
    play: Playground,
) -> None:
    ana = await play.person("Ana")
    one = await play.person("Claire", Role.COORDINATOR, profession="autre")
    two = await play.person("Denis", Role.COORDINATOR, profession="autre")
    for each in (one, two):
        await each.says("/mobiliser Centre | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    await one.taps("Envoyer")
    await two.taps("Envoyer")
    assert two.sees("Un appel du même nom, à la même heure, est déjà parti"), two.screen()
    assert ana.everything.count("Pouvez-vous venir ?") == 1
    await two.taps("Envoyer")
    assert two.has_seen("Envoyé : Centre"), two.screen()
    assert ana.everything.count("Pouvez-vous venir ?") == 2
