"""Who of those that said «if needed» is asked: fair, once, and never for more than is missing."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from handlers.staffing.rules.seating import Opening, overlaps
from handlers.staffing.rules.willing import Question, Vacancy, Willing, questions

NINE = datetime(2026, 12, 12, 9, tzinfo=UTC)


def vacancy(shift: int, need: int, *, hour: int = 0, codes: tuple[str, ...] = ()) -> Vacancy:
    start = NINE + timedelta(hours=hour)
    return Vacancy(shift, start, start + timedelta(hours=4), (Opening(shift, codes, need, 0),))


def nurse(member: int, shift: int, turn: int, *, held: int = 0, asleep: bool = False) -> Willing:
    return Willing(member, shift, "infirmier", turn, held, asleep=asleep)


def test_as_many_are_asked_as_are_missing_the_earliest_answers_first() -> None:
    willing = [nurse(3, 1, 30), nurse(1, 1, 10), nurse(2, 1, 20)]
    found = questions([vacancy(1, 2)], willing)
    assert found == (Question(1, 1, 1), Question(2, 1, 1))


def test_who_is_awake_is_asked_before_who_sleeps() -> None:
    found = questions([vacancy(1, 1)], [nurse(1, 1, 10, asleep=True), nurse(2, 1, 20)])
    assert found == (Question(2, 1, 1),)


def test_whoever_comes_less_is_asked_before_whoever_comes_already() -> None:
    found = questions([vacancy(1, 1)], [nurse(1, 1, 10, held=1), nurse(2, 1, 20)])
    assert found == (Question(2, 1, 1),)


def test_two_slots_are_asked_of_two_people_where_there_are_two() -> None:
    everyone = [nurse(1, 1, 1), nurse(1, 2, 2), nurse(2, 1, 3), nurse(2, 2, 4)]
    found = questions([vacancy(1, 1), vacancy(2, 1, hour=6)], everyone)
    assert {(q.member, q.shift) for q in found} == {(1, 1), (2, 2)}


def test_nobody_is_asked_for_two_slots_that_overlap() -> None:
    found = questions([vacancy(1, 1), vacancy(2, 1, hour=2)], [nurse(1, 1, 1), nurse(1, 2, 2)])
    assert found == (Question(1, 1, 1),)


def test_nobody_is_asked_for_a_post_of_another_profession() -> None:
    found = questions([vacancy(1, 3, codes=("medecin",))], [nurse(1, 1, 1)])
    assert found == ()


professions = st.sampled_from(["infirmier", "medecin", "sage-femme"])
codes = st.lists(professions, max_size=2, unique=True).map(tuple)


@st.composite
def vacancies(draw: st.DrawFn) -> list[Vacancy]:
    found = []
    for shift in range(draw(st.integers(1, 4))):
        start = NINE + timedelta(hours=draw(st.integers(0, 12)))
        openings = tuple(
            Opening(10 * shift + n, draw(codes), need := draw(st.integers(1, 3)),
                    draw(st.integers(0, need)))
            for n in range(draw(st.integers(1, 3)))
        )  # fmt: skip
        found.append(Vacancy(shift, start, start + timedelta(hours=4), openings))
    return found


@st.composite
def willings(draw: st.DrawFn) -> list[Willing]:
    said = draw(st.lists(st.tuples(st.integers(1, 6), st.integers(0, 4)), max_size=14, unique=True))
    kind = {member: draw(professions) for member, _ in said}
    busy = {
        member: ((NINE, NINE + timedelta(hours=draw(st.integers(1, 6)))),)
        if draw(st.booleans()) else ()
        for member, _ in said
    }  # fmt: skip
    return [
        Willing(member, shift, kind[member], turn, draw(st.integers(0, 2)), busy[member],
                asleep=draw(st.booleans()))
        for turn, (member, shift) in enumerate(said)
    ]  # fmt: skip


@given(vacancies(), willings())
def test_seats_are_never_oversold_and_nobody_is_asked_in_two_places(
    vacant: list[Vacancy], willing: list[Willing]
) -> None:
    found = questions(vacant, willing)
    openings = {o.post: o for v in vacant for o in v.openings}
    for post, asked in Counter(q.post for q in found).items():
        assert openings[post].taken + asked <= openings[post].need
    assert len({(q.member, q.shift) for q in found}) == len(found)
    shifts = {v.shift: v for v in vacant}
    said = {(w.member, w.shift): w for w in willing}
    for one in found:
        who, when = said[one.member, one.shift], shifts[one.shift]
        assert openings[one.post].suits(who.profession)
        others = [shifts[q.shift] for q in found if q.member == one.member and q is not one]
        busy = [*who.busy, *((v.start, v.end) for v in others)]
        assert not overlaps(when.start, when.end, busy)


@given(vacancies(), willings())
def test_no_seat_is_left_for_which_somebody_could_have_been_asked(
    vacant: list[Vacancy], willing: list[Willing]
) -> None:
    found = questions(vacant, willing)
    shifts = {v.shift: v for v in vacant}
    taken = Counter(q.post for q in found)
    for one in willing:
        when = shifts.get(one.shift)
        theirs = [shifts[q.shift] for q in found if q.member == one.member]
        busy = [*one.busy, *((v.start, v.end) for v in theirs)]
        if when is None or overlaps(when.start, when.end, busy):
            continue
        free = [o for o in when.openings if o.suits(one.profession)]
        assert all(o.taken + taken[o.post] >= o.need for o in free)


@given(vacancies(), willings(), st.randoms())
def test_the_order_in_which_answers_are_read_from_the_disk_changes_nothing(
    vacant: list[Vacancy], willing: list[Willing], random: Random
) -> None:
    mixed = list(willing)
    random.shuffle(mixed)
    assert questions(vacant, mixed) == questions(vacant, willing)
