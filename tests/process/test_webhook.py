"""The other way in: Telegram calls the bot, behind the operator's proxy."""

import json
from io import BytesIO

import aiohttp
import pytest

from tests.process.books import Books, quiet
from tests.process.bot import HOOK_SECRET, Bot
from tests.process.people import calls, community, soon
from tests.servers.telegram import Action, Rule

pytestmark = [pytest.mark.process, pytest.mark.timeout(180)]
HELP = "Je veux…"
UPDATE = json.dumps({
    "update_id": 999_999,
    "message": {
        "message_id": 5, "date": 1_700_000_000, "text": "/aide",
        "chat": {"id": 7, "type": "private", "first_name": "Léo"},
        "from": {"id": 7, "is_bot": False, "first_name": "Léo"},
    },
}).encode()  # fmt: skip


@pytest.fixture
def hooked(bot: Bot) -> Bot:
    bot.hook = "/telegram"
    return bot


async def knock(bot: Bot, body: bytes, secret: bytes = HOOK_SECRET.encode()) -> int:
    """The status with which the bot answers a call at its webhook's address."""
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret.decode("utf-8", "surrogateescape")}
    async with (
        aiohttp.ClientSession() as session,
        session.post(bot.hook_url, data=BytesIO(body), headers=headers) as answer,
    ):
        return answer.status


async def test_a_call_is_staffed_when_telegram_calls_the_bot(hooked: Bot) -> None:
    bot = hooked
    claire, (ana, ben) = await community(bot, "Ana", "Ben")
    await bot.start()
    await calls(claire, f"Vaccination | {soon()} 9h-13h | 2 infirmiers | Gymnase | payé")
    await ana.taps("9 h – 13 h")
    await ana.sees("C'est noté, vous venez")
    await ben.says("je viens")
    await claire.has("tous les postes sont pourvus")
    assert bot.server.history.of("getUpdates") == []
    assert await bot.stop() <= 10


async def test_what_was_answered_with_200_is_on_disk(hooked: Bot) -> None:
    """Killed the moment Telegram was told that its updates arrived: none is lost, none is twice."""
    bot = hooked
    _, nurses = await community(bot, *(f"Infirmière {n}" for n in range(1, 9)))
    await bot.start()
    for nurse in nurses:
        await nurse.says("/aide")
    await bot.kill()
    history = bot.server.history
    told = {str(n) for n, update in history.updates.items() if update.confirmed}
    kept = {row["key"] for row in Books(bot.database).table("inbox")}
    assert {key for key in told if not any(key in k for k in kept)} == set()
    await bot.start()
    for nurse in nurses:
        await nurse.has(HELP)
    await quiet(bot)
    assert [nurse.count(HELP) for nurse in nurses] == [1] * len(nurses)


async def test_whoever_is_not_telegram_is_turned_away(hooked: Bot) -> None:
    bot = hooked
    await community(bot)
    await bot.start()
    for secret in (b"", b"wrong", HOOK_SECRET[:-1].encode(), b"\xff\xfe", "é".encode()):
        assert await knock(bot, UPDATE, secret) == 403, secret
    for body, status in (
        (b"", 400), (b"not json", 400), (b"[]", 400), (b"null", 400),
        (b" " * 2_000_000, 413),
    ):  # fmt: skip
        assert await knock(bot, body) == status, body[:20]
    assert (await bot.health("telegram"))[0] == 405
    assert Books(bot.database).table("inbox") == []
    for _ in range(2):
        assert await knock(bot, UPDATE) == 200
    await quiet(bot)
    assert Books(bot.database).one("SELECT count(*) FROM inbox WHERE key LIKE '%999999'") == 1


async def test_an_address_that_telegram_refuses_shows_in_the_health(hooked: Bot) -> None:
    """It was asked again and again in silence, and /readyz said that all was well."""
    bot = hooked
    _, (ana,) = await community(bot, "Ana")
    why = "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    no = Rule(Action.ERROR, "setWebhook", times=1, code=400, description=why)
    bot.server.fails(no)
    await bot.spawn()
    assert json.loads(await bot.answers("readyz", 503))["telegram"] is False
    await bot.ready()
    await ana.says("/aide")
    await ana.sees(HELP)
    assert f"Telegram refuses: {why}" in {line.get("reason") for line in bot.lines()}


async def test_one_can_go_from_long_polling_to_a_webhook_and_back(bot: Bot) -> None:
    """What people write while it is off is heard by the other way."""
    _, (ana,) = await community(bot, "Ana")
    for hook in ("", "/telegram", ""):
        bot.hook = hook
        await ana.says("/aide")
        await bot.start()
        await ana.sees(HELP)
        await quiet(bot)
        await bot.stop()
    assert ana.count(HELP) == 3
