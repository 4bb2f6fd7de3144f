"""The demo with the real features: what a visitor gets."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.adapters.local.community import build
from bot.core import Lang, Role
from bot.demo import Demo
from bot.demo_roster import AppRoster
from tests.demo.visit import until

PEOPLE = 60


@pytest.fixture
async def real(tmp_path: Path) -> AsyncIterator[Demo]:
    demo = Demo(tmp_path, AppRoster, haste=0.0, most=PEOPLE)
    await demo.start()
    await demo.settled()
    yield demo
    await demo.stop()


def said(demo: Demo, chat: str) -> str:
    shown = demo.world.chat(chat).messages.values()
    return "\n".join(m.wording.plain for m in shown if not m.by)


async def test_everyone_is_let_in_and_every_channel_has_an_owner(real: Demo) -> None:
    assert real.world.arrived == PEOPLE + 3
    for person in real.world.community.people:
        assert "🎉" in said(real, person.account), person.account
    for person in real.world.community.members:
        assert "C'est noté. Libre" in said(real, person.account), person.account
    for partner in real.world.community.partners:
        assert "partenaires" in said(real, partner.chat), partner.chat
    admin = next(p for p in real.world.community.staff if p.role is Role.ADMINISTRATOR)
    cards = said(real, admin.account)
    for partner in real.world.community.partners:
        assert f"partenaire, {partner.name}" in cards.replace("\u00a0", " "), partner.name
    assert "Nouveau salon" not in said(real, real.world.community.coordinator.account)


@pytest.mark.parametrize("scene", ["vaccination", "heatwave", "emergency"])
async def test_a_scene_fills_seats_with_the_answers_of_the_others(real: Demo, scene: str) -> None:
    world = real.world
    world.start(scene, Lang.FR)
    await until(lambda: world.tally.seats)
    while world.progress and world.progress.state not in ("done", "stuck"):
        await world.travel(world.clock.now() + timedelta(minutes=10))
    assert world.progress
    assert world.progress.state == "done"
    await until(lambda: world.tally.answered > 0 and world.tally.yes > 0)
    await until(lambda: world.tally.seats and world.tally.seats[0] > 0)


async def test_a_red_warning_is_acknowledged_by_the_others(real: Demo) -> None:
    world = real.world
    desk, town = world.community.coordinator.account, world.community.partners[0].chat
    world.start("red-warning", Lang.FR)
    world.run_clock(1200)
    await until(lambda: world.progress and world.progress.state in ("done", "stuck"))
    assert world.progress
    assert world.progress.state == "done", said(real, desk)[-1500:]
    await until(lambda: world.tally.answered > PEOPLE // 4)
    await until(lambda: all(words in said(real, town) for words in ("Rivemont", "registre")))
    assert "isolé" not in said(real, town)


async def test_the_whole_roster_is_taken(real: Demo) -> None:
    community = build(seed=5)
    invited = await AppRoster(real.app).invite_all(community.roster())
    assert [name for name, _ in invited] == [p.name for p in community.members]
    assert len({code for _, code in invited}) == len(community.members)
