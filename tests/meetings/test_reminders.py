"""Reminders: 7 days, 1 day, 1 hour before; never to who declined, never after the start."""

from datetime import timedelta

from tests.meetings.people import LINE, announced, members
from tests.playground import Playground

QUIET = "/reunion Bureau | mar 15/12 8h-9h | Salle 3"


async def test_those_who_come_are_reminded_and_who_declined_is_not(play: Playground) -> None:
    """REM-1, REM-8."""
    ana, bob = await members(play, "Ana", "Bob")
    await announced(play)
    await ana.taps("Sur place")
    await bob.taps("Je n'y serai pas")
    await play.wait(days=30)
    found = [m for m in ana.messages if "RAPPEL" in m.wording.plain]
    assert [f"{m.at:%d/%m %H:%M}" for m in found] == ["08/12 19:00", "14/12 19:00", "15/12 18:00"]
    assert not bob.has_seen("RAPPEL")


async def test_the_silent_are_asked_once_more_and_only_once(play: Playground) -> None:
    """REM-7: two reminders in all, of which the first asks."""
    [zoe] = await members(play, "Zoé")
    await announced(play)
    await play.wait(days=18)
    assert zoe.sees("RAPPEL", "Je n'ai pas encore votre réponse"), zoe.screen()
    await play.wait(days=6)
    assert zoe.everything.count("RAPPEL") == 2
    assert zoe.everything.count("Je n'ai pas encore votre réponse") == 1
    await zoe.taps("À distance")
    assert zoe.sees("vous participez à distance"), zoe.screen()


async def test_the_organiser_asks_the_silent_again_once(play: Playground) -> None:
    """REM-7."""
    ana, zoe = await members(play, "Ana", "Zoé")
    claire = await announced(play)
    await ana.taps("Sur place")
    await claire.taps("Relancer")
    assert claire.has_seen("Une personne relancée, une seule fois"), claire.screen()
    assert zoe.sees("Je n'ai pas encore votre réponse"), zoe.screen()
    assert not ana.has_seen("Je n'ai pas encore votre réponse")
    assert "🔁 Relancer" not in claire.buttons()


async def test_who_declines_between_is_not_reminded_in_the_morning(play: Playground) -> None:
    """A reminder that waits for quiet hours to end is worded, or dropped, when it leaves."""
    ana, bob = await members(play, "Ana", "Bob")
    await announced(play, f"{QUIET} | rappels : la veille à 23h")
    await ana.taps("Je viens")
    await bob.taps("Je viens")
    play.now += timedelta(days=23, hours=12, minutes=30)  # 14 December, 22:30 in Paris
    await play.wait(hours=2)
    await bob.taps("Je n'y serai pas")
    await play.wait(hours=8)
    assert ana.everything.count("RAPPEL") == 1
    assert not bob.has_seen("RAPPEL")


async def test_reminders_missed_in_an_outage_are_one_that_says_so(play: Playground) -> None:
    """REM-2."""
    [ana] = await members(play, "Ana")
    await announced(play)
    await ana.taps("Sur place")
    await play.shut()
    play.now += timedelta(days=23, hours=22)  # both day reminders fell due meanwhile
    await play.boot()
    await play.settle()
    assert ana.everything.count("RAPPEL") == 1, ana.screen()
    assert ana.has_seen("Ce rappel part en retard"), ana.screen()


async def test_no_reminder_comes_after_the_start(play: Playground) -> None:
    """REM-8."""
    [ana] = await members(play, "Ana")
    await announced(play)
    await ana.taps("Sur place")
    await play.shut()
    play.now += timedelta(days=24, hours=11)  # an hour into it
    await play.boot()
    await play.settle()
    assert not ana.has_seen("RAPPEL")


async def test_a_meeting_has_the_reminders_that_its_line_says(play: Playground) -> None:
    [ana] = await members(play, "Ana")
    await announced(play, f"{LINE} | rappels : la veille à 18h")
    await ana.taps("Sur place")
    await play.wait(days=30)
    found = [m for m in ana.messages if "RAPPEL" in m.wording.plain]
    assert [f"{m.at:%d/%m %H:%M}" for m in found] == ["14/12 17:00"]
