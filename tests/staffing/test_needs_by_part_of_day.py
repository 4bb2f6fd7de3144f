"""Needs that differ between the morning, the afternoon and the night."""

import pytest

from handlers.staffing.reading.needs import Need
from tests.staffing.needs import IDE, MG, read


@pytest.mark.parametrize(
    "text",
    [
        "matin 2 IDE, aprem 4",
        "matin 2 IDE aprem 4",
        "matin : 2 IDE ; après-midi : 4 IDE",
        "2 IDE le matin, 4 l'après-midi",
        "2 IDE le matin et 4 l'aprem",
        "2 IDE matin, 4 IDE aprem",
        "IDE : matin 2, aprem 4",
        "matin 2, aprem 4 IDE",
        "2 IDE (matin), 4 IDE (aprem)",
        "MATIN 2 infirmiers\nAPRÈS MIDI 4 infirmiers",
    ],
)
def test_a_part_of_the_day_has_its_own_count(text: str) -> None:
    assert read(text) == (Need(2, IDE, when="matin"), Need(4, IDE, when="aprem"))


def test_a_part_of_the_day_holds_until_the_next() -> None:
    assert read("matin 2 IDE, 1 MG, 4 accueil, soir 3 IDE, nuit 1 MG") == (
        Need(2, IDE, when="matin"),
        Need(1, MG, when="matin"),
        Need(4, (), "accueil", when="matin"),
        Need(3, IDE, when="soir"),
        Need(1, MG, when="nuit"),
    )


def test_a_part_of_the_day_said_last_covers_what_it_closes() -> None:
    assert read("2 IDE et 1 MG le matin, 4 IDE l'aprem") == (
        Need(2, IDE, when="matin"),
        Need(1, MG, when="matin"),
        Need(4, IDE, when="aprem"),
    )


@pytest.mark.parametrize(
    "text", ["matin et soir 2 IDE", "2 IDE matin et soir", "2 IDE le matin et le soir"]
)
def test_two_parts_of_the_day_are_two_needs(text: str) -> None:
    assert read(text) == (Need(2, IDE, when="matin"), Need(2, IDE, when="soir"))
