"""An issue is locked, scheduled, unlocked; late, it leaves the same day or not at all."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.core import Role
from tests.newsletters.editors import editor, issue, reader, written
from tests.playground import Playground


async def test_nobody_edits_what_is_locked_until_it_is_unlocked(play: Playground) -> None:
    """NEWS-4."""
    claire = await written(play)
    denis = await play.person("Denis", Role.COORDINATOR)
    await denis.says("/newsletter")
    await denis.taps("nº 1")
    await denis.taps("Titre et dates")
    await claire.taps("Verrouiller")
    assert claire.sees("plus personne ne le modifie")
    assert claire.buttons() == ["👁 Aperçu et envoi", "🔓 Déverrouiller", "🗑 Supprimer"]
    await denis.taps("Titre")
    assert denis.sees("est verrouillé")
    await claire.taps("Déverrouiller")
    assert claire.sees("Brouillon.")


async def test_it_is_scheduled_locked_and_leaves_at_its_hour(play: Playground) -> None:
    """NEWS-4."""
    claire, ana = await editor(play), await reader(play, "Ana")
    await issue(play, claire)
    await claire.taps("Programmer")
    await claire.says("demain 10h")
    assert claire.sees("partira dimanche 22 novembre, 10 h", "C'est juste ?")
    await claire.taps("Oui, programmer")
    assert claire.sees("Part dimanche 22 novembre, 10 h", "Verrouillé")
    await play.wait(hours=23)
    assert not ana.messages
    await play.wait(hours=2)
    assert ana.has_seen("Rentrée")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("hier", "déjà passé"),
        ("demain 23h", "heures calmes (de 21 h à 7 h 30)"),
        ("quand tu veux", "comme un jour"),
        ("le 3 mars 2031 à 10h", "plus d'un an"),
        ("vendredi ou samedi", "comme un jour"),
    ],
)
async def test_an_hour_that_cannot_be_is_asked_again(play: Playground, said: str, why: str) -> None:
    claire = await editor(play)
    await issue(play, claire)
    await claire.taps("Programmer")
    await claire.says(said)
    assert claire.sees(why, "Exemple"), claire.screen()
    await claire.says("3/12")
    assert claire.sees("jeudi 3 décembre, 10 h")


async def test_unlocking_takes_the_schedule_back_and_tells_who_made_it(play: Playground) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    denis = await play.person("Denis", Role.COORDINATOR)
    await issue(play, claire)
    await claire.taps("Programmer")
    await claire.says("demain 10h")
    await claire.taps("Oui, programmer")
    await denis.says("/newsletter")
    assert denis.sees("programmé")
    await denis.taps("nº 1")
    await denis.taps("Déverrouiller")
    assert claire.sees("n'aura pas lieu")
    await play.wait(days=2)
    assert not ana.messages


async def test_off_all_that_day_it_does_not_leave_and_its_author_is_told(play: Playground) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    await issue(play, claire)
    await claire.taps("Programmer")
    await claire.says("demain 10h")
    await claire.taps("Oui, programmer")
    play.now += timedelta(days=2)
    await play.settle()
    assert claire.sees("n'est pas parti dimanche 22 novembre, 10 h")
    assert not ana.messages
    await claire.says("/newsletter")
    await claire.taps("nº 1")
    assert claire.sees("N'est pas parti")
    await claire.taps("Aperçu et envoi")
    await claire.taps("Envoyer")
    await play.wait(minutes=1)
    assert ana.has_seen("Rentrée")


async def test_late_by_some_hours_it_leaves_the_same_day(play: Playground) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    await issue(play, claire)
    await claire.taps("Programmer")
    await claire.says("demain 10h")
    await claire.taps("Oui, programmer")
    play.now = datetime(2026, 11, 22, 16, tzinfo=UTC)
    await play.settle()
    assert ana.has_seen("Rentrée")


async def test_cut_off_on_its_way_for_a_day_it_goes_on_only_when_an_editor_says_so(
    play: Playground,
) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    play.now = datetime(2026, 11, 21, 21, 30, tzinfo=UTC)  # 22:30 in Paris
    await issue(play, claire)
    await claire.taps("Envoyer")
    await play.wait(minutes=1)
    play.now += timedelta(days=2, hours=12)  # off meanwhile
    await play.settle()
    assert claire.sees("s'est interrompu dimanche 22 novembre, 7 h 30"), claire.screen()
    assert not ana.messages
    await claire.says("/newsletter")
    await claire.taps("nº 1")
    assert claire.sees("Envoi interrompu", "1 à venir")
    await claire.taps("Reprendre l'envoi")
    await play.wait(minutes=1)
    assert ana.has_seen("Rentrée")
    assert claire.sees("est parti : un abonné")
