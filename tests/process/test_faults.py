"""What Telegram may do to a bot: lose its answer, refuse for a while, answer with a page of HTML."""

import asyncio

import pytest

from tests.process.books import quiet
from tests.process.bot import Bot
from tests.process.people import calls, community, soon
from tests.servers.telegram import Action, Rule

pytestmark = [pytest.mark.process, pytest.mark.timeout(180)]
LINE = f"Vaccination | {soon()} 9h-13h | 2 infirmiers | Gymnase | payé"
HELP = "Je veux…"


async def test_a_message_whose_answer_was_lost_comes_at_most_twice(bot: Bot) -> None:
    """Telegram has no way to ask whether it arrived: urgent or not, once too often is better."""
    claire, nurses = await community(bot, "Ana", "Ben", "Eva")
    await bot.start()
    lost = [Rule(Action.DROP_AFTER, "sendMessage", chat=nurse.id, times=1) for nurse in nurses]
    bot.server.fails(*lost)
    await calls(claire, LINE)
    await quiet(bot)
    assert [nurse.count("APPEL À VOLONTAIRES") for nurse in nurses] == [2, 2, 2]
    assert [rule.struck for rule in lost] == [1, 1, 1]
    first = nurses[0].user.messages[0]
    await nurses[0].user.taps("9 h – 13 h", on=first)
    await claire.has("infirmiers 1 sur 2")
    await nurses[0].sees("C'est noté, vous venez")


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
    await claire.taps("Envoyer")
    await ana.has("APPEL À VOLONTAIRES")
    sends = bot.server.history.of("sendMessage")
    refused, *again = [call for call in sends if call.chat == ana.id]
    assert (refused.fault, [call.ok for call in again]) == ("too_many", [True])
    assert again[0].at - refused.at >= seconds
    others = [call for call in sends if call.chat in {nurse.id for nurse in nurses[1:]}]
    assert len(others) == 3
    assert all(call.at < again[0].at for call in others)


@pytest.mark.parametrize("how", ["502", "refuse"])
async def test_when_telegram_is_away_it_waits_and_goes_on_by_itself(bot: Bot, how: str) -> None:
    """502 with a page of HTML, or nobody there at all. The few questions it asks meanwhile show
    that it does not beat on a closed door; its health says what is wrong."""
    _, (ana, ben) = await community(bot, "Ana", "Ben")
    await bot.start()
    await ana.says("/aide")
    await ana.sees(HELP)
    await bot.server.down("502" if how == "502" else "refuse")
    await ana.says("/planning")
    await ben.says("/aide")
    while (await bot.health("readyz"))[0] != 503:
        await asyncio.sleep(0.1)
    await asyncio.sleep(2)
    await bot.server.up()
    await ana.sees("Vous n'avez aucun créneau")
    await ben.sees(HELP)
    await bot.ready()
    await quiet(bot)
    assert (len(ana.screen()), len(ben.screen())) == (2, 1)
    assert {"Telegram cannot be reached"} <= {line.get("reason") for line in bot.lines()}


async def test_without_telegram_at_its_start_it_waits(bot: Bot) -> None:
    _, (ana,) = await community(bot, "Ana")
    await bot.server.down()
    await ana.says("/aide")
    await bot.spawn()
    while (await bot.health("healthz"))[0] != 200:
        await asyncio.sleep(0.1)
    await bot.server.up()
    await ana.sees(HELP)
