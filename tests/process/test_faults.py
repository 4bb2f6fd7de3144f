"""What Telegram may do to a bot: lose an answer, say «later», answer with a page of HTML."""

import asyncio
import time
from datetime import timedelta

import pytest

from tests.chaos import in_time
from tests.process.books import PATIENCE, Books, at, earlier, quiet
from tests.process.bot import Bot
from tests.process.people import calls, community, soon
from tests.servers.telegram import Action, Rule

pytestmark = [pytest.mark.process, pytest.mark.timeout(180)]
LINE = f"Vaccination | {soon()} 9h-13h | 2 infirmiers | Gymnase | payé"
HELP = "Je veux…"
OTHERS, BACK = 1.0, 5.0
"""Seconds until the others have theirs, and until what waited while it was off is done."""
OVERDUE = "SELECT count(*) FROM timers WHERE due_at < strftime('%Y-%m-%d %H:%M:%S', 'now')"
UNHEARD = "job = 'engine.unheard'"


async def test_a_message_whose_answer_was_lost_comes_at_most_twice(bot: Bot) -> None:
    """Telegram has no way to ask whether it arrived: urgent or not, once too often is better."""
    claire, (ana, ben, eva) = await community(bot, "Ana", "Ben", "Eva")
    await bot.start()
    lost = Rule(Action.DROP_AFTER, "sendMessage", chat=ana.id, times=1)
    bot.server.fails(lost)
    await calls(claire, LINE)
    await quiet(bot)
    assert lost.struck == 1
    assert [n.count("APPEL À VOLONTAIRES") for n in (ana, ben, eva)] == [2, 1, 1]
    first, _ = ana.user.messages
    await ana.user.taps("9 h – 13 h", on=first)
    await ana.sees("C'est noté, vous venez")
    await claire.has("infirmiers 1 sur 2")


async def test_an_answer_cut_in_the_middle_is_no_answer(bot: Bot) -> None:
    """Half a JSON to a poll: the updates come again and are handled once. To a send: as above."""
    _, (ana,) = await community(bot, "Ana")
    await ana.says("/aide", "/planning")
    half = Rule(Action.HALF_JSON, "getUpdates", times=1)
    bot.server.fails(half, Rule(Action.HALF_JSON, "sendMessage", nth=2))
    await bot.start()
    await ana.has(HELP)
    await ana.has("Vous n'avez aucun créneau")
    books = await quiet(bot)
    assert half.struck == 1
    assert books.one("SELECT count(*) FROM outbox") == 2
    assert books.one("SELECT count(*) FROM inbox") == 2
    assert len(ana.screen()) == 3, "two answers, and one of them twice"


async def test_one_chat_that_must_wait_holds_nobody_else_up(bot: Bot) -> None:
    """429: nothing is asked of that chat before it said, and everybody else is answered."""
    seconds = 6
    claire, nurses = await community(bot, "Ana", "Ben", "Eva", "Kim")
    ana = nurses[0]
    await bot.start()
    await claire.says(f"/mobiliser {LINE}")
    await claire.sees("Aperçu")
    slow = Rule(Action.TOO_MANY, "send*", chat=ana.id, times=1, retry_after=seconds)
    bot.server.fails(slow)
    began = time.time()
    await claire.taps("Envoyer")
    await ana.has("APPEL À VOLONTAIRES")
    sends = bot.server.history.of("sendMessage")
    refused, *again = [call for call in sends if call.chat == ana.id]
    assert (refused.fault, [call.ok for call in again]) == ("too_many", [True])
    assert again[0].at - refused.at >= seconds
    others = [call for call in sends if call.chat in {nurse.id for nurse in nurses[1:]}]
    assert len(others) == 3
    assert all(call.at < again[0].at for call in others)
    slowest = max(call.at for call in others) - began
    in_time("one chat must wait (429): the others have theirs", OTHERS, slowest)


async def test_after_an_outage_it_goes_on_by_itself(bot: Bot) -> None:
    """502 with a page of HTML to everything: its health says so, and nothing is lost."""
    _, (ana, ben) = await community(bot, "Ana", "Ben")
    await bot.start()
    await ana.says("/aide")
    await ana.sees(HELP)
    await bot.server.down("502")
    await ana.says("/planning")
    await ben.says("/aide")
    await bot.answers("readyz", 503)
    await bot.server.up()
    await ana.sees("Vous n'avez aucun créneau")
    await ben.sees(HELP)
    await bot.ready()
    await quiet(bot)
    assert (len(ana.screen()), len(ben.screen())) == (2, 1)
    assert "Telegram cannot be reached" in {line.get("reason") for line in bot.lines()}


async def test_without_telegram_at_its_start_it_waits(bot: Bot) -> None:
    _, (ana,) = await community(bot, "Ana")
    await bot.server.down()
    await ana.says("/aide")
    await bot.spawn()
    await bot.answers("healthz", 200)
    await bot.server.up()
    await ana.sees(HELP)


async def test_off_for_hours_it_does_what_fell_due_and_answers_what_was_written(bot: Bot) -> None:
    """Once, and soon: nothing stays overdue, and whoever wrote meanwhile has an answer."""
    claire, (ana, ben, eva) = await community(bot, "Ana", "Ben", "Eva")
    await bot.start()
    await calls(claire, LINE)
    await ana.has("APPEL À VOLONTAIRES")
    await quiet(bot)
    await bot.stop()
    earlier(bot.database, 3)
    await ben.says("/aide")
    await eva.says("/planning")
    books, began = Books(bot.database), time.monotonic()
    assert books.one(OVERDUE)
    await bot.start()
    await ben.has(HELP)
    await eva.has("Vous n'avez aucun créneau")
    async with asyncio.timeout(PATIENCE):
        while books.one(OVERDUE):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    in_time("off for hours: what fell due and was written is done", BACK, time.monotonic() - began)
    await quiet(bot)
    assert [n.count(HELP) for n in (ana, ben, eva)] == [0, 1, 0]
    assert [n.count("APPEL À VOLONTAIRES") for n in (ana, ben, eva)] == [1, 1, 1]


async def test_off_for_two_days_it_tells_what_telegram_kept_no_longer(bot: Bot) -> None:
    """Nobody writes when it is back: that it asked Telegram is enough."""
    chief, _ = await community(bot, "Ana")
    await bot.start()
    await chief.says("/aide")
    await chief.sees(HELP)
    await bot.stop()
    at(bot.database, "UPDATE cursors SET heard_at = ?", timedelta(days=2))
    await bot.start()
    books = Books(bot.database)
    async with asyncio.timeout(PATIENCE):
        while not books.one(f"SELECT count(*) FROM timers WHERE {UNHEARD}"):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    at(bot.database, f"UPDATE timers SET due_at = ? WHERE {UNHEARD}", timedelta(seconds=1))
    await chief.sees("Des réponses ont pu se perdre", "Je n'écoutais plus Telegram depuis")
