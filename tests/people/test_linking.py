"""One person, two apps: a code shown in one and typed in the other (ONB-17)."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from bot.core import Lang, Role
from storage.linkcodes import LinkCode
from storage.people import Account
from tests.people.conftest import Code
from tests.people.two_apps import code_in, on_both, on_two_platforms, other, shown_code
from tests.playground import Playground


@pytest.fixture
async def play(sqlite_url: str) -> AsyncIterator[Playground]:
    async with on_two_platforms(sqlite_url) as play:
        yield play


async def accounts(play: Playground, member_id: int) -> set[str]:
    async with play.db.reading() as tx:
        rows = await tx.scalars(select(Account).where(Account.member_id == member_id))
        return {row.platform for row in rows}


async def test_a_code_shown_in_one_app_and_typed_in_the_other_makes_one_profile(
    either_url: str,
) -> None:
    """ONB-17, PART-6: on both databases; the first app is told, in case it was somebody else."""
    async with on_two_platforms(either_url) as play:
        ana = await play.person("Ana")
        there = play.stranger("ana-there", app=other(play))
        await ana.says("/lier")
        assert ana.sees("dans l'autre application", "une fois, pendant 10 minutes", "à personne")
        await there.says(f"/lier {code_in(ana.last)}")
        assert there.sees("C'est fait : Local et Other, un seul profil", "maintenant ici")
        assert ana.sees("Other est maintenant dans votre profil", "Ce n'est pas vous ?")
        assert await accounts(play, ana.id) == {"local", "other"}
        await there.says("/profil")
        assert there.sees("PROFIL", "Ana, Saint-Aubin")


async def test_in_english_it_is_link(play: Playground) -> None:
    ana = await play.person("Ana", lang=Lang.EN)
    there = play.stranger("ana-there", app=other(play))
    await ana.says("/link")
    assert ana.sees("in the other app", "once, for 10 minutes", "Give it to nobody")
    await there.says(f"!link {code_in(ana.last).lower().replace('-', ' ')}")
    assert there.sees("Done: Local and Other, one profile", "arrive here")
    assert ana.sees("Other is now in your profile", "Not you?")


@pytest.mark.parametrize("way", ["{}", "/start {}", "/relier {}", "!lier {}"])
async def test_the_code_alone_or_brought_by_a_link_is_enough(play: Playground, way: str) -> None:
    ana = await play.person("Ana")
    there = play.stranger("ana-there", app=other(play))
    await there.says(way.format(await shown_code(ana)))
    assert there.sees("un seul profil")
    assert await accounts(play, ana.id) == {"local", "other"}


async def test_a_code_is_good_once_and_for_ten_minutes_and_the_last_one_only(
    play: Playground,
) -> None:
    ana = await play.person("Ana")
    there, eve = (play.stranger(name, app=other(play)) for name in ("ana-there", "eve"))
    first = await shown_code(ana)
    second = await shown_code(ana)
    await there.says(f"/lier {first}")
    assert there.sees("n'est pas valable, ou ne l'est plus", "Tapez /lier dans l'autre")
    await play.wait(minutes=10)
    await there.says(f"/lier {second}")
    assert there.sees("n'est pas valable, ou ne l'est plus")
    third = await shown_code(ana)
    await there.says(f"/lier {third}")
    assert there.sees("un seul profil")
    await eve.says(f"/lier {third}")
    assert eve.sees("n'est pas valable, ou ne l'est plus")


async def test_only_the_digest_of_a_code_is_kept(play: Playground) -> None:
    ana = await play.person("Ana")
    code = (await shown_code(ana)).replace("-", "")
    async with play.db.reading() as tx:
        [row] = (await tx.scalars(select(LinkCode))).all()
    assert len(row.digest) == 64
    assert code not in str(vars(row))


async def test_five_wrong_codes_a_minute_are_guesses(play: Playground, code: Code) -> None:
    """Counted together with wrong invitations: there are not twice as many guesses."""
    ana = await play.person("Ana")
    eve = play.stranger("eve", app=other(play))
    right = await shown_code(ana)
    for _ in range(3):
        await eve.says("/lier 0000A-0000A")
    for _ in range(2):
        await eve.says("/start 00000000000000000000000000")
    await eve.says(f"/lier {right}")
    assert eve.sees("Trop de codes erronés. Réessayez après 10 h 01")
    await play.wait(minutes=1)
    await eve.says(f"/lier {right}")
    assert eve.sees("un seul profil")


async def test_typed_in_the_same_app_it_says_where_to_type_it_and_stays_good(
    play: Playground,
) -> None:
    ana = await play.person("Ana")
    bob = play.stranger("bob")
    right = await shown_code(ana)
    for person in (ana, bob):
        await person.says(f"/lier {right}")
        assert person.sees("dans une autre application que celle-ci (Local)")
    there = play.stranger("ana-there", app=other(play))
    await there.says(f"/lier {right}")
    assert there.sees("un seul profil")


async def test_a_stranger_who_types_it_alone_is_told_how_it_goes(play: Playground) -> None:
    eve = play.stranger("eve")
    await eve.says("/lier")
    assert eve.sees("Tapez-y /lier : elle montre un code", "lien d'invitation")


async def test_a_stranger_in_a_group_is_sent_to_a_private_chat(play: Playground) -> None:
    """Others read along there."""
    ana = await play.person("Ana")
    there = play.stranger("ana-there", app=other(play))
    right = await shown_code(ana)
    other(play).chat("town", "group", "Mairie")
    there.chat = "town"
    await there.says(f"/lier {right}")
    assert await accounts(play, ana.id) == {"local"}


async def test_a_member_in_a_group_gets_the_code_in_private(play: Playground) -> None:
    ana = await play.person("Ana")
    play.local.chat("town", "group", "Mairie")
    await play.local.say("ana", "/lier", chat="town")
    await play.settle()
    assert ana.sees("dans l'autre application")
    assert [m for m in play.local.chat("town").messages.values() if not m.by] == []


async def test_a_wizard_under_way_as_a_stranger_is_over(play: Playground, code: Code) -> None:
    ana = await play.person("Ana")
    there = play.stranger("ana-there", app=other(play))
    await there.says(f"/start {await code()}")
    await there.taps("J'ai lu")
    await there.says(f"/lier {await shown_code(ana)}")
    await there.says("profil")
    assert there.sees("PROFIL", "Ana, Saint-Aubin")


async def test_where_all_is_joined_it_shows_the_apps_and_how_to_take_one_out(
    play: Playground,
) -> None:
    """What was still owed to the one that goes comes to the one that stays."""
    ana, there = await on_both(play, "Ana")
    await ana.says("/lier")
    assert ana.sees("Vos applications : Local et Other. Les messages arrivent sur Other")
    assert "✂️ Retirer Local" not in ana.buttons()
    await ana.taps("Retirer Other")
    assert ana.sees("Other n'est plus dans votre profil")
    assert there.sees("n'est plus dans le profil", "depuis Local")
    await there.says("/profil")
    assert there.sees("demandez un lien d'invitation")
    await there.says(f"/lier {await shown_code(ana)}")
    assert there.sees("un seul profil")


async def test_with_one_platform_there_is_nothing_to_join(sqlite_url: str) -> None:
    play = Playground(sqlite_url)
    await play.boot()
    ana = await play.person("Ana")
    await ana.says("/lier")
    assert ana.sees("n'utilise qu'une application")
    await play.shut()


async def test_someone_suspended_gets_no_code(play: Playground) -> None:
    ada = await play.person("Ada", Role.ADMINISTRATOR)
    ana = await play.person("Ana")
    right = await shown_code(ana)
    await ada.says("/membres ana")
    await ada.taps("Suspendre")
    await ana.says("/lier")
    assert ana.sees("Votre participation est suspendue")
    there = play.stranger("ana-there", app=other(play))
    await there.says(f"/lier {right}")
    assert there.sees("n'est pas valable")
