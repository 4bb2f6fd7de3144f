"""What the message of a change says: to whom, about which slots, in whose language."""

from bot.core import Lang
from storage.seats import State
from tests.playground import Playground
from tests.staffing.attack import state
from tests.staffing.changes import ONE, TWO, change, told
from tests.staffing.test_callout import coordinator, crew, sent


async def test_another_place_is_told_once_for_all_the_slots_one_holds(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, TWO)
    await nurse.says("les deux")
    await change(claire, "Lieu", "=Salle des fêtes")
    assert told(nurse) == 1
    assert nurse.sees(
        "de 9 h à 13 h et samedi 12 décembre, de 14 h à 18 h.",
        "Nouveau lieu : Salle des fêtes (avant : Gymnase).", "Toujours possible ?",
    ), nurse.screen()  # fmt: skip
    await nurse.taps("❌ Non")
    assert nurse.sees("De quel créneau vous retirer ?"), nurse.screen()
    await nurse.taps("Me retirer de Sam. 14 h")
    assert await state(play, nurse) == [State.COMING, State.OUT]
    await nurse.taps("✅ Oui")
    assert nurse.has_seen("vous ne venez plus : samedi 12 décembre, de 14 h à 18 h.")
    assert not claire.has_seen("réponse attendue"), claire.screen()


async def test_of_several_slots_one_may_be_named(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, TWO)
    await nurse.says("les deux")
    await change(claire, "Lieu", "=Salle des fêtes")
    await nurse.says("seulement le matin")
    assert nurse.sees("De quel créneau vous retirer ?"), nurse.screen()
    await nurse.says("2")
    assert await state(play, nurse) == [State.COMING, State.OUT], nurse.screen()


async def test_another_contact_informs_and_asks_nothing(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, TWO)
    await nurse.says("les deux")
    await change(claire, "Contact", "=Zoé, 06 00 00 00 00")
    assert nurse.sees("CHANGEMENT · Centre · Nouveau contact : Zoé, 06 00 00 00 00"), nurse.screen()
    assert not nurse.has_seen("Toujours possible")
    assert nurse.messages[-1].wording.keys == ()
    assert told(nurse) == 1


async def test_two_slots_that_move_are_two_questions_each_with_its_own_answer(
    play: Playground,
) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, TWO)
    await nurse.says("les deux")
    await change(claire, "Horaire", "9 h", "=10h-13h", "Autre changement", "Horaire", "14 h",
                 "=15h-19h")  # fmt: skip
    assert told(nurse) == 2
    await nurse.says("oui")
    assert nurse.sees("À quoi répondez-vous"), nurse.screen()
    await nurse.taps("de 15 h")
    await nurse.says("non")
    assert await state(play, nurse) == [State.OUT, State.COMING], nurse.screen()


async def test_who_is_expected_elsewhere_at_the_new_time_is_told_so(play: Playground) -> None:
    """ROTA-1."""
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, "/mobiliser Autre | sam 12/12 14h-18h | 1 IDE | Lieu | payé")
    await nurse.taps("14 h")
    await claire.says(ONE)
    await claire.taps("Envoyer")
    await nurse.taps("9 h")
    await change(claire, "Horaire", "=12h-16h", send=False)
    assert claire.sees("Une personne est déjà attendue ailleurs"), claire.screen()
    await claire.taps("Envoyer")
    assert nurse.sees(
        "de 12 h à 16 h au lieu", "On compte aussi sur vous samedi 12 décembre, de 14 h à 18 h",
        "/planning",
    ), nurse.screen()  # fmt: skip


async def test_a_drill_says_so_before_everything(play: Playground) -> None:
    """DRILL-4."""
    nurse = (await crew(play, 1))[0]
    claire = await coordinator(play)
    await claire.says(ONE.replace("/mobiliser", "/exercice mobiliser"))
    await claire.taps("Envoyer")
    await nurse.taps("9 h")
    await change(claire, "Horaire", "=10h-14h", send=False)
    assert claire.last.startswith("🧪 EXERCICE"), claire.screen()
    await claire.taps("Envoyer")
    assert claire.has_seen("🧪 EXERCICE · aucune réaction n'est attendue\n✏️ Centre est modifié")
    assert nurse.last.startswith("🧪 EXERCICE"), nurse.screen()
    assert nurse.sees("CHANGEMENT", "Toujours possible")


async def test_every_person_reads_the_change_in_their_own_language(play: Playground) -> None:
    """A11Y-1."""
    nurse = await play.person("Kate", lang=Lang.EN)
    claire = await sent(play, ONE)
    await nurse.says("yes")
    await change(claire, "Horaire", "=dim 13/12 10h-14h")
    assert nurse.sees(
        "⚠️ CHANGE · Centre: Sunday 13 December, 10 am to 2 pm instead of "
        "Saturday 12 December, 9 am to 1 pm.",
        "Still possible?",
    ), nurse.screen()
    await nurse.says("sorry, no")
    assert nurse.sees("we no longer count on you: Sunday 13 December"), nurse.screen()
