"""Nothing that Telegram told is lost, and Telegram is told so only when it is kept."""

import asyncio
from collections.abc import Sequence

import pytest

from bot.adapters.telegram import Telegram
from bot.core import Event, Said
from bot.core.events import Unreadable
from tests.adapters.telegram.conftest import QUICK, Inbox, listening
from tests.servers.telegram import Action, Rule, TelegramServer, User


def texts(inbox: Inbox) -> list[str]:
    return [event.text for event in inbox.events if isinstance(event, Said)]


def confirmed(server: TelegramServer) -> list[bool]:
    return [entry.confirmed is not None for entry in server.history.updates.values()][1:]


async def test_an_update_is_confirmed_only_after_it_is_kept(
    server: TelegramServer, adapter: Telegram, inbox: Inbox, ana: User
) -> None:
    inbox.full = True
    async with listening(adapter, inbox):
        await ana.says("un")
        await inbox.until(lambda: inbox.refused >= 3)
        assert confirmed(server) == [False]
        assert adapter.health.why == "what Telegram tells cannot be kept"
        inbox.full = False
        await inbox.first(Said)
        await ana.says("deux")
        await inbox.until(lambda: len(texts(inbox)) == 2)
    assert texts(inbox) == ["un", "deux"]
    assert confirmed(server)[0]
    assert adapter.health.ok


async def test_the_cursor_is_where_the_next_process_goes_on(
    server: TelegramServer, adapter: Telegram, inbox: Inbox, ana: User
) -> None:
    async with listening(adapter, inbox):
        await ana.says("un")
        await inbox.first(Said)
    (cursor,) = inbox.cursors
    assert cursor == str(int(inbox.events[0].key) + 1)
    await ana.says("deux")
    other = Telegram(server.token, server.url, times=QUICK)
    async with listening(other, inbox, cursor):
        await inbox.until(lambda: len(texts(inbox)) == 2)
    await other.close()
    assert texts(inbox) == ["un", "deux"]
    assert confirmed(server)[0]


async def test_what_was_kept_but_not_confirmed_comes_again_under_the_same_key(
    server: TelegramServer, adapter: Telegram, inbox: Inbox, ana: User
) -> None:
    """A crash after the commit: the next process begins at the cursor from before."""

    async def kept_and_gone(events: Sequence[Event], cursor: str) -> None:
        await inbox.take(events, cursor)
        await asyncio.Event().wait()

    await ana.says("un")
    for seen in range(2):
        crashing = asyncio.create_task(adapter.receive(kept_and_gone, ""))
        await inbox.until(lambda seen=seen: len(inbox.events) > seen)  # type: ignore[misc]
        crashing.cancel()
        await asyncio.gather(crashing, return_exceptions=True)
    assert [event.key for event in inbox.events] == [inbox.events[0].key] * 2


async def test_a_crowd_comes_in_order_and_whole(
    server: TelegramServer, heard: Inbox, ana: User
) -> None:
    for n in range(250):
        await ana.says(f"n{n}")
    await heard.until(lambda: len(texts(heard)) == 250)
    assert texts(heard) == [f"n{n}" for n in range(250)]


async def test_what_arrived_while_nobody_listened_is_not_dropped(
    server: TelegramServer, adapter: Telegram, inbox: Inbox, ana: User
) -> None:
    await ana.says("pendant la nuit")
    async with listening(adapter, inbox):
        assert (await inbox.first(Said)).text == "pendant la nuit"


async def test_a_webhook_left_by_another_program_is_taken_away(
    server: TelegramServer, adapter: Telegram, inbox: Inbox, ana: User
) -> None:
    await adapter.bot.set_webhook("http://127.0.0.1:9/hook")
    async with listening(adapter, inbox):
        await ana.says("bonjour")
        await inbox.first(Said)
    assert server.webhook.hook is None


async def test_a_poisonous_update_stops_nothing(
    server: TelegramServer, heard: Inbox, ana: User
) -> None:
    server.world.updates.push("message", {"message_id": "x", "chat": 12})
    broken = {"chat": {"id": ana.id, "type": "private"}, "from": {"id": ana.id}, "date": "hier"}
    server.world.updates.push("message", broken)
    await ana.says("après")
    await heard.first(Said)
    assert [type(event) for event in heard.events] == [Unreadable, Said]
    assert int(heard.cursors[-1]) == int(heard.events[-1].key) + 1


async def test_answers_that_are_no_answers_are_asked_again(
    server: TelegramServer, heard: Inbox, ana: User
) -> None:
    for action in (Action.HALF_JSON, Action.EMPTY, Action.NO_DESCRIPTION, Action.REDIRECT):
        rule = Rule(action, "getUpdates", times=1)
        server.fails(rule)
        await ana.says(action.value)
        await heard.until(lambda name=action.value: name in texts(heard))  # type: ignore[misc]
        assert rule.struck == 1
    assert len(texts(heard)) == 4


async def test_when_another_program_listens_it_is_said_once_and_goes_on(
    server: TelegramServer,
    adapter: Telegram,
    heard: Inbox,
    ana: User,
    caplog: pytest.LogCaptureFixture,
) -> None:
    conflict = Rule(Action.ERROR, "getUpdates", code=409, description="Conflict: other", times=5)
    server.fails(conflict)
    await ana.says("un")
    await heard.first(Said)
    await ana.says("deux")
    await heard.until(lambda: texts(heard) == ["un", "deux"])
    while conflict.struck < 5:
        await ana.says("encore")
        seen = len(heard.events)
        await heard.until(lambda seen=seen: len(heard.events) > seen)  # type: ignore[misc]
    assert adapter.health.why == "another program receives this bot's updates"
    said = [r for r in caplog.records if r.getMessage() == "telegram trouble"]
    assert len(said) == 1


async def test_a_revoked_token_is_said_once_and_tried_slowly_until_it_works(
    server: TelegramServer,
    adapter: Telegram,
    inbox: Inbox,
    ana: User,
    caplog: pytest.LogCaptureFixture,
) -> None:
    revoked = Rule(Action.ERROR, code=401, description="Unauthorized", times=4)
    server.fails(revoked)
    await ana.says("bonjour")
    async with listening(adapter, inbox):
        await inbox.first(Said)
    assert revoked.struck == 4
    assert adapter.health.ok
    assert len([r for r in caplog.records if r.getMessage() == "telegram trouble"]) == 1


async def test_too_many_polls_wait_as_long_as_they_are_told(
    server: TelegramServer, heard: Inbox, ana: User
) -> None:
    rule = Rule(Action.TOO_MANY, "getUpdates", times=1, retry_after=1)
    server.fails(rule)
    await ana.says("un")
    await ana.says("deux")
    await heard.until(lambda: len(texts(heard)) == 2)
    assert rule.struck == 1
