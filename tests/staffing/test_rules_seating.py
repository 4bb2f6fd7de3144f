"""Who gets which place, by example and by property."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.staffing.rules import seating
from handlers.staffing.rules.seating import Opening

PARIS = ZoneInfo("Europe/Paris")
CODES = ("medecin", "infirmier", "sage-femme", "pharmacien")
openings = st.lists(
    st.builds(
        Opening,
        post=st.integers(1, 9),
        codes=st.lists(st.sampled_from(CODES), max_size=3, unique=True).map(tuple),
        need=st.integers(1, 4),
        taken=st.just(0),
    ),
    min_size=1, max_size=5, unique_by=lambda o: o.post,
)  # fmt: skip


@given(openings, st.lists(st.sampled_from(CODES), max_size=40))
def test_seats_are_never_more_than_the_need_and_nobody_waits_beside_a_free_seat(
    posts: list[Opening], answers: list[str]
) -> None:
    by_id = {o.post: o for o in posts}
    for profession in answers:
        place = seating.place_for(list(by_id.values()), profession)
        fitting = [o for o in by_id.values() if o.suits(profession)]
        if place is None:
            assert not fitting
            continue
        chosen = by_id[place.post]
        assert chosen.suits(profession)
        assert place.seated == any(o.taken < o.need for o in fitting)
        if place.seated:
            by_id[place.post] = Opening(chosen.post, chosen.codes, chosen.need, chosen.taken + 1)
    assert all(o.taken <= o.need for o in by_id.values())


def test_who_can_do_one_thing_only_still_finds_it_free() -> None:
    posts = [
        Opening(1, ("infirmier", "sage-femme"), 1, 0),
        Opening(2, ("infirmier",), 1, 0),
    ]
    assert seating.place_for(posts, "infirmier") == seating.Place(2, seated=True)


@pytest.mark.parametrize(
    ("first", "second", "short"),
    [
        ((18, 23), (32, 36), True),
        ((9, 13), (13, 18), False),
        ((9, 13), (14, 18), False),
        ((8, 12), (32, 36), False),
    ],
)
def test_a_short_night_is_noticed_and_adjacent_shifts_are_one(
    first: tuple[int, int], second: tuple[int, int], short: bool
) -> None:
    day = datetime(2026, 12, 12, tzinfo=PARIS)
    a, b, c, d = (day + timedelta(hours=h) for h in (*first, *second))
    assert seating.short_rest(c, d, [(a, b)]) is short
    assert seating.short_rest(a, b, [(c, d)]) is short
