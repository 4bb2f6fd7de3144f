"""What of a call that was sent may be changed, and to what."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.staffing.rules.change import (
    MOST_PEOPLE,
    No,
    Post,
    Sent,
    Slot,
    Times,
    Wish,
    as_it_was,
    pack,
    possible,
    unpack,
    wrong_move,
    wrong_need,
    wrong_times,
)

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def times(start: int, end: int) -> Times:
    return NOW + start * HOUR, NOW + end * HOUR


MORNING, AFTERNOON = Slot(1, *times(24, 28)), Slot(2, *times(30, 34))
NURSES, DOCTORS = Post(1, 1, need=4, held=3), Post(2, 2, need=1, held=0)
CALL = Sent("Gymnase", "Paul", (MORNING, AFTERNOON), (NURSES, DOCTORS))


@pytest.mark.parametrize(
    ("to", "why"),
    [
        (times(25, 29), None),
        (times(25, 25), No.BACKWARDS),
        (times(29, 25), No.BACKWARDS),
        (times(-2, 2), No.PAST),
        (times(0, 2), No.PAST),
        (times(24, 28), No.SAME),
        (times(30, 34), No.TWIN),
        (times(30, 35), None),
    ],
)
def test_a_slot_moves_to_hours_that_are_still_to_come_and_its_own(
    to: Times, why: No | None
) -> None:
    assert wrong_move(CALL, Wish(), 1, to, NOW) is why


def test_a_slot_that_has_begun_keeps_its_hours() -> None:
    assert wrong_move(CALL, Wish(), 1, times(26, 30), NOW + 24 * HOUR) is No.BEGUN


def test_a_slot_may_take_the_hours_that_another_one_leaves() -> None:
    wish = Wish(times={2: times(40, 44)})
    assert wrong_move(CALL, wish, 1, AFTERNOON.times, NOW) is None
    assert wrong_move(CALL, wish, 1, times(40, 44), NOW) is No.TWIN


@pytest.mark.parametrize(
    ("need", "why"),
    [
        (5, None), (3, None), (4, No.SAME), (2, No.TOO_FEW), (0, No.NOBODY), (-1, No.NOBODY),
        (MOST_PEOPLE, None), (MOST_PEOPLE + 1, No.TOO_MANY),
    ],
)  # fmt: skip
def test_a_number_never_goes_below_those_who_are_coming(need: int, why: No | None) -> None:
    assert wrong_need(NURSES, need) is why


def test_a_slot_that_is_added_is_to_come_and_no_twin() -> None:
    assert wrong_times(times(50, 54), [MORNING.times], NOW) is None
    assert wrong_times(MORNING.times, [MORNING.times], NOW) is No.TWIN


def test_what_became_impossible_meanwhile_is_left_out_with_the_reason_and_the_rest_stays() -> None:
    wish = Wish(place="Salle", contact="Paul", times={1: times(25, 29)}, needs={1: 3, 2: 2},
                added=(times(50, 54), times(50, 54)))  # fmt: skip
    fuller = replace(CALL, posts=(replace(NURSES, held=4), DOCTORS))
    left, refused = possible(wish, fuller, NOW)
    assert left == Wish("Salle", None, {1: times(25, 29)}, {2: 2}, (times(50, 54),))
    assert refused == {"post:1": No.TOO_FEW, "added:1": No.TWIN}


def test_a_wish_that_a_colleague_fulfilled_is_no_wish_any_more() -> None:
    left, refused = possible(Wish(place="Gymnase", needs={2: 1}), CALL, NOW)
    assert not left
    assert refused == {"post:2": No.SAME}


moments = st.integers(-5, 60).map(lambda h: NOW + h * HOUR)
spans = st.tuples(moments, moments)
wishes = st.builds(
    Wish,
    st.none() | st.sampled_from(["Gymnase", "Salle"]),
    st.none() | st.sampled_from(["Paul", "Zoé"]),
    st.dictionaries(st.sampled_from([1, 2]), spans),
    st.dictionaries(st.sampled_from([1, 2]), st.integers(-1, 600)),
    st.lists(spans, max_size=3).map(tuple),
)


@given(wishes, st.integers(0, 40))
def test_what_is_possible_stays_possible_and_would_change_something(wish: Wish, later: int) -> None:
    now = NOW + later * HOUR
    left, refused = possible(wish, CALL, now)
    again, none = possible(left, CALL, now)
    assert again == left or set(none.values()) == {No.TWIN}
    old = as_it_was(left, CALL)
    assert left.place is None or left.place != old.place
    assert all(old.times[i] != t and t[0] > now and t[1] > t[0] for i, t in left.times.items())
    assert all(old.needs[i] != n >= CALL.post(i).held for i, n in left.needs.items())
    assert len(left.times) + len(left.needs) + len(left.added) + len(refused) == (
        len(wish.times) + len(wish.needs) + len(wish.added)
    )


@given(wishes)
def test_a_wish_is_the_same_after_it_was_kept_in_a_row(wish: Wish) -> None:
    assert unpack(pack(wish)) == wish
