"""How fast, and which lane next: plain functions of time."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import ChatRef, Lane
from bot.core.ports import Pace
from bot.engine.pace import Bucket, Gate, Turns
from tests.playground import START


@pytest.mark.parametrize("lane", [Lane.ANSWERS, Lane.CALLS, Lane.REMINDERS, Lane.NEWS])
def test_every_lane_gets_its_turn(lane: Lane) -> None:
    turns = Turns()
    oldest = {int(one): START for one in Lane if one not in (Lane.URGENT, Lane.SIGNS)}
    picks = [turns.pick(oldest, START, hold_news=False) for _ in range(100)]
    shares = {Lane.ANSWERS: 60, Lane.CALLS: 25, Lane.REMINDERS: 10, Lane.NEWS: 5}
    assert abs(picks.count(int(lane)) - shares[lane]) <= 1


def test_emoji_wait_until_nobody_waits_for_words_but_for_those_of_a_newsletter() -> None:
    turns, now = Turns(), START + timedelta(minutes=30)
    for lane in (Lane.ANSWERS, Lane.CALLS, Lane.REMINDERS):
        oldest = {int(lane): now, int(Lane.SIGNS): START}
        picks = {turns.pick(oldest, now, hold_news=False) for _ in range(100)}
        assert picks == {int(lane)}
    oldest = {int(Lane.NEWS): START, int(Lane.SIGNS): START}
    picks = {turns.pick(oldest, START, hold_news=False) for _ in range(100)}
    assert picks == {int(Lane.NEWS), int(Lane.SIGNS)}


def test_a_lane_that_waits_grows_heavier() -> None:
    turns, now = Turns(), START + timedelta(minutes=30)
    oldest = {int(Lane.ANSWERS): now, int(Lane.NEWS): START}
    picks = [turns.pick(oldest, now, hold_news=False) for _ in range(100)]
    assert picks.count(int(Lane.NEWS)) > 50


@given(
    st.lists(st.floats(0, 3, allow_nan=False), min_size=1, max_size=200),
    st.floats(0.2, 50),
    st.floats(1, 20),
)
def test_a_bucket_never_lets_more_through_than_its_rate_and_burst(
    pauses: list[float], rate: float, burst: float
) -> None:
    bucket, now, passed = Bucket(rate, burst, 1.0, START), START, 0
    for pause in pauses:
        now += timedelta(seconds=pause)
        if not bucket.wait(now):
            bucket.level -= 1
            passed += 1
    assert passed <= burst + 1 + rate * (now - START).total_seconds() + 0.01


def test_three_refused_chats_within_five_seconds_hold_everyone() -> None:
    gate = Gate(Pace())
    until = START + timedelta(seconds=30)
    assert not gate.hold("a", until, START)
    assert not gate.hold("b", until, START + timedelta(seconds=1))
    assert gate.hold("c", until, START + timedelta(seconds=2))
    assert gate.room(START + timedelta(seconds=3))[0] == 0
    assert gate.room(until + timedelta(seconds=1))[0] > 0


def test_starts_that_are_planned_ahead_keep_their_distance() -> None:
    gate = Gate(Pace(everyone=(20.0, 1), ahead=0.2))
    room, wait = gate.room(START)
    starts = [gate.spend(ChatRef("t", str(n)), True, START) for n in range(room)]
    assert (room, wait) == (5, 0.0)
    assert [(at - START).total_seconds() for at in starts] == pytest.approx(
        [0, 0.05, 0.1, 0.15, 0.2]
    )
    assert gate.room(START)[0] == 0
    assert gate.room(START)[1] == pytest.approx(0.25)
