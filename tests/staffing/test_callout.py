"""A call for staff, from the line that a coordinator types to the last seat."""

from bot.core import Role
from tests.playground import Person, Playground

LINE = (
    "/mobiliser Centre de vaccination | sam 12/12 9h-13h, 13h-18h | 1 médecin, 2 infirmier"
    " | Gymnase Pagnol | payé"
)


async def coordinator(play: Playground) -> Person:
    return await play.person("Claire", Role.COORDINATOR, profession="autre")


async def crew(play: Playground, count: int, profession: str = "infirmier") -> list[Person]:
    return [await play.person(f"{profession[:3]}{n}", profession=profession) for n in range(count)]


async def sent(play: Playground, line: str = LINE) -> Person:
    claire = await coordinator(play)
    await claire.says(line)
    await claire.taps("Envoyer")
    return claire


async def test_a_one_line_call_goes_straight_to_the_preview(play: Playground) -> None:
    """CALL-1, CALL-20, CALL-24."""
    claire = await coordinator(play)
    await crew(play, 4)
    await crew(play, 2, "medecin")
    await claire.says(LINE)
    assert claire.sees(
        "VRAI APPEL · Aperçu", "Centre de vaccination", "samedi 12 décembre, de 9 h à 13 h",
        "1 médecin et 2 infirmiers", "3 postes × 2 créneaux = 6 en tout.",
        "6 personnes peuvent convenir (4 infirmiers et 2 médecins)", "Gymnase Pagnol",
    ), claire.screen()  # fmt: skip


async def test_a_coordinator_calls_and_members_fill_the_seats(play: Playground) -> None:
    """CALL-5, CALL-6, CALL-9, CALL-23."""
    nurses = await crew(play, 4)
    claire = await sent(play)
    nurse = nurses[0]
    assert nurse.sees(
        "APPEL À VOLONTAIRES · Centre de vaccination", "Sans obligation",
        "1. samedi 12 décembre, de 9 h à 13 h : il manque 2 infirmiers sur 2",
        "Lieu : Gymnase Pagnol", "Prise en charge : oui", "Réponse utile avant",
    ), nurse.screen()  # fmt: skip
    await nurse.taps("9 h")
    assert nurse.sees("C'est noté, vous venez : samedi 12 décembre, de 9 h à 13 h."), nurse.screen()
    assert "🚫 Je ne peux plus venir" in nurse.buttons()
    assert claire.sees("infirmiers 1 sur 2 (il manque 1)"), claire.screen()


async def test_the_last_seat_is_sold_once(play: Playground) -> None:
    """CALL-9, CALL-25."""
    nurses = await crew(play, 4)
    await sent(play)
    for nurse in nurses:
        await nurse.taps("9 h", settle=False)
    await play.settle()
    coming = [n for n in nurses if n.sees("vous venez")]
    waiting = [n for n in nurses if n.sees("Liste d'attente : samedi")]
    assert (len(coming), len(waiting)) == (2, 2)


async def test_the_waiting_list_moves_up_by_itself_and_says_so(play: Playground) -> None:
    """CALL-25."""
    nurses = await crew(play, 3)
    await sent(play)
    for nurse in nurses:
        await nurse.taps("9 h")
    assert nurses[2].sees("Liste d'attente : samedi")
    await nurses[0].taps("Je ne peux plus venir")
    assert nurses[2].sees("Une place s'est libérée, elle est à vous"), nurses[2].screen()
    assert nurses[2].has_seen("C'est noté, vous venez")


async def test_no_is_one_tap_and_a_full_answer(play: Playground) -> None:
    """CALL-10, CALL-14."""
    nurses = await crew(play, 3)
    await sent(play)
    await nurses[0].taps("Pas cette fois")
    assert nurses[0].sees("C'est noté : pas cette fois")
    await play.wait(minutes=60)
    assert not nurses[0].has_seen("seul rappel")
    assert nurses[1].everything.count("seul rappel") == 1
    await play.wait(hours=5)
    assert nurses[1].everything.count("seul rappel") == 1


async def test_a_cancelled_call_stands_everyone_down_once(play: Playground) -> None:
    """CALL-17."""
    nurses = await crew(play, 3)
    claire = await sent(play)
    await nurses[0].taps("9 h")
    await nurses[1].taps("Pas cette fois")
    await claire.taps("Annuler l'appel")
    assert claire.sees("La personne inscrite sera prévenue"), claire.screen()
    await claire.taps("Oui, annuler")
    assert nurses[0].sees("CHANGEMENT", "ne venez pas")
    assert not nurses[1].has_seen("CHANGEMENT")
    assert nurses[1].has_seen("Appel annulé")


async def test_a_cancelled_call_names_to_each_the_slots_that_are_theirs(play: Playground) -> None:
    """It named the first slot of the call to everyone."""
    nurses = await crew(play, 2)
    claire = await sent(play)
    await nurses[0].taps("13 h – 18 h")
    await claire.taps("Annuler l'appel")
    await claire.taps("Oui, annuler")
    assert nurses[0].sees("est annulé, samedi 12 décembre, de 13 h à 18 h : ne venez pas")
    assert nurses[1].sees("de 9 h à 13 h et un autre créneau : ne venez pas"), nurses[1].screen()


async def test_a_member_may_not_call(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    await nurse.says(LINE)
    assert nurse.sees("réservée à la coordination")
    stranger = play.stranger("Zed")
    await stranger.says(LINE)
    assert not stranger.has_seen("Aperçu")


async def test_three_unicorns_are_asked_again_and_the_rest_is_kept(play: Playground) -> None:
    claire = await coordinator(play)
    await crew(play, 3)
    await claire.says("/mobiliser Centre | sam 12/12 9h-13h | 3 licornes | Gymnase")
    assert claire.sees("Je n'ai pas compris « 3 licornes »", "3 infirmiers"), claire.screen()
    await claire.says("3 infirmiers")
    await claire.taps("Oui, barème")
    assert claire.sees("Aperçu", "Gymnase", "3 infirmiers"), claire.screen()
