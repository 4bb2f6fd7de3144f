"""Whom the one tap after a long absence asks again, and whom not."""

from bot.core import Identity, Role
from storage import people
from tests.engine.away import CALL, LOST, called, is_away
from tests.people.two_apps import on_both
from tests.playground import Playground

NUDGE = "Je n'ai pas encore votre réponse"


async def test_who_was_nudged_before_can_be_nudged_again_after_answers_were_lost(
    play: Playground,
) -> None:
    """The second reminder had the name of the first: the press failed for everyone."""
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    ana = await play.person("Ana")
    await claire.says("/reunion Équipe | mar 8/12 19h-20h | Mairie | tous")
    await claire.taps("Envoyer")
    await play.wait(minutes=5)
    await claire.taps("Relancer")
    await play.wait(hours=12)
    assert ana.sees(NUDGE), ana.screen()
    await is_away(play, hours=30)
    await claire.taps("Relancer : Équipe")
    await play.wait(hours=12)
    assert sum(NUDGE in m.wording.plain for m in ana.messages) == 2


async def test_what_somebody_asked_who_is_gone_any_coordinator_can_ask_again(
    play: Playground,
) -> None:
    claire, (_, ben, _) = await called(play)
    dora = await play.person("Dora", Role.COORDINATOR, profession="autre")
    async with play.db.transaction() as tx:
        found = await people.of_account(tx, Identity("local", claire.account))
        assert found is not None
        found[0].standing = people.Standing.LEFT
    await is_away(play, hours=30)
    assert dora.sees(LOST, "Centre : 2 personnes n'ont pas répondu"), dora.screen()
    assert not claire.has_seen(LOST)
    await dora.taps("Redemander : Centre")
    assert ben.sees("votre réponse s'est perdue")


async def test_who_only_looked_at_a_call_was_not_asked_and_has_not_lost_an_answer(
    play: Playground,
) -> None:
    claire = await play.person("Claire", Role.COORDINATOR)
    await play.person("Ana")
    await claire.says(CALL)
    await claire.taps("Envoyer")
    await claire.says("/appels")
    await play.wait(minutes=15)
    await is_away(play, hours=30)
    assert claire.sees(LOST, "Centre : 1 personne n'a pas répondu"), claire.screen()


async def test_nobody_is_asked_again_for_a_shift_that_is_over(play: Playground) -> None:
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    ana, ben = await play.person("Ana"), await play.person("Ben")
    shifts = "sam 28/11 9h-13h, dim 29/11 14h-18h"
    await claire.says(f"/mobiliser Centre | {shifts} | 1 IDE | Lieu | payé | tout le monde")
    await claire.taps("Envoyer")
    await ana.taps("Dim. 14 h")
    await play.wait(days=6)
    assert ben.has_seen("complet, merci"), ben.screen()
    await is_away(play, hours=36)
    assert claire.sees(LOST, "Rien de ce que vous avez demandé"), claire.screen()


async def test_nobody_is_asked_again_for_a_call_that_is_full(play: Playground) -> None:
    claire, (_, ben, carla) = await called(play)
    for one in (ben, carla):
        await one.taps("Sam. 9 h")
    await play.person("Dora")
    await is_away(play, hours=30)
    assert claire.sees(LOST, "Rien de ce que vous avez demandé"), claire.screen()


async def test_a_second_press_asks_nobody_twice(play: Playground) -> None:
    claire, (_, ben, _) = await called(play)
    await is_away(play, hours=30)
    await claire.taps("Redemander : Centre")
    await claire.taps("Redemander : Centre")
    assert claire.sees("Il n'y a plus personne à solliciter de nouveau")
    assert sum("s'est perdue" in m.wording.plain for m in ben.messages) == 1


async def test_whose_answer_was_heard_in_another_app_is_not_told_that_it_was_lost(
    play: Playground,
) -> None:
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    ben = await play.person("Ben")
    _, there = await on_both(play, "Ana")
    await claire.says(CALL)
    await claire.taps("Envoyer")
    await play.wait(minutes=15)
    await is_away(play, hours=30)
    assert claire.sees(LOST, "Centre : 1 personne n'a pas répondu"), claire.screen()
    await claire.taps("Redemander : Centre")
    assert claire.sees("1 personne est sollicitée de nouveau")
    assert ben.sees("votre réponse s'est perdue")
    assert not there.has_seen("votre réponse s'est perdue")


async def test_who_is_written_to_in_another_app_was_heard_there(play: Playground) -> None:
    """What they say goes to the app that never forgets."""
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    await on_both(play, "Ana")
    await claire.says(CALL)
    await claire.taps("Envoyer")
    await play.wait(minutes=15)
    await is_away(play, hours=30)
    assert claire.sees(LOST, "Rien de ce que vous avez demandé")
