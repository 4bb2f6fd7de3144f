"""Long polling and the webhook, as Telegram does them."""

import asyncio
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest, Conflict

from tests.servers.telegram import TelegramServer, User
from tests.servers.telegram.conftest import Raw
from tests.servers.telegram.test_server_groups import heard


def ids(answer: dict[str, Any]) -> list[int]:
    return [update["update_id"] for update in answer["result"]]


async def test_updates_come_again_until_the_offset_confirms_them(
    server: TelegramServer, raw: Raw, ana: User
) -> None:
    await ana.says("un")
    first = ids(await raw("getUpdates"))
    assert len(first) == 2
    assert ids(await raw("getUpdates")) == first
    assert ids(await raw("getUpdates", offset=first[1])) == first[1:]
    entry = server.history.updates[first[0]]
    assert len(entry.delivered) == 2
    assert entry.confirmed
    assert server.history.updates[first[1]].confirmed is None
    assert len(server.history.updates[first[1]].delivered) == 3


async def test_limits_and_odd_offsets(raw: Raw, ana: User) -> None:
    for n in range(120):
        await ana.says(f"/n{n}")
    first = ids(await raw("getUpdates"))
    assert len(first) == 100
    assert len(ids(await raw("getUpdates", limit=7))) == 7
    assert ids(await raw("getUpdates", offset=first[-1] + 1000, limit=1)) == first[:1]
    assert ids(await raw("getUpdates", offset=-2)) == [first[0] + 119, first[0] + 120]
    assert ids(await raw("getUpdates")) == [first[0] + 119, first[0] + 120]


async def test_a_long_poll_wakes_at_once(raw: Raw, ana: User) -> None:
    last = ids(await raw("getUpdates"))[-1]
    poll = asyncio.create_task(raw("getUpdates", offset=last + 1, timeout=30))
    await asyncio.sleep(0.05)
    assert not poll.done()
    await ana.says("coucou")
    assert ids(await asyncio.wait_for(poll, 1)) == [last + 1]


async def test_a_second_poll_ends_the_first(bot: Bot, raw: Raw, ana: User) -> None:
    last = ids(await raw("getUpdates"))[-1]
    first = asyncio.create_task(bot.get_updates(offset=last + 1, timeout=20))
    await asyncio.sleep(0.1)
    second = asyncio.create_task(raw("getUpdates", offset=last + 1, timeout=20))
    with pytest.raises(Conflict, match="make sure that only one bot instance is running"):
        await first
    await ana.says("coucou")
    assert ids(await second) == [last + 1]


async def test_hasty_polls_get_one_update_and_wait(server: TelegramServer, raw: Raw) -> None:
    server.world.updates.patient = True
    ana = server.user("Ana")
    await ana.says("/start")
    await ana.says("/aide")
    assert len(ids(await raw("getUpdates"))) == 2
    assert len(ids(await raw("getUpdates"))) == 1


async def test_kinds_that_were_not_asked_for_are_not_kept(bot: Bot, raw: Raw, ana: User) -> None:
    await heard(bot)
    await raw("getUpdates", allowed_updates=["callback_query"])
    await ana.says("perdu")
    await raw("getUpdates", allowed_updates=[])
    await ana.says("gardé")
    assert [u.message.text for u in await heard(bot) if u.message] == ["gardé"]


async def test_old_updates_are_dropped(server: TelegramServer, raw: Raw, ana: User) -> None:
    server.world.updates.lifetime = -1
    assert ids(await raw("getUpdates")) == []
    assert all(entry.dropped for entry in server.history.updates.values())


class Receiver:
    """A bot's own web server: answers the next of `statuses`, then 200."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.got: list[tuple[str | None, dict[str, Any]]] = []
        self.enough = asyncio.Event()

    async def __call__(self, request: web.BaseRequest) -> web.Response:
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        self.got.append((secret, await request.json()))
        if not self.statuses:
            self.enough.set()
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)


async def test_a_webhook_is_tried_until_it_answers_200(
    server: TelegramServer, bot: Bot, raw: Raw, ana: User
) -> None:
    server.webhook.pause = 0.01
    receiver = Receiver(500, 503)
    http = web.Server(receiver)
    runner = web.ServerRunner(http)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    await bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token="s3cret")
    await asyncio.wait_for(receiver.enough.wait(), 3)
    assert [secret for secret, _ in receiver.got] == ["s3cret"] * 3
    assert {update["message"]["text"] for _, update in receiver.got} == {"/start"}
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"
    answer = await raw("getUpdates")
    assert answer["description"].startswith("Conflict: can't use getUpdates method while webhook")
    await bot.delete_webhook()
    assert ids(await raw("getUpdates")) == []
    (entry,) = server.history.updates.values()
    assert entry.confirmed
    assert len(entry.delivered) == 3
    await runner.cleanup()


async def test_bad_webhooks_are_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Invalid webhook url specified"):
        await bot.set_webhook("nowhere")
    with pytest.raises(BadRequest, match="Secret token contains unallowed characters"):
        await bot.set_webhook("https://a.fr/", secret_token="é")
