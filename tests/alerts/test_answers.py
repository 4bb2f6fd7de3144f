"""What members answer, by a tap or in words, and what becomes of it."""

import pytest

from bot.core import Lang
from storage.chats import Use
from tests.alerts.people import LINE, channel, coordinator, crew, ended, sent
from tests.playground import Person, Playground


@pytest.mark.parametrize("said", ["ok", "bien reçu", "👍", "1", "vu merci", "Reçu.", "désolé, non"])
async def test_words_that_acknowledge(play: Playground, said: str) -> None:
    ana, *_ = await crew(play, 1)
    await sent(play)
    await ana.says(said)
    assert ana.has_seen("✅ Bien reçu à 10 h. Merci."), ana.screen()


async def test_words_that_offer_help_are_kept_for_the_coordination(play: Playground) -> None:
    """ALRT-15."""
    ana, *_ = await crew(play, 2)
    claire = await sent(play)
    await ana.says("je peux venir avec mon 4x4")
    assert ana.sees("🙋 C'est noté à 10 h : vous pouvez aider", "« je peux venir avec mon 4x4 »")
    await claire.taps("Voir qui")
    assert claire.sees("🙋 Ana0 peut aider : « je peux venir avec mon 4x4 »", "Ana1")
    await ana.taps("Finalement non")
    assert ana.has_seen("✅ Bien reçu à 10 h. Merci."), ana.screen()
    await claire.taps("Voir qui")
    assert not claire.sees("4x4")


async def test_after_i_can_help_one_sentence_says_how(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    claire = await sent(play)
    await ana.taps("Je peux aider")
    assert ana.sees("vous pouvez aider", "En quoi ?")
    await ana.says("12 bouteilles au cabinet")
    assert ana.sees("Vous proposez : « 12 bouteilles au cabinet »"), ana.screen()
    await claire.taps("Voir qui")
    assert claire.sees("12 bouteilles au cabinet")


async def test_help_that_is_taken_back_in_words_is_said_to_be(play: Playground) -> None:
    """«2» is «Finalement non»: it once looked as if help had been received."""
    ana, *_ = await crew(play, 1)
    claire = await sent(play)
    await ana.taps("Je peux aider")
    await ana.says("2")
    assert ana.sees("vous ne proposez plus d'aider"), ana.screen()
    assert claire.sees("Bien reçu : 1 · Peuvent aider : 0")


async def test_a_question_is_relayed_and_answered_from_there(play: Playground) -> None:
    """ALRT-15, CALL-22."""
    ana, bea = await crew(play, 2)
    denis = await coordinator(play, "Denis")
    claire = await sent(play)
    await ana.taps("Question")
    assert ana.sees(
        "Écrivez sans aucune information de patient. Réponse d'un coordinateur dès que possible,"
        " pas garantie. Urgence vitale : 15, 112, ou 114 par SMS"
    ), ana.screen()
    await ana.says("L'eau est-elle coupée à Garance aussi ?")
    assert ana.sees("Question transmise à la coordination")
    for one in (claire, denis):
        assert one.sees("❓ QUESTION · Rupture d'eau", "« L'eau est-elle coupée", "Posée par Ana0.")
    assert claire.has_seen("Questions : 1 (sans réponse : 1)")
    await denis.taps("Répondre")
    await denis.says("Non, Garance est alimentée.")
    assert ana.sees("Votre question : « L'eau est-elle", "coordination : Non, Garance est")
    assert claire.has_seen("Répondu par Denis à 10 h : « Non, Garance est alimentée. »")
    assert not bea.has_seen("Garance")


async def test_two_coordinators_answer_and_the_first_counts(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    denis = await coordinator(play, "Denis")
    claire = await sent(play)
    await ana.says("Et les perfusions à domicile ?")
    await ana.taps("Envoyer")
    await denis.taps("Répondre")
    await claire.taps("Répondre")
    await denis.says("Faites-les.")
    await claire.says("Attendez.")
    assert claire.sees("Denis a déjà répondu : « Faites-les. »"), claire.screen()
    assert not ana.has_seen("Attendez")


async def test_words_that_could_mean_anything_are_offered_to_the_coordination(
    play: Playground,
) -> None:
    ana, *_ = await crew(play, 1)
    claire = await sent(play)
    await ana.says("la citerne du haut est vide")
    assert ana.sees("Envoyer « la citerne du haut est vide » à la coordination ?")
    await ana.taps("Envoyer")
    assert claire.sees("la citerne du haut est vide")


async def test_a_patient_in_a_question_is_refused_before_it_is_kept(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    claire = await sent(play)
    await ana.taps("Question")
    await ana.says("Que faire pour Mme Dupont, 1 84 12 76 451 089 46 ?")
    assert ana.sees("donnée de patient"), ana.screen()
    assert not claire.has_seen("Dupont")


async def test_a_tap_twice_counts_once_and_a_late_one_is_told_so(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    claire = await sent(play)
    shown = ana.messages[-1]
    keyboard = shown.wording.keyboard
    for _ in range(2):
        await play.local.press_raw("ana0", "ana0", shown.id, keyboard, 0)
    await play.settle()
    assert claire.sees("Bien reçu : 1 ", "Pas encore répondu : 0"), claire.screen()
    await play.wait(hours=13)
    await play.local.press_raw("ana0", "ana0", shown.id, keyboard, 0)
    await play.settle()
    assert ana.has_seen("Cette alerte est terminée"), ana.screen()


async def test_an_english_reader_with_the_simple_display(play: Playground) -> None:
    """A11Y-10."""
    ana = await play.person("Ana", lang=Lang.EN, simple=True)
    await sent(play)
    assert ana.sees("🚨 ALERT · Rupture d'eau", "Source: mairie de Saint-Aubin, 10 am")
    assert ana.buttons() == ["Received", "I can help", "Question"]
    await ana.says("got it")
    assert ana.sees("Received at 10 am. Thank you."), ana.screen()


async def test_the_alerts_in_force_can_be_found_again(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    bob = await play.person("Bob", town="Garance")
    claire = await sent(play)
    await bob.says("/alertes")
    assert bob.sees("ne vous était pas adressée"), bob.screen()
    await ana.says("/alertes")
    assert ana.sees("🚨 ALERTE · Rupture d'eau"), ana.screen()
    await ana.taps("Bien reçu")
    await claire.says("/alertes")
    assert claire.sees("Envoyé à 1 membre", "Bien reçu : 1")
    await ended(claire)
    await ana.says("/alertes")
    assert ana.sees("Aucune alerte en cours")


async def test_in_a_room_of_the_team_one_answers_in_private(play: Playground) -> None:
    room = await channel(play, "salon", "Salon infirmier", use=Use.TEAM, kind="group")
    ana, *_ = await crew(play, 1)
    claire = await sent(play, LINE.replace("membres:Saint-Aubin", "canaux:équipe"))
    assert room.sees("🚨 ALERTE · Rupture d'eau")
    assert room.buttons() == ["💬 Répondre en privé"]
    await ana.says("/start alert-1")
    assert ana.sees("🚨 ALERTE · Rupture d'eau"), ana.screen()
    await ana.taps("Bien reçu")
    assert claire.sees("Bien reçu : 1"), claire.screen()
    assert "Ana" not in "".join(m.wording.plain for m in room.messages)


async def test_a_member_who_leaves_is_not_waited_for(play: Playground) -> None:
    _, bea = await crew(play, 2)
    claire = await sent(play)
    await bea.says("/quitter")
    await bea.taps("Oui")
    await bea.taps("Passer")
    assert claire.sees("Pas encore répondu : 1"), claire.screen()


def stranger(play: Playground) -> Person:
    return play.stranger("Zed")


async def test_nobody_else_can_alert_or_read_the_board(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    await ana.says(LINE)
    assert ana.sees("réservée à la coordination")
    zed = stranger(play)
    await zed.says(LINE)
    assert not zed.has_seen("Aperçu")
