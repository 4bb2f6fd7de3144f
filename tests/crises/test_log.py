"""The log: it writes itself, people add lines, nobody takes any away (CRIS-4, CRIS-8, CRIS-16)."""

import pytest

from bot.core import Role
from storage import crises
from storage.crises import Sealed
from tests.channels.scene import a_channel
from tests.crises.test_opening import LINE, opened, two
from tests.playground import Playground

CALL = "/mobiliser Centre | sam 12/12 9h-13h | 1 infirmier | Gymnase | payé"


async def test_what_happens_meanwhile_is_in_the_log_with_its_time(play: Playground) -> None:
    """CRIS-4."""
    claire, denis = await opened(play)
    nina = await play.person("Nina")
    await play.wait(minutes=5)
    await claire.says(CALL)
    await claire.taps("Envoyer")
    await play.wait(minutes=10)
    await nina.taps("9 h")
    await claire.says("/crise")
    assert claire.sees("Un appel ouvert : une place prise sur 1", "3 lignes"), claire.screen()
    await claire.taps("Main courante")
    assert claire.sees(
        "MAIN COURANTE · Canicule · 3 lignes",
        "1. 10 h : Plan activé : Canicule, type 2, phase réaction.",
        "2. 10 h 05 : Appel envoyé : Centre, une place, une personne sollicitée. (Claire)",
        "3. 10 h 15 : Appel complet : Centre. (robot)",
    ), claire.screen()  # fmt: skip
    assert "Nina" not in claire.last
    await denis.says("/crisis")
    await denis.says("/reglages")


async def test_a_drill_s_call_is_in_the_drill_s_log_only(play: Playground) -> None:
    """DRILL-5."""
    claire, _ = await opened(play)
    await play.person("Nina")
    await claire.says("/exercice crise Inondation | type 5 | réaction | réf. X")
    await claire.taps("Activer")
    await claire.says(CALL.replace("/mobiliser", "/exercice mobiliser"))
    await claire.taps("Envoyer")
    async with play.db.reading() as tx:
        [real, drill] = await crises.open_now(tx)
        assert await crises.last_number(tx, real.id) == 1
        assert await crises.last_number(tx, drill.id) == 2


async def test_a_note_in_one_line_keeps_its_time(play: Playground) -> None:
    """CRIS-16."""
    claire, _ = await opened(play)
    await play.wait(hours=5)
    await claire.says("/note 14 h 10 : la mairie ouvre le gymnase")
    assert claire.sees("Canicule : c'est noté, nº 2, 14 h 10."), claire.screen()
    await claire.says("/main_courante hier 22h : premier appel du SAMU")
    assert claire.sees("nº 3, vendredi 20 novembre, 22 h.")
    await claire.taps("Main courante")
    assert claire.sees("2. 14 h 10 : la mairie ouvre le gymnase (Claire)")
    await claire.says("/crise")
    assert claire.sees("3 lignes. La dernière, 22 h : premier appel du SAMU"), claire.screen()


async def test_a_mistake_is_corrected_by_another_line(play: Playground) -> None:
    """CRIS-4: append-only."""
    claire, _ = await opened(play)
    await claire.says("/note 640 personnes")
    await claire.taps("Corriger")
    assert claire.sees("La ligne nº 2 reste")
    await claire.says("64 personnes")
    await claire.taps("Main courante")
    assert claire.sees("2. 10 h : 640 personnes", "3. 10 h : Correction du nº 2 : 64 personnes")


@pytest.mark.parametrize("change", ["words", "away"])
async def test_no_code_can_change_or_take_away_a_line(play: Playground, change: str) -> None:
    """CRIS-4."""
    await opened(play)
    async with play.db.transaction() as tx:
        [entry] = await crises.log(tx, 1)
        if change == "words":
            entry.said = "autre chose"
        else:
            await tx.delete(entry)
        with pytest.raises(Sealed):
            await tx.flush()
        await tx.rollback()


async def test_bad_notes_are_refused_kindly_and_write_nothing(play: Playground) -> None:
    claire, denis = await opened(play)
    await claire.says("/note 23 h 50 : la nuit")
    assert claire.sees("« 23 h 50 » n'est pas encore passé", "hier 14 h 10")
    await claire.says("/note " + "x" * 600)
    assert claire.sees("600 caractères, 500 au plus")
    await claire.says("/note")
    assert claire.sees("Que noter ?")
    await claire.says("25h61 : quoi")
    assert claire.sees("25h61")
    await claire.says("Le gymnase est ouvert")
    assert claire.sees("c'est noté, nº 2"), claire.screen()
    await claire.says("/note le patient a le numéro 1 85 05 78 006 084 91")
    assert claire.sees("donnée de patient")
    await denis.says("/note")
    await denis.taps("Abandonner")
    async with play.db.reading() as tx:
        assert await crises.last_number(tx, 1) == 2


async def test_without_a_plan_nothing_is_noted_and_it_says_what_to_do(play: Playground) -> None:
    claire = await play.person("Claire", Role.COORDINATOR)
    await claire.says("/note la mairie ouvre")
    assert claire.sees("Rien n'est noté : aucun plan n'est activé")
    await claire.taps("Activer un plan")
    assert claire.sees("Étape 1 sur 5")


async def test_with_two_plans_a_note_asks_where_it_belongs(play: Playground) -> None:
    claire, _ = await opened(play)
    await claire.says(LINE.replace("Canicule", "Exercice été").replace("préfecture", "exercice"))
    await claire.taps("Activer")
    await claire.says("/note la mairie ouvre")
    assert claire.sees("Dans quelle main courante ?"), claire.screen()
    await claire.taps("Dans toutes")
    assert claire.sees("Canicule : c'est noté, nº 2", "🧪 📝 Exercice été : c'est noté, nº 2"), (
        claire.screen()
    )


async def test_the_situation_tells_alerts_and_who_has_seen_them(play: Playground) -> None:
    """CRIS-8."""
    claire, _ = await opened(play)
    nina = await play.person("Nina")
    await claire.says(
        "/alerte important | Rupture d'eau | Reportez les soins | membres : infirmiers"
    )
    await claire.taps("Envoyer")
    await nina.taps("Bien reçu")
    await claire.says("/crise")
    assert claire.sees("« Rupture d'eau » : bien reçu 1 sur 1", "2 lignes"), claire.screen()
    await claire.taps("Main courante")
    assert claire.sees("2. 10 h : ", "Rupture d'eau"), claire.screen()


async def test_what_a_timer_sends_later_is_in_the_log_with_who_sent_it(play: Playground) -> None:
    """CRIS-4: a meeting leaves half a minute after its author has touched «Envoyer»."""
    claire, _ = await opened(play)
    await claire.says("/reunion Cellule | demain 18h-19h | Mairie | membres : coordination")
    assert claire.sees("Aperçu · 2 destinataires"), claire.screen()
    await claire.taps("Envoyer")
    await play.wait(minutes=1)
    await claire.says("/crise")
    await claire.taps("Main courante")
    assert claire.sees("2. 10 h : Réunion annoncée : Cellule", "18 h (Claire)"), claire.screen()


async def test_one_channel_is_not_told_as_several(play: Playground) -> None:
    claire, _ = await a_channel(play)
    await claire.taps("Alertes")
    await claire.taps("Toutes")
    await claire.says(LINE)
    await claire.taps("Activer")
    await claire.says("/alerte urgent | Rupture d'eau | Reportez les soins | canaux : mairies")
    await claire.taps("Envoyer")
    await claire.says("/crise")
    await claire.taps("Main courante")
    assert claire.sees("(urgent) : aucun membre, un canal (Claire)"), claire.screen()


async def test_each_day_is_named_once_in_the_log(play: Playground) -> None:
    claire, _ = await opened(play)
    await claire.says("/note hier 22h : premier appel du SAMU", "/note hier 23h : deuxième appel")
    await claire.says("/note la mairie ouvre")
    await claire.taps("Main courante")
    assert claire.sees(
        "1. 10 h : ", "2. vendredi 20 novembre, 22 h : ", "3. 23 h : ",
        "4. samedi 21 novembre, 10 h : la mairie ouvre",
    ), claire.screen()  # fmt: skip


async def test_a_phase_is_named_in_good_french_whatever_letter_it_begins_with(
    play: Playground,
) -> None:
    claire, _ = await opened(play, LINE.replace("réaction", "anticipation"))
    await claire.taps("Phase")
    assert claire.sees("Canicule · phase : anticipation. Passer à :"), claire.screen()


async def test_a_crisis_goes_on_through_a_restart_between_any_two_steps(play: Playground) -> None:
    """CRIS-2, CRIS-3, CRIS-16, CRIS-17."""
    claire, denis = await two(play)
    steps = [
        "/crise", "Canicule", "2", "préfecture", "passer", "réaction", "[Modifier]", "[Titre]",
        "Canicule de juin", "[Activer]", "[Phase]", "[Résolution]", "[Envoyer]", "[Noter]",
        "14 licornes à la mairie", "[Corriger]", "aucune licorne", "[Main courante]",
        "[La situation]", "[Clore]", "Tout va bien.", "[Sans les partenaires]",
        "[Clore et envoyer]",
    ]  # fmt: skip
    for step in steps:
        await play.restart()
        if step.startswith("["):
            await claire.taps(step.strip("[]"))
        else:
            await claire.says(step)
    assert claire.has_seen("Canicule de juin : la crise est close."), claire.screen()
    assert denis.everything.count("PLAN ACTIVÉ · Canicule de juin") == 1
    assert denis.everything.count("CHANGEMENT DE PHASE · Canicule de juin") == 1
    assert denis.everything.count("FIN DE CRISE · Canicule de juin") == 1
    async with play.db.reading() as tx:
        entries = await crises.log(tx, 1)
    assert [e.text["key"] if e.text else e.said for e in entries] == [
        "log-crisis-opened", "log-crisis-phase", "14 licornes à la mairie", "log-correction",
        "log-crisis-closed",
    ]  # fmt: skip
