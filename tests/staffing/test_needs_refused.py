"""Needs that are not understood: what is told about them, and what is kept."""

import pytest

from handlers.staffing.reading.needs import Need, Unclear, Why
from tests.staffing.needs import IDE, MG, unclear


def test_what_is_not_understood_is_named_exactly_and_the_rest_is_kept() -> None:
    assert unclear("2 médecins, 3 licornes et 1 IDE") == Unclear(
        "3 licornes", Why.UNKNOWN, kept=(Need(2, MG), Need(1, IDE))
    )


def test_every_piece_that_is_not_understood_is_told() -> None:
    found = unclear("3 licornes, 2 IDE, 4 dragons")
    assert (found.piece, found.more, found.kept) == ("3 licornes", ("4 dragons",), (Need(2, IDE),))


def test_what_may_be_several_professions_is_asked() -> None:
    found = unclear("2 IDE, 3 psy")
    assert (found.piece, found.why, found.meant[:2]) == (
        "3 psy",
        Why.AMBIGUOUS,
        ("psychologue", "medecin"),
    )


@pytest.mark.parametrize(
    ("text", "piece", "why"),
    [
        ("0 IDE", "0 IDE", Why.ZERO),
        ("zéro médecin", "zéro médecin", Why.ZERO),
        ("2 IDE, pas de médecin", "pas de médecin", Why.ZERO),
        ("-2 IDE", "-2 IDE", Why.NEGATIVE),
        ("IDE : -2", "IDE : -2", Why.NEGATIVE),
        ("501 IDE", "501 IDE", Why.TOO_MANY),
        ("99999999999999999999 IDE", "99999999999999999999 IDE", Why.TOO_MANY),
        ("300 IDE, 300 MG", "300 IDE, 300 MG", Why.TOO_MANY),
        ("1,5 IDE", "1,5 IDE", Why.NOT_WHOLE),
        ("2.5 médecins", "2.5 médecins", Why.NOT_WHOLE),
        ("IDE", "IDE", Why.NO_COUNT),
        ("médecins, 2 IDE", "médecins", Why.NO_COUNT),
        ("3", "3", Why.NO_POST),
        ("2 IDE, 4", "4", Why.NO_POST),
        ("matin 2 IDE et 1 MG, aprem 4", "aprem 4", Why.NO_POST),
        ("2 IDE ou bénévoles", "2 IDE ou bénévoles", Why.MIXED),
        ("2 IDE ou 1 MG", "2 IDE ou 1 MG", Why.MIXED),
        ("2 médecins infirmiers", "2 médecins infirmiers", Why.MIXED),
        ("3 licornes", "3 licornes", Why.UNKNOWN),
        ("2 IDE motivées", "2 IDE motivées", Why.UNKNOWN),
        ("3 IDE dont 1 SF", "3 IDE dont", Why.UNKNOWN),
        ("", "", Why.EMPTY),
        ("  ,; ", ",;", Why.EMPTY),
    ],
)
def test_a_need_that_cannot_be_is_refused_with_its_reason(text: str, piece: str, why: Why) -> None:
    found = unclear(text)
    assert (found.piece, found.why) == (piece, why)
