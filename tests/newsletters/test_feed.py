"""The website's feed: given by an administrator, shown, then each new entry told once."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.core import Role
from storage.newsfeed import Known, WebFeed
from tests.newsletters.editors import channel, reader
from tests.newsletters.website import Website, website
from tests.playground import Person, Playground


async def admin(play: Playground) -> Person:
    return await play.person("Zoé", Role.ADMINISTRATOR)


async def given(play: Playground, site: Website) -> Person:
    """The feed was given and is announced from now on."""
    zoe = await admin(play)
    site.articles.append(("Ancien", play.now))
    await zoe.says("/newsletter")
    await zoe.taps("Fil du site")
    await zoe.taps("Donner l'adresse")
    await zoe.says(site.url)
    await zoe.taps("Annoncer les nouveaux")
    return zoe


async def test_it_is_shown_before_it_is_on_and_what_is_there_already_is_not_told(
    play: Playground,
) -> None:
    """NEWS-9."""
    ana = await reader(play, "Ana")
    async with website(play) as site:
        site.articles.append(("Ancien", play.now))
        zoe = await admin(play)
        await zoe.says("/newsletter")
        await zoe.taps("Fil du site")
        assert zoe.sees("chaque nouvel article sera annoncé aux abonnés, une fois")
        await zoe.taps("Donner l'adresse")
        await zoe.says(site.url)
        assert zoe.sees("CPTS : trouvé, un article", "SUR LE SITE · Ancien & plus")
        await play.wait(hours=3)
        assert site.asked == 1  # nobody has said that it be announced
        await zoe.taps("Annoncer les nouveaux")
        await play.wait(hours=3)
        assert zoe.has_seen("chaque nouvel article est annoncé")
    assert not ana.messages


async def test_each_new_entry_is_told_once_to_those_who_want_the_newsletter(
    play: Playground,
) -> None:
    """NEWS-9."""
    ana, bo = await reader(play, "Ana"), await play.person("Bo")
    town = await channel(play, "mairie")
    async with website(play) as site:
        await given(play, site)
        site.articles.insert(0, ("Grippe", play.now))
        await play.wait(hours=5)
    assert ana.sees("SUR LE SITE · Grippe & plus", "Le résumé de Grippe", "/newsletter"), ana.last
    assert "https://www.cpts.example/Grippe" in ana.last
    assert ana.everything.count("Grippe &") == 1
    assert town.sees("SUR LE SITE · Grippe & plus")
    assert not bo.messages
    await ana.taps("Ne plus recevoir")
    assert ana.sees("plus de newsletter")


async def test_several_at_once_are_one_message_and_no_more_than_five(play: Playground) -> None:
    ana = await reader(play, "Ana")
    async with website(play) as site:
        await given(play, site)
        for n in range(8):
            site.articles.insert(0, (f"Article{n}", play.now + timedelta(minutes=n)))
        await play.wait(hours=2)
    assert len(ana.messages) == 1
    assert ana.sees("SUR LE SITE · CPTS", "Article3 &", "Article7 &")
    assert not ana.sees("Article2 &")


async def test_what_is_old_though_it_is_new_in_the_feed_is_not_told(play: Playground) -> None:
    ana = await reader(play, "Ana")
    async with website(play) as site:
        await given(play, site)
        site.articles.insert(0, ("Ressorti", play.now - timedelta(days=30)))
        await play.wait(hours=2)
    assert not ana.messages


async def test_it_is_told_at_nobody_s_night(play: Playground) -> None:
    ana = await reader(play, "Ana")
    async with website(play) as site:
        await given(play, site)
        play.now = datetime(2026, 11, 21, 22, tzinfo=UTC)
        site.articles.insert(0, ("Grippe", play.now))
        await play.wait(hours=3)
        assert not ana.messages
        await play.wait(hours=6)
    assert ana.has_seen("Grippe")


async def test_switched_off_it_is_not_read_and_what_came_meanwhile_is_not_told(
    play: Playground,
) -> None:
    ana = await reader(play, "Ana")
    async with website(play) as site:
        zoe = await given(play, site)
        await zoe.says("/newsletter")
        await zoe.taps("Fil du site")
        await zoe.taps("Ne plus annoncer")
        asked = site.asked
        site.articles.insert(0, ("Grippe", play.now))
        await play.wait(hours=3)
        assert site.asked == asked
        await zoe.taps("Annoncer les nouveaux")
        await play.wait(hours=2)
        assert not ana.messages
        site.articles.insert(0, ("Hiver", play.now))
        await play.wait(hours=2)
    assert ana.sees("Hiver")


async def test_a_website_that_fails_for_a_day_is_told_once_and_tried_again(
    play: Playground,
) -> None:
    ana = await reader(play, "Ana")
    async with website(play) as site:
        zoe = await given(play, site)
        site.status = 500
        await play.wait(hours=5)
        assert not zoe.has_seen("illisible")
        await play.wait(hours=22)
        assert zoe.everything.count("Le fil du site est illisible depuis") == 1
        assert zoe.has_seen("le site refuse de la montrer")
        site.status = 200
        site.articles.insert(0, ("Retour", play.now))
        await play.wait(hours=2)
    assert ana.has_seen("Retour")


async def test_over_a_restart_nothing_is_told_twice(play: Playground) -> None:
    ana = await reader(play, "Ana")
    async with website(play) as site:
        await given(play, site)
        site.articles.insert(0, ("Grippe", play.now))
        await play.wait(hours=2)
        await play.restart()
        outside = play.app.parts.outside
        outside.allows, outside.judge = (lambda _: True), (lambda _: None)
        await play.wait(hours=3)
    assert ana.everything.count("Grippe &") == 1


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://192.168.1.10/feed", "réseau privé"),
        ("localhost/feed", "réseau privé"),
        ("https://[::1]/feed", "réseau privé"),
        ("https://x.example:22/feed", "ports habituels"),
        ("https://me:pw@x.example/feed", "un nom ou un mot de passe"),
        ("notre site", "pas une adresse"),
        ("ftp://x.example/feed", "pas une adresse"),
    ],
)
async def test_an_address_that_may_not_be_looked_at_is_refused_at_once(
    play: Playground, address: str, why: str
) -> None:
    zoe = await admin(play)
    await zoe.says("/newsletter")
    await zoe.taps("Fil du site")
    await zoe.taps("Donner l'adresse")
    await zoe.says(address)
    assert zoe.sees(why, "Exemple : https://"), zoe.screen()
    async with play.db.reading() as tx:
        assert (await tx.scalars(select(WebFeed))).all() == []


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss/>", "DOCTYPE"),
        ("<html><body>Bonjour</body></html>", "suivie de /feed"),
        ("<rss><channel>", "une erreur"),
        ("<a>" * 60 + "</a>" * 60, "refusée par prudence"),
    ],
)
async def test_a_page_that_is_no_feed_or_a_trap_is_refused_with_the_reason(
    play: Playground, page: str, why: str
) -> None:
    zoe = await admin(play)
    async with website(play) as site:
        site.page = page
        await zoe.says("/newsletter")
        await zoe.taps("Fil du site")
        await zoe.taps("Donner l'adresse")
        await zoe.says(site.url)
        assert zoe.sees(why), zoe.screen()
    async with play.db.reading() as tx:
        assert (await tx.scalars(select(WebFeed))).all() == []


async def test_taken_away_nothing_of_it_is_left(play: Playground) -> None:
    async with website(play) as site:
        zoe = await given(play, site)
        await zoe.says("/newsletter")
        await zoe.taps("Fil du site")
        await zoe.taps("Retirer")
        asked = site.asked
        await play.wait(hours=3)
        assert site.asked == asked
    async with play.db.reading() as tx:
        assert (await tx.scalars(select(Known))).all() == []


async def test_only_an_administrator_gives_it(play: Playground) -> None:
    """Promised in «Safe»: only what an administrator added is fetched."""
    claire, zoe = await play.person("Claire", Role.COORDINATOR), await admin(play)
    await claire.says("/newsletter")
    assert "🌐 Fil du site" not in claire.buttons()
    await zoe.says("/newsletter")
    shown = zoe.messages[-1]
    last = len(shown.wording.keys) - 1
    await play.local.press_raw("claire", "zoé", shown.id, shown.wording.keyboard, last)
    await play.settle()
    assert not claire.has_seen("FIL DU SITE")
