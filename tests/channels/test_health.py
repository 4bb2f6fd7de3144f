"""Chats that are lost or muted: noticed as it happens, told once, seen in /canaux."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.adapters.local import Local
from bot.core import ChatRef, Role
from bot.core.errors import SendFailed
from bot.core.events import Left, Rights
from bot.engine import watching
from bot.engine.watching import Watch
from tests.channels.scene import TOWN, room, two
from tests.playground import Person, Playground

WHERE = ChatRef("local", TOWN)


async def rights(play: Playground, key: str, *, can_write: bool) -> None:
    await play.tell(
        Rights(
            key=key, chat=WHERE, sender=None, at=play.now, private=False, can_write=can_write
        )
    )  # fmt: skip


async def test_a_chat_that_is_lost_is_told_once_and_comes_back(play: Playground) -> None:
    """PART-8."""
    claire, denis = await two(play)
    await denis.taps("Équipe")
    for key in ("l1", "l2"):
        await play.tell(Left(key=key, chat=WHERE, sender=None, at=play.now, private=False))
    assert claire.everything.count("Plus rien ne part dans Mairie") == 1
    await claire.says("/canaux")
    assert claire.sees(
        "Un salon, dont un injoignable",
        "Mairie de Saint-Aubin : équipe, injoignable (on m'en a retiré)",
    ), claire.screen()
    await play.add_bot(TOWN, "channel", "Mairie de Saint-Aubin")
    assert claire.sees("Je peux de nouveau écrire dans Mairie de Saint-Aubin")
    await claire.says("/canaux")
    assert not claire.sees("injoignable")


async def test_a_right_that_is_taken_away_is_noticed_and_so_is_its_return(
    play: Playground,
) -> None:
    """PART-8: muted or demoted."""
    claire, denis = await two(play)
    await denis.taps("Équipe")
    await rights(play, "r1", can_write=False)
    assert claire.sees("Plus rien ne part", "je n'ai plus le droit d'y écrire"), claire.screen()
    await rights(play, "r2", can_write=True)
    assert claire.sees("Je peux de nouveau écrire")


async def test_a_send_that_fails_is_how_a_silent_loss_is_found(play: Playground) -> None:
    """PART-8."""
    claire, denis = await two(play)
    await denis.taps("Équipe")
    play.local.chat(TOWN).blocked = "removed"
    await denis.taps("Quitter")
    await denis.taps("Oui")
    assert not claire.has_seen("Plus rien ne part")  # it is left, by our own will


async def test_the_card_says_when_a_message_last_went_out_well(play: Playground) -> None:
    """PART-8."""
    claire, denis = await two(play)
    await denis.taps("Équipe")
    await play.wait(days=1)
    await claire.says("/canaux")
    await claire.taps("Mairie")
    assert claire.sees("Dernier message bien parti : samedi 21 novembre, 10 h."), claire.screen()
    assert room(play).sees("Bonjour")


async def test_what_nobody_owns_yet_is_lost_without_a_word(play: Playground) -> None:
    claire, _ = await two(play)
    await rights(play, "r1", can_write=False)
    assert not claire.has_seen("Plus rien ne part dans")
    await rights(play, "r2", can_write=True)
    await claire.taps("Équipe")
    assert room(play).sees("Bonjour")


class Silent(Local):
    """As Telegram: what a group lets its members do changes without a word to the bot. `answers`
    is what it says when it is asked."""

    abilities = replace(Local.abilities, tells_rights=False)
    answers: bool | SendFailed = True

    async def may_write(self, chat: ChatRef) -> bool:
        if isinstance(self.answers, SendFailed):
            raise self.answers
        return self.answers


@asynccontextmanager
async def silent(url: str) -> AsyncIterator[tuple[Playground, Silent, Person]]:
    """A group of the team on such a platform, and a coordinator."""
    play = Playground(url, platform=Silent)
    await play.boot()
    assert isinstance(play.local, Silent)
    claire = await play.person("Claire", Role.COORDINATOR)
    await play.add_bot(TOWN, "group", "Garde du samedi")
    await claire.taps("Équipe")
    yield play, play.local, claire
    await play.shut()


async def a_minute_passes(play: Playground) -> int:
    """How many groups were asked about."""
    watch = Watch(play.db, play.app.parts, play.app.doors)
    groups = await watch.groups()
    play.now += timedelta(minutes=1)
    for row in groups:
        await watch.look(row)
    await play.settle()
    return len(groups)


async def test_a_general_right_that_a_group_takes_away_is_noticed_within_a_minute(
    sqlite_url: str,
) -> None:
    """PART-8."""
    async with silent(sqlite_url) as (play, local, claire):
        await a_minute_passes(play)
        assert not claire.has_seen("Plus rien ne part")
        local.answers = False
        for _ in range(3):
            await a_minute_passes(play)
        assert claire.everything.count("Plus rien ne part dans Garde du samedi") == 1
        assert claire.has_seen("je n'ai plus le droit d'y écrire"), claire.screen()
        local.answers = True
        await a_minute_passes(play)
        assert claire.sees("Je peux de nouveau écrire dans Garde du samedi"), claire.screen()


async def test_an_answer_that_does_not_come_says_nothing_about_the_group(sqlite_url: str) -> None:
    async with silent(sqlite_url) as (play, local, claire):
        local.answers = SendFailed("no connection", wait=timedelta(seconds=5))
        await a_minute_passes(play)
        assert not claire.has_seen("Plus rien ne part")
        local.answers = SendFailed("removed", gone=True, permanent=True)
        await a_minute_passes(play)
        assert claire.has_seen("on m'en a retiré"), claire.screen()
        assert await a_minute_passes(play) == 0, "who put us out tells us when we are back"


async def test_channels_and_platforms_that_tell_are_not_asked(play: Playground) -> None:
    _, denis = await two(play)
    await denis.taps("Équipe")
    assert await a_minute_passes(play) == 0


async def test_the_loop_asks_by_itself_and_goes_on_after_an_answer_that_did_not_come(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PART-8."""
    monkeypatch.setattr(watching, "MINUTE", 0.02)
    monkeypatch.setattr(watching, "LEAST", 0.01)
    async with silent(sqlite_url) as (play, local, claire):
        local.answers = SendFailed("no connection")
        loop = asyncio.create_task(Watch(play.db, play.app.parts, play.app.doors).run())
        await asyncio.sleep(0.05)
        local.answers = False
        while not claire.has_seen("Plus rien ne part"):
            await asyncio.sleep(0.01)
            await play.settle()
        loop.cancel()
        await asyncio.gather(loop, return_exceptions=True)


@pytest.mark.parametrize(
    ("reason", "said"),
    [("not found", "il n'existe plus"), ("deleted", "il n'existe plus"), ("forbidden", "refuse")],
)
async def test_why_nothing_goes_out_is_said_in_the_reader_s_language(
    play: Playground, reason: str, said: str
) -> None:
    claire, denis = await two(play)
    await denis.taps("Équipe")
    await play.local.block(TOWN, reason)
    await play.settle()
    assert claire.sees("Plus rien ne part dans Mairie de Saint-Aubin : ", said), claire.screen()
    assert reason not in claire.last
