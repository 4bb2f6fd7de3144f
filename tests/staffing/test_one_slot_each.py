"""A call in which everyone comes once: to choose another slot is to give up the first."""

from bot.core import Role
from tests.playground import Person, Playground

CALL = "/mobiliser Centre | sam 12/12 9h-13h, 14h-18h | {need} IDE | Lieu | payé | un seul créneau"


async def called(play: Playground, need: int = 2) -> Person:
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    await claire.says(CALL.format(need=need))
    assert claire.has_seen("Un seul créneau par personne"), claire.screen()
    await claire.taps("Envoyer")
    return claire


async def test_of_several_answers_only_one_can_be_given_and_another_takes_its_place(
    play: Playground,
) -> None:
    """CALL-3."""
    ana = await play.person("Ana")
    claire = await called(play)
    assert ana.sees("Un seul créneau par personne"), ana.screen()
    await ana.taps("9 h")
    await ana.taps("14 h")
    assert ana.has_seen("vous venez : samedi 12 décembre, de 14 h à 18 h."), ana.screen()
    assert claire.has_seen("de 9 h à 13 h : infirmiers 0 sur 2")
    assert claire.has_seen("de 14 h à 18 h : infirmiers 1 sur 2")


async def test_a_seat_is_never_given_up_for_a_waiting_list(play: Playground) -> None:
    ana, bo = await play.person("Ana"), await play.person("Bo")
    claire = await called(play, need=1)
    await ana.taps("9 h")
    await bo.taps("14 h")
    await ana.taps("Liste d'attente")
    assert ana.sees("elle reste à vous"), ana.screen()
    assert claire.has_seen("de 9 h à 13 h : infirmier 1 sur 1"), claire.screen()


async def test_both_typed_is_the_first_and_said_so(play: Playground) -> None:
    ana = await play.person("Ana")
    claire = await called(play)
    await ana.says("oui pour les deux")
    assert ana.sees("le premier est noté"), ana.screen()
    assert claire.has_seen("de 14 h à 18 h : infirmiers 0 sur 2")
    await ana.says("2")
    assert claire.has_seen("de 14 h à 18 h : infirmiers 1 sur 2"), claire.screen()
    assert claire.has_seen("de 9 h à 13 h : infirmiers 0 sur 2")


async def test_several_answers_are_usual_and_nine_of_them_fit(play: Playground) -> None:
    """CALL-3."""
    ana = await play.person("Ana")
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    slots = ", ".join(f"{hour}h-{hour + 1}h" for hour in range(8, 17))
    await claire.says(f"/mobiliser Centre | sam 12/12 {slots} | 1 IDE | Lieu | payé")
    await claire.taps("Envoyer")
    await ana.taps("Suite")
    await ana.taps("16 h")
    await ana.says("1 et 3")
    assert claire.has_seen("En tout : 3 sur 9"), claire.screen()
