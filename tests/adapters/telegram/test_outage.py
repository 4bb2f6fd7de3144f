"""Telegram goes away and comes back."""

import asyncio

import pytest

from bot.adapters.telegram import Telegram
from bot.adapters.telegram.times import Times
from bot.core import Said
from bot.core.errors import SendFailed
from tests.adapters.telegram.conftest import QUICK, Inbox, listening, place, soon, words
from tests.servers.telegram import Action, Rule, TelegramServer, User
from tests.servers.telegram.server import Outage


@pytest.mark.parametrize("how", ["refuse", "502", "hang"])
async def test_it_is_heard_and_written_to_again_after_an_outage(
    server: TelegramServer, adapter: Telegram, heard: Inbox, ana: User, how: Outage
) -> None:
    await ana.says("avant")
    await heard.first(Said)
    await server.down(how)
    await soon(lambda: not adapter.health.ok)
    assert adapter.health.why == "Telegram cannot be reached"
    await ana.says("pendant")
    await server.up()
    await heard.until(lambda: len(heard.events) == 2)
    await soon(lambda: adapter.health.ok)
    await adapter.send(place(ana.id), words("De retour"), key="k1")
    assert ana.messages[-1].text == "De retour"


async def test_while_it_is_down_nothing_but_one_probe_at_a_time_is_asked(
    server: TelegramServer, adapter: Telegram, heard: Inbox, ana: User
) -> None:
    await adapter.send(place(ana.id), words("avant"), key="k0")
    server.fails(rule := Rule(Action.BAD_GATEWAY))
    await soon(lambda: not adapter.health.ok)
    struck = rule.struck
    for n in range(50):
        with pytest.raises(SendFailed) as caught:
            await adapter.send(place(ana.id), words("pendant"), key=f"k{n}")
        assert (caught.value.unknown, caught.value.everyone) == (False, True)
    assert rule.struck - struck < 10
    server.fails()
    await soon(lambda: adapter.health.ok)
    assert [m.text for m in ana.messages[1:]] == ["avant"]


async def test_one_bad_answer_is_no_outage(
    server: TelegramServer, adapter: Telegram, ana: User
) -> None:
    server.fails(Rule(Action.BAD_GATEWAY, "sendMessage", times=1))
    with pytest.raises(SendFailed):
        await adapter.send(place(ana.id), words("un"), key="k1")
    await adapter.send(place(ana.id), words("deux"), key="k2")
    assert adapter.health.ok


async def test_a_start_without_a_network_waits_and_says_so_once(
    server: TelegramServer,
    adapter: Telegram,
    inbox: Inbox,
    ana: User,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await server.down("refuse")
    assert adapter.invite_link("abc") == ""
    async with listening(adapter, inbox):
        await soon(lambda: not adapter.health.ok)
        await asyncio.sleep(4 * QUICK.probe)
        await ana.says("bonjour")
        await server.up()
        await inbox.first(Said)
    assert adapter.invite_link("abc") == "https://t.me/tocsin_test_bot?start=abc"
    assert len([r for r in caplog.records if r.getMessage() == "telegram trouble"]) == 1


async def test_a_dead_connection_is_given_up_and_another_one_is_made(
    server: TelegramServer, adapter: Telegram, heard: Inbox, ana: User
) -> None:
    """Half-open: the poll that waits is never answered."""
    rule = Rule(Action.HANG, "getUpdates", times=1)
    server.fails(rule)
    await ana.says("un")
    await heard.first(Said)
    await ana.says("deux")
    await heard.until(lambda: len(heard.events) == 2)
    while not rule.struck:
        seen = len(heard.events)
        await ana.says("encore")
        await heard.until(lambda seen=seen: len(heard.events) > seen)  # type: ignore[misc]
    await ana.says("après")
    await heard.until(lambda: any(isinstance(e, Said) and e.text == "après" for e in heard.events))


def test_the_waits_keep_what_is_promised() -> None:
    """Half-open: heard again within 15 s. Down: at most 12 requests a minute, and each 5 s."""
    times = Times()
    assert times.poll + times.slack + times.pauses.broken <= 15
    assert times.probe == times.pauses.down == 60 / 12


async def test_fifty_sends_are_in_the_air_at_once(
    server: TelegramServer, adapter: Telegram
) -> None:
    people = [server.user(f"P{n}") for n in range(50)]
    for person in people:
        await person.says("/start")
    await asyncio.gather(
        *(adapter.send(place(p.id), words(f"à {p}"), key=f"k{p.id}") for p in people)
    )
    assert [p.messages[-1].text for p in people] == [f"à {p}" for p in people]
