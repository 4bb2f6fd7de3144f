"""A meeting, from the line that an organiser types to the answers on the board."""

from tests.meetings.people import LINE, announced, members, organiser
from tests.playground import Playground


async def test_a_one_line_meeting_goes_straight_to_the_preview(play: Playground) -> None:
    claire = await organiser(play)
    await members(play, "Ana", "Bob")
    await claire.says(f"{LINE} | tous les mois")
    assert claire.sees(
        "Aperçu · 3 destinataires (3 Local)",
        "📅 RÉUNION · CA de décembre · mardi 15 décembre, de 20 h à 21 h 30",
        "🔁 Chaque mois, le 3e mardi.", "Puis mardi 19 janvier, mardi 16 février et mardi 16 mars",
        "Lieu : Maison de santé", "À distance : https://visio.example/ca",
        "Rappels 7 jours, 1 jour et 1 heure avant.",
    ), claire.screen()  # fmt: skip
    assert "🔁 Plutôt : Chaque mois, le 15" in claire.buttons()


async def test_a_meeting_of_tonight_promises_no_reminder_of_last_week(play: Playground) -> None:
    claire = await organiser(play)
    await members(play, "Ana")
    await claire.says("/reunion Cellule de crise | aujourd'hui 19h-20h | Mairie")
    assert claire.sees("Rappels 1 heure avant."), claire.screen()


async def test_it_leaves_after_half_a_minute_and_can_be_held_back(play: Playground) -> None:
    claire = await organiser(play)
    [ana] = await members(play, "Ana")
    await claire.says(LINE)
    await claire.taps("Envoyer")
    assert claire.sees("Part dans 30 secondes"), claire.screen()
    assert not ana.messages
    await claire.taps("Retenir l'envoi")
    assert claire.sees("Retenu : rien n'est parti"), claire.screen()
    await play.wait(minutes=2)
    assert not ana.messages
    await claire.taps("Revoir et envoyer")
    await claire.taps("Envoyer")
    await play.wait(seconds=45)
    assert ana.sees("CA de décembre"), ana.screen()
    assert claire.has_seen("Envoyé à 2 destinataires"), claire.screen()


async def test_members_answer_with_one_tap_and_the_board_follows(play: Playground) -> None:
    """REM-6, REM-11."""
    ana, bob, eve = await members(play, "Ana", "Bob", "Ève")
    claire = await announced(play)
    assert ana.sees("📅 RÉUNION · CA de décembre · mardi 15 décembre, de 20 h à 21 h 30")
    assert ana.buttons() == [
        "✅ Sur place",
        "💻 À distance",
        "❌ Je n'y serai pas",
        "📅 Agenda (.ics)",
    ]
    await ana.taps("Sur place")
    await bob.taps("À distance")
    await eve.taps("Je n'y serai pas")
    assert ana.sees("C'est noté, vous venez sur place"), ana.screen()
    assert bob.sees("vous participez à distance"), bob.screen()
    assert eve.sees("vous n'y serez pas"), eve.screen()
    assert claire.has_seen("✅ Sur place : 1 · 💻 à distance : 1 · ❌ absents : 1"), claire.screen()
    assert claire.has_seen("Pas encore répondu : 1")
    await claire.taps("Voir qui")
    assert claire.sees("✅ Sur place (1) : Ana", "Pas encore répondu (1) : Claire"), claire.screen()
    assert not any(name in ana.everything for name in ("Bob", "Ève", "Claire"))


async def test_the_last_place_is_given_once_and_a_free_one_goes_on(play: Playground) -> None:
    """REM-6."""
    ana, bob, eve = await members(play, "Ana", "Bob", "Ève")
    claire = await announced(play, f"{LINE} | 1 place")
    for one in (ana, bob, eve):
        await one.taps("Sur place", settle=False)
    await play.settle()
    assert ana.sees("vous venez sur place"), ana.screen()
    assert bob.sees("Liste d'attente"), bob.screen()
    assert eve.sees("Liste d'attente"), eve.screen()
    assert claire.has_seen("✅ Sur place : 1 sur 1 · 🕐 en attente : 2"), claire.screen()
    await ana.taps("Je n'y serai pas")
    assert bob.sees("Une place s'est libérée, elle est à vous"), bob.screen()
    assert eve.everything.count("libérée") == 0
    await eve.taps("À distance")
    assert eve.sees("vous participez à distance"), eve.screen()
    assert claire.has_seen("✅ Sur place : 1 sur 1 · 💻 à distance : 1")


async def test_a_member_finds_what_is_coming_with_the_answer(play: Playground) -> None:
    [ana] = await members(play, "Ana")
    claire = await announced(play)
    await ana.taps("Sur place")
    await ana.says("/reunions")
    assert ana.sees(
        "La prochaine", "1. CA de décembre : mardi 15 décembre, de 20 h à 21 h 30 · ✅ vous venez"
    )
    await ana.taps("15/12")
    assert ana.sees("C'est noté, vous venez"), ana.screen()
    await ana.says("/reunion")
    assert ana.sees("La prochaine"), ana.screen()
    await claire.says("/reunion")
    assert claire.buttons() == ["📅 Les prochaines", "➕ Nouvelle réunion"]
    await claire.taps("Les prochaines")
    assert claire.sees("pas encore répondu"), claire.screen()


async def test_a_member_may_not_call_a_meeting(play: Playground) -> None:
    [ana] = await members(play, "Ana")
    await ana.says(LINE)
    assert ana.sees("Aucune réunion prévue"), ana.screen()
