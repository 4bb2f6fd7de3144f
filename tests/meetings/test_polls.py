"""Polls: of dates, the best of which becomes a meeting; of opinion, counted without names."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.meetings.rules import polls as rules
from tests.meetings.people import members, organiser
from tests.meetings.reading import NOW, PARIS, READER, falls
from tests.playground import Person, Playground, unbound
from tests.staffing.test_exporting import Sheets

DATES = (
    "/sondage dates Groupe diabète | mar 15/12 20h-21h30, jeu 17/12 20h, ven 18/12 12h30"
    " | Maison de santé | avant le 5/12"
)
OPINION = "/sondage Quel horaire pour la permanence ? | matin | midi | soir"


async def asked(play: Playground, line: str) -> Person:
    claire = await organiser(play)
    await claire.says(line)
    await claire.taps("Envoyer")
    await play.wait(seconds=45)
    return claire


async def test_the_best_date_becomes_a_meeting(play: Playground) -> None:
    """REM-4."""
    ana, bob, eve = await members(play, "Ana", "Bob", "Ève")
    claire = await organiser(play)
    await claire.says(DATES)
    assert claire.sees(
        "Aperçu · 4 destinataires", "🗓 SONDAGE DE DATES · Groupe diabète",
        "1. mardi 15 décembre, de 20 h à 21 h 30", "3. vendredi 18 décembre, de 12 h 30 à 14 h",
        "Réponse utile avant samedi 5 décembre",
    ), claire.screen()  # fmt: skip
    await claire.taps("Envoyer")
    await play.wait(seconds=45)
    assert ana.sees("Quelles dates vous vont ?"), ana.screen()
    assert ana.buttons() == [
        "Mar. 15/12 20 h", "Jeu. 17/12 20 h", "Ven. 18/12 12 h 30", "❌ Aucune ne me va",
    ]  # fmt: skip
    await ana.taps("15/12")
    await ana.taps("17/12")
    assert ana.sees("C'est noté : les 1 et 2."), ana.screen()
    await bob.says("2 et 3")
    assert bob.sees("C'est noté : les 2 et 3."), bob.screen()
    await eve.taps("Aucune ne me va")
    assert eve.sees("aucune ne vous va"), eve.screen()
    assert claire.has_seen("2. jeudi 17 décembre, de 20 h à 21 h 30 : 2 ⭐"), claire.screen()
    assert claire.has_seen("Ont répondu : 3 sur 4 · aucune ne va : 1"), claire.screen()
    await claire.taps("Voir qui")
    assert claire.sees("2. Jeu. 17/12 20 h : Ana et Bob"), claire.screen()
    await claire.taps("Retenir Jeu. 17/12")
    assert claire.sees(
        "📅 RÉUNION · Groupe diabète · jeudi 17 décembre, de 20 h à 21 h 30",
        "Lieu : Maison de santé",
    ), claire.screen()  # fmt: skip
    await claire.taps("Envoyer")
    await play.wait(seconds=45)
    assert ana.sees("RÉUNION · Groupe diabète · jeudi 17 décembre"), ana.screen()
    assert ana.has_seen("✅ Date retenue : jeudi 17 décembre"), ana.screen()


async def test_a_poll_closes_and_whoever_asked_is_told(play: Playground) -> None:
    """REM-4: its deadline; REM-7: one reminder to the silent."""
    ana, zoe = await members(play, "Ana", "Zoé")
    claire = await asked(play, DATES)
    await ana.taps("15/12")
    await play.wait(days=15)
    assert zoe.everything.count("RAPPEL · Sondage") == 1
    assert not ana.has_seen("RAPPEL · Sondage")
    assert claire.sees("SONDAGE TERMINÉ · Groupe diabète", "1 ⭐"), claire.screen()
    assert ana.has_seen("Sondage terminé. Merci."), ana.screen()
    await zoe.taps("Répondre")
    assert zoe.sees("Ce sondage est terminé"), zoe.screen()
    await claire.taps("Voir le sondage")
    assert any("Retenir Mar. 15/12" in label for label in claire.buttons()), claire.screen()


async def test_the_grid_is_a_file(play: Playground) -> None:
    ana, _ = await members(play, "Ana", "Bob")
    claire = await asked(play, DATES)
    await ana.taps("15/12")
    await claire.taps("Exporter")
    found = claire.messages[-1].wording.attachment
    assert found is not None, claire.screen()
    rows = {row[0]: row[2:] for row in Sheets(found.data).rows(1)[1:]}
    assert rows["Ana"][0] == "×"
    assert unbound(rows["Nom"][0]) == "Mar. 15/12 20 h"


async def test_opinions_are_counted_without_names(play: Playground) -> None:
    """REM-11."""
    ana, bob, eve = await members(play, "Ana", "Bob", "Ève")
    claire = await asked(play, OPINION)
    assert ana.sees("📊 SONDAGE · Quel horaire", "comptées sans nom"), ana.screen()
    await ana.taps("matin")
    await ana.taps("soir")
    await bob.says("soir")
    await eve.says("3")
    assert claire.has_seen("3. soir : 3 ⭐"), claire.screen()
    assert claire.has_seen("1. matin : 0"), claire.screen()
    assert not any("Voir qui" in label or "Exporter" in label for label in claire.buttons())
    await ana.taps("soir")
    assert claire.has_seen("3. soir : 2 ⭐"), claire.screen()
    await claire.taps("Clore")
    assert bob.has_seen("3. soir : 2 ⭐"), bob.screen()
    assert not claire.has_seen("Bob")


async def test_a_poll_can_be_held_back(play: Playground) -> None:
    [ana] = await members(play, "Ana")
    claire = await organiser(play)
    await claire.says(OPINION)
    await claire.taps("Envoyer")
    await claire.taps("Retenir l'envoi")
    await play.wait(minutes=1)
    assert not ana.messages
    await claire.taps("Revoir et envoyer")
    await claire.taps("Modifier")
    await claire.taps("Une ou plusieurs réponses")
    await claire.taps("Oui")
    await claire.taps("Envoyer")
    await play.wait(seconds=45)
    assert ana.sees("Une ou plusieurs réponses"), ana.screen()


async def test_the_wizard_asks_for_what_the_line_did_not_say(play: Playground) -> None:
    claire = await organiser(play)
    await members(play, "Ana")
    await claire.says("/sondage")
    assert claire.buttons() == ["🗓 De dates", "📊 D'opinion"]
    await claire.taps("De dates")
    await claire.says("Groupe diabète")
    await claire.says("mar 15/12 20h")
    assert claire.sees("Il faut de 2 à 10 dates, en voici une seule"), claire.screen()
    await claire.says("mar 15/12 20h, jeu 17/12 20h")
    assert claire.sees("Aperçu", "1. mardi 15 décembre"), claire.screen()
    await claire.says("/sondage Pour ou contre ? | oui")
    assert claire.sees("Il faut de 2 à 10 réponses"), claire.screen()
    await claire.taps("Oui, non, sans avis")
    assert claire.sees("3. Sans avis"), claire.screen()


async def test_a_member_finds_open_polls_among_the_meetings(play: Playground) -> None:
    [ana] = await members(play, "Ana")
    await asked(play, OPINION)
    await ana.says("/reunions")
    await ana.taps("🗳 Quel horaire")
    assert ana.sees("Qu'en pensez-vous ?"), ana.screen()
    await ana.says("/sondage")
    assert ana.sees("réservée à la coordination"), ana.screen()


def test_a_line_of_dates_is_read() -> None:
    found = rules.read_dates(DATES.removeprefix("/sondage dates "), READER)
    assert found.problems == ()
    assert found.question.title == "Groupe diabète"
    dates = found.question.dates or ()
    assert [falls(one) for one in dates] == [["15/12 20:00"], ["17/12 20:00"], ["18/12 12:30"]]
    assert found.question.closes == datetime(2026, 12, 4, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("1 et 3", (1, 3)), ("2", (2,)), ("1,2", (1, 2)), ("toutes", (1, 2, 3)), ("aucune", ()),
        ("soir", (3,)), ("4", None), ("bof", None), ("les 1, 2 et 3", (1, 2, 3)),
    ],
)  # fmt: skip
def test_answers_as_people_type_them(said: str, meant: tuple[int, ...] | None) -> None:
    """A11Y-2."""
    assert rules.read_answer(said, ["matin", "midi", "soir"], several=True) == meant


def test_one_answer_only_is_one_answer_only() -> None:
    assert rules.read_answer("1 et 2", ["matin", "midi"], several=False) is None


@given(st.dictionaries(st.integers(1, 5), st.integers(0, 9)))
def test_the_best_have_the_most_votes(counts: dict[int, int]) -> None:
    best = rules.best(counts, range(1, 6))
    most = max([counts.get(n, 0) for n in range(1, 6)])
    assert all(counts.get(n, 0) == most for n in best)
    assert bool(best) == (most > 0)


@given(st.text(max_size=200))
def test_any_line_is_read_without_a_bug(line: str) -> None:
    for found in (rules.read_opinion(line, READER), rules.read_dates(line, READER)):
        assert rules.unpack(rules.pack(found.question)) == found.question


def test_a_poll_ends_before_its_first_date() -> None:
    near = rules.read_dates("CA | demain 20h, lun 23/11 20h", READER).question
    assert NOW < rules.closes_at(near, NOW, PARIS) < datetime(2026, 11, 22, 19, tzinfo=UTC)
