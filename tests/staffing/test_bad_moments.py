"""Clocks, calls that are over or cancelled meanwhile, people who go."""

from datetime import timedelta

from tests.playground import Playground
from tests.staffing.attack import BUG, ONE, SOON, TOMORROW, calls, forged
from tests.staffing.test_callout import coordinator, crew, sent


async def test_a_preview_left_for_a_day_is_closed_and_its_buttons_send_nothing(
    play: Playground,
) -> None:
    await crew(play, 1)
    claire = await coordinator(play)
    await claire.says(ONE)
    old = claire.messages[-1]
    keyboard = old.wording.keyboard
    await play.wait(hours=25)
    assert claire.has_seen("resté sans réponse"), claire.screen()
    await forged(play, claire.account, claire.chat, keyboard, 0, old.id)
    assert not claire.has_seen(BUG)
    assert not await calls(play)


async def test_a_call_whose_start_has_passed_meanwhile_is_not_sent_and_can_be_mended(
    play: Playground,
) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await coordinator(play)
    await claire.says("/mobiliser Centre | 11h-13h | 1 IDE | Lieu | payé")
    await play.wait(hours=2)
    await claire.taps("Envoyer")
    assert claire.sees("a déjà commencé"), claire.screen()
    await claire.taps("Modifier")
    await claire.taps("Créneaux")
    await claire.says("demain 9h-13h")
    await claire.taps("Envoyer")
    assert nurse.sees("dimanche 22 novembre, de 9 h à 13 h"), nurse.screen()


async def test_a_clock_that_goes_back_an_hour_loses_no_answer_and_shows_it(
    play: Playground,
) -> None:
    nurses = await crew(play, 2)
    claire = await sent(play, ONE)
    await nurses[0].taps("9 h")
    play.now -= timedelta(hours=1)
    await nurses[1].taps("Liste d'attente")
    assert nurses[1].sees("Liste d'attente : samedi 12 décembre"), nurses[1].screen()
    await nurses[0].taps("Je ne peux plus")
    assert nurses[1].has_seen("C'est noté, vous venez : samedi 12 décembre"), nurses[1].screen()
    assert claire.has_seen("infirmier 1 sur 1")


async def test_a_coordinator_hears_of_nobody_who_blocked_the_bot_as_asked(
    play: Playground,
) -> None:
    nurses = await crew(play, 3)
    claire = await coordinator(play)
    await claire.says(ONE)
    await play.local.block("inf0")
    await play.settle()
    await claire.taps("Envoyer")
    assert claire.has_seen("2 personnes sollicitées"), claire.screen()
    assert claire.sees("Sollicités : 2"), claire.screen()
    assert not nurses[0].messages


async def test_who_leaves_with_an_offered_seat_leaves_it_to_the_next(play: Playground) -> None:
    nurses = await crew(play, 3)
    await sent(play, SOON)
    for nurse in nurses:
        await nurse.taps("8 h")
    await nurses[0].taps("Je ne peux plus")
    assert nurses[1].sees("Vous la prenez ?"), nurses[1].screen()
    await nurses[1].says("/quitter", "oui", "passer", "oui")
    assert nurses[2].sees("Vous la prenez ?"), nurses[2].screen()
    await nurses[2].taps("Je la prends")
    assert nurses[2].has_seen("vous venez : dimanche 22 novembre")


async def test_an_offer_of_a_cancelled_call_cannot_be_taken(play: Playground) -> None:
    nurses = await crew(play, 2)
    claire = await sent(play, SOON)
    for nurse in nurses:
        await nurse.taps("8 h")
    await nurses[0].taps("Je ne peux plus")
    old = nurses[1].messages[-1]
    keyboard = old.wording.keyboard
    await claire.taps("Annuler l'appel")
    await claire.taps("Oui, annuler")
    await forged(play, nurses[1].account, nurses[1].chat, keyboard, 0, old.id)
    assert nurses[1].sees("Cet appel est annulé"), nurses[1].screen()


async def test_a_cancelled_call_is_no_shift_any_more(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, TOMORROW)
    await nurse.taps("14 h")
    await claire.taps("Annuler l'appel")
    await claire.taps("Oui, annuler")
    await nurse.says("/planning")
    assert nurse.sees("aucun créneau"), nurse.screen()
    await nurse.says("/annuler")
    assert not any("14 h" in label for label in nurse.buttons()), nurse.screen()


async def test_a_shift_of_a_cancelled_call_cannot_be_confirmed_or_checked_into(
    play: Playground,
) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, "/mobiliser Centre | lundi 14h-18h | 1 IDE | Lieu | payé")
    await nurse.taps("14 h")
    await play.wait(hours=27)
    assert nurse.sees("Vous venez toujours demain ?"), nurse.screen()
    eve = nurse.messages[-1]
    keyboard = eve.wording.keyboard
    await claire.taps("Annuler l'appel")
    await claire.taps("Oui, annuler")
    await forged(play, nurse.account, nurse.chat, keyboard, 0, eve.id)
    assert nurse.sees("Cet appel est annulé"), nurse.screen()


async def test_an_eve_question_is_not_asked_on_the_day_itself(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    await sent(play, "/mobiliser Centre | lundi 14h-18h | 1 IDE | Lieu | payé")
    await nurse.taps("14 h")
    play.now += timedelta(hours=47)  # the machine was off until Monday, 9:00
    await play.settle()
    assert not nurse.has_seen("demain ?"), nurse.screen()


async def test_nobody_who_said_if_needed_is_woken_at_night(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    await sent(play, "/mobiliser Centre | lundi 8h-12h | 1 IDE | Lieu | payé")
    await nurse.taps("Si besoin")
    for _ in range(46):
        before = len(nurse.messages)
        await play.wait(hours=1)
        local = play.now.astimezone(play.settings.community.timezone)
        if len(nurse.messages) > before:
            assert 8 <= local.hour < 22, f"{local}: {nurse.screen()}"
    assert nurse.has_seen("la place n'est plus gardée pour vous"), nurse.everything
