"""Who is asked and who is left out, by example and by property."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.staffing.rules import audience
from handlers.staffing.rules.audience import Filters, Person, Wanted, Why

CODES = ("medecin", "infirmier", "sage-femme", "pharmacien")
people = st.lists(
    st.builds(
        Person,
        id=st.integers(1, 500),
        profession=st.sampled_from(CODES),
        town=st.sampled_from(["Saint-Aubin", "Garance"]),
        free=st.tuples(st.sampled_from([True, False, None])),
        away=st.booleans(),
        paused=st.booleans(),
        reachable=st.booleans(),
        asked_lately=st.integers(0, 6),
        quiet=st.booleans(),
    ),
    max_size=60, unique_by=lambda p: p.id,
)  # fmt: skip


def person(number: int, **known: object) -> Person:
    given: dict[str, object] = {
        "profession": "infirmier", "town": "Saint-Aubin", "free": (True,), **known,
    }  # fmt: skip
    return Person(id=number, **given)  # type: ignore[arg-type]


@given(people, st.integers(1, 6), st.floats(0.1, 1))
def test_a_group_is_asked_once_each_awake_able_and_not_larger_than_needed(
    everyone: list[Person], missing: int, expected: float
) -> None:
    wanted = [Wanted(("infirmier",), missing), Wanted(("medecin", "infirmier"), 1)]
    found = audience.audience(everyone, wanted, Filters())
    group = audience.group(found.able, wanted, expected_yes=expected)
    ids = [p.id for p in group]
    assert len(ids) == len(set(ids))
    assert all(not p.quiet and not p.paused and p.reachable and not p.away for p in group)
    assert len(group) <= -(-missing // expected) + -(-1 // expected) + 2
    left = {i for i, _ in found.left_out}
    assert left.isdisjoint(p.id for p in found.able)
    suited = {p.id for p in everyone if p.profession in ("infirmier", "medecin")}
    assert left | {p.id for p in found.able} == suited


def test_the_free_come_first_then_the_least_asked() -> None:
    able = [
        person(1, free=(False,)),
        person(2, free=(None,)),
        person(3, asked_lately=2),
        person(4, asked_lately=0),
    ]
    assert [p.id for p in sorted(able, key=audience.order)] == [4, 3, 2, 1]


@pytest.mark.parametrize(
    ("known", "filters", "why"),
    [
        ({"town": "Garance"}, Filters(towns=("Saint-Aubin",)), Why.ELSEWHERE),
        ({}, Filters(excluded=(1,)), Why.EXCLUDED),
        ({"paused": True}, Filters(), Why.PAUSED),
        ({"away": True}, Filters(), Why.AWAY),
        ({"busy": True}, Filters(), Why.BUSY),
        ({"reachable": False}, Filters(), Why.UNREACHABLE),
        ({"asked_lately": 3}, Filters(), Why.WEEKLY_LIMIT),
    ],
)
def test_everyone_left_out_has_a_reason(
    known: dict[str, object], filters: Filters, why: Why
) -> None:
    found = audience.audience([person(1, **known)], [Wanted(("infirmier",), 1)], filters)
    assert found.left_out == ((1, why),)


def test_an_urgent_call_goes_beyond_the_weekly_limit_but_not_into_a_pause() -> None:
    tired, paused = person(1, asked_lately=9), person(2, paused=True)
    found = audience.audience([tired, paused], [Wanted((), 1)], Filters(urgent=True))
    assert [p.id for p in found.able] == [1]
