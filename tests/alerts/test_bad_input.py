"""What people type wrong, and what the bot answers: what to type instead, and nothing is lost."""

import pytest

from bot.core import Role
from tests.alerts.people import LINE, coordinator, crew, sent
from tests.playground import Playground

LINES = [
    ("/alerte 🤷", "Quelle gravité ?"),
    ("/alerte |||", "Quelle gravité ?"),
    ("/alerte urgent", "Le titre, en quelques mots ?"),
    ("/alerte urgent |   | tous", "Le titre"),
    ("/alerte urgent | Eau | Rien | membres : licornes", "Je ne sais pas qui est « licornes »"),
    ("/alerte urgent | Eau | Rien | canaux : mairies", "Je ne sais pas qui est « mairies »"),
    ("/alerte urgent | Eau | Rien | tous | valable hier", "« valable hier » : c'est déjà passé."),
    ("/alerte urgent | Eau | Rien | tous | jusqu'à hier 8h", "c'est déjà passé. Exemples : 6 h"),
    ("/alerte urgent | Eau | Rien | tous | valable 40 jours", "une alerte vaut 14 jours au plus"),
    ("/alerte urgent danger | Eau | Rien | tous", "J'ai lu deux gravités, dont « danger »"),
    ("/alerte communiqué | Eau | Rien | tous", "À qui ?"),
    ("/alerte urgent | 🚨🚨 | 🔥 | tous", "🚨 ALERTE · 🚨🚨"),
    ("/alerte urgent | Eau | Rien | tous | accusés : 500", "accusé demandé · valable"),
    ("/alerte urgent | Eau | Rien | tous | valable 0 h", "Je n'ai pas compris « valable 0 h »"),
    (f"/alerte urgent | {'Eau ' * 40} | Rien | tous", "C'est trop long : 159 caractères"),
    (f"/alerte urgent | Eau | {'a' * 3000} | tous", "C'est trop long : 3 000 caractères"),
    ("/alerte urgent | Eau | Rien | tous | source : " + "x" * 99, "C'est trop long"),
    ("/alerte mauve | Eau | Rien | tous", "Quelle gravité ?"),
    ("/alerte urgent | Eau | <b>Rien</b> & **rien** | tous", "<b>Rien</b> & **rien**"),
    ("/alerte urgent | \u202eEau | Rien\u0000 | tous", "🚨 ALERTE · Eau"),
    ("/exercice", "/exercice"),
    ("/exercice alerte", "Quelle gravité ?"),
]


@pytest.mark.parametrize(("line", "answer"), LINES)
async def test_a_line_that_is_wrong_says_what_to_type(
    play: Playground, line: str, answer: str
) -> None:
    ana, *_ = await crew(play, 1)
    claire = await coordinator(play)
    await claire.says(line)
    assert claire.sees(answer), claire.screen()
    assert ana.messages == []


ANSWERS = [
    ("Quelle gravité", "énorme", "Répondez par info, important, urgent, danger"),
    ("Le titre", "x" * 101, "101 caractères. Pas plus de 100"),
    ("Le texte", "a\n" * 9, "sur 5 lignes au plus"),
    ("À qui", "les voisins", "Je ne sais pas qui est « les voisins »"),
]


async def test_each_question_of_the_wizard_says_what_it_wants(play: Playground) -> None:
    await crew(play, 1)
    claire = await coordinator(play)
    await claire.says("/alerte")
    for (asked, wrong, answer), right in zip(
        ANSWERS, ("rouge", "Fuite de gaz", "Évitez la rue.", "tous"), strict=True
    ):
        assert claire.sees(asked), claire.screen()
        await claire.says(wrong)
        assert claire.sees(answer, asked), claire.screen()
        await claire.says(right)
    assert claire.sees("Aperçu", "Fuite de gaz", "Évitez la rue."), claire.screen()


FORGED = ["/start alert-9", "/start alert-999999999999999999", "/start alert-x", "/alertes 5"]


@pytest.mark.parametrize("said", FORGED)
async def test_links_to_alerts_that_are_not_there(play: Playground, said: str) -> None:
    ana, *_ = await crew(play, 1)
    await ana.says(said)
    assert not ana.has_seen("🚨"), ana.screen()
    assert ana.messages


async def test_buttons_of_coordinators_do_nothing_for_members(play: Playground) -> None:
    """What a client can send is never trusted."""
    ana, *_ = await crew(play, 2)
    claire = await sent(play)
    board = claire.messages[-1]
    for index in range(len(board.wording.keys)):
        await play.local.press_raw("ana0", "claire", board.id, board.wording.keyboard, index)
    await play.settle()
    assert claire.has_seen("🚨 ALERTE · Rupture d'eau")
    assert not claire.has_seen("ANNULÉE")
    assert not ana.has_seen("Pas encore répondu")


async def test_a_role_taken_away_in_the_middle_of_the_wizard_stops_it(play: Playground) -> None:
    from storage.people import Member

    ana, *_ = await crew(play, 1)
    claire = await coordinator(play)
    await claire.says(LINE)
    async with play.db.transaction() as tx:
        (await tx.get_one(Member, claire.id)).rank = int(Role.MEMBER)
    await claire.taps("Envoyer")
    assert claire.sees("réservée à la coordination"), claire.screen()
    assert ana.messages == []


async def test_pressing_send_twice_makes_one_alert(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    claire = await coordinator(play)
    await claire.says(LINE)
    shown = claire.messages[-1]
    for _ in range(2):
        await play.local.press_raw("claire", "claire", shown.id, shown.wording.keyboard, 0)
    await play.settle()
    assert ana.everything.count("🚨 ALERTE") == 1


async def test_a_wizard_survives_a_restart(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    claire = await coordinator(play)
    await claire.says("/alerte urgent | Eau coupée")
    await play.restart()
    await claire.says("Faites bouillir.")
    await play.restart()
    await claire.taps("Tous les membres")
    await play.restart()
    await claire.taps("Envoyer")
    assert ana.sees("Faites bouillir.")
