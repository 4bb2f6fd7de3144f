"""Which of two profiles stays: an answer outweighs all, and nobody gains by it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import Role, Text
from bot.core.codes import looks_short, new_short, read_code, spaced
from handlers.people.rules.uniting import Side, Union, united

OLD = datetime(2026, 1, 1, tzinfo=UTC)
FIRST = Side(
    id=1, rank=int(Role.MEMBER), granted=False, approved=True, suspended=False, answered=False,
    joined=OLD, apps=frozenset({"one"}),
)  # fmt: skip
SECOND = replace(FIRST, id=2, joined=OLD + timedelta(days=1), apps=frozenset({"two"}))
HIGH = int(Role.COORDINATOR)


@pytest.mark.parametrize(
    ("first", "second", "stays"),
    [
        (FIRST, SECOND, 1),
        (FIRST, replace(SECOND, answered=True), 2),
        (FIRST, replace(SECOND, rank=HIGH), 2),
        (replace(FIRST, approved=False), SECOND, 2),
        (replace(FIRST, answered=True, rank=HIGH), replace(SECOND, approved=False), 1),
    ],
)
def test_who_stays(first: Side, second: Side, stays: int) -> None:
    assert united(first, second) == Union(stays, 3 - stays)
    assert united(second, first) == Union(stays, 3 - stays)


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (replace(FIRST, suspended=True), SECOND, "link-suspended"),
        (FIRST, replace(SECOND, apps=FIRST.apps), "link-taken"),
        (replace(FIRST, answered=True), replace(SECOND, answered=True), "link-both-answered"),
        (replace(FIRST, answered=True), replace(SECOND, rank=HIGH), "link-role"),
        (FIRST, replace(SECOND, granted=True), "link-role"),
        (replace(FIRST, answered=True, approved=False), SECOND, "link-pending"),
    ],
)
def test_when_neither_may_be_dropped(first: Side, second: Side, why: str) -> None:
    assert united(first, second) == Text(why)
    assert united(second, first) == Text(why)


SIDES = st.builds(
    Side, id=st.just(1), rank=st.integers(1, 4), granted=st.booleans(), approved=st.booleans(),
    suspended=st.booleans(), answered=st.booleans(), joined=st.datetimes(),
    apps=st.sampled_from([frozenset({"one"}), frozenset({"two"}), frozenset({"one", "two"})]),
)  # fmt: skip


@given(SIDES, SIDES)
def test_nothing_is_lost_and_nobody_gains(first: Side, second: Side) -> None:
    second = replace(second, id=2)
    found = united(first, second)
    if isinstance(found, Text):
        return
    stays, goes = (first, second) if found.stays == 1 else (second, first)
    assert not goes.answered
    assert not goes.granted
    assert goes.rank <= stays.rank
    assert stays.approved or not goes.approved
    assert not goes.suspended
    assert not stays.suspended
    assert not goes.apps & stays.apps


def test_a_short_code_is_told_from_a_word_and_from_a_telephone_number() -> None:
    for _ in range(300):
        code = new_short()
        assert looks_short(code)
        assert looks_short(spaced(code, 5).lower())
        assert read_code(spaced(code, 5), 10) == code
    for words in ("0612345678", "bonjourtou", "06 12 34 56 78", "infirmière", "7K9M-XTR2"):
        assert not looks_short(words)
