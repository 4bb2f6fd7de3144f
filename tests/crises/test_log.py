"""The log: it writes itself, people add lines, nobody takes any away (CRIS-4, CRIS-8, CRIS-16)."""

import pytest

from bot.core import Role
from storage import crises
from storage.crises import Sealed
from tests.crises.test_opening import LINE, opened
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
    assert claire.sees("C'est noté, nº 2 de Canicule : 14 h 10."), claire.screen()
    await claire.says("/main_courante hier 22h : premier appel du SAMU")
    assert claire.sees("nº 3 de Canicule : vendredi 20 novembre, 22 h.")
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
    assert claire.sees("C'est noté, nº 2"), claire.screen()
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
    assert claire.sees("nº 2 de Canicule", "🧪 📝 C'est noté, nº 2 de Exercice été"), (
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
    assert claire.sees("Rupture d'eau : bien reçu 1 sur 1", "2 lignes"), claire.screen()
    await claire.taps("Main courante")
    assert claire.sees("2. 10 h : ", "Rupture d'eau"), claire.screen()
