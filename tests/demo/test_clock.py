"""The demo's clock: its speed is settable, it leaps, it never runs backwards."""

import asyncio
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.local.clock import Clock

START = datetime(2026, 6, 19, 14, 40, tzinfo=UTC)


class Wall:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_time_passes_at_the_speed_that_is_set() -> None:
    wall = Wall()
    clock = Clock(START, 1, wall)
    wall.seconds = 10
    assert clock.now() == START + timedelta(seconds=10)
    clock.run(60)
    wall.seconds = 20
    assert clock.now() == START + timedelta(seconds=10 + 600)
    clock.run(0)
    wall.seconds = 900
    assert clock.now() == START + timedelta(seconds=10 + 600)


@given(st.lists(st.tuples(st.floats(0, 50), st.floats(0, 600), st.integers(-9, 9)), max_size=12))
def test_it_never_runs_backwards(moves: list[tuple[float, float, int]]) -> None:
    wall = Wall()
    clock = Clock(START, 1, wall)
    latest = clock.now()
    for seconds, speed, hours in moves:
        wall.seconds += seconds
        clock.run(speed)
        clock.leap(START + timedelta(hours=hours))
        assert clock.now() >= latest
        latest = clock.now()


async def test_who_waits_for_an_hour_is_woken_by_a_leap() -> None:
    clock = Clock(START, 0)
    waiting = asyncio.create_task(clock.until(START + timedelta(hours=5)))
    await asyncio.sleep(0)
    clock.leap(START + timedelta(hours=4))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert not waiting.done()
    clock.leap(START + timedelta(hours=5))
    await waiting


async def test_who_waits_goes_on_when_the_clock_is_speeded_up() -> None:
    clock = Clock(START, 0.001)
    waiting = asyncio.create_task(clock.until(START + timedelta(hours=5)))
    await asyncio.sleep(0)
    clock.run(10_000_000)
    await waiting
    assert clock.now() >= START + timedelta(hours=5)
