"""How fast, and which lane next: plain functions of time."""

import asyncio
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.local import Local
from bot.adapters.telegram.adapter import Telegram
from bot.core import ChatRef, Lane, Wording
from bot.core.ports import Pace
from bot.engine.choosing import Chooser, Waiting
from bot.engine.pace import Bucket, Gate, Turns, Window
from tests.playground import START, Playground


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


def starts(gate: Gate, every: float, seconds: float, most: int = 1000) -> list[float]:
    """When sends start, in seconds, if somebody looks so often, and so many are owed at a time."""
    found: list[float] = []
    for n in range(int(seconds / every)):
        now = START + timedelta(seconds=n * every)
        room = min(gate.room(now)[0], most)
        found += [(gate.spend(ChatRef("t", ""), False, now) - START).total_seconds()
                  for _ in range(room)]  # fmt: skip
    return found


def test_a_process_that_looks_late_plans_more_at_once_and_never_faster_than_is_allowed() -> None:
    """Many communities share one: each is looked at a few times a second only."""
    pace = Pace(everyone=(29.2, 1), ahead=0.12)
    found = starts(Gate(pace), every=0.6, seconds=30)
    assert len(found) > 0.8 * 30 * 29.2, "and not four at each look"
    gaps = [after - before for before, after in pairwise(found)]
    assert min(gaps) == pytest.approx(1 / 29.2, abs=1e-3)


@pytest.mark.parametrize("late", [0.002, 0.02])
def test_a_look_that_comes_a_moment_late_costs_no_start(late: float) -> None:
    """An alert to 3,000 took a second longer: what each of 700 looks was late was given away."""
    gate, now, begun = Gate(Telegram.pace), START, list[datetime]()
    rate, _ = Telegram.pace.everyone
    while now < START + timedelta(seconds=60):
        room, wait = gate.room(now)
        begun += [gate.spend(ChatRef("t", ""), False, now) for _ in range(room)]
        now += timedelta(seconds=wait + (late if wait else 0.0))
    assert len(begun) == pytest.approx(60 * rate, abs=6)
    assert begun == sorted(begun)


@pytest.mark.parametrize("lane", [Lane.URGENT, Lane.NEWS])
def test_newsletters_are_not_planned_far_ahead(lane: Lane) -> None:
    """Those that were planned when the process is killed are never sent."""
    local = Local(lambda: START)
    local.pace = Pace(everyone=(29.2, 1), ahead=0.12)
    chooser, now = Chooser(local), START + timedelta(seconds=0.6)
    starts(chooser.gate, every=0.6, seconds=0.6)
    room, _ = chooser.gate.room(now)
    items = [Waiting(str(n), int(lane), START, n) for n in range(room)]
    chosen = chooser.choose({int(lane): items}, now, room, hold_news=False)
    assert room > 10
    assert len(chosen) == (room if lane is Lane.URGENT else 4)


def test_where_nobody_is_late_little_is_planned_and_again_after_it_was() -> None:
    """What comes then and is urgent overtakes all but that."""
    gate = Gate(Pace(everyone=(29.2, 1), ahead=0.12))
    starts(gate, every=0.02, seconds=10)
    assert gate._ahead == 0.12
    starts(gate, every=0.6, seconds=10)
    assert gate._ahead > 0.4
    gate._all = None
    starts(gate, every=0.6, seconds=10, most=2)
    assert gate._ahead == 0.12


@given(
    st.lists(st.integers(0, 60) | st.integers(150, 4000), max_size=200),
    st.sampled_from([(1, 1.0), (2, 0.25), (5, 1.0), (30, 1.0)]),
)
def test_however_long_a_process_is_held_up_no_more_start_than_the_platform_counts(
    held_up: list[int], limit: tuple[int, float]
) -> None:
    """Thirty that were planned within a second started at once, and Telegram said «too many»; once
    that was mended, six after a fifth of a second in which nothing could start, and again."""
    (most, seconds), now = limit, 0.0
    window, bucket, begun = Window(), Bucket(most / seconds, 3, 3, START), list[float]()
    for n, pause in enumerate(held_up):
        now = max(now, n * seconds / most) + pause / 1000
        now += window.wait(now, most, seconds)
        window.started(now, most, seconds)
        begun.append(now)
        assert bucket.wait(START + timedelta(seconds=now)) < 0.002
        bucket.level -= 1
    for sooner, later in zip(begun, begun[most:], strict=False):
        assert later - sooner >= seconds - 1e-9


async def test_what_was_planned_while_the_process_was_held_up_does_not_start_at_once(
    play: Playground,
) -> None:
    """In the postman: five are owed to five chats, two at most may start in a quarter second."""
    people = [await play.person(f"P{n}") for n in range(5)]
    begun: list[float] = []
    send = play.local.send

    async def noted(chat: ChatRef, wording: Wording, *, key: str) -> str:
        begun.append(asyncio.get_running_loop().time())
        return await send(chat, wording, key=key)

    play.local.pace = Pace(in_flight=5, window=(2, 0.25))
    play.local.send = noted  # type: ignore[method-assign]
    for one in people:
        await play.local.say(one.account, "/aide", chat=one.chat)
    await play.settle()
    assert len(begun) == 5
    assert all(later - sooner >= 0.25 for sooner, later in zip(begun, begun[2:], strict=False))
