"""The community at play: it joins by itself, answers by itself, and time obeys."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.local.playing import Player
from bot.core import Lang
from bot.demo import Demo
from handlers import basics
from tests.demo import little
from tests.demo.conftest import PEOPLE
from tests.demo.little.calls import STATE
from tests.demo.little.joining import LittleRoster
from tests.demo.visit import until


def everything(demo: Demo, account: str) -> str:
    said = demo.world.chat(account).messages.values()
    return "\n".join(shown.wording.plain for shown in said)


async def test_everyone_opens_their_own_invitation_and_types_their_week(demo: Demo) -> None:
    """As on Telegram, a link opened shows «/start», and not the code that came with it."""
    assert demo.world.arrived == PEOPLE + 3
    for person in demo.world.community.members:
        seen = everything(demo, person.account)
        assert seen.startswith("/start\n")
        assert "code" not in seen
        assert "Vous êtes membre" in seen
        assert f"/dispos {person.usual_week}" in seen
    assert not demo.world.unread


async def test_a_scene_types_and_taps_for_the_coordinator_and_the_others_answer(
    demo: Demo,
) -> None:
    world = demo.world
    desk = world.community.coordinator.account
    world.start("vaccination", Lang.FR)
    await until(lambda: world.tally.asked == PEOPLE)
    assert "/mobiliser Centre de vaccination | sam. 20/06" in everything(demo, desk)
    world.run_clock(10)
    while world.progress and world.progress.state != "done":
        await world.travel(world.clock.now() + timedelta(minutes=40))
    assert world.tally.answered > 0
    await until(lambda: world.tally.seats == (sum(map(len, STATE.seats.values())), 4))
    await until(lambda: world.tally.yes == len(set().union(*STATE.seats.values())))
    assert world.clock.speed == 10, "the visitor's own choice of speed stays"


async def test_a_phone_in_hand_is_left_to_its_visitor(demo: Demo) -> None:
    world = demo.world
    mine = world.community.members[0].account
    world.hold([mine])
    world.start("vaccination", Lang.FR)
    await until(lambda: world.tally.asked == PEOPLE)
    said = [m.id for m in world.chat(mine).messages.values() if m.by]
    await world.travel(world.clock.now() + timedelta(hours=30))
    await until(lambda: world.crowd.next_at is None)
    assert [m.id for m in world.chat(mine).messages.values() if m.by] == said
    answered = {answer.account for answer in world.tally.feed}
    assert answered
    assert mine not in answered


async def test_a_paused_crowd_says_nothing(demo: Demo) -> None:
    world = demo.world
    world.pause_crowd(True)
    world.start("vaccination", Lang.FR)
    await until(lambda: world.tally.asked == PEOPLE)
    await world.travel(world.clock.now() + timedelta(hours=3))
    assert world.tally.answered == 0
    world.pause_crowd(False)
    await until(lambda: world.tally.answered > 0)


async def test_the_clock_can_leap_to_what_happens_next(demo: Demo) -> None:
    world = demo.world
    world.start("vaccination", Lang.FR)
    await until(lambda: world.tally.asked == PEOPLE)
    before, answered = world.clock.now(), world.tally.answered
    world.leap()
    await until(lambda: world.tally.answered > answered)
    assert world.clock.now() - before >= timedelta(seconds=50)


async def test_a_step_whose_command_does_not_exist_is_left_out(demo: Demo) -> None:
    world = demo.world
    desk = world.community.coordinator.account
    world.start("heatwave", Lang.FR)
    await until(lambda: world.tally.asked == PEOPLE)
    assert "/alerte" not in everything(demo, desk)
    assert "/mobiliser Canicule" in everything(demo, desk)
    assert world.clock.now().astimezone(world.zone).strftime("%a %H") == "Tue 09"


async def test_a_scene_can_be_stopped_and_another_begun(demo: Demo) -> None:
    world = demo.world
    world.start("vaccination", Lang.FR)
    account = world.community.coordinator.account
    await until(lambda: world.tally.asked == PEOPLE and "TABLEAU" in everything(demo, account))
    world.stop()
    assert world.progress is None
    world.start("emergency", Lang.EN)
    assert world.tally.asked == 0
    await until(lambda: world.tally.asked == PEOPLE)
    assert "/callout Evening clinic" in everything(demo, account)


async def test_a_scene_that_takes_a_moment_to_end_does_not_slow_down_the_next(
    demo: Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It set the clock back to a person's pace, and the next waited for hours."""

    async def play(self: Player, *told: Any) -> None:
        told[-1](60.0)
        try:
            await asyncio.sleep(3600)
        finally:
            await asyncio.sleep(0.01)
            told[-1](1.0)

    monkeypatch.setattr(Player, "play", play)
    world = demo.world
    world.start("vaccination", Lang.FR)
    await until(lambda: world.clock.speed == 60)
    world.start("emergency", Lang.EN)
    assert world.clock.speed == 1
    await until(lambda: world.clock.speed == 60)
    await asyncio.sleep(0.05)
    assert world.clock.speed == 60
    world.stop()
    assert world.clock.speed == 1


async def test_a_scene_may_be_begun_while_people_still_join(tmp_path: Path) -> None:
    demo = Demo(
        tmp_path, LittleRoster, haste=0.0, most=PEOPLE, features=(basics.feature, little.feature)
    )
    await demo.start()
    world = demo.world
    world.start("heatwave", Lang.FR)
    world.leap()
    assert world.progress
    assert (world.progress.state, world.arrived) == ("gathers", 0)
    await until(lambda: world.tally.asked == PEOPLE)
    for person in world.community.members:
        assert f"/dispos {person.usual_week}" in everything(demo, person.account)
    await demo.stop()
