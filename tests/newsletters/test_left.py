"""«Est parti» means that it has left: the last copy, to those whom a platform did not refuse."""

from datetime import timedelta
from typing import Any

import pytest

from bot.core import ChatRef
from bot.core.errors import SendFailed
from tests.newsletters.editors import editor, issue, reader
from tests.playground import Playground


async def test_it_has_left_when_the_last_copy_has_and_not_when_it_is_owed(
    play: Playground,
) -> None:
    """The editor read «est parti : 2 abonnés» before anybody had it."""
    claire = await editor(play)
    readers = [await reader(play, name) for name in ("Ana", "Bo")]
    await issue(play, claire)
    await claire.taps("Envoyer")
    play.now += timedelta(seconds=31)
    await play.app.alarm.ring()
    assert not any(one.has_seen("Rentrée") for one in readers)
    assert not claire.has_seen("est parti"), claire.screen()
    await play.wait(minutes=1)
    assert all(one.has_seen("Rentrée") for one in readers)
    assert claire.has_seen("est parti : 2 abonnés"), claire.screen()


async def test_whom_the_platform_refuses_is_not_counted_as_sent(
    play: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = play.local.send

    async def refusing(chat: ChatRef, *what: Any, **more: Any) -> Any:
        if chat.chat == "bo":
            raise SendFailed("forbidden", permanent=True)
        return await send(chat, *what, **more)

    claire, ana = await editor(play), await reader(play, "Ana")
    await reader(play, "Bo")
    await issue(play, claire)
    await claire.taps("Envoyer")
    monkeypatch.setattr(play.local, "send", refusing)
    await play.wait(minutes=2)
    assert ana.has_seen("Rentrée")
    assert claire.has_seen("est parti : un abonné. Une personne n'a pas pu être jointe."), (
        claire.screen()
    )
