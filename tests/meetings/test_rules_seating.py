"""Places on site: never more than there are, in the order of the answers."""

from hypothesis import given
from hypothesis import strategies as st

from bot.core.meetings import Answer
from handlers.meetings.rules.seating import Said, moves_up, seated


def said(*answers: Answer) -> list[Said]:
    return [Said(n, answer, n) for n, answer in enumerate(answers)]


def test_without_a_limit_everyone_comes() -> None:
    assert seated(Answer.ONSITE, None, said(*[Answer.ONSITE] * 900)) is Answer.ONSITE


def test_whoever_comes_after_the_last_place_waits() -> None:
    """REM-6."""
    assert seated(Answer.ONSITE, 2, said(Answer.ONSITE)) is Answer.ONSITE
    assert seated(Answer.ONSITE, 2, said(Answer.ONSITE, Answer.ONSITE)) is Answer.WAITING


def test_nobody_overtakes_the_waiting_list() -> None:
    assert seated(Answer.ONSITE, 2, said(Answer.ONSITE, Answer.WAITING)) is Answer.WAITING


def test_from_afar_there_is_always_room() -> None:
    assert seated(Answer.REMOTE, 1, said(Answer.ONSITE)) is Answer.REMOTE


def test_a_place_that_becomes_free_goes_to_whoever_waits_longest() -> None:
    everyone = [Said(7, Answer.WAITING, 9), Said(8, Answer.WAITING, 4), Said(9, Answer.ONSITE, 1)]
    assert moves_up(2, everyone) == (8,)
    assert moves_up(3, everyone) == (8, 7)
    assert moves_up(1, everyone) == ()
    assert moves_up(None, everyone) == (8, 7)


WISHES = st.lists(
    st.tuples(
        st.integers(1, 9),
        st.sampled_from([Answer.ONSITE, Answer.REMOTE, Answer.ABSENT, Answer.MAYBE]),
    ),
    max_size=60,
)


@given(WISHES, st.integers(1, 4) | st.none())
def test_any_walk_of_answers_keeps_the_room_and_the_order(
    wishes: list[tuple[int, Answer]], capacity: int | None
) -> None:
    """REM-6: never too many, nobody waits while there is room, nobody is overtaken."""
    now: dict[int, Said] = {}
    for turn, (member, wish) in enumerate(wishes):
        before = now.get(member)
        others = [one for one in now.values() if one.member != member]
        same = before is not None and {before.answer, wish} <= {Answer.ONSITE, Answer.WAITING}
        if not same:
            now[member] = Said(member, seated(wish, capacity, others), turn)
        for lucky in moves_up(capacity, list(now.values())):
            now[lucky] = Said(lucky, Answer.ONSITE, now[lucky].turn)
        onsite = [s for s in now.values() if s.answer is Answer.ONSITE]
        queue = [s for s in now.values() if s.answer is Answer.WAITING]
        if capacity is None:
            assert not queue
            continue
        assert len(onsite) <= capacity
        assert not queue or len(onsite) == capacity
        assert all(a.turn < b.turn for a in onsite for b in queue)
