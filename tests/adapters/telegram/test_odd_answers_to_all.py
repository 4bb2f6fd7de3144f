"""The whole bot, in this process, while every method is answered whatever: nothing is lost."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.adapters.telegram import Telegram
from bot.app import App
from bot.settings import load
from storage.db import Database
from tests.adapters.telegram.test_odd_answers import rule
from tests.process.books import quiet
from tests.process.bot import Bot
from tests.process.people import calls, community, soon
from tests.servers.telegram import TelegramServer

METHODS = ("getUpdates", "sendMessage", "editMessageText", "answerCallbackQuery")
ODD = ("half a JSON", "a page", "a page that forbids")
NURSES = ("Ana", "Ben", "Eva")


@pytest.fixture
def bot(tmp_path: Path, server: TelegramServer) -> Bot:
    """What stands in its configuration, and its database; no process."""
    return Bot(tmp_path, f"sqlite+aiosqlite:///{tmp_path / 'tocsin.db'}", server=server, port=8080)


@pytest.fixture
async def app(bot: Bot, adapter: Telegram) -> AsyncIterator[App]:
    config = bot.home / "config.toml"
    config.write_text(bot._configuration())
    config.chmod(0o600)
    app = App(load(config, dict[str, str]()), Database(bot.database), [adapter])
    yield app
    await app.stop()


async def test_a_call_is_answered_through_all_of_it(
    server: TelegramServer, bot: Bot, app: App, caplog: pytest.LogCaptureFixture
) -> None:
    """Each of three nurses takes a seat and asks for help, and each method fails three times."""
    claire, nurses = await community(bot, *NURSES)
    await app.start()
    await calls(claire, f"X | {soon()} 9h-13h | 3 infirmiers | Gymnase | payé | tout le monde")
    for nurse in nurses:
        await nurse.has("APPEL À VOLONTAIRES")
    odd = [rule(method, name) for method in METHODS for name in ODD]
    server.fails(*odd)
    for nurse in nurses:
        await nurse.taps("9 h – 13 h")
        await nurse.says("/aide")
    for nurse in nurses:
        await nurse.has("C'est noté, vous venez")
        await nurse.has("Je veux…")
    books = await quiet(bot)
    assert books.one("SELECT count(*) FROM seats WHERE state = 'coming'") == len(NURSES)
    assert books.one("SELECT count(*) FROM accounts WHERE unreachable <> ''") == 0
    assert {one.method for one in odd if not one.struck} <= {"answerCallbackQuery"}
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []
