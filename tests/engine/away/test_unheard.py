"""Nobody listened for longer than the platform keeps what people do: the silent are asked again."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.core import Lang, Role
from bot.engine.ears import EVERY, MOST, Ears
from storage import epochs, inbox
from tests.engine.away import LOST, Forgetful, called, is_away
from tests.people.two_apps import on_both
from tests.playground import Playground


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
