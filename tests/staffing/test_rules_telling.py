"""A call was changed: who is told what, and when."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.staffing.rules.change import Times, Wish
from handlers.staffing.rules.telling import NOTICE, Notice, clashing, notices, told_at

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
MOVED: dict[int, Times] = {1: (NOW, NOW + HOUR)}
ANA, LUC = 1, 2


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (Wish(times=MOVED), [Notice(ANA, (1,), asks=True)]),
        (Wish(place="Salle"), [Notice(ANA, (1, 2), True), Notice(LUC, (2,), True)]),
        (Wish(contact="Zoé"), [Notice(ANA, (1, 2), False), Notice(LUC, (2,), False)]),
        (Wish("Salle", None, MOVED),
         [Notice(ANA, (1,), True), Notice(ANA, (2,), True), Notice(LUC, (2,), True)]),
        (Wish(None, "Zoé", MOVED), [Notice(ANA, (1,), True), Notice(LUC, (2,), False)]),
        (Wish(needs={1: 5}), []),
        (Wish(added=((NOW, NOW + HOUR),)), []),
    ],
)  # fmt: skip
def test_ana_holds_both_slots_and_luc_the_second(wish: Wish, told: list[Notice]) -> None:
    assert notices(wish, [(ANA, 1), (ANA, 2), (LUC, 2)]) == tuple(told)


seats = st.sets(st.tuples(st.integers(1, 5), st.integers(1, 4)))
moves = st.dictionaries(st.integers(1, 4), st.just((NOW, NOW + HOUR)))
words = st.none() | st.just("other")


@given(words, words, moves, seats)
def test_only_those_concerned_are_told_and_each_slot_that_changed_once(
    place: str | None, contact: str | None, times: dict[int, Times], held: set[tuple[int, int]]
) -> None:
    found = notices(Wish(place, contact, times), sorted(held))
    named = [(n.member, slot) for n in found for slot in n.slots]
    asked = [(n.member, slot) for n in found if n.asks for slot in n.slots]
    assert set(named) <= held
    assert max(Counter(named).values(), default=1) == 1
    assert set(asked) == {(m, s) for m, s in held if s in times or place is not None}
    besides = Counter(n.member for n in found if n.slots[0] not in times)
    assert max(besides.values(), default=1) == 1, "one message for all that did not move"
    if contact is not None:
        assert {m for m, _ in named} == {m for m, _ in held}


def test_whoever_is_expected_at_the_new_time_is_found_here_and_elsewhere() -> None:
    wish = Wish(times={1: (NOW, NOW + 4 * HOUR)})
    here = {ANA: {1: (NOW, NOW + 4 * HOUR), 2: (NOW + 3 * HOUR, NOW + 5 * HOUR)}}
    there = {LUC: [(NOW + 4 * HOUR, NOW + 6 * HOUR)], 3: [(NOW - HOUR, NOW + HOUR)]}
    held = [(ANA, 1), (ANA, 2), (LUC, 1), (3, 1)]
    assert clashing(wish, held, here, there) == {(ANA, 1), (3, 1)}


def test_nobody_is_woken_unless_the_start_is_near() -> None:
    night, morning = NOW, NOW + 9 * HOUR
    assert told_at(night, night, morning, urgent=False) == night
    assert told_at(night, morning, morning + NOTICE, urgent=False) == morning
    assert told_at(night, morning, morning + HOUR, urgent=False) == night
    assert told_at(night, morning, morning + 9 * HOUR, urgent=True) == night
