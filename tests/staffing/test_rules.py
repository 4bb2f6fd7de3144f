"""The rules of a call, by example and by property."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.staffing.rules import audience, rhythm, seating
from handlers.staffing.rules.audience import Filters, Person, Wanted, Why
from handlers.staffing.rules.draft import Draft, Place, Slot, pack, unpack
from handlers.staffing.rules.line import read
from handlers.staffing.rules.seating import Opening
from handlers.staffing.rules.understood import Reader

PARIS = ZoneInfo("Europe/Paris")
YEAR = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
NOW = datetime(2026, 11, 21, 10, tzinfo=PARIS)
READER = Reader(NOW, PARIS, ("Saint-Aubin", "Garance"))
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


def person(number: int, **known: object) -> Person:
    given: dict[str, object] = {
        "profession": "infirmier", "town": "Saint-Aubin", "free": (True,), **known,
    }  # fmt: skip
    return Person(id=number, **given)  # type: ignore[arg-type]


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


@given(
    st.datetimes(YEAR, YEAR + timedelta(days=730)),
    st.times(), st.times(),
)  # fmt: skip
def test_quiet_hours_end_later_and_are_over_then(at: datetime, start: time, end: time) -> None:
    now = at.replace(tzinfo=UTC)
    if rhythm.in_quiet_hours(now, PARIS, start, end):
        over = rhythm.quiet_until(now, PARIS, end)
        assert now < over <= now + timedelta(hours=26)
        assert not rhythm.in_quiet_hours(over, PARIS, start, end)


@pytest.mark.parametrize(
    ("hour", "quiet"), [(20, False), (21, True), (23, True), (3, True), (7, True), (8, False)]
)
def test_quiet_hours_run_over_midnight(hour: int, quiet: bool) -> None:
    now = datetime(2026, 11, 21, hour, tzinfo=PARIS)
    assert rhythm.in_quiet_hours(now, PARIS, time(21), time(7, 30)) is quiet


def test_the_fast_rhythm_stops_at_the_quiet_hours() -> None:
    now = datetime(2026, 11, 21, 20, 50, tzinfo=PARIS)
    at = rhythm.next_wave(now, PARIS, minutes=15, quiet=(time(21), time(7, 30)))
    assert at == datetime(2026, 11, 22, 7, 30, tzinfo=PARIS)


def test_a_useful_answer_comes_the_evening_before_or_half_way() -> None:
    start = datetime(2026, 12, 12, 9, tzinfo=PARIS)
    assert rhythm.reply_by(start, NOW, PARIS) == datetime(2026, 12, 11, 20, tzinfo=PARIS)
    soon = NOW + timedelta(hours=4)
    assert rhythm.reply_by(soon, NOW, PARIS) == NOW + timedelta(hours=2)


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
