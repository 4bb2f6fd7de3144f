"""A clock that is put back an hour, while the bot runs or while it was off, holds up nobody."""

from datetime import timedelta

import pytest

from bot.core.errors import SendFailed
from bot.core.ports import Pace
from tests.engine.test_fault_table import Line, copies, line
from tests.playground import Playground

__all__ = ["line"]
HOUR = timedelta(hours=1)


async def put_back(play: Playground, *, off: bool) -> None:
    play.now -= HOUR
    if off:
        await play.restart()
    await play.settle()


@pytest.mark.parametrize("off", [False, True], ids=["while it runs", "while it is off"])
@pytest.mark.parametrize("lane", ["urgent", "calls", "answers"])
async def test_what_was_owed_just_before_leaves(play: Playground, lane: str, off: bool) -> None:
    """It waited until the clock had come to its time once more."""
    play.stranger("Ana")
    await play.app.postmen[0].round()
    await play.local.say("ana", f"/voies {lane}:x")
    await play.app.dispatcher.handle_some()
    await put_back(play, off=off)
    assert copies(play, "x") == 1


@pytest.mark.parametrize("off", [False, True], ids=["while it runs", "while it is off"])
async def test_what_failed_is_tried_again(play: Playground, line: Line, off: bool) -> None:
    play.stranger("Ana")
    line.before = SendFailed("no answer", unknown=True)
    await play.local.say("ana", "/voies urgent:x")
    await play.settle()
    line.before = None
    await put_back(play, off=off)
    await play.wait(seconds=5)
    assert copies(play, "x") == 1


async def test_what_has_failed_for_two_hours_is_tried_again(play: Playground, line: Line) -> None:
    """Owed before the hour that comes twice, and to be tried again within it."""
    play.stranger("Ana")
    line.before = SendFailed("no answer", unknown=True)
    await play.local.say("ana", "/voies calls:x")
    await play.wait(hours=2)
    line.before = None
    await put_back(play, off=False)
    await play.wait(seconds=5)
    assert copies(play, "x") == 1


async def test_whoever_asked_us_to_wait_is_waited_for_as_long_and_no_longer(
    play: Playground, line: Line
) -> None:
    line.before = SendFailed("429", wait=timedelta(seconds=30))
    play.local.pace = Pace(in_flight=4)
    await play.local.say("bo", "/voies " + " ".join(f"c{n}@calls:x" for n in range(4)))
    await play.settle()
    asked, told = len(line.calls), play.now - HOUR
    line.before = None
    await put_back(play, off=False)
    await play.wait(seconds=28)
    assert len(line.calls) == asked
    await play.wait(seconds=10)
    assert copies(play, "x") == 4
    assert min(at for at, *_ in line.calls[asked:]) >= told + timedelta(seconds=30)


async def test_what_was_planned_for_later_stays_planned(play: Playground) -> None:
    """Nothing early: a letter for nine o'clock leaves at nine by the clock as it is now."""
    ana = play.stranger("Ana")
    await ana.says("/plus_tard 30")
    await put_back(play, off=False)
    await play.wait(minutes=85)
    assert ana.everything.count("Ding") == 0
    await play.wait(minutes=10)
    assert ana.everything.count("Ding") == 1
