"""A meeting typed as one line, its parts in any order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.audience import Audience
from bot.core.meetings import Kind
from handlers.meetings.rules.draft import Draft, pack, unpack
from tests.meetings.reading import falls, understood

LINE = (
    "CA de décembre | mar 15/12 20h-21h30 | Maison de santé ou https://visio.example/ca"
    " | tous les mois"
)


def test_the_line_of_the_help_is_understood() -> None:
    draft = understood(LINE).draft
    assert (draft.title, draft.place, draft.link) == (
        "CA de décembre", "Maison de santé", "https://visio.example/ca",
    )  # fmt: skip
    assert draft.remote
    assert falls(draft.pattern, 2) == ["15/12 20:00", "19/01 20:00"]
    assert falls(draft.other, 2) == ["15/12 20:00", "15/01 20:00"]


@given(st.permutations(LINE.split(" | ")[1:]))
def test_parts_may_stand_in_any_order(parts: list[str]) -> None:
    assert understood(" ; ".join(["CA de décembre", *parts])).draft == understood(LINE).draft


@pytest.mark.parametrize(
    ("line", "title", "place"),
    [
        ("CA du 15 décembre | mar 15/12 20h | Salle 3", "CA du 15 décembre", "Salle 3"),
        ("Réunion du mardi | 15/12 20h", "Réunion du mardi", ""),
        ("CA mar 15/12 20h-21h30, Maison de santé", "CA", "Maison de santé"),
        ("CA mar 15/12 20h", "CA", ""),
        ("15/12 20h | Bureau | 3 rue des Lilas", "Bureau", "3 rue des Lilas"),
        ("lieu : Garance | titre : Bureau | demain 20h", "Bureau", "Garance"),
        ("Rappel vaccination | 15/12 20h", "Rappel vaccination", ""),
        ("Bureau | 15/12 20h | Mairie ou visio", "Bureau", "Mairie"),
    ],
)
def test_words_beside_the_times_are_the_title_then_the_place(
    line: str, title: str, place: str
) -> None:
    found = understood(line)
    assert (found.draft.title, found.draft.place, found.problems) == (title, place, ())
    assert found.draft.pattern is not None


@pytest.mark.parametrize(
    ("part", "capacity"),
    [("20 places", 20), ("max 12 personnes", 12), ("places : 8", 8), ("limité à 30", 30),
     ("15 seats", 15), ("12 personnes max", 12)],
)  # fmt: skip
def test_places_on_site(part: str, capacity: int) -> None:
    assert understood(f"CA | mar 15/12 20h | {part}").draft.capacity == capacity


@pytest.mark.parametrize(
    ("part", "whom"),
    [
        ("membres : infirmiers, Garance",
         Audience(True, professions=("infirmier",), towns=("Garance",))),
        ("tous ; canaux : mairies", Audience(True, channels=(7,))),
        ("pour liste bureau", Audience(True, lists=(3,))),
        ("liste bureau", Audience(True, lists=(3,))),
    ],
)  # fmt: skip
def test_whom_it_is_for(part: str, whom: Audience) -> None:
    assert understood(f"CA | mar 15/12 20h | {part}").draft.audience == whom


@pytest.mark.parametrize(
    ("line", "kind"),
    [("Formation AFGSU | 15/12 9h", Kind.TRAINING), ("Plan blanc | exercice | 15/12 9h",
     Kind.EXERCISE), ("CA | 15/12 9h", Kind.MEETING), ("Training: CPR | 15/12 9h", Kind.TRAINING)],
)  # fmt: skip
def test_its_kind(line: str, kind: Kind) -> None:
    assert understood(line).draft.kind is kind


@pytest.mark.parametrize(
    ("line", "part", "why"),
    [
        ("CA | 31/02 20h", "when", "no-such-day"),
        ("CA | hier 20h", "when", "past"),
        ("CA | samedi 14h", "when", "today-or-next-week"),
        ("CA | le 31 de chaque mois 20h", "when", "short-months"),
        ("CA | tous les lundis 19h sauf les vacances", "except", ""),
        ("CA | tous les lundis 19h sauf le 29/12", "except", "not-then"),
        ("CA | demain 20h | membres : licornes", "audience", ""),
        ("CA | demain 20h | 0 places", "capacity", ""),
        (f"{'x' * 81} | demain 20h", "title", "too-long"),
    ],
)
def test_what_is_not_understood_is_named_and_the_rest_is_kept(
    line: str, part: str, why: str
) -> None:
    found = understood(f"{line} | odj : budget")
    assert [(p.part, p.why) for p in found.problems] == [(part, why)]
    assert found.draft.agenda == "budget"


def test_several_dates_are_not_taken_for_one_meeting() -> None:
    found = understood("CA | 15/12 20h, 17/12 20h | Salle 3")
    assert found.draft.pattern is None
    assert [falls(one) for one in found.dates] == [["15/12 20:00"], ["17/12 20:00"]]


@given(st.text(max_size=300))
def test_any_line_is_read_without_a_bug(line: str) -> None:
    draft = understood(line).draft
    assert unpack(pack(draft)) == draft


def test_an_empty_line_is_an_empty_draft() -> None:
    assert understood(" ").draft == Draft()
