"""One person in two apps: a no said in one holds in both; emoji stand for buttons."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from bot.core import Role
from storage.newsreaders import Choice
from tests.newsletters.editors import editor, issue, reader, sent
from tests.people.conftest import Code, joins
from tests.people.two_apps import code_in, on_both, on_two_platforms, other, shown_code
from tests.playground import Playground


@pytest.fixture
async def play(sqlite_url: str) -> AsyncIterator[Playground]:
    async with on_two_platforms(sqlite_url) as play:
        yield play


async def wants(play: Playground) -> list[bool | None]:
    async with play.db.reading() as tx:
        return list(await tx.scalars(select(Choice.wants).order_by(Choice.member_id)))


@pytest.mark.parametrize("no_in_the_one_that_stays", [True, False])
async def test_when_two_profiles_become_one_the_no_of_either_counts(
    play: Playground, code: Code, *, no_in_the_one_that_stays: bool
) -> None:
    """NEWS-2."""
    ana = await play.person("Ana")
    await play.wait(minutes=1)
    there = play.stranger("ana-there", app=other(play))
    await joins(there, await code(), "Ana Bis")
    says_no, says_yes = (ana, there) if no_in_the_one_that_stays else (there, ana)
    await says_no.says("/newsletter non")
    await says_yes.says("/newsletter oui")
    await there.says(f"/lier {await shown_code(ana)}")
    await there.taps("Oui")
    assert there.has_seen("un seul profil"), there.screen()
    assert await wants(play) == [False]


async def test_a_no_left_behind_by_an_account_counts_when_it_is_linked_again(
    play: Playground, code: Code
) -> None:
    """NEWS-2: leaving from one app, coming back in the other, then joining both."""
    ana = play.stranger("Ana")
    await joins(ana, await code(), "Ana Roux")
    await ana.says("/newsletter non", "/quitter")
    await ana.taps("Oui, quitter")
    await ana.taps("Passer")
    there = play.stranger("ana-there", app=other(play))
    await joins(there, await code(), "Ana Roux")
    assert await wants(play) == []
    await there.says("/lier")
    await ana.says(f"/lier {code_in(there.last)}")
    assert ana.has_seen("un seul profil"), ana.screen()
    assert await wants(play) == [False]


async def test_a_letter_goes_to_one_app_and_the_test_to_both(play: Playground) -> None:
    """NEWS-5: one draft, each platform as it shows it."""
    claire, claire_there = await on_both(play, "Claire", Role.COORDINATOR)
    ana = await reader(play, "Ana")
    await issue(play, claire)
    await claire.taps("Essai sur moi")
    assert claire.sees("Voici ce que liront les abonnés")
    assert claire_there.sees("Voici ce que liront les abonnés")
    await claire.taps("Envoyer")
    await play.wait(minutes=1)
    assert ana.has_seen("Rentrée")


async def test_every_emoji_stands_once_under_the_desk_and_the_preview(play: Playground) -> None:
    _, claire = await on_both(play, "Claire", Role.COORDINATOR)
    await claire.says("/newsletter Rentrée | Un texte assez long pour un numéro | tous")
    shown = claire.messages[-1].wording.keys
    assert [key.sign for key in shown] == ["📣", "🗓", "🧪", "👁", "✏️"]
    await claire.taps("Modifier")
    shown = claire.messages[-1].wording.keys
    assert [key.sign for key in shown] == ["🧩", "✏️", "🙋", "📎", "🎯", "👁", "🔒", "🗑"]


async def test_the_emoji_under_a_letter_stops_it_and_taken_away_says_how_to_get_it_back(
    play: Playground,
) -> None:
    claire = await editor(play)
    _, ana = await on_both(play, "Ana")
    await ana.says("/newsletter oui")
    await sent(play, claire)
    letter = ana.messages[-1]
    assert letter.marks == ("🔕",)
    await ana.taps("Ne plus recevoir")
    assert await wants(play) == [False]
    await other(play).take_back(ana.account, ana.chat, letter.id, "🔕")
    await play.settle()
    assert await wants(play) == [False]
    assert ana.sees("Rien n'est changé")
    await ana.taps("Recevoir la newsletter")
    assert await wants(play) == [True]
