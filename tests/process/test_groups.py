"""The bot in groups and channels: quiet until it is told whose they are, and never personal."""

import pytest

from tests.process.books import quiet
from tests.process.bot import Bot
from tests.process.people import Person, calls, community, person, soon
from tests.servers.telegram import Group

pytestmark = [pytest.mark.process, pytest.mark.timeout(180)]
NAME = "tocsin_test_bot"


def silent(one: Person, group: Group) -> bool:
    return one.screen(group) == []


async def test_in_a_group_a_command_is_answered_in_private(bot: Bot) -> None:
    """Privacy mode stays on: what people say to each other never reaches the bot."""
    _, (ana,) = await community(bot, "Ana")
    await bot.start()
    group = bot.server.group("Garde du samedi")
    await group.adds_bot(ana.user)
    await ana.says("on se retrouve au gymnase ?", f"/aide@{NAME}", to=group)
    await ana.sees("Je veux…", "/planning")
    await quiet(bot)
    assert silent(ana, group)
    heard = [entry.update for entry in bot.server.history.updates.values()]
    assert not any("gymnase" in str(update) for update in heard)


async def test_a_command_for_another_bot_is_left_to_it(bot: Bot) -> None:
    _, (ana,) = await community(bot, "Ana")
    await bot.start()
    group = bot.server.supergroup("Garde du samedi")
    await group.adds_bot(ana.user, "can_delete_messages")
    await ana.says("/aide@another_bot", "/mobiliser tout le monde", to=group)
    await ana.says("/aide")
    await ana.sees("Je veux…")
    await quiet(bot)
    assert ana.count("Je veux…") == 1


async def test_until_somebody_says_whose_a_group_is_the_bot_says_nothing_there(bot: Bot) -> None:
    _, (ana,) = await community(bot, "Ana")
    await bot.start()
    zed = person(bot.server, "Zed")
    group = bot.server.group("Mairie de Garance")
    await group.adds_bot(zed.user)
    await group.joins(ana.user)
    for one in (zed, ana):
        await one.says(f"/aide@{NAME}", f"/mobiliser@{NAME} X", f"/inconnue@{NAME}", to=group)
    await quiet(bot)
    assert silent(zed, group)


async def test_added_to_a_channel_the_bot_asks_the_coordinator_whose_it_is(bot: Bot) -> None:
    """And then the call goes there too, in the last circle, without a name."""
    claire, (ana, ben) = await community(bot, "Ana", "Ben")
    await bot.start()
    mayor = person(bot.server, "Maire")
    channel = bot.server.channel("Mairie de Saint-Aubin")
    await channel.adds_bot(mayor.user)
    await claire.sees("Nouveau salon : Mairie de Saint-Aubin", "À qui est-il ?")
    await quiet(bot)
    assert silent(mayor, channel)
    await claire.taps("Partenaire")
    await mayor.sees("Ce canal reçoit ce que la CPTS adresse à ses partenaires", to=channel)
    await claire.sees("partenaire", "Choix de Claire")
    await claire.taps("Recevoir les appels")
    await claire.sees("Reçoit : les appels (en dernier")
    await calls(claire, f"Vaccination | {soon()} 9h-13h | 2 infirmiers | Gymnase | payé")
    await ana.sees("APPEL À VOLONTAIRES")
    await claire.taps("Élargir")
    room = await mayor.sees("APPEL À VOLONTAIRES · Vaccination", to=channel)
    assert [b["url"] for row in room.buttons for b in row] == [f"https://t.me/{NAME}?start=call-1"]
    await ben.says("/start call-1")
    await ben.sees("APPEL À VOLONTAIRES", "Pouvez-vous venir ?")
    await ben.taps("9 h – 13 h")
    await ben.sees("C'est noté, vous venez :")
    await mayor.sees("il manque 1 infirmier sur 2", to=channel)
    assert "Ben" not in "".join(mayor.screen(channel))


async def test_a_group_that_becomes_a_supergroup_is_followed(bot: Bot) -> None:
    claire, _ = await community(bot, "Ana")
    await bot.start()
    mayor = person(bot.server, "Maire")
    group = bot.server.group("Équipe de Garance")
    await group.adds_bot(mayor.user)
    await claire.sees("Nouveau salon : Équipe de Garance")
    supergroup = await group.becomes_supergroup(mayor.user)
    await quiet(bot)
    await claire.taps("Équipe")
    await mayor.sees("Les messages de la coordination arrivent aussi ici", to=supergroup)
    assert silent(mayor, group)
    await claire.says("/canaux")
    await claire.sees("Un salon", "Équipe de Garance : équipe")


async def test_removed_from_a_group_the_bot_writes_there_no_more_and_says_so(bot: Bot) -> None:
    claire, _ = await community(bot, "Ana")
    await bot.start()
    mayor = person(bot.server, "Maire")
    group = bot.server.supergroup("Équipe de Garance")
    await group.adds_bot(mayor.user)
    await claire.sees("Nouveau salon")
    await claire.taps("Équipe")
    await mayor.sees("Bonjour", to=group)
    await group.removes_bot(mayor.user)
    await claire.sees("Plus rien ne part dans Équipe de Garance")
