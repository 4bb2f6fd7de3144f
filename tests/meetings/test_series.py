"""A whole series moves to other days: once told, and nothing of the old days is left."""

from datetime import timedelta

from tests.meetings.people import announced, members
from tests.meetings.test_calendars import events, file_of
from tests.meetings.test_recurring import MONTHLY
from tests.playground import Person, Playground


async def moved(claire: Person, to: str) -> None:
    await claire.taps("Modifier")
    await claire.taps("toutes les suivantes")
    await claire.taps("Date et heures")
    await claire.says(to)


async def test_a_series_moves_to_other_days(play: Playground) -> None:
    """REM-1."""
    ana, bob = await members(play, "Ana", "Bob")
    claire = await announced(play, MONTHLY)
    await ana.taps("Je viens")
    await moved(claire, "le 2e jeudi de chaque mois 19h-20h")
    assert claire.sees(
        "jeudi 10 décembre, de 19 h à 20 h au lieu du mardi 15 décembre",
        "🔁 Chaque mois, le 2e jeudi.", "Une personne recevra un message",
    ), claire.screen()  # fmt: skip
    await play.restart()
    await claire.taps("Envoyer")
    assert ana.sees("CHANGEMENT", "jeudi 10 décembre", "🔁 Chaque mois, le 2e jeudi."), ana.screen()
    assert not bob.has_seen("CHANGEMENT")
    await ana.taps("Oui")
    await ana.taps(".ics")
    days = [one.start.strftime("%d/%m %H:%M") for one in events(file_of(ana))][:3]
    assert days == ["10/12 19:00", "14/01 19:00", "11/02 19:00"]
    await play.wait(days=50)
    assert ana.has_seen("jeudi 14 janvier, de 19 h à 20 h"), ana.screen()
    assert not ana.has_seen("19 janvier")
    assert ana.everything.count("RAPPEL · 📅 RÉUNION · CA · mardi") == 0


async def test_other_days_without_hours_keep_the_hours(play: Playground) -> None:
    await members(play, "Ana")
    claire = await announced(play, MONTHLY)
    await moved(claire, "tous les jeudis")
    assert claire.sees("de 20 h à 21 h 30 au lieu", "🔁 Tous les jeudis."), claire.screen()


async def test_what_was_excepted_stays_so(play: Playground) -> None:
    [ana] = await members(play, "Ana")
    claire = await announced(play, f"{MONTHLY}, sauf en janvier")
    await ana.taps("Je viens")
    await moved(claire, "le 2e jeudi de chaque mois 20h-21h30")
    await claire.taps("Envoyer")
    await play.wait(days=80)
    assert not ana.has_seen("14 janvier")
    assert ana.has_seen("jeudi 11 février, de 20 h à 21 h 30"), ana.screen()


async def test_one_other_day_for_a_series_is_asked_again(play: Playground) -> None:
    await members(play, "Ana")
    claire = await announced(play, MONTHLY)
    await moved(claire, "jeu 17/12 20h")
    assert claire.sees("dites des heures, ou quels jours"), claire.screen()
    play.now += timedelta(days=1)
    await claire.says("20h30-22h")
    assert claire.sees("de 20 h 30 à 22 h au lieu de 20 h"), claire.screen()
