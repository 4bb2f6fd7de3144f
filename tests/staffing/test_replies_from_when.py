"""Replies of people who come later than the slot begins."""

from datetime import time

import pytest

from handlers.staffing.reading.replies import Kind, read_reply
from tests.staffing.replies import NIGHT, ONE, TWO


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("ok après 14h", time(14)),
        ("ok après 14", time(14)),
        ("à partir de 14h30", time(14, 30)),
        ("oui mais à partir de 14h", time(14)),
        ("oui mais pas avant 15h", time(15)),
        ("dispo dès 14 h", time(14)),
        ("j'arrive à 14h", time(14)),
        ("je serai là à 14:30", time(14, 30)),
        ("je peux être là pour 14h", time(14)),
        ("ok pour le 2 mais après 15h", time(15)),
        ("samedi après 14h", time(14)),
        ("from 2pm", time(14)),
        ("after 14:00", time(14)),
        ("Bonjour, je suis dispo à partir de 16h", time(16)),
    ],
)
def test_whoever_comes_later_says_from_when(text: str, at: time) -> None:
    found = read_reply(text, TWO)
    assert (found.kind, found.yes, found.from_time) == (Kind.LATER_ETA, (2,), at)
    assert found.note == text


def test_coming_later_to_the_only_slot() -> None:
    found = read_reply("à partir de 10h", ONE)
    assert (found.kind, found.yes, found.from_time) == (Kind.LATER_ETA, (1,), time(10))


def test_a_time_that_fits_two_slots_asks_which_and_keeps_the_time() -> None:
    found = read_reply("à partir de 10h", TWO)
    assert (found.kind, found.yes, found.from_time) == (Kind.NEED_SLOT, (), time(10))


def test_a_time_when_the_slot_is_over_is_not_a_yes() -> None:
    assert read_reply("ok après 14h", ONE).kind is Kind.UNCLEAR


def test_a_night_goes_on_after_midnight() -> None:
    assert read_reply("à partir de 22h", NIGHT).from_time == time(22)
    assert read_reply("j'arrive à 2h", NIGHT).yes == (1,)
    assert read_reply("j'arrive à 9h", NIGHT).kind is Kind.UNCLEAR


def test_perhaps_and_later_are_kept_together() -> None:
    found = read_reply("peut-être, à partir de 15h", TWO)
    assert (found.kind, found.maybe, found.from_time) == (Kind.MAYBE, (2,), time(15))
