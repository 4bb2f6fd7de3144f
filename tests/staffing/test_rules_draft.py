"""Other times for a call that is not sent yet: each slot keeps what it needs."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from handlers.staffing.rules.draft import Draft, Place, Slot, with_times

DAY = datetime(2026, 12, 12, tzinfo=UTC)
DOCTOR, NURSES, NURSE = (
    (Place(1, ("medecin",)),), (Place(2, ("infirmier",)),), (Place(1, ("infirmier",)),)
)  # fmt: skip
Times = tuple[datetime, datetime]


def hours(start: int, end: int) -> Times:
    return DAY + timedelta(hours=start), DAY + timedelta(hours=end)


def slot(start: int, end: int, places: tuple[Place, ...]) -> Slot:
    return Slot(*hours(start, end), places)


DRAFT = Draft(slots=(slot(9, 12, DOCTOR), slot(14, 18, NURSES), slot(20, 22, NURSE)))


def needs(draft: Draft) -> list[tuple[Place, ...]]:
    return [s.places for s in draft.slots]


def test_a_slot_that_moved_keeps_its_needs_where_there_are_as_many() -> None:
    found = with_times(DRAFT, [hours(9, 12), hours(15, 19), hours(20, 22)])
    assert needs(found) == [DOCTOR, NURSES, NURSE]
    assert found.alike == ()


def test_slots_are_matched_by_their_times_before_their_place_in_the_line() -> None:
    found = with_times(DRAFT, [hours(7, 8), hours(9, 12), hours(20, 22)])
    assert needs(found) == [NURSES, DOCTOR, NURSE]


def test_a_slot_that_is_left_out_takes_its_needs_with_it() -> None:
    assert needs(with_times(DRAFT, [hours(14, 18), hours(20, 22)])) == [NURSES, NURSE]


def test_a_new_slot_needs_what_the_first_does_and_this_is_known() -> None:
    found = with_times(DRAFT, [*((s.start, s.end) for s in DRAFT.slots), hours(30, 34)])
    assert needs(found) == [DOCTOR, NURSES, NURSE, DOCTOR]
    assert [(s.start, s.end) for s in found.alike] == [hours(30, 34)]


starts = st.lists(st.integers(0, 30), min_size=1, max_size=6)


@given(old=starts, new=starts)
def test_no_slot_loses_or_invents_needs(old: list[int], new: list[int]) -> None:
    draft = Draft(slots=tuple(slot(s, s + 1, (Place(n + 1),)) for n, s in enumerate(old)))
    found = with_times(draft, [hours(s, s + 1) for s in new])
    assert [s.start for s in found.slots] == sorted({hours(s, s + 1)[0] for s in new})
    known = {s.places for s in draft.slots}
    assert all(s.places in known for s in found.slots)
    if len(set(old)) == len(old):
        for one in found.slots:
            same = [s for s in draft.slots if (s.start, s.end) == (one.start, one.end)]
            assert not same or same[0].places == one.places
