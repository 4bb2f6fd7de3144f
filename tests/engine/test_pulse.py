"""A loop that hangs, or fails again and again, is seen from outside within a minute."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest

from bot.engine import bell
from bot.engine.bell import keep_trying
from bot.engine.dispatch import Dispatcher
from bot.engine.pulse import STILL, Pulse
from storage import inbox
from tests.playground import Playground


@pytest.fixture
def time() -> list[float]:
    return [1000.0]


@pytest.fixture
def pulse(time: list[float]) -> Pulse:
    return Pulse(lambda: time[0])


async def started(
    work: Callable[[], Coroutine[Any, Any, None]], *, turns: int = 20
) -> asyncio.Task[None]:
    task = asyncio.create_task(work())
    for _ in range(turns):
        await asyncio.sleep(0)
    return task


async def ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def test_a_loop_that_hangs_stands_still_within_a_minute(
    play: Playground, pulse: Pulse, time: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert STILL <= 60
    parts = replace(play.app.parts, pulse=pulse)
    dispatcher = Dispatcher(play.db, parts, play.app.heard, play.app.owing)
    hung = asyncio.Event()

    async def hangs(*_: object) -> list[object]:
        await hung.wait()
        return []

    monkeypatch.setattr(inbox, "queue", hangs)
    running = await started(dispatcher.run)
    assert pulse.still() == []
    time[0] += STILL + 1
    assert pulse.still() == ["dispatcher"]
    hung.set()
    while pulse.still():  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    await ended(running)


async def test_a_loop_that_fails_each_time_it_tries_stands_still_too(
    pulse: Pulse, time: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bell, "PAUSE", 0.0)
    full = [True]

    async def work() -> None:
        if full[0]:
            raise OSError("No space left on device")

    async def loop() -> None:
        while True:
            await keep_trying(work, "postman:telegram", pulse)
            await asyncio.sleep(0)

    running = await started(loop)
    time[0] += STILL + 1
    await asyncio.sleep(0.01)
    assert pulse.still() == ["postman:telegram"]
    full[0] = False
    while pulse.still():  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    await ended(running)


def test_loops_that_ended_as_they_should_do_not_stand_still(
    pulse: Pulse, time: list[float]
) -> None:
    pulse.beat("alarm")
    pulse.clear()
    time[0] += 600
    assert pulse.still() == []
