"""«Si besoin»: no seat, one question, a seat held for the answer, never at night (CALL-11)."""

from datetime import datetime, time

from storage.seats import State
from tests.playground import Person, Playground
from tests.staffing.attack import BUG, state
from tests.staffing.test_callout import coordinator, crew, sent

FAR = "/mobiliser X | sam 12/12 9h-13h | 1 IDE | Lieu | payé"
NEAR = "/mobiliser X | demain 14h-18h | 1 IDE | Lieu | payé"
QUESTION = "Vous aviez dit « si besoin ». Vous venez ?"


def questioned(people: list[Person]) -> list[str]:
    return [p.account for p in people if p.has_seen(QUESTION)]


async def test_they_are_asked_after_the_last_group_and_not_before(play: Playground) -> None:
    """They waited for the last hours, while the call had nobody left to ask for weeks."""
    nurses = await crew(play, 6)
    await sent(play, FAR)
    await nurses[0].taps("Si besoin")
    await play.wait(minutes=50)
    assert nurses[5].has_seen("APPEL"), "the second group"
    assert questioned(nurses) == []
    await play.wait(minutes=45)
    assert questioned(nurses) == ["inf0"], nurses[0].screen()
    assert nurses[0].sees("La place vous est gardée 30 minutes, jusqu'à 12 h")
    assert nurses[0].buttons() == ["✅ Oui, je viens", "❌ Pas cette fois"]
    await nurses[0].taps("Oui, je viens")
    assert nurses[0].sees("C'est noté, vous venez : X, samedi 12 décembre, de 9 h à 13 h")
    assert nurses[0].has_seen("✅ C'est noté, vous venez : samedi 12 décembre")


async def test_they_are_asked_four_hours_before_whatever_is_left_to_ask(play: Playground) -> None:
    """Thirty more could be asked, and the start is near."""
    nurses = await crew(play, 40)
    await sent(play, "/mobiliser X | aujourd'hui 15h-19h | 1 IDE | Lieu | payé")
    await nurses[0].taps("Si besoin")
    await play.wait(minutes=40)
    assert sum(n.has_seen("APPEL") for n in nurses) < 12
    assert questioned(nurses) == []
    await play.wait(minutes=21)
    assert questioned(nurses) == ["inf0"]


async def test_a_seat_is_held_for_each_who_is_asked_and_the_next_is_asked_when_they_decline(
    play: Playground,
) -> None:
    """Everyone was asked at once for one seat, and all but the first to tap came too late."""
    nurses = await crew(play, 3)
    claire = await sent(play, NEAR)
    for nurse in nurses:
        await nurse.taps("Si besoin")
    await play.wait(minutes=16)
    assert questioned(nurses) == ["inf0"]
    assert claire.has_seen("places proposées, réponse attendue : 1"), claire.screen()
    await nurses[0].taps("Pas cette fois")
    assert nurses[0].sees("vous ne la prenez pas"), nurses[0].screen()
    assert questioned(nurses) == ["inf1"]
    await play.wait(minutes=31)
    assert nurses[1].has_seen("allée à quelqu'un d'autre"), nurses[1].screen()
    assert questioned(nurses) == ["inf2"]
    await nurses[2].says("oui")
    assert await state(play, nurses[2]) == [State.COMING]
    assert claire.has_seen("infirmier 1 sur 1 ✔")
    assert claire.has_seen("tous les postes sont pourvus"), claire.screen()


async def test_nobody_is_asked_twice_and_who_did_not_answer_can_still_come(
    play: Playground,
) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, NEAR)
    await nurse.taps("Si besoin")
    await play.wait(minutes=16)
    before = len(nurse.messages)
    await play.wait(minutes=31)
    assert nurse.sees("la place n'est plus gardée pour vous, mais elle est encore libre")
    assert claire.sees("ceux qui avaient dit « si besoin » n'ont pas pris la place"), (
        claire.screen()
    )
    assert "📞 Qui appeler" in claire.buttons()
    await play.wait(hours=20)
    assert len(nurse.messages) == before + 1, nurse.screen()
    assert await state(play, nurse) == [State.MAYBE]
    assert nurse.has_seen("La question vous a été posée")
    await nurse.taps("Je la prends")
    assert nurse.sees("C'est noté, vous venez : dimanche 22 novembre"), nurse.screen()
    assert claire.has_seen("tous les postes sont pourvus"), claire.screen()


async def test_the_call_goes_on_when_those_who_were_asked_do_not_come(play: Playground) -> None:
    """The only missing seat was held, the asking saw a full call and stopped for good."""
    nurses = await crew(play, 2)
    claire = await coordinator(play)
    await play.add_bot("mairie", "channel", "Mairie de Saint-Aubin")
    await claire.taps("Partenaire")
    await claire.taps("Recevoir les appels")
    await claire.says(NEAR)
    await claire.taps("Envoyer")
    await nurses[0].taps("Si besoin")
    room = Person(play, "someone", 0, chat="mairie")
    await play.wait(minutes=16)
    assert questioned(nurses) == ["inf0"]
    assert not room.has_seen("APPEL"), "before any channel"
    late = await play.person("Late")
    await play.wait(minutes=50)
    assert late.has_seen("APPEL"), late.screen()
    assert not nurses[0].has_seen(BUG)
    await play.wait(minutes=20)
    assert room.has_seen("il manque 1 infirmier"), room.screen()


async def test_a_seat_that_is_given_back_later_finds_them_too(play: Playground) -> None:
    nurses = await crew(play, 3)
    claire = await sent(play, NEAR)
    await nurses[1].taps("Si besoin")
    await nurses[0].taps("✅ Dim. 14 h")
    assert claire.has_seen("tous les postes sont pourvus")
    await play.wait(hours=25)
    assert questioned(nurses) == []
    await nurses[0].taps("Je ne peux plus venir")
    assert questioned(nurses) == ["inf1"], nurses[1].screen()
    await nurses[1].taps("Oui, je viens")
    assert await state(play, nurses[1]) == [State.COMING]


async def test_who_waits_for_a_seat_comes_before_who_would_if_needed(play: Playground) -> None:
    nurses = await crew(play, 3)
    await sent(play, NEAR)
    await nurses[1].taps("Si besoin")
    await nurses[0].taps("✅ Dim. 14 h")
    await nurses[2].taps("Liste d'attente")
    await play.wait(hours=25)
    await nurses[0].taps("Je ne peux plus venir")
    assert questioned(nurses) == []
    assert nurses[2].sees("Vous la prenez ?"), nurses[2].screen()
    await nurses[2].taps("Je la laisse")
    assert questioned(nurses) == ["inf1"]


async def test_no_question_rings_at_night_and_none_comes_after_the_start(play: Playground) -> None:
    """A night's withdrawal: who sleeps is asked in the morning, if that is soon enough."""
    nurses = await crew(play, 2)
    await sent(play, "/mobiliser X | demain 9h-13h | 1 IDE | Lieu | payé")
    await nurses[1].taps("Si besoin")
    await nurses[0].taps("✅ Dim. 9 h")
    await play.wait(hours=16)
    await nurses[0].taps("Je ne peux plus venir")
    night = local(play)
    assert night.hour < 6
    assert questioned(nurses) == []
    while questioned(nurses) == [] and local(play).hour < 12:
        await play.wait(minutes=10)
    assert time(7, 30) <= local(play).time() < time(8), nurses[1].screen()


def local(play: Playground) -> datetime:
    return play.now.astimezone(play.settings.community.timezone)


async def test_someone_in_pause_or_expected_elsewhere_is_not_asked(play: Playground) -> None:
    nurses = await crew(play, 3)
    claire = await sent(play, NEAR)
    for nurse in nurses:
        await nurse.taps("Si besoin")
    await nurses[0].says("/pause 3 semaines")
    await claire.says("/mobiliser Autre | demain 15h-17h | 1 IDE | Lieu | payé | tout le monde")
    await claire.taps("Envoyer")
    await nurses[1].taps("✅ Dim. 15 h")
    await play.wait(minutes=16)
    assert questioned(nurses) == ["inf2"]


async def test_two_slots_are_asked_of_two_people_and_the_second_day_has_its_own_look(
    play: Playground,
) -> None:
    nurses = await crew(play, 2)
    await sent(
        play, "/mobiliser X | demain 14h-18h, lundi 14h-18h | 1 IDE | Lieu | payé | tout le monde"
    )
    for nurse in nurses:
        await nurse.says("si besoin pour les deux")
    await play.wait(minutes=16)
    assert sorted(n.everything.count(QUESTION) for n in nurses) == [1, 1]
    await nurses[0].taps("Oui, je viens")
    await nurses[1].taps("Oui, je viens")
    assert {n.everything.count("C'est noté, vous venez : X") for n in nurses} == {1}


async def test_a_late_if_needed_is_asked_before_the_second_day(play: Playground) -> None:
    nurses = await crew(play, 2)
    await sent(
        play, "/mobiliser X | demain 14h-18h, lundi 14h-18h | 1 IDE | Lieu | payé | tout le monde"
    )
    await nurses[0].taps("✅ Dim. 14 h")
    await play.wait(hours=30)
    await nurses[1].says("si besoin lundi")
    assert questioned(nurses) == []
    await play.wait(hours=18)
    assert questioned(nurses) == ["inf1"], local(play)
    assert 10 <= local(play).hour <= 11


async def test_in_a_drill_the_question_says_so(play: Playground) -> None:
    """DRILL-4."""
    nurse = (await crew(play, 1))[0]
    claire = await coordinator(play)
    await claire.says("/exercice mobiliser X | demain 14h-18h | 1 IDE | Lieu | payé")
    await claire.taps("Envoyer")
    await nurse.taps("Si besoin")
    await play.wait(minutes=16)
    assert nurse.sees("🧪 EXERCICE", QUESTION), nurse.screen()


async def test_a_survey_asks_nobody_by_itself(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await coordinator(play)
    await claire.says("/mobiliser dispos X | demain 14h-18h | 1 IDE | Lieu | payé")
    await claire.taps("Envoyer")
    await nurse.says("si besoin")
    await play.wait(hours=27)
    assert questioned([nurse]) == []
