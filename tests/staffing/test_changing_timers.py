"""What is bound to the time of a slot moves along with it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from storage.seats import State
from storage.timers import Timer
from tests.playground import Playground
from tests.staffing.attack import SOON, state
from tests.staffing.changes import ONE, change, plan_of
from tests.staffing.test_callout import crew, sent

PARIS = ZoneInfo("Europe/Paris")
MONDAY = "/mobiliser X | lundi 14h-18h | 2 IDE | Lieu | payé"


async def rings(play: Playground) -> dict[str, list[datetime]]:
    """When each job of the call is due, in local time."""
    found: dict[str, list[datetime]] = {}
    async with play.db.reading() as tx:
        rows = (await tx.scalars(select(Timer).order_by(Timer.due_at))).all()
    for row in rows:
        if row.args.get("callout_id") == 1:
            found.setdefault(row.job.removeprefix("staffing."), []).append(
                row.due_at.astimezone(PARIS)
            )
    return found


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 12, day, hour, tzinfo=PARIS)


async def test_everything_that_rings_for_a_slot_rings_for_its_new_time(play: Playground) -> None:
    """ROTA-13."""
    await crew(play, 1)
    claire = await sent(play, ONE)
    await change(claire, "Horaire", "=lun 14/12 15h-19h")
    found = await rings(play)
    assert found["deadline"] == [at(13, 20)]
    assert (found["eve"], found["eve-list"]) == ([at(13, 12)], [at(13, 19)])
    assert (found["ask-maybes"], found["over"]) == ([at(14, 11)], [at(14, 19)])
    call = (await plan_of(play)).callout
    assert (call.starts_at, call.ends_at, call.reply_by) == (at(14, 15), at(14, 19), at(13, 20))


async def test_the_eve_question_the_check_in_and_the_end_come_at_the_new_time(
    play: Playground,
) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, MONDAY)
    await nurse.taps("14 h")
    await change(claire, "Horaire", "=mercredi 14h-18h")
    await nurse.taps("✅ Oui")
    await play.wait(hours=60)  # Monday evening
    assert not nurse.has_seen("Vous venez toujours demain ?")
    assert not claire.has_seen("Cet appel est terminé")
    await play.wait(hours=17)  # Tuesday, 15:00
    assert nurse.sees("Vous venez toujours demain ? X, mercredi 25 novembre"), nurse.screen()
    await play.wait(hours=22, minutes=45)  # Wednesday, 13:45
    await nurse.says("/planning")
    await nurse.taps("J'y suis")
    assert nurse.sees("vous êtes là"), nurse.screen()
    await play.wait(hours=5)
    assert claire.has_seen("Cet appel est terminé")


async def test_a_slot_moved_to_tomorrow_is_confirmed_by_the_answer_to_the_change(
    play: Playground,
) -> None:
    nurses = await crew(play, 2)
    claire = await sent(play, "/mobiliser X | mercredi 14h-18h | 2 IDE | Lieu | payé")
    for nurse in nurses:
        await nurse.taps("14 h")
    await play.wait(hours=28)  # Sunday, 14:00: the eve question of Monday would be past
    await change(claire, "Horaire", "=lundi 14h-18h")
    await nurses[0].taps("✅ Oui")
    await play.wait(hours=6)
    assert claire.has_seen("une personne n'a pas encore confirmé"), claire.screen()
    assert claire.sees("inf1"), claire.screen()


async def test_a_seat_that_is_held_keeps_its_own_time(play: Playground) -> None:
    nurses = await crew(play, 3)
    claire = await sent(play, SOON)
    for nurse in nurses:
        await nurse.taps("8 h")
    await nurses[0].taps("Je ne peux plus")
    await change(claire, "Horaire", "=9h-11h")
    await play.wait(minutes=31)
    assert await state(play, nurses[1]) == [State.OUT], nurses[1].screen()
    assert nurses[2].sees("Vous la prenez ?"), nurses[2].screen()


async def test_a_call_that_comes_near_asks_in_the_fast_rhythm(play: Playground) -> None:
    people = [await play.person(f"P{n}") for n in range(9)]
    claire = await sent(play, "/mobiliser X | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    assert sum(p.has_seen("APPEL") for p in people) == 3
    await change(claire, "Horaire", "=demain 14h-18h")
    assert (await plan_of(play)).callout.fast
    await play.wait(minutes=16)
    assert sum(p.has_seen("APPEL") for p in people) == 6
    await play.wait(minutes=16)
    assert sum(p.has_seen("APPEL") for p in people) == 9


async def test_those_who_said_if_needed_are_asked_before_the_new_start(play: Playground) -> None:
    """CALL-11."""
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, "/mobiliser X | lundi 14h-18h | 1 IDE | Lieu | payé")
    await nurse.taps("Si besoin")
    await change(claire, "Horaire", "=mardi 14h-18h")
    assert nurse.sees("Vous aviez dit « si besoin ». Toujours possible ?"), nurse.screen()
    await nurse.taps("✅ Oui")
    assert nurse.sees("si besoin : mardi 24 novembre"), nurse.screen()
    await play.wait(minutes=20)
    assert nurse.sees("mardi 24 novembre, de 14 h à 18 h : il manque du monde"), nurse.screen()


async def test_a_deadline_that_passed_comes_back_with_a_later_start(play: Playground) -> None:
    await crew(play, 1)
    claire = await sent(play, "/mobiliser X | demain 14h-18h | 1 IDE | Lieu | payé")
    await play.wait(hours=20)
    assert claire.has_seen("l'heure utile est passée")
    await change(claire, "Horaire", "=sam 12/12 14h-18h")
    assert (await rings(play))["deadline"] == [at(11, 20)]
