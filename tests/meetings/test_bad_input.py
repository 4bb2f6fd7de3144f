"""Odd lines, forged numbers, presses that come too late: a clear word, and nothing is lost."""

from datetime import timedelta

from bot.core import Lang, Role
from tests.meetings.people import LINE, announced, members, moved, organiser
from tests.playground import Playground


async def test_what_is_not_understood_is_asked_again_and_the_rest_is_kept(play: Playground) -> None:
    claire = await organiser(play)
    await claire.says("/reunion CA | 31/02 20h | Salle 3 | membres : licornes | 0 places")
    assert claire.sees("Je ne sais pas qui est « licornes »"), claire.screen()
    await claire.taps("Tous les membres")
    assert claire.sees("« 0 places »", "Un nombre de 1 à 5"), claire.screen()
    await claire.says("20")
    assert claire.sees("Je n'ai pas compris « 31/02 20h » : ce jour n'existe pas"), claire.screen()
    await claire.says("demain")
    await claire.says("28/02 20h")
    assert claire.has_seen("Salle 3"), claire.screen()


async def test_a_line_may_be_typed_on_several_lines(play: Playground) -> None:
    """The words of the first one stay together: «CA de décembre» is one title."""
    claire = await organiser(play)
    await claire.says("/reunion\nCA de décembre\nmar 15/12 20h-21h30\nMaison de santé")
    assert claire.sees("📅 RÉUNION · CA de décembre · mardi 15", "Lieu : Maison de santé")


async def test_an_empty_wizard_asks_for_three_things(play: Playground) -> None:
    claire = await organiser(play)
    await claire.says("/reunion")
    await claire.taps("Nouvelle réunion")
    await claire.says("Formation AFGSU")
    await claire.says("jeu 14/1 9h-17h")
    await claire.says("Salle des fêtes ou visio")
    assert claire.sees(
        "🎓 FORMATION · Formation AFGSU · jeudi 14 janvier, de 9 h à 17 h",
        "Lieu : Salle des fêtes", "À distance : le lien suivra.",
    ), claire.screen()  # fmt: skip


async def test_everything_can_be_edited_before_it_is_sent(play: Playground) -> None:
    claire = await organiser(play)
    await play.person("Ana", profession="medecin")
    await claire.says(f"{LINE} | tous les mois")
    for field, said, shown in (
        ("Titre", "Bureau", "Bureau"),
        ("Lien", "https://other.example", "https://other.example"),
        ("Ordre du jour", "Budget", "Ordre du jour : Budget"),
        ("Places", "12", "Sur place : 12 places"),
        ("Rappels", "la veille à 18h", "Rappels 1 jour (à 18 h) avant"),
        ("Sauf certains jours", "en août et le 19/1", "sauf en août et mardi 19 janvier"),
        ("Destinataires", "membres : médecins", "1 destinataire"),
        ("Lieu", "Mairie", "Lieu : Mairie"),
        ("Date, heures", "ven 18/12 9h-10h", "vendredi 18 décembre, de 9 h à 10 h"),
    ):
        await claire.taps("Modifier")
        await claire.taps(field)
        await claire.says(said)
        assert claire.sees(shown), claire.screen()
    await claire.taps("Modifier")
    await claire.taps("Genre")
    await claire.taps("Un exercice")
    assert claire.sees("🎯 EXERCICE PRÉVU · Bureau"), claire.screen()
    await claire.taps("Voir qui")
    assert claire.has_seen("Recevront : Ana"), claire.screen()
    await claire.taps("Essai sur moi")
    assert claire.has_seen("Essai, pour vous seul"), claire.screen()


async def test_several_dates_are_asked_about(play: Playground) -> None:
    claire = await organiser(play)
    await claire.says("/reunion CA | mar 15/12 20h, jeu 17/12 20h | Salle 3")
    assert claire.sees("Il y a plusieurs dates"), claire.screen()
    await claire.taps("Une réunion à chacune des 2 dates")
    assert claire.sees("Puis jeudi 17 décembre."), claire.screen()


async def test_the_same_meeting_is_not_announced_twice_unawares(play: Playground) -> None:
    claire = await announced(play)
    await claire.says(LINE)
    assert claire.sees("déjà convoquée"), claire.screen()


async def test_a_meeting_that_reaches_nobody_is_an_error(play: Playground) -> None:
    claire = await organiser(play)
    await claire.says(f"{LINE} | membres : médecins")
    await claire.taps("Envoyer")
    assert claire.sees("Personne ne serait prévenu"), claire.screen()


async def test_a_meeting_of_the_past_is_not_sent(play: Playground) -> None:
    claire = await organiser(play)
    await claire.says("/reunion CA | demain 9h | Salle 3")
    play.now += timedelta(days=2)
    await claire.taps("Envoyer")
    assert claire.has_seen("jamais lieu") or claire.has_seen("fermé"), claire.screen()


async def test_who_is_not_meant_is_not_let_in_by_a_link(play: Playground) -> None:
    await members(play, "Ana")
    doc = await play.person("Doc", profession="medecin")
    await announced(play, f"{LINE} | membres : infirmiers")
    await doc.says("/start meet-1")
    assert doc.sees("n'est pas prévue pour vous"), doc.screen()
    await doc.says("/start meet-99")
    assert doc.sees("annulée, ou n'existe pas"), doc.screen()
    for forged in ("meet-x", "meet-" + "9" * 40, "meet--1"):
        await doc.says(f"/start {forged}")
        assert doc.sees("annulée, ou n'existe pas") or doc.sees("MENU"), doc.screen()


async def test_presses_that_come_too_late_say_so(play: Playground) -> None:
    [ana] = await members(play, "Ana")
    claire = await announced(play, f"{LINE} | sans rappel")
    board = next(m for m in claire.messages if "Invités" in m.wording.plain)
    index = next(n for n, key in enumerate(board.wording.keys) if "Modifier" in key.label)
    keyboard = board.wording.keyboard
    play.now += timedelta(days=26)
    await ana.taps("Sur place")
    assert ana.sees("Cette réunion est terminée"), ana.screen()
    await play.local.press_raw("claire", "claire", board.id, keyboard, index)
    await play.settle()
    assert claire.sees("Elle a commencé"), claire.screen()


async def test_a_role_that_was_taken_away_closes_the_board(play: Playground) -> None:
    from storage.people import Member

    claire = await announced(play)
    async with play.db.transaction() as tx:
        row = await tx.get(Member, claire.id)
        assert row is not None
        row.rank = int(Role.MEMBER)
    await claire.taps("Voir qui")
    assert claire.sees("réservée à la coordination"), claire.screen()


async def test_a_room_gets_no_link_and_no_name(play: Playground) -> None:
    """REM-9, REM-12: only where it was said so, and who answers from there joins."""
    [ana] = await members(play, "Ana")
    claire = await organiser(play)
    await marked(play, "Équipe")
    await claire.says(f"{LINE} | tous ; canaux : équipe")
    assert claire.sees("et un canal") or claire.sees("1 canal"), claire.screen()
    await claire.taps("Envoyer")
    await play.wait(seconds=45)
    room = play.local.chat("room").messages
    [card] = [m.wording for m in room.values() if "RÉUNION" in m.wording.plain]
    assert "visio.example" not in card.plain
    assert "Maison de santé" in card.plain
    assert [key.start for key in card.keys] == ["meet-1"]
    await ana.says("/start meet-1")
    assert ana.sees("CA de décembre"), ana.screen()
    await moved(claire, "20h30")
    await claire.taps("Envoyer")
    await play.wait(days=24)
    await claire.taps("Annuler")
    await claire.taps("Oui, annuler")
    said = [m.wording.plain.replace("\u00a0", " ") for m in room.values()]
    assert "❌ Annulé" in said[0]
    assert "de 20 h 30 à 22 h (avant : mardi 15 décembre, de 20 h à 21 h 30)" in said[1]
    assert said[2].startswith("🔔 RAPPEL · 📅 RÉUNION · CA de décembre")
    assert said[3].startswith("❌ ANNULÉ · CA de décembre")
    assert not any("Ana" in one or "visio" in one for one in said)


async def marked(play: Playground, title: str, *, wants: bool = True) -> None:
    """A room of the community's own, that gets meetings if it says so."""
    from storage.chats import Chat, Use

    play.local.chat("room", "group", title)
    async with play.db.transaction() as tx:
        tx.add(
            Chat(
                platform="local", chat="room", title=title, kind="group", use=Use.TEAM,
                lang=Lang.FR.value, wants_meetings=wants, added_at=play.now,
            )
        )  # fmt: skip


async def test_a_room_that_is_not_marked_gets_nothing(play: Playground) -> None:
    """REM-12."""
    claire = await organiser(play)
    await marked(play, "Équipe", wants=False)
    await claire.says(f"{LINE} | tous ; canaux : équipe")
    assert claire.sees("Équipe : ne reçoit pas les réunions"), claire.screen()
    await claire.taps("Envoyer")
    await play.wait(seconds=45)
    assert not play.local.chat("room").messages
