"""Who is asked when: groups, reminders, quiet hours, the weekly limit, widening."""

from datetime import timedelta

from bot.core import Role
from tests.playground import Person, Playground
from tests.staffing.test_callout import coordinator, crew, sent

FREE = "o" * 28
NEVER = "-" * 28


async def asked(people: list[Person]) -> list[str]:
    return [p.account for p in people if p.has_seen("APPEL À VOLONTAIRES")]


async def test_the_first_group_is_as_large_as_the_expected_yes_needs_and_free_first(
    play: Playground,
) -> None:
    """CALL-7, CALL-26: one seat, one yes in three: three people, free ones first."""
    busy = [await play.person(f"Busy{n}", week=NEVER) for n in range(4)]
    free = [await play.person(f"Free{n}", week=FREE) for n in range(3)]
    claire = await sent(play, "/mobiliser X | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    assert await asked(busy + free) == ["free0", "free1", "free2"]
    assert claire.sees("Sollicités : 3"), claire.screen()


async def test_the_next_group_is_asked_after_its_time_until_the_call_is_full(
    play: Playground,
) -> None:
    people = [await play.person(f"P{n}", week=FREE) for n in range(9)]
    await sent(play, "/mobiliser X | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    assert len(await asked(people)) == 3
    await play.wait(minutes=46)
    assert len(await asked(people)) == 6
    await people[0].taps("9 h")
    await play.wait(hours=4)
    assert len(await asked(people)) == 6


async def test_widening_by_hand_asks_everyone_of_the_profession(play: Playground) -> None:
    """ESC-1, ROTA-10."""
    people = [await play.person(f"P{n}", week=FREE) for n in range(9)]
    claire = await sent(play, "/mobiliser X | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    await claire.taps("Élargir")
    assert len(await asked(people)) == 9
    assert claire.has_seen("6 personnes de plus"), claire.screen()


async def test_nobody_is_asked_in_their_quiet_hours_but_those_who_chose_the_night(
    play: Playground,
) -> None:
    play.now += timedelta(hours=13)  # 23:00 in Paris
    people = [await play.person(f"P{n}") for n in range(3)]
    async with play.db.transaction() as tx:
        from storage.people import Member

        (await tx.get_one(Member, people[0].id)).at_night = True
    await sent(play, "/mobiliser X | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    assert await asked(people) == ["p0"]
    await play.wait(hours=10)
    assert len(await asked(people)) == 3


async def test_nobody_is_asked_more_often_a_week_than_the_limit(play: Playground) -> None:
    """CALL-8, CALL-30."""
    nurses = await crew(play, 1)
    claire = await coordinator(play)
    for number in range(5):
        await claire.says(
            f"/mobiliser Appel {number} | sam 12/12 {9 + number}h-14h | 1 IDE | Lieu | payé"
        )
        await claire.taps("Envoyer")
    assert nurses[0].everything.count("APPEL À VOLONTAIRES") == 3
    assert claire.has_seen("ne joindrait personne")
    await claire.says("/mobiliser urgent Renfort | sam 12/12 18h-20h | 1 IDE | Lieu | payé")
    await claire.taps("Envoyer")
    assert nurses[0].everything.count("APPEL À VOLONTAIRES") == 4


async def test_someone_who_paused_or_is_engaged_is_left_out_with_the_reason(
    play: Playground,
) -> None:
    """CALL-2, CALL-21, ONB-18."""
    nurses = await crew(play, 3)
    await nurses[0].says("/planning")
    claire = await sent(play, "/mobiliser X | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    await nurses[0].taps("Pause")
    assert nurses[0].sees("plus aucune sollicitation jusqu'au samedi 28 novembre")
    await nurses[1].taps("9 h")
    await claire.says("/mobiliser Y | sam 12/12 10h-12h | 3 IDE | Lieu | payé")
    await claire.taps("Voir qui")
    assert claire.has_seen("inf0 : en pause"), claire.screen()
    assert claire.has_seen("inf1 : a déjà une place ailleurs"), claire.screen()


async def test_a_seat_near_its_start_is_offered_and_held_not_given(play: Playground) -> None:
    nurses = await crew(play, 3)
    await sent(play, "/mobiliser X | demain 8h-10h | 1 IDE | Lieu | payé")
    await nurses[0].taps("8 h")
    await nurses[1].taps("8 h")
    assert nurses[1].sees("Liste d'attente")
    await nurses[0].taps("Je ne peux plus")
    assert nurses[1].sees("Vous la prenez ?", "30 minutes"), nurses[1].screen()
    await nurses[1].taps("Je la prends")
    assert nurses[1].has_seen("C'est noté, vous venez : dimanche 22 novembre, de 8 h à 10 h.")


async def test_an_offer_that_nobody_answers_goes_to_the_next(play: Playground) -> None:
    nurses = await crew(play, 3)
    await sent(play, "/mobiliser X | demain 8h-10h | 1 IDE | Lieu | payé")
    for nurse in nurses:
        await nurse.taps("8 h")
    await nurses[0].taps("Je ne peux plus")
    await play.wait(minutes=31)
    assert nurses[1].has_seen("allée à quelqu'un d'autre")
    assert nurses[2].sees("Vous la prenez ?"), nurses[2].screen()


async def test_if_needed_takes_no_seat_and_is_asked_again(play: Playground) -> None:
    """CALL-11."""
    nurses = await crew(play, 1)
    claire = await sent(play, "/mobiliser X | demain 18h-20h | 1 IDE | Lieu | payé")
    await nurses[0].taps("Si besoin")
    assert nurses[0].sees("C'est noté, si besoin")
    assert claire.sees("infirmier 0 sur 1", "si besoin : 1"), claire.screen()
    await play.wait(minutes=16)
    assert nurses[0].sees("Vous aviez dit « si besoin »"), nurses[0].screen()
    await nurses[0].taps("Oui, je viens")
    assert nurses[0].has_seen("vous venez : dimanche 22 novembre")


async def test_a_full_call_shows_the_waiting_list_to_the_undecided(play: Playground) -> None:
    """CALL-6."""
    nurses = await crew(play, 2)
    claire = await sent(play, "/mobiliser X | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    await nurses[0].taps("9 h")
    assert nurses[1].sees("complet, merci !"), nurses[1].screen()
    assert nurses[1].buttons()[0] == "🕐 Liste d'attente Sam. 9 h – 13 h"
    assert claire.has_seen("tous les postes sont pourvus")


async def test_the_eve_is_confirmed_and_the_silent_are_listed_for_the_phone(
    play: Playground,
) -> None:
    """ROTA-13, ESC-11."""
    nurses = await crew(play, 2)
    claire = await sent(play, "/mobiliser X | lundi 14h-18h | 2 IDE | Lieu | payé")
    for nurse in nurses:
        await nurse.taps("14 h")
    await play.wait(hours=27)
    assert nurses[0].sees("Vous venez toujours demain ?"), nurses[0].screen()
    await nurses[0].taps("Oui, je viens")
    assert nurses[0].sees("à demain : lundi 23 novembre")
    await play.wait(hours=7)
    assert claire.sees("une personne n'a pas encore confirmé", "inf1"), claire.screen()
    await play.wait(hours=18)
    await nurses[1].says("/planning")
    await nurses[1].taps("J'y suis")
    assert nurses[1].sees("vous êtes là"), nurses[1].screen()


async def test_a_call_into_the_past_or_to_nobody_is_an_error_that_sends_nothing(
    play: Playground,
) -> None:
    claire = await coordinator(play)
    await claire.says("/mobiliser X | hier 9h-13h | 1 IDE | Lieu | payé")
    assert claire.sees("c'est déjà passé", "Le reste est gardé"), claire.screen()
    await claire.says("demain 9h-13h")
    assert claire.sees("Personne ne peut être sollicité"), claire.screen()
    await claire.taps("Envoyer")
    assert claire.sees("ne joindrait personne"), claire.screen()


async def test_a_call_survives_a_restart_at_every_step(play: Playground) -> None:
    nurses = await crew(play, 2)
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    await claire.says("/mobiliser X | demain 9h-12h | 1 IDE | Lieu | payé")
    await play.restart()
    await claire.taps("Envoyer")
    await play.restart()
    await nurses[0].taps("9 h")
    await play.restart()
    await nurses[1].taps("9 h")
    await play.restart()
    await nurses[0].taps("Je ne peux plus")
    await play.restart()
    await nurses[1].taps("Je la prends")
    await play.restart()
    await play.settle()
    assert claire.has_seen("infirmier 1 sur 1 ✔"), claire.screen()
    assert nurses[1].has_seen("vous venez : dimanche 22 novembre, de 9 h à 12 h")


async def test_nobody_is_asked_or_reminded_for_a_post_that_is_full(play: Playground) -> None:
    """Nurses were reminded while only a doctor was missing."""
    nurses = await crew(play, 3)
    doctors = await crew(play, 4, "medecin")
    late = await play.person("Late", week=NEVER)
    claire = await sent(play, "/mobiliser X | sam 12/12 9h-13h | 1 MG, 1 IDE | Lieu | payé")
    await nurses[0].taps("9 h")
    await play.wait(minutes=30)
    assert not nurses[1].has_seen("seul rappel")
    assert doctors[0].has_seen("seul rappel")
    await claire.taps("Élargir")
    assert not late.has_seen("APPEL")
    assert doctors[3].has_seen("APPEL")


async def test_neighbouring_professions_are_asked_last_and_only_if_the_call_allows(
    play: Playground,
) -> None:
    await crew(play, 2)
    midwife = await play.person("Mia", profession="sage-femme")
    claire = await sent(play, "/mobiliser X | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    await play.wait(hours=4)
    assert not midwife.has_seen("APPEL")
    await claire.says("/mobiliser Y | dim 13/12 9h-13h | 1 IDE | Lieu | payé | voisins")
    assert claire.sees("En dernier recours : professions voisines"), claire.screen()
    await claire.taps("Envoyer")
    assert not midwife.has_seen("APPEL")
    await play.wait(hours=4)
    assert midwife.has_seen("il manque 1 infirmier ou sage-femme"), midwife.screen()
    await midwife.taps("9 h")
    assert midwife.has_seen("vous venez")


async def test_after_a_year_who_answered_what_is_forgotten_and_counts_stay(
    play: Playground,
) -> None:
    """PRIV-4."""
    from bot.engine.housekeeping import Housekeeper
    from storage import callouts, seats

    nurses = await crew(play, 2)
    await sent(play, "/mobiliser X | demain 9h-13h | 1 IDE | Lieu | payé")
    await nurses[0].taps("9 h")
    play.now += timedelta(days=400)
    await Housekeeper(play.db, play.app.parts).tidy()
    async with play.db.reading() as tx:
        assert await callouts.asked(tx, 1) == []
        assert await seats.in_call(tx, 1) == []
        plan = await callouts.plan(tx, 1)
        assert plan is not None
        assert [p.taken for p in plan.posts] == [1]
