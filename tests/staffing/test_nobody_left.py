"""A search that has asked everyone rests, and still finds whoever comes later (CALL-7, CALL-11)."""

from datetime import timedelta

from sqlalchemy import select

from storage.timers import Timer
from tests.playground import Playground
from tests.staffing.test_callout import crew, sent
from tests.staffing.test_if_needed import FAR, questioned


async def next_look(play: Playground) -> timedelta:
    async with play.db.reading() as tx:
        found = await tx.scalars(select(Timer.due_at).where(Timer.job == "staffing.widen"))
        return min(found) - play.now


async def test_each_look_that_finds_nobody_is_followed_by_a_longer_rest(play: Playground) -> None:
    """It read everyone every three quarters of an hour, for weeks."""
    await crew(play, 1)
    await sent(play, FAR)
    assert await next_look(play) == timedelta(minutes=45)
    rests = []
    for _ in range(3):
        await play.wait(seconds=(await next_look(play)).total_seconds())
        rests.append(await next_look(play))
    assert rests == [timedelta(minutes=n) for n in (90, 180, 180)]


async def test_who_joins_meanwhile_is_asked_and_the_search_is_awake_again(play: Playground) -> None:
    await crew(play, 1)
    await sent(play, FAR)
    await play.wait(hours=6)
    late = await play.person("Léa")
    await play.wait(hours=3)
    assert late.has_seen("APPEL À VOLONTAIRES"), late.screen()
    assert await next_look(play) <= timedelta(minutes=90)


async def test_who_joins_on_the_evening_itself_is_asked_within_a_quarter_of_an_hour(
    play: Playground,
) -> None:
    """They would have been asked an hour later, when the start was half an hour away."""
    await crew(play, 1)
    await sent(play, "/mobiliser X | aujourd'hui 14h-18h | 2 IDE | Lieu | payé")
    await play.wait(hours=2)
    late = await play.person("Léa")
    await play.wait(minutes=15)
    assert late.has_seen("APPEL À VOLONTAIRES"), late.screen()


async def test_who_says_if_needed_after_everyone_was_asked_is_soon_asked_to_come(
    play: Playground,
) -> None:
    nurses = await crew(play, 2)
    await sent(play, FAR)
    await play.wait(hours=5)
    await nurses[0].taps("Si besoin")
    assert questioned(nurses) == []
    await play.wait(minutes=16)
    assert questioned(nurses) == ["inf0"], nurses[0].screen()


async def test_two_who_say_if_needed_one_after_the_other_are_asked_together(
    play: Playground,
) -> None:
    nurses = await crew(play, 3)
    await sent(play, FAR.replace("1 IDE", "2 IDE"))
    await play.wait(hours=5)
    await nurses[0].taps("Si besoin")
    await play.wait(minutes=10)
    await nurses[1].taps("Si besoin")
    await play.wait(minutes=6)
    assert questioned(nurses) == ["inf0", "inf1"]
    await play.wait(minutes=20)
    assert sum(nurse.everything.count("Vous aviez dit") for nurse in nurses) == 2
