"""A call written as a line, and kept as a draft."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.staffing.rules.draft import Draft, Place, Slot, pack, unpack
from handlers.staffing.rules.line import read
from handlers.staffing.rules.understood import Reader

PARIS = ZoneInfo("Europe/Paris")
YEAR = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
NOW = datetime(2026, 11, 21, 10, tzinfo=PARIS)
READER = Reader(NOW, PARIS, ("Saint-Aubin", "Garance"))


@pytest.mark.parametrize(
    "line",
    [
        "Centre de vaccination | sam 12/12 9h-13h, 13h-18h | 2 médecin, 4 infirmier | Gymnase",
        "Centre de vaccination ; sam 12/12 9h-13h, 13h-18h ; 2 médecin, 4 infirmier ; Gymnase",
        "2 médecin, 4 infirmier | Centre de vaccination | Gymnase | sam 12/12 9h-13h, 13h-18h",
        "Centre de vaccination\nsam 12/12 9h-13h, 13h-18h\n4 IDE + 2 MG\nlieu : Gymnase",
        "sam 12/12 9h-13h, 13h-18h | IDE x4, 2 MG | titre : Centre de vaccination | Gymnase",
    ],
)
def test_the_parts_of_a_line_may_come_in_any_order(line: str) -> None:
    found = read(line, READER)
    assert found.problems == ()
    assert found.draft.title == "Centre de vaccination"
    assert found.draft.place == "Gymnase"
    assert [(s.start.hour, s.end.hour) for s in found.draft.slots] == [(9, 13), (13, 18)]
    for slot in found.draft.slots:
        assert sorted((p.count, p.codes) for p in slot.places) == [
            (2, ("medecin",)), (4, ("infirmier",)),
        ]  # fmt: skip


def test_a_line_without_separators_is_a_whole_call() -> None:
    found = read("Centre sam 12/12 9h-13h 4 IDE", READER)
    assert (found.draft.title, found.draft.seats, found.problems) == ("Centre", 4, ())


def test_what_a_line_says_besides_is_understood() -> None:
    found = read(
        "urgent Renfort | demain 9-13 | 3 IDE ou SF | payé | avant 20h | contact 06 12 34 56 78"
        " | membres : Saint-Aubin | sauf Durand, Martin | tout le monde",
        READER,
    )
    draft = found.draft
    assert found.problems == ()
    assert (draft.urgent, draft.everyone, draft.pay) == (True, True, "+")
    assert draft.contact == "06 12 34 56 78"
    assert draft.towns == ("Saint-Aubin",)
    assert draft.excluded == ("Durand", "Martin")
    assert draft.reply_by == datetime(2026, 11, 21, 20, tzinfo=PARIS)
    assert draft.slots[0].places == (Place(3, ("infirmier", "sage-femme")),)


@pytest.mark.parametrize(
    ("line", "part", "why"),
    [
        ("X | hier 9h-13h | 3 IDE", "slots", "past"),
        ("X | 31/02 9h-13h | 3 IDE", "slots", "no-such-day"),
        ("X | demain 25h | 3 IDE", "slots", "no-such-hour"),
        ("X | demain 9-13 | 0 IDE", "needs", "zero"),
        ("X | demain 9-13 | 3 licornes", "needs", "unknown"),
        ("X | demain 9-13 | 3 IDE | membres : Atlantis", "towns", "unknown-town"),
        ("X | samedi 9h-13h | 3 IDE", "slots", "today-or-next-week"),
    ],
)
def test_what_is_not_understood_is_named_and_the_rest_kept(line: str, part: str, why: str) -> None:
    found = read(line, READER)
    [problem] = found.problems
    assert (problem.part, problem.why) == (part, why)
    assert found.draft.title == "X"


def test_garde_de_nuit_is_a_title() -> None:
    found = read("Garde de nuit | demain 20h-23h | 1 MG", READER)
    assert found.draft.title == "Garde de nuit"
    assert len(found.draft.slots) == 1


def test_parts_of_the_day_get_their_own_needs() -> None:
    found = read("X | demain 9h-13h, 14h-18h | matin 2 IDE, aprem 4 IDE", READER)
    assert [[p.count for p in s.places] for s in found.draft.slots] == [[2], [4]]


@given(st.text(max_size=120))
def test_no_line_raises(line: str) -> None:
    read(line, READER)


@given(
    st.builds(
        Draft,
        title=st.text(max_size=20),
        slots=st.lists(
            st.builds(
                lambda start, hours, places: Slot(
                    start.replace(tzinfo=UTC), start.replace(tzinfo=UTC) + timedelta(hours=hours),
                    tuple(places),
                ),
                st.datetimes(YEAR, YEAR + timedelta(days=365)),
                st.integers(1, 12),
                st.lists(st.builds(Place, st.integers(1, 9), st.just(("medecin",))), max_size=3),
            ),
            max_size=4,
        ).map(tuple),
        urgent=st.booleans(),
        towns=st.lists(st.text(max_size=5), max_size=2).map(tuple),
    )
)  # fmt: skip
def test_a_draft_is_kept_as_it_was(draft: Draft) -> None:
    assert unpack(pack(draft)) == draft
