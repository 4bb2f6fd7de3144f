"""What recurs: each time is asked about, changed, cancelled on its own, or with the later ones."""

from tests.meetings.people import announced, members
from tests.playground import Playground

MONTHLY = "/reunion CA | mar 15/12 20h-21h30 | Maison de santé | tous les mois"
WEEKLY = "/reunion Point | lun 15/3 19h-20h | Salle 3 | toutes les semaines | sans rappel"


async def test_people_are_asked_about_the_next_time_a_week_before(play: Playground) -> None:
    [ana] = await members(play, "Ana")
    claire = await announced(play, MONTHLY)
    await ana.taps("Je viens")
    await play.wait(days=25)
    assert ana.has_seen("C'est terminé")
    await play.wait(days=28)
    assert ana.sees("mardi 19 janvier, de 20 h à 21 h 30", "Serez-vous des nôtres ?"), ana.screen()
    await ana.taps("Je n'y serai pas")
    assert claire.has_seen("❌ absents : 1"), claire.screen()


async def test_a_weekly_meeting_stays_at_its_hour_when_the_clocks_change(play: Playground) -> None:
    """REM-1: nobody is asked about two times at once, and 19:00 stays 19:00 in spring."""
    [ana] = await members(play, "Ana")
    await announced(play, WEEKLY)
    await play.wait(days=136)  # the clocks went forward on 28 March
    asked = [m.wording.plain for m in ana.messages if "RÉUNION · Point" in m.wording.plain]
    assert len(asked) == 5
    assert all("de 19 h à 20 h" in one.replace("\u00a0", " ") for one in asked)
    [last] = [one for one in asked if "terminé" not in one]
    assert "lundi 12 avril" in last


async def test_new_hours_for_all_that_follow(play: Playground) -> None:
    [ana] = await members(play, "Ana")
    claire = await announced(play, MONTHLY)
    await ana.taps("Je viens")
    await claire.taps("Modifier")
    await claire.taps("toutes les suivantes")
    await claire.taps("Date et heures")
    await claire.says("jeu 17/12 20h")
    assert claire.sees("dites des heures, ou quels jours"), claire.screen()
    await claire.says("19h-20h")
    await claire.taps("Envoyer")
    assert ana.sees("de 19 h à 20 h au lieu de 20 h à 21 h 30"), ana.screen()
    await play.wait(days=53)
    assert ana.has_seen("mardi 19 janvier, de 19 h à 20 h"), ana.screen()


async def test_one_time_is_moved_and_the_others_stay(play: Playground) -> None:
    [ana] = await members(play, "Ana")
    claire = await announced(play, MONTHLY)
    await ana.taps("Je viens")
    await claire.taps("Modifier")
    await claire.taps("Cette fois seulement")
    await claire.taps("Date et heures")
    await claire.says("jeu 17/12 18h-19h")
    await claire.taps("Envoyer")
    await play.wait(days=53)
    assert ana.has_seen("jeudi 17 décembre, de 18 h à 19 h")
    assert ana.has_seen("mardi 19 janvier, de 20 h à 21 h 30"), ana.screen()


async def test_one_later_date_is_cancelled(play: Playground) -> None:
    [ana] = await members(play, "Ana")
    claire = await announced(play, MONTHLY)
    await claire.taps("Annuler")
    await claire.taps("Une autre date")
    await claire.taps("19/01")
    assert claire.sees("Annulé : CA, mardi 19 janvier", "Personne n'avait à être prévenu")
    await play.wait(days=83)
    assert not ana.has_seen("19 janvier, de")
    assert ana.has_seen("mardi 16 février, de 20 h"), ana.screen()


async def test_the_whole_series_is_cancelled(play: Playground) -> None:
    [ana] = await members(play, "Ana")
    claire = await announced(play, MONTHLY)
    await claire.taps("Annuler")
    await claire.taps("toute la série")
    assert claire.sees("Toute la série est annulée : CA"), claire.screen()
    assert ana.everything.count("ANNULÉ") == 1
    await play.wait(days=120)
    assert ana.everything.count("RÉUNION") == 1


async def test_the_other_reading_of_every_month_is_one_tap_away(play: Playground) -> None:
    from tests.meetings.people import organiser

    claire = await organiser(play)
    await claire.says(MONTHLY)
    assert claire.sees("🔁 Chaque mois, le 3e mardi."), claire.screen()
    await claire.taps("Plutôt : Chaque mois, le 15")
    assert claire.sees("🔁 Chaque mois, le 15.", "Puis vendredi 15 janvier"), claire.screen()
    await claire.taps("Plutôt : Chaque mois, le 3e mardi")
    assert claire.sees("🔁 Chaque mois, le 3e mardi."), claire.screen()
