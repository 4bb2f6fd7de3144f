"""Replies that name some of the slots: by number, day, hour or part of the day."""

from datetime import date

import pytest

from handlers.staffing.reading.replies import Kind, Reply, read_reply
from tests.staffing.replies import FOUR, ONE, TWO, WEEKEND, meaning, slot


@pytest.mark.parametrize("text", meaning("both"))
def test_both_slots_are_taken_in_many_words(text: str) -> None:
    assert read_reply(text, TWO) == Reply(Kind.YES, yes=(1, 2))


@pytest.mark.parametrize("text", meaning("the first"))
def test_one_of_two_slots_is_named_in_many_words(text: str) -> None:
    found = read_reply(text, TWO)
    assert (found.kind, found.yes, found.no, found.certain) == (Kind.SOME, (1,), False, True)


@pytest.mark.parametrize(
    ("text", "yes", "refused"),
    [
        ("oui pour le 1 non pour le 2", (1,), (2,)),
        ("oui pour le 1, non pour le 2", (1,), (2,)),
        ("1 oui 2 non", (1,), (2,)),
        ("1: oui, 2: non", (1,), (2,)),
        ("1 oui\n2 non", (1,), (2,)),
        ("2 oui, 1 non", (2,), (1,)),
        ("non pour le 1, oui pour le 2", (2,), (1,)),
        ("oui sauf le matin", (2,), (1,)),
        ("les deux sauf le matin", (2,), (1,)),
        ("tous sauf le 2", (1,), (2,)),
        ("oui mais pas le matin", (2,), (1,)),
        ("je suis dispo mais pas le matin", (2,), (1,)),
        ("le 1 mais pas le 2", (1,), (2,)),
        ("le 1 pas le 2", (1,), (2,)),
        ("dispo le matin pas l'aprem", (1,), (2,)),
        ("pas le matin, l'aprem oui", (2,), (1,)),
        ("yes for 1, no for 2", (1,), (2,)),
        ("✅ 1 ❌ 2", (1,), (2,)),
    ],
)
def test_yes_and_no_go_to_the_slots_they_are_said_of(
    text: str, yes: tuple[int, ...], refused: tuple[int, ...]
) -> None:
    found = read_reply(text, TWO)
    assert (found.kind, found.yes, found.refused) == (Kind.SOME, yes, refused)


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("je peux pas samedi mais dimanche oui", (2,)),
        ("je ne suis pas libre samedi mais je peux dimanche", (2,)),
        ("pas samedi mais dimanche", (2,)),
        ("not saturday but sunday", (2,)),
        ("désolé pas samedi mais ok dimanche", (2,)),
        ("non mais dimanche oui", (2,)),
        ("samedi non dimanche oui", (2,)),
        ("samedi oui, dimanche non", (1,)),
        ("samedi oui sinon non", (1,)),
        ("OK pour samedi matin, dimanche je ne peux pas", (1,)),
        ("Oui pour samedi matin. Dimanche je ne peux pas.", (1,)),
        ("samedi", (1,)),
        ("sam.", (1,)),
        ("oui samedi", (1,)),
        ("le 13", (2,)),
        ("le 13/12", (2,)),
        ("dimanche 13 décembre", (2,)),
        ("dimanche après-midi", (2,)),
        ("le dernier", (2,)),
    ],
)
def test_days_name_slots_where_each_has_one(text: str, yes: tuple[int, ...]) -> None:
    found = read_reply(text, WEEKEND)
    assert (found.kind, found.yes) == (Kind.SOME, yes)


@pytest.mark.parametrize("text", meaning("which"))
def test_what_fits_several_slots_asks_which(text: str) -> None:
    found = read_reply(text, FOUR)
    assert (found.kind, found.yes, found.certain) == (Kind.NEED_SLOT, (), False)


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("les matins", (1, 3)),
        ("tous les samedis", (1, 2)),
        ("samedi toute la journée", (1, 2)),
        ("samedi et dimanche matin", (1, 3)),
        ("samedi matin et dimanche après-midi", (1, 4)),
        ("samedi matin et aprem", (1, 2)),
        ("oui sauf le matin", (2, 4)),
        ("1,3", (1, 3)),
        ("1, 2 et 4", (1, 2, 4)),
        ("2 à 4", (2, 3, 4)),
        ("dispo samedi 13h-18h", (2,)),
        ("samedi sauf le matin", (2,)),
    ],
)
def test_several_of_four_slots(text: str, yes: tuple[int, ...]) -> None:
    found = read_reply(text, FOUR)
    assert (found.kind, found.yes) == (Kind.SOME, yes)


@pytest.mark.parametrize(
    "text", ["pas le matin", "pas samedi matin", "non pour le 1", "1 non", "pas 1"]
)
def test_a_no_to_a_part_leaves_the_rest_open(text: str) -> None:
    found = read_reply(text, TWO)
    assert (found.kind, found.yes, found.no, found.refused) == (Kind.UNCLEAR, (), False, (1,))


@pytest.mark.parametrize("text", ["pas samedi", "je peux pas samedi", "1 non", "non pour le matin"])
def test_a_no_to_a_part_that_is_all_there_is_is_a_no(text: str) -> None:
    assert read_reply(text, ONE).kind is Kind.NO


@pytest.mark.parametrize(
    "text", ["pas les deux", "je ne peux pas les deux", "pas tous", "pas tout"]
)
def test_not_both_may_be_one_of_them(text: str) -> None:
    assert read_reply(text, TWO).kind is Kind.UNCLEAR


@pytest.mark.parametrize(
    ("text", "yes", "maybe"),
    [
        ("oui pour le 1, si besoin pour le 2", (1,), (2,)),
        ("1 ok, 2 si besoin", (1,), (2,)),
        ("le matin oui, l'aprem peut-être", (1,), (2,)),
    ],
)
def test_a_yes_and_a_perhaps(text: str, yes: tuple[int, ...], maybe: tuple[int, ...]) -> None:
    found = read_reply(text, TWO)
    assert (found.kind, found.yes, found.maybe) == (Kind.SOME, yes, maybe)


@pytest.mark.parametrize(
    "text", ["peut-être le matin", "si besoin pour le 1", "1 peut-être", "🤔 1"]
)
def test_a_perhaps_to_one_slot(text: str) -> None:
    found = read_reply(text, TWO)
    assert (found.kind, found.maybe, found.yes) == (Kind.MAYBE, (1,), ())


def test_tomorrow_is_the_only_slot_or_is_asked() -> None:
    assert read_reply("ok pour demain", ONE).yes == (1,)
    assert read_reply("ok pour demain", TWO).kind is Kind.NEED_SLOT
    assert read_reply("dispo demain matin", TWO).yes == (1,)


def test_a_number_that_may_be_a_day_is_not_guessed() -> None:
    slots = [slot(1, date(2026, 12, 2), 9, 13, "matin"), slot(2, date(2026, 12, 1), 9, 13, "matin")]
    assert read_reply("le 1", slots).kind is Kind.UNCLEAR
    assert read_reply("1", slots).yes == (1,)


def test_numbers_are_those_on_the_screen() -> None:
    seen = [FOUR[1], FOUR[3]]
    assert read_reply("2", seen).yes == (2,)
    assert read_reply("les deux", seen).yes == (2, 4)
    assert read_reply("le premier", seen).yes == (2,)
    assert read_reply("1", seen).kind is Kind.UNCLEAR
