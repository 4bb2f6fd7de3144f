"""What goes wrong goes wrong as written, and the history says what was done all the same."""

import asyncio
import json
from datetime import timedelta

import aiohttp
import pytest
from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut

from tests.servers.telegram import Action, Rule, TelegramServer, User
from tests.servers.telegram.conftest import Raw


@pytest.mark.parametrize(
    ("action", "error", "done"),
    [
        (Action.DROP_BEFORE, NetworkError, False),
        (Action.DROP_AFTER, NetworkError, True),
        (Action.TOO_MANY, RetryAfter, False),
        (Action.BAD_GATEWAY, NetworkError, False),
        (Action.SERVER_ERROR, NetworkError, False),
        (Action.HALF_JSON, TelegramError, True),
        (Action.EMPTY, TelegramError, True),
        (Action.NO_DESCRIPTION, TelegramError, False),
        (Action.REDIRECT, NetworkError, False),
        (Action.ERROR, BadRequest, False),
    ],
)
async def test_each_fault_as_the_stock_library_sees_it(
    server: TelegramServer,
    bot: Bot,
    ana: User,
    action: Action,
    error: type[TelegramError],
    done: bool,
) -> None:
    server.fails(Rule(action, method="send*"))
    with pytest.raises(error):
        await bot.send_message(ana.id, "x")
    assert [message.text for message in ana.messages] == (["/start", "x"] if done else ["/start"])
    (call,) = server.history.of("sendMessage", chat=ana.id)
    assert (call.fault, call.done, call.ok) == (action.value, done, done)


@pytest.mark.parametrize("action", [Action.TOO_MANY, Action.BAD_GATEWAY, Action.SERVER_ERROR])
async def test_a_fault_may_come_after_the_effect(
    server: TelegramServer, bot: Bot, ana: User, action: Action
) -> None:
    server.fails(Rule(action, method="sendMessage", done=True))
    with pytest.raises(TelegramError):
        await bot.send_message(ana.id, "x")
    await ana.sees("x")


async def test_slow_and_hanging_answers(server: TelegramServer, bot: Bot, ana: User) -> None:
    server.fails(Rule(Action.SLOW, method="sendMessage", seconds=0.2, times=1))
    await bot.send_message(ana.id, "tard")
    server.fails(Rule(Action.HANG, method="sendMessage"))
    with pytest.raises(TimedOut):
        await bot.send_message(ana.id, "jamais", read_timeout=0.1)
    server.fails()
    await bot.send_message(ana.id, "enfin")
    assert [message.text for message in ana.messages[1:]] == ["tard", "enfin"]


async def test_retry_after_is_said_three_times_over(server: TelegramServer, ana: User) -> None:
    server.fails(Rule(Action.TOO_MANY, retry_after=7))
    url = f"{server.url}/bot{server.token}/sendMessage"
    body = {"chat_id": ana.id, "text": "x"}
    async with aiohttp.ClientSession() as session, session.post(url, json=body) as response:
        answer = await response.json()
        assert (response.status, response.headers["Retry-After"]) == (429, "7")
    assert answer["parameters"] == {"retry_after": 7}
    assert answer["description"] == "Too Many Requests: retry after 7"


async def test_rules_choose_by_chat_count_and_chance(
    server: TelegramServer, raw: Raw, ana: User
) -> None:
    bob = server.user("Bob")
    await bob.says("/start")
    server.fails(Rule(Action.SERVER_ERROR, method="sendmessage", chat=ana.id, nth=2))
    answers = [(await raw("sendMessage", chat_id=c, text="x"))["ok"] for c in (ana.id, bob.id) * 3]
    assert answers == [True, True, False, True, True, True]

    async def lucky(seed: int) -> list[bool]:
        server.fails(Rule(Action.SERVER_ERROR, probability=0.5, seed=seed))
        return [(await raw("getMe"))["ok"] for _ in range(20)]

    assert await lucky(1) == await lucky(1)
    assert await lucky(1) != await lucky(2)


async def test_down_and_up_again(server: TelegramServer, bot: Bot, raw: Raw, ana: User) -> None:
    url = server.url
    (last,) = server.history.updates
    poll = asyncio.create_task(raw("getUpdates", offset=last + 1, timeout=30))
    await asyncio.sleep(0.05)
    await server.down()
    with pytest.raises(aiohttp.ClientError):
        await poll
    with pytest.raises(NetworkError):
        await bot.send_message(ana.id, "x")
    await server.up()
    assert server.url == url
    await bot.send_message(ana.id, "de retour")
    await server.down("502")
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(ana.id, "x")
    await server.down("hang")
    with pytest.raises(TimedOut):
        await bot.send_message(ana.id, "x", read_timeout=0.1)
    await server.up()
    await bot.send_message(ana.id, "encore")
    assert [message.text for message in ana.messages[1:]] == ["de retour", "encore"]


async def test_limits_of_a_bot_a_chat_and_a_group(
    server: TelegramServer, bot: Bot, raw: Raw, ana: User
) -> None:
    limits = server.api.limits
    limits.on = True
    for _ in range(3):
        await bot.send_message(ana.id, "x")
    with pytest.raises(RetryAfter) as flood:
        await bot.send_message(ana.id, "x")
    assert flood.value.retry_after == timedelta(seconds=1)
    group = server.group("Bénévoles")
    await group.adds_bot(ana)
    limits.overall_burst = 100.0
    limits.reset()
    oks = [(await raw("sendMessage", chat_id=group.id, text="x"))["ok"] for _ in range(22)]
    assert oks.count(True) == 20
    assert (await raw("editMessageText", chat_id=group.id, message_id=99, text="y"))[
        "error_code"
    ] == 429
    assert limits.refused == 4


async def test_the_whole_bot_is_held_to_thirty_a_second(server: TelegramServer, raw: Raw) -> None:
    people = [server.user(f"P{n}") for n in range(8)]
    for person in people:
        await person.says("/start")
    server.api.limits.on = True
    server.api.limits.overall = 0.01
    oks = [(await raw("sendMessage", chat_id=p.id, text="x"))["ok"] for p in people]
    assert oks == [True] * 5 + [False] * 3


async def test_an_answer_cut_short_is_no_json(server: TelegramServer, ana: User) -> None:
    server.fails(Rule(Action.HALF_JSON))
    url = f"{server.url}/bot{server.token}/getMe"
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        body = await response.text()
    assert body.startswith('{"ok":true')
    with pytest.raises(ValueError, match=r"delimiter|Unterminated|Expecting"):
        json.loads(body)
