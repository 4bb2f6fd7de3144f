"""An exercise says so everywhere, asks for nothing, and counts apart."""

from sqlalchemy import select

from storage.alerts import Alert
from storage.outbox import Delivery
from tests.alerts.people import BOTH, channel, coordinator, crew, ended, sent
from tests.alerts.test_files import given, photo, sends
from tests.playground import Playground

DRILL = BOTH.replace("/alerte", "/exercice alerte")
NOBODY = "aucune réaction n'est attendue"


async def test_every_message_of_a_drill_says_so_and_that_nothing_is_expected(
    play: Playground,
) -> None:
    """DRILL-4, ALRT-6."""
    ana, bea = await crew(play, 2)
    town = await channel(play, "mairie", "Mairie de Saint-Aubin")
    claire = await coordinator(play)
    await claire.says(DRILL)
    assert claire.sees("🧪 EXERCICE · Aperçu · 🚨 ALERTE", "sans accusé"), claire.screen()
    assert not claire.has_seen("VRAIE ALERTE")
    await claire.taps("Envoyer")
    await ana.taps("Question")
    await ana.says("Est-ce pour de vrai ?")
    await claire.taps("Répondre")
    await claire.says("Non, c'est un exercice.")
    await claire.taps("Mise à jour")
    await claire.says("On continue.")
    await claire.taps("Le même texte")
    await claire.taps("Envoyer")
    await ended(claire)
    for one in (bea, town):
        assert len(one.messages) >= 3
        for shown in one.messages:
            words = shown.wording.plain
            assert words.startswith("🧪 EXERCICE · "), words
            assert NOBODY in words.replace("\u00a0", " "), words
    assert ana.has_seen("🧪 EXERCICE")
    about = [m.wording.plain for m in claire.messages if "Rupture d'eau" in m.wording.plain]
    assert [words for words in about if "EXERCICE" not in words] == []


async def test_the_word_exercice_in_the_line_does_the_same(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    await sent(play, "/alerte exercice urgent | Coupure | Rien à faire | tous")
    assert ana.sees("🧪 EXERCICE · 🚨 ALERTE · Coupure", NOBODY)


async def test_nobody_is_chased_in_a_drill_and_it_goes_before_nothing(play: Playground) -> None:
    """DRILL-5."""
    ana, *_ = await crew(play, 1)
    claire = await sent(play, DRILL.replace(", canaux:mairies", ""))
    assert "🔁 Relancer" not in claire.buttons()
    await play.wait(hours=1)
    assert len(ana.messages) == 1
    assert not claire.has_seen("QUI APPELER")
    async with play.db.reading() as tx:
        lanes = set(await tx.scalars(select(Delivery.lane).where(Delivery.about == "alert:1")))
        drills = (await tx.scalars(select(Alert.drill))).all()
    assert 0 not in lanes
    assert drills == [True]


async def test_exercice_says_what_it_knows(play: Playground) -> None:
    claire = await coordinator(play)
    await claire.says("/exercice danser")
    assert claire.sees("/exercice", "mobiliser", "alerte")
    await claire.says("/exercice mobiliser")
    assert claire.sees("Quel"), claire.screen()


async def test_its_wizard_its_picture_and_its_questions_say_so_too(play: Playground) -> None:
    """DRILL-4: no screen of an exercise could be taken for the real thing."""
    ana, *_ = await crew(play, 1)
    denis, claire = await coordinator(play, "Denis"), await coordinator(play)
    await claire.says("/exercice alerte")
    for said in ("énorme", "Urgent", "Coupure", "Rien à faire.", "Mars", "tous"):
        assert claire.sees("🧪 EXERCICE"), claire.screen()
        await claire.says(said)
    await sends(claire, "", given(play, photo(), "map.jpg", "image/jpeg"))
    await claire.taps("Modifier")
    assert claire.sees("🧪 EXERCICE\nQue voulez-vous modifier ?"), claire.screen()
    await claire.taps("Retour")
    await claire.taps("Envoyer")
    assert ana.sees("🧪 EXERCICE · 📎 L'image de l'alerte « Coupure »", NOBODY), ana.screen()
    await ana.taps("Question")
    assert ana.sees("🧪 EXERCICE", "sans aucune information de patient")
    await ana.says("Et si c'était vrai ?")
    await denis.taps("Répondre")
    assert denis.sees("🧪 EXERCICE", "Votre réponse ?")
    await denis.says("Coupez l'eau.")
    await ana.taps("Je peux aider")
    await ana.says("avec deux bidons")
    assert [m for m in ana.messages if "EXERCICE" not in m.wording.plain] == []
    await claire.taps("Fin d'alerte")
    await claire.says("Merci.")
    assert claire.sees("🧪 EXERCICE", "Aperçu · 🏁 FIN D'ALERTE · Coupure"), claire.screen()


async def test_nobody_is_waited_for_in_a_drill(play: Playground) -> None:
    """DRILL-5: «aucune réaction n'est attendue», for the coordination too."""
    await crew(play, 2)
    await channel(play, "mairie", "Mairie de Saint-Aubin")
    claire = await sent(play, DRILL)
    await play.wait(seconds=6)
    assert claire.sees("Envoyé à 2 membres et 1 canal"), claire.screen()
    await claire.taps("Voir qui")
    assert "répondu :" not in claire.everything
    assert "Pas encore répondu" not in claire.everything
