"""How it ends and begins again: told to stop, its token revoked."""

import asyncio
import contextlib
import json
import sqlite3

import pytest
from sqlalchemy.engine import make_url

from tests.chaos import in_time
from tests.process.books import quiet
from tests.process.bot import Bot
from tests.process.people import calls, community, person, soon
from tests.servers.telegram import Action, Rule

pytestmark = [pytest.mark.process, pytest.mark.timeout(180)]
NURSES = [f"Infirmier {n}" for n in range(1, 13)]


async def test_told_to_stop_in_a_crowd_it_ends_in_order_and_loses_nothing(
    bot_everywhere: Bot,
) -> None:
    """SIGTERM: ten seconds at most, nothing lost, nothing said twice."""
    bot = bot_everywhere
    claire, nurses = await community(bot, *NURSES)
    await bot.start()
    line = f"Vaccination | {soon()} 9h-13h | 4 infirmiers | Gymnase | payé | tout le monde"
    await calls(claire, line)
    for nurse in nurses:
        await nurse.has("APPEL À VOLONTAIRES")
    for nurse in nurses:
        await nurse.taps("9 h – 13 h")
        await nurse.says("/planning")
    in_time("SIGTERM: it has ended", 10, await bot.stop())
    for nurse in nurses:
        await nurse.says("/aide")
    await bot.start()
    books = await quiet(bot)
    assert books.one("SELECT count(*) FROM inbox WHERE state <> 'done'") == 0
    assert books.one("SELECT taken FROM posts") == 4
    assert [n.count("C'est noté, vous venez") for n in nurses].count(1) == 4
    assert [n.count("🕐 Liste d'attente :") for n in nurses].count(1) == 8
    for nurse in nurses:
        said = [nurse.count(words) for words in ("APPEL À VOLONTAIRES", "Je veux…", "Vos créneaux")]
        assert said == [1, 1, 1], nurse.screen()


async def test_with_its_token_revoked_it_stays_up_and_its_health_says_so(bot: Bot) -> None:
    _, (ana,) = await community(bot, "Ana")
    await bot.start()
    await ana.says("/aide")
    await ana.sees("Je veux…")
    bot.server.token = "1:revoked"
    try:
        said = await bot.answers("readyz", 503)
        assert json.loads(said) == {"database": True, "events": True, "telegram": False}
        assert (await bot.health("healthz"))[0] == 200
        await ana.says("/planning")
        await asyncio.sleep(1)
        assert bot.alive
        await bot.stop()
    finally:
        bot.server.token = bot.server.world.token
    await bot.start()
    await ana.sees("Vous n'avez aucun créneau")
    reasons = [line.get("reason") for line in bot.lines()]
    assert "the token is refused" in reasons


async def test_its_first_answer_is_seconds_of_work_after_its_start(bot: Bot) -> None:
    """The bar is three seconds on a quiet machine, which `python -m bench life` measures; twice
    that, of a processor, is a slip on any."""
    _, (ana,) = await community(bot, "Ana")
    await bot.start()
    await bot.stop()
    await ana.says("/aide")
    bot.twin = False
    await bot.spawn()
    await ana.sees("Je veux…")
    assert bot.worked() <= 6


async def test_told_to_stop_while_telegram_hangs_it_ends_within_ten_seconds(bot: Bot) -> None:
    """What was in the air then is sent again at the next start."""
    _, (ana, ben) = await community(bot, "Ana", "Ben")
    await bot.start()
    bot.server.fails(Rule(Action.HANG, "sendMessage", times=2))
    await ana.says("/aide")
    await ben.says("/aide")
    while len(bot.server.history.of("sendMessage")) < 2:  # noqa: ASYNC110
        await asyncio.sleep(0.05)
    in_time("SIGTERM: it has ended", 10, await bot.stop())
    await bot.start()
    await ana.has("Je veux…")
    await ben.has("Je veux…")


async def test_while_its_database_cannot_be_written_it_is_not_ready_and_loses_nothing(
    bot: Bot,
) -> None:
    """Somebody else holds the file's lock: a backup program, an open transaction of a person."""
    bot.faulty = True
    _, (ana,) = await community(bot, "Ana")
    await bot.start()
    file = make_url(bot.database).database
    assert file
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        await ana.says("/aide")
        assert json.loads(await bot.answers("readyz", 503))["telegram"] is False
        assert (await bot.health("healthz"))[0] == 200
        other.execute("ROLLBACK")
    await ana.sees("Je veux…")
    await bot.ready()
    await quiet(bot)
    assert len(ana.screen()) == 1


async def test_a_wizard_goes_on_after_a_restart_where_it_was(bot: Bot) -> None:
    await community(bot)
    await bot.start()
    code = (await bot.invites())["code"].replace(" ", "")
    zoe = person(bot.server, "Zoé")
    await zoe.says(f"/start {code}")
    await zoe.taps("J'ai lu")
    await zoe.sees("Étape 1 sur 4")
    await bot.restart()
    await zoe.says("Zoé Marchetti")
    await zoe.sees("Étape 2 sur 4")
    await bot.kill()
    await bot.start()
    await zoe.taps("Médecin")
    await zoe.sees("Étape 3 sur 4")
