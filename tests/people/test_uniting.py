"""Someone joined twice, once in each app: the two profiles become one, if nothing is lost."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from bot.core import Role
from storage.people import Account, Member, Standing
from tests.people.conftest import Code, joins
from tests.people.two_apps import on_two_platforms, other, shown_code
from tests.playground import Person, Playground

CALL = "/mobiliser Centre | sam 12/12 9h-13h | 2 IDE | Lieu | payé | tout le monde"


@pytest.fixture
async def play(sqlite_url: str) -> AsyncIterator[Playground]:
    async with on_two_platforms(sqlite_url) as play:
        yield play


async def twice(
    play: Playground, code: Code, name: str = "Ana", there: Role = Role.MEMBER
) -> tuple[Person, Person]:
    """A member, and the same person as a newcomer in the other app."""
    first = await play.person(name)
    await play.wait(minutes=1)
    second = play.stranger(f"{name}-there", app=other(play))
    await joins(second, await code(there, at_once=True), f"{name} Bis")
    async with play.db.reading() as tx:
        account = await tx.get_one(Account, ("other", second.account))
    second.id = account.member_id
    return first, second


async def answers(coordinator: Person, *people: Person) -> None:
    await coordinator.says(CALL)
    await coordinator.taps("Envoyer")
    for person in people:
        await person.taps("Sam. 9 h")


async def members(play: Playground) -> dict[int, Standing]:
    async with play.db.reading() as tx:
        return {m.id: m.standing for m in await tx.scalars(select(Member))}


async def test_the_profile_with_answers_stays_whichever_app_it_is_in(
    play: Playground, code: Code
) -> None:
    """ONB-17: nothing is lost; what only the other one had said is taken over."""
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    ana, there = await twice(play, code)
    await ana.says("/dispos lundi matin", "oui")
    await ana.says("/dispos pas du 21 au 23 décembre", "oui")
    await answers(claire, there)
    await there.says(f"/lier {await shown_code(ana)}")
    assert there.sees("Je garde celui-ci", "Ana Bis · Infirmière, infirmier · Saint-Aubin")
    await there.taps("Oui, réunir")
    assert there.sees("C'est fait : Local et Other, un seul profil")
    assert ana.sees("Other est maintenant dans votre profil")
    standings = await members(play)
    assert (standings[ana.id], standings[there.id]) == (Standing.LEFT, Standing.ACTIVE)
    await ana.says("/planning")
    assert ana.sees("samedi 12 décembre")
    await ana.says("/dispos")
    assert ana.has_seen("Libre : lundi matin")
    assert ana.sees("21 décembre")


async def test_without_any_answer_the_older_profile_stays(play: Playground, code: Code) -> None:
    ana, there = await twice(play, code)
    await there.says(f"/lier {await shown_code(ana)}", "oui")
    assert there.sees("un seul profil")
    await there.says("/profil")
    assert there.sees("Ana, Saint-Aubin")
    standings = await members(play)
    assert (standings[ana.id], standings[there.id]) == (Standing.ACTIVE, Standing.LEFT)


async def test_no_is_a_full_answer(play: Playground, code: Code) -> None:
    ana, there = await twice(play, code)
    await there.says(f"/lier {await shown_code(ana)}")
    await there.taps("Non")
    assert there.sees("vos deux profils restent séparés")
    assert set((await members(play)).values()) == {Standing.ACTIVE}


async def test_when_both_have_answered_it_says_what_to_do(play: Playground, code: Code) -> None:
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    ana, there = await twice(play, code)
    await answers(claire, ana, there)
    await there.says(f"/lier {await shown_code(ana)}")
    assert there.sees("je ne peux pas les réunir sans rien perdre", "tapez /quitter", "refaites")
    await there.says("/quitter", "oui", "passer")
    await there.says(f"/lier {await shown_code(ana)}")
    assert there.sees("un seul profil")


async def test_an_answer_between_question_and_yes_is_not_lost(play: Playground, code: Code) -> None:
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    ana, there = await twice(play, code)
    await answers(claire, there)
    await there.says(f"/lier {await shown_code(ana)}")
    await ana.taps("Sam. 9 h")
    await there.taps("Oui, réunir")
    assert there.sees("je ne peux pas les réunir sans rien perdre")
    assert set((await members(play)).values()) == {Standing.ACTIVE}


async def test_a_role_is_neither_gained_nor_lost(play: Playground, code: Code) -> None:
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    ana, there = await twice(play, code, there=Role.COORDINATOR)
    await answers(claire, ana)
    await there.says(f"/lier {await shown_code(ana)}")
    assert there.sees("a un rôle que l'autre n'a pas", "l'administration")


async def test_a_suspension_is_not_left_behind(play: Playground, code: Code) -> None:
    ada = await play.person("Ada", Role.ADMINISTRATOR)
    ana, there = await twice(play, code)
    await ada.says("/membres ana bis")
    await ada.taps("Suspendre")
    await there.says(f"/lier {await shown_code(ana)}")
    assert there.sees("L'un de vos deux profils est suspendu")


async def test_a_newcomer_s_card_says_that_it_is_settled(play: Playground, code: Code) -> None:
    """They wait for approval in the second app, and were a member all along."""
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    ana = await play.person("Ana")
    there = play.stranger("ana-there", app=other(play))
    await joins(there, await code(), "Ana Bis")
    assert "✅ Valider" in claire.buttons()
    await there.says(f"/lier {await shown_code(ana)}", "oui")
    assert there.sees("un seul profil")
    assert claire.has_seen("Cette personne a retiré sa demande")
