"""The token is in every address, and in no line, error or traceback."""

import asyncio
import logging
import traceback

import pytest

from bot.adapters.telegram import Telegram, examine
from bot.core.errors import SendFailed
from tests.adapters.telegram.conftest import QUICK, Inbox, listening, picture, place, words
from tests.servers.telegram import Action, Rule, TelegramServer, User

SECRET_WORDS = "canari-4711"


def everything(caplog: pytest.LogCaptureFixture) -> str:
    """All that was logged: messages, arguments and tracebacks."""
    formatter = logging.Formatter()
    return "\n".join(f"{r.__dict__!r} {formatter.format(r)}" for r in caplog.records)


@pytest.mark.parametrize(
    "rule",
    [
        Rule(Action.REDIRECT),
        Rule(Action.DROP_BEFORE),
        Rule(Action.DROP_AFTER),
        Rule(Action.HANG),
        Rule(Action.HALF_JSON),
        Rule(Action.BAD_GATEWAY),
        Rule(Action.ERROR, code=401, description="Unauthorized"),
        Rule(Action.ERROR, description=f'Bad Request: odd text "{SECRET_WORDS}"'),
        Rule(Action.ERROR, code=404, description="Not Found"),
    ],
    ids=lambda rule: str(rule.action),
)
async def test_no_failure_shows_the_token_or_a_text(
    server: TelegramServer,
    adapter: Telegram,
    inbox: Inbox,
    ana: User,
    caplog: pytest.LogCaptureFixture,
    rule: Rule,
) -> None:
    caplog.set_level(logging.INFO)
    for name in ("telegram", "aiohttp"):
        caplog.set_level(logging.INFO, name)
    await adapter.send(place(ana.id), words("bonjour"), key="k0")
    server.fails(rule)
    seen = []
    wordings = [words(SECRET_WORDS), words(SECRET_WORDS, attachment=picture())]
    for wording in wordings[: 1 if rule.action is Action.HANG else 2]:  # an upload may take long
        with pytest.raises(SendFailed) as caught:
            await adapter.send(place(ana.id), wording, key="k")
        seen.append("".join(traceback.format_exception(caught.value)))
    async with listening(adapter, inbox):
        await ana.says(SECRET_WORDS)
        await asyncio.sleep(4 * QUICK.probe)
    shown = "\n".join([*seen, everything(caplog), str(await examine(adapter)), repr(adapter)])
    for secret in (server.token, server.token.partition(":")[2], SECRET_WORDS):
        assert secret not in shown
    assert "SendFailed" in shown


async def test_a_broken_update_is_logged_by_its_number_alone(
    server: TelegramServer, heard: Inbox, ana: User, caplog: pytest.LogCaptureFixture
) -> None:
    message = await ana.says("un")
    broken = {"text": SECRET_WORDS, "chat": {"id": ana.id}, "date": SECRET_WORDS}
    server.world.updates.push("message", broken)
    await ana.says("fin")
    await heard.until(lambda: len(heard.events) == 2)
    assert message.text == "un"
    assert "update not understood" in everything(caplog)
    assert SECRET_WORDS not in everything(caplog)
