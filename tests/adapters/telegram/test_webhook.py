"""Telegram calls us: 200 only when it is kept."""

import json
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.adapters.telegram import Telegram, webhook
from bot.adapters.telegram.webhook import BIGGEST
from bot.core import Said
from tests.adapters.telegram.conftest import QUICK, Inbox, listening, soon
from tests.servers.telegram import TelegramServer, User

SECRET = "a-secret-of-more-than-16"
UPDATE = {
    "update_id": 12,
    "message": {
        "message_id": 5,
        "date": 1_700_000_000,
        "chat": {"id": 7, "type": "private", "first_name": "Léo"},
        "from": {"id": 7, "is_bot": False, "first_name": "Léo"},
        "text": "bonjour",
    },
}
BODY = json.dumps(UPDATE).encode()


class Site:
    """A web server that hands over to the adapter, as the bot's own does."""

    def __init__(self) -> None:
        self.adapter: Telegram | None = None
        self.url = ""

    async def __call__(self, request: web.BaseRequest) -> web.Response:
        assert self.adapter
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        return web.Response(status=await self.adapter.hooked(await request.read(), secret))


@pytest.fixture
async def hooked(server: TelegramServer) -> AsyncIterator[Telegram]:
    server.webhook.pause = 0.01
    site = Site()
    runner = web.ServerRunner(web.Server(site))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/telegram"
    site.adapter = Telegram(
        server.token, server.url, webhook_url=url, webhook_secret=SECRET, times=QUICK
    )
    yield site.adapter
    await server.webhook.close()
    await site.adapter.close()
    await runner.cleanup()


async def test_updates_come_by_the_webhook(
    server: TelegramServer, hooked: Telegram, inbox: Inbox, ana: User
) -> None:
    async with listening(hooked, inbox):
        await ana.says("bonjour")
        assert (await inbox.first(Said)).text == "bonjour"
        assert set(inbox.cursors) == {""}
        await soon(lambda: not server.world.updates.waiting)


async def test_what_could_not_be_kept_is_told_again(
    server: TelegramServer, hooked: Telegram, inbox: Inbox, ana: User
) -> None:
    inbox.full = True
    async with listening(hooked, inbox):
        await ana.says("bonjour")
        await inbox.until(lambda: inbox.refused >= 2)
        assert server.world.updates.waiting
        inbox.full = False
        await inbox.first(Said)


async def test_while_telegram_says_that_it_does_not_find_us_nothing_is_noted_as_heard(
    server: TelegramServer,
    hooked: Telegram,
    inbox: Inbox,
    ana: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A certificate ran out for three days: the process ran, and nobody would have been told."""
    monkeypatch.setattr(webhook, "MINUTE", 0.02)
    async with listening(hooked, inbox):
        await inbox.until(lambda: len(inbox.cursors) >= 3)
        inbox.full, server.webhook.pause = True, 3600.0
        await ana.says("bonjour")
        await soon(lambda: server.webhook.last_error is not None)
        inbox.full = False
        await asked_whether_it_is_found(server, 2)
        before = len(inbox.cursors)
        await asked_whether_it_is_found(server, 5)
        assert len(inbox.cursors) == before


async def asked_whether_it_is_found(server: TelegramServer, times: int) -> None:
    """So often again."""
    asked = len(server.history.of("getWebhookInfo"))
    await soon(lambda: len(server.history.of("getWebhookInfo")) >= asked + times)


async def test_a_start_waits_until_the_webhook_can_be_set(
    server: TelegramServer, hooked: Telegram, inbox: Inbox, ana: User
) -> None:
    await server.down("502")
    async with listening(hooked, inbox):
        await soon(lambda: not hooked.health.ok)
        assert await hooked.hooked(BODY, SECRET) == 503
        await server.up()
        await ana.says("bonjour")
        await inbox.first(Said)


async def test_one_that_only_waits_its_turn_takes_what_is_brought(
    server: TelegramServer, hooked: Telegram, inbox: Inbox
) -> None:
    """It asks who it is, since commands hold its name, and nothing else."""
    hooked.listen(inbox.take)
    await server.down("502")
    assert await hooked.hooked(BODY, SECRET) == 503
    await server.up()
    await soon(lambda: hooked.health.ok)
    assert await hooked.hooked(BODY, SECRET) == 200
    assert (await inbox.first(Said)).text == "bonjour"
    assert {call.method.lower() for call in server.history.calls} == {"getme"}


async def test_only_who_knows_the_secret_is_heard(hooked: Telegram, inbox: Inbox) -> None:
    async with listening(hooked, inbox):
        for secret in ("", "wrong", SECRET[:-1], SECRET + "x", "é", "\udcff"):
            assert await hooked.hooked(BODY, secret) == 403
    assert inbox.events == []


async def test_without_a_secret_nobody_is_heard(adapter: Telegram) -> None:
    assert await adapter.hooked(BODY, "") == 403


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'{"update_id": "1"}', b"\xff\xfe", b"[" * 100_000]
)
async def test_rubbish_is_refused(hooked: Telegram, body: bytes) -> None:
    assert await hooked.hooked(body, SECRET) == 400


async def test_what_is_too_large_is_refused_unread(hooked: Telegram) -> None:
    assert await hooked.hooked(b"{" + b" " * BIGGEST, SECRET) == 413
