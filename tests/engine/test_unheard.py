"""Nobody listened for longer than the platform keeps what people do: the silent are asked again."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.local import Local
from bot.core import Lang, Role
from bot.core.ports import Abilities
from bot.engine.ears import EVERY, MOST, Ears
from storage import epochs, inbox
from tests.people.two_apps import Other, on_both
from tests.playground import Person, Playground

DAY = timedelta(hours=24)
CALL = "/mobiliser Centre | sam 28/11 9h-13h | 3 IDE | Lieu | payé | tout le monde"
LOST = "Des réponses ont pu se perdre"


class Forgetful(Local):
    """It keeps for a day what nobody fetches."""

    abilities = Abilities(repeats_safely=True, keeps=DAY)


@pytest.fixture
async def play(sqlite_url: str) -> AsyncIterator[Playground]:
    play = Playground(sqlite_url, platform=Forgetful, more=[Other])
    await play.boot()
    yield play
    await play.shut()


async def is_away(play: Playground, **time: float) -> None:
    """Off, for so long; then somebody writes, and a minute passes."""
    play.now += timedelta(**time)
    await play.restart()
    await play.local.say("passer-by", "bonjour", chat="passer-by")
    await play.settle()
    await play.wait(minutes=2)


async def called(play: Playground) -> tuple[Person, list[Person]]:
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    nurses = [await play.person(name) for name in ("Ana", "Ben", "Carla")]
    await claire.says(CALL)
    await claire.taps("Envoyer")
    await nurses[0].taps("Sam. 9 h")
    await play.wait(minutes=15)
    return claire, nurses


async def test_whoever_called_hears_what_was_lost_and_asks_the_silent_with_one_tap(
    play: Playground,
) -> None:
    claire, (ana, ben, carla) = await called(play)
    await is_away(play, hours=30)
    assert claire.sees(LOST, "Je n'écoutais plus Local depuis", "ne garde ce qu'on m'écrit que 24")
    assert claire.sees("Centre : 2 personnes n'ont pas répondu")
    await claire.taps("Redemander : Centre")
    assert claire.sees("C'est fait pour Centre : 2 personnes sont sollicitées de nouveau")
    assert not ana.has_seen("votre réponse s'est perdue")
    for one in (ben, carla):
        assert one.sees("Centre : si vous aviez répondu, votre réponse s'est perdue, pardon")
    await ben.taps("Répondre")
    await ben.taps("Sam. 9 h")
    assert ben.sees("vous venez")
    await carla.says("oui")
    assert carla.sees("vous venez")


async def test_a_second_press_asks_nobody_twice(play: Playground) -> None:
    claire, (_, ben, _) = await called(play)
    await is_away(play, hours=30)
    await claire.taps("Redemander : Centre")
    await claire.taps("Redemander : Centre")
    assert claire.sees("Il n'y a plus personne à solliciter de nouveau")
    assert sum("s'est perdue" in m.wording.plain for m in ben.messages) == 1


async def test_away_for_less_than_it_keeps_nothing_is_lost_and_nobody_is_told(
    play: Playground,
) -> None:
    claire, _ = await called(play)
    await is_away(play, hours=23)
    assert not claire.has_seen(LOST)


async def test_an_absence_is_told_once(play: Playground) -> None:
    claire, _ = await called(play)
    await is_away(play, hours=30)
    await is_away(play, hours=1)
    assert sum(LOST in m.wording.plain for m in claire.messages) == 1


async def test_without_a_question_under_way_coordinators_hear_it_all_the_same(
    play: Playground,
) -> None:
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre", lang=Lang.EN)
    ana = await play.person("Ana")
    await claire.says("/help")
    await is_away(play, hours=49)
    assert claire.sees("Answers may have been lost", "Nothing that you asked for waits")
    assert not ana.has_seen(LOST)


async def test_a_meeting_a_poll_and_an_alert_are_asked_again_too(play: Playground) -> None:
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    ana = await play.person("Ana")
    await claire.says("/reunion Équipe | mar 8/12 19h-20h | Mairie | tous")
    await claire.taps("Envoyer")
    await claire.says("/sondage dates Groupe | mar 15/12 20h, jeu 17/12 20h | Mairie")
    await claire.taps("Envoyer")
    await claire.says("/alerte urgent | Canicule | Buvez. | tous | jusqu'au 30/11 20h")
    await claire.taps("Envoyer")
    await play.wait(minutes=5)
    await is_away(play, hours=30)
    assert claire.sees(LOST, "Équipe : 1 personne n'a pas répondu"), claire.screen()
    assert claire.sees("Groupe : 1 personne n'a pas répondu")
    assert claire.sees("Canicule : 1 personne ne l'a pas confirmée")
    before = len(ana.messages)
    for what in ("Équipe", "Groupe", "Canicule"):
        await claire.taps(f"Relancer : {what}")
    await play.wait(hours=12)
    assert len(ana.messages) >= before + 3, ana.screen()


async def test_who_is_written_to_in_another_app_was_heard_there(play: Playground) -> None:
    """What they say goes to the app that never forgets."""
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    await on_both(play, "Ana")
    await claire.says(CALL)
    await claire.taps("Envoyer")
    await play.wait(minutes=15)
    await is_away(play, hours=30)
    assert claire.sees(LOST, "Rien de ce que vous avez demandé")


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


async def test_nobody_is_asked_again_for_a_call_that_is_full(play: Playground) -> None:
    claire, (_, ben, carla) = await called(play)
    for one in (ben, carla):
        await one.taps("Sam. 9 h")
    await play.person("Dora")
    await is_away(play, hours=30)
    assert claire.sees(LOST, "Rien de ce que vous avez demandé"), claire.screen()


async def test_many_questions_come_in_several_messages_each_with_its_buttons(
    play: Playground,
) -> None:
    """On an app whose buttons are emoji as well: each is another one."""
    _, claire = await on_both(play, "Claire", Role.COORDINATOR, profession="autre")
    await play.person("Ana")
    for n in range(1, MOST + 2):
        await claire.says(f"/reunion Réunion {n} | {n}/12 19h-20h | Mairie | tous")
        await claire.taps("Envoyer")
    await play.wait(minutes=5)
    await is_away(play, hours=30)
    first, second = (m.wording for m in claire.messages[-2:])
    assert (len(first.keys), len(second.keys)) == (MOST, 1)
    assert len({key.sign for key in first.keys}) == MOST
    assert LOST in first.plain
    assert LOST not in second.plain


async def test_a_copy_that_was_put_back_says_itself_what_is_lost(play: Playground) -> None:
    claire, _ = await called(play)
    async with play.db.transaction() as tx:
        await epochs.begin(tx, play.now, play.now, {})
    await is_away(play, hours=72)
    assert not claire.has_seen(LOST)


@given(st.lists(st.integers(1, 40), max_size=30))
def test_it_is_noted_every_ten_minutes_at_most_and_at_once_when_the_clock_goes_back(
    steps: list[int],
) -> None:
    now = datetime(2026, 12, 10, 9, tzinfo=UTC)
    ears = Ears(Forgetful(), lambda: now)
    assert ears.due
    ears.noted(now)
    noted = now
    for minutes in steps:
        now += timedelta(minutes=minutes)
        assert ears.due == (now - noted >= EVERY)
        if ears.due:
            ears.noted(now)
            noted = now
    now = noted - timedelta(minutes=1)
    assert ears.due


async def test_a_platform_that_keeps_everything_is_not_noted(play: Playground) -> None:
    await play.others[0].say("ana", "bonjour", chat="ana")
    await play.settle()
    async with play.db.reading() as tx:
        row = await tx.get(inbox.Cursor, "other")
        assert row is None or row.heard_at is None
