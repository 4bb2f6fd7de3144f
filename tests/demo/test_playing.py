"""A scene touches what belongs to it, whatever else comes meanwhile."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.adapters.local import Local, playing
from bot.adapters.local.audience import Nobody
from bot.adapters.local.clock import Clock
from bot.adapters.local.playing import Player
from bot.adapters.local.scenes import Says, Scene, Taps
from bot.core import ChatRef, Event, Lang, Pressed, Said, Span, Wording
from bot.core.messages import Key

PARIS = ZoneInfo("Europe/Paris")
DESK = "helene"
NOW = datetime(2026, 6, 19, 17, tzinfo=PARIS)


class Desk:
    """What stands for the bot: it answers a command with these messages, one after the other."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self.local = Local()
        self.local._intake = self.hears
        self.answers, self.pressed = answers, list[str]()

    async def hears(self, events: Sequence[Event], _: str) -> None:
        for event in events:
            if isinstance(event, Said):
                for labels in self.answers:
                    await self.says(*labels)
            elif isinstance(event, Pressed):
                shown = self.local.chat(DESK).messages[event.message]
                self.pressed.append(shown.wording.keys[event.index].label)

    async def says(self, *labels: str) -> None:
        key = f"{len(self.local.chat(DESK).messages)}:{labels}"
        wording = Wording(((Span(labels[0]),),), tuple(Key(x) for x in labels), keyboard=key)
        await self.local.send(ChatRef("local", DESK), wording, key=key)

    async def plays(self) -> str:
        """A call is typed and sent: how the scene ends."""
        line = dict.fromkeys(Lang, "/mobiliser Centre")
        steps = (Says(line), Taps("📣"))
        scene = Scene("x", line, line, NOW.weekday(), NOW.time(), steps)
        player = Player(scene, self.local, Clock(NOW), DESK, Lang.FR, PARIS, haste=0.0)
        await player.play(Nobody(), _at_once, lambda _: True, lambda _: None)
        return player.progress.state


async def _at_once(_: datetime) -> None:
    await asyncio.sleep(0)


async def test_a_board_of_another_scene_that_comes_below_does_not_hide_the_preview() -> None:
    desk = Desk(["📣 Envoyer", "✖️ Abandonner"], ["➕ Ajouter une personne"])
    assert await desk.plays() == "done"
    assert desk.pressed == ["📣 Envoyer"]


async def test_only_questions_on_the_way_get_their_first_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(playing, "SETTLE", 0.02)
    monkeypatch.setattr(playing, "PATIENCE", 0.2)
    desk = Desk(["✅ Oui", "✖️ Abandonner"], ["➕ Ajouter une personne"])
    assert await desk.plays() == "stuck"
    assert desk.pressed == ["✅ Oui"]


async def test_what_stood_there_before_the_scene_is_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(playing, "PATIENCE", 0.1)
    desk = Desk()
    await desk.says("📣 Envoyer", "✖️ Abandonner")
    assert await desk.plays() == "stuck"
    assert desk.pressed == []
