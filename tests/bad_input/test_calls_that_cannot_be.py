"""A call for a day, an hour or a number that cannot be: why, an example, and the rest is kept."""

import pytest

from tests.playground import Playground
from tests.staffing.attack import calls
from tests.staffing.test_callout import coordinator, crew


@pytest.mark.parametrize(
    ("times", "why"),
    [
        ("hier 9h-13h", "c'est déjà passé"),
        ("20/11 9h-13h", "cette date vient de passer"),
        ("20/11/2026 9h-13h", "c'est déjà passé"),
        ("9h-9h30", "cette heure est passée aujourd'hui"),
        ("31/02 9h-13h", "ce jour n'existe pas"),
        ("29/02/2027 9h-13h", "ce jour n'existe pas"),
        ("demain 25h", "cette heure n'existe pas"),
        ("demain 9h-25h", "cette heure n'existe pas"),
        ("sam 12/12 13h-9h", "la fin est avant le début"),
        ("dim 12/12 9h-13h", "le jour de la semaine ne va pas avec la date"),
        ("12/12/2029 9h-13h", "c'est dans plus de deux ans"),
        ("demain 9h", "il me faut un début et une fin"),
    ],
)
async def test_a_time_that_cannot_be_is_named_and_only_the_time_is_asked_again(
    play: Playground, times: str, why: str
) -> None:
    claire = await coordinator(play)
    await crew(play, 3)
    await claire.says(f"/mobiliser Centre | {times} | 3 IDE | Gymnase | payé")
    assert claire.sees(f"Je n'ai pas compris « {times} » : {why}"), claire.screen()
    assert claire.sees("Le reste est gardé. Exemple : sam 12/12 9h-13h"), claire.screen()
    await claire.says("sam 12/12 9h-13h")
    assert claire.sees("Aperçu", "Centre", "3 infirmiers", "Gymnase"), claire.screen()
    assert not await calls(play)


@pytest.mark.parametrize(
    ("needs", "why"),
    [
        ("0 IDE", " : il faut au moins une personne"),
        ("-2 IDE", " : il faut au moins une personne"),
        ("600 IDE", " : c'est plus que je ne peux demander en un appel (500)"),
        ("3 licornes", ""),
        ("1,5 IDE", ""),
    ],
)
async def test_a_number_that_cannot_be_is_named_and_only_the_number_is_asked_again(
    play: Playground, needs: str, why: str
) -> None:
    claire = await coordinator(play)
    await crew(play, 3)
    await claire.says(f"/mobiliser Centre | sam 12/12 9h-13h | {needs} | Gymnase | payé")
    said = f"Je n'ai pas compris « {needs} »{why}. Exemple : 3 infirmiers. Le reste est gardé."
    assert claire.sees(said), claire.screen()
    await claire.says("3 infirmiers")
    assert claire.sees("Aperçu", "Centre", "samedi 12 décembre", "Gymnase"), claire.screen()
    assert not await calls(play)
