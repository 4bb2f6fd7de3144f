"""A meeting that was sent is changed or cancelled: every copy follows, those concerned are told."""

from tests.meetings.people import LINE, announced, members, moved
from tests.playground import Person, Playground


async def three(play: Playground) -> tuple[Person, Person, Person, Person]:
    """The organiser; one who comes, one who declined, one who said nothing."""
    ana, bob, zoe = await members(play, "Ana", "Bob", "Zoé")
    claire = await announced(play)
    await ana.taps("Sur place")
    await bob.taps("Je n'y serai pas")
    return claire, ana, bob, zoe


async def test_whoever_comes_is_told_of_another_hour_and_asked(play: Playground) -> None:
    claire, ana, bob, zoe = await three(play)
    await moved(claire, "20h30")
    assert claire.sees(
        "⚠️ CHANGEMENT · CA de décembre : mardi 15 décembre, de 20 h 30 à 22 h au lieu de 20 h à "
        "21 h 30.",
        "Une personne recevra un message",
    ), claire.screen()  # fmt: skip
    await claire.taps("Envoyer")
    assert ana.sees("CHANGEMENT · CA de décembre", "au lieu de 20 h", "Toujours possible ?")
    assert ana.buttons() == ["✅ Oui", "❌ Non"]
    for quiet in (bob, zoe):
        assert not quiet.has_seen("CHANGEMENT")
        assert quiet.has_seen("de 20 h 30 à 22 h"), quiet.screen()
    assert claire.has_seen("Changement sans réponse : Ana"), claire.screen()
    await ana.taps("Oui")
    assert ana.has_seen("C'est noté, vous venez sur place"), ana.screen()
    assert not claire.has_seen("Changement sans réponse"), claire.screen()


async def test_no_to_a_change_gives_the_place_back(play: Playground) -> None:
    claire, ana, _, _ = await three(play)
    await moved(claire, "jeu 17/12 20h-22h")
    await claire.taps("Envoyer")
    assert ana.sees("jeudi 17 décembre, de 20 h à 22 h au lieu du mardi 15 décembre"), ana.screen()
    await ana.says("non")
    assert ana.has_seen("vous n'y serez pas"), ana.screen()
    assert claire.has_seen("❌ absents : 2"), claire.screen()


async def test_reminders_follow_the_new_hour(play: Playground) -> None:
    claire, ana, _, _ = await three(play)
    await moved(claire, "jeu 17/12 18h-19h")
    await claire.taps("Envoyer")
    await ana.taps("Oui")
    await play.wait(days=30)
    found = [f"{m.at:%d/%m %H:%M}" for m in ana.messages if "RAPPEL" in m.wording.plain]
    assert found == ["10/12 17:00", "16/12 17:00", "17/12 16:00"]


async def test_another_place_is_asked_about_and_another_agenda_is_not(play: Playground) -> None:
    claire, ana, _, _ = await three(play)
    await claire.taps("Modifier")
    await claire.taps("Ordre du jour")
    await claire.says("Budget, élections")
    assert claire.sees("Personne ne recevra de message"), claire.screen()
    await claire.taps("Envoyer")
    assert not ana.has_seen("CHANGEMENT")
    assert ana.has_seen("Ordre du jour : Budget, élections"), ana.screen()
    await claire.taps("Modifier")
    await claire.taps("Lieu")
    await claire.says("Mairie")
    await claire.taps("Envoyer")
    assert ana.sees("Nouveau lieu : Mairie (avant : Maison de santé)", "Toujours possible ?")


async def test_two_changes_are_one_question(play: Playground) -> None:
    claire, ana, _, _ = await three(play)
    await moved(claire, "20h30")
    await claire.taps("Envoyer")
    await moved(claire, "19h")
    await claire.taps("Envoyer")
    asking = [m for m in ana.messages if "Toujours possible" in m.wording.plain]
    assert len(asking) == 1, ana.screen()
    assert ana.has_seen("Cela a encore changé depuis")


async def test_an_hour_that_is_none_is_asked_again(play: Playground) -> None:
    claire, _, _, _ = await three(play)
    await moved(claire, "25h")
    assert claire.sees("Je n'ai pas compris « 25h »", "cette heure n'existe pas"), claire.screen()
    await claire.says("20/11/2026 20h")
    assert claire.sees("c'est déjà passé"), claire.screen()
    await claire.says("20h")
    assert claire.sees("C'est déjà ainsi"), claire.screen()


async def test_a_cancelled_meeting_is_told_once_and_never_reminded_of(play: Playground) -> None:
    claire, ana, bob, zoe = await three(play)
    await claire.taps("Annuler")
    assert claire.sees("Annuler CA de décembre", "2 personnes seront prévenues"), claire.screen()
    await claire.taps("Ne rien annuler")
    assert claire.sees("Rien n'est changé")
    await claire.taps("Annuler")
    await claire.taps("Oui, annuler")
    for one in (ana, zoe):
        assert one.everything.count("❌ ANNULÉ · CA de décembre") == 1, one.screen()
    assert not bob.has_seen("ANNULÉ ·")
    assert bob.has_seen("❌ Annulé."), bob.screen()
    await play.wait(days=30)
    assert not ana.has_seen("RAPPEL")
    await ana.says("/reunions")
    assert ana.sees("Aucune réunion prévue")


async def test_a_meeting_that_was_not_sent_yet_is_cancelled_without_a_word(
    play: Playground,
) -> None:
    """Whoever sleeps has not got it: they get neither the invitation nor the cancelling."""
    [ana] = await members(play, "Ana")
    play.now = play.now.replace(hour=21)  # 22:00 in Paris
    claire = await announced(play)
    assert not ana.messages
    await claire.taps("Annuler")
    await claire.taps("Oui, annuler")
    await play.wait(days=2)
    assert not ana.messages, ana.screen()


async def test_more_places_go_to_who_waits(play: Playground) -> None:
    ana, bob = await members(play, "Ana", "Bob")
    claire = await announced(play, f"{LINE} | 1 place")
    await ana.taps("Sur place")
    await bob.taps("Liste d'attente")
    await claire.taps("Modifier")
    await claire.taps("Places")
    await claire.says("2")
    await claire.taps("Envoyer")
    assert bob.sees("Une place s'est libérée"), bob.screen()


async def test_in_english(play: Playground) -> None:
    from bot.core import Lang, Role

    claire = await play.person("Claire", Role.COORDINATOR, profession="autre", lang=Lang.EN)
    ana = await play.person("Ana", lang=Lang.EN)
    await claire.says("/meeting December board | tue 15/12 20h-21h30 | Health centre")
    assert claire.sees("Tuesday 15 December, 8 pm to 9:30 pm", "Where: Health centre")
    await claire.taps("Send")
    await play.wait(seconds=45)
    assert ana.sees("📅 MEETING · December board", "Will you join us?"), ana.screen()
    await ana.says("yes")
    await claire.taps("Edit")
    await claire.taps("Date and hours")
    await claire.says("20h30")
    await claire.taps("Send")
    assert ana.sees("⚠️ CHANGE · December board: Tuesday 15 December, 8:30 pm to 10 pm instead of")
