"""Who may give which role: one rule, whichever way it is given (ADM-2, ADM-10)."""

import re
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.core import Right, Role, may
from handlers.people.rules import ranks
from storage.invitations import Invitation
from storage.people import Member
from tests.people.conftest import Code, joins
from tests.playground import Person, Playground

M, O, C, A = ranks.GIVEN  # noqa: E741


@dataclass(frozen=True)
class Someone:
    role: Role
    active: bool = True
    grants: list[tuple[str, str]] = field(default_factory=list)


@pytest.mark.parametrize(
    ("role", "gives"),
    [
        (Role.GUEST, ()),
        (Role.MEMBER, ()),
        (Role.OFFICER, ()),
        (Role.COORDINATOR, (M, O)),
        (Role.ADMINISTRATOR, (M, O, C, A)),
    ],
)
def test_a_role_that_sees_peoples_data_is_given_by_administrators_alone(
    role: Role, gives: tuple[Role, ...]
) -> None:
    person = Someone(role)
    assert ranks.grantable(person) == gives
    for one in ranks.GIVEN:
        assert ranks.may_decide(person, one) == (one in gives)
        assert ranks.may_change(person, one, Role.MEMBER) == (one in gives)
        assert ranks.may_change(person, Role.MEMBER, one) == (one in gives)


somebody = st.builds(
    Someone, st.sampled_from(Role), st.booleans(),
    st.lists(st.tuples(st.sampled_from(Right), st.just("")), max_size=4),
)  # fmt: skip
given_role = st.sampled_from(ranks.GIVEN)


@given(somebody, given_role, given_role)
def test_nobody_gives_lets_in_or_takes_away_above_their_own_rank(
    person: Someone, other: Role, to: Role
) -> None:
    """Whatever single rights somebody was granted besides."""
    assert all(role <= person.role for role in ranks.grantable(person))
    assert person.active or not ranks.grantable(person)
    if ranks.may_decide(person, to):
        assert to <= person.role
    if ranks.may_change(person, other, to):
        assert max(other, to) <= person.role
        assert max(other, to) <= ranks.BLIND or may(person, Right.ADMINISTER)


@given(somebody, given_role)
def test_whoever_may_promote_may_invite_and_let_in_and_the_other_way_round(
    person: Someone, role: Role
) -> None:
    """A coordinator could promote a coordinator and not let one in."""
    promotes = ranks.may_change(person, Role.MEMBER, role)
    assert promotes == ranks.may_decide(person, role)
    if promotes:
        assert ranks.may_give(person, role)


async def _rank(play: Playground, person: Person) -> Role:
    async with play.db.reading() as tx:
        return (await tx.get_one(Member, person.id)).role


async def _changes(who: Person, whom: str, to: str) -> None:
    await who.says(f"/membres {whom}")
    await who.taps("Changer le rôle")
    await who.taps(to)


async def test_a_coordinator_invites_and_lets_in_an_officer(play: Playground) -> None:
    paul = await play.person("Paul", Role.COORDINATOR)
    await paul.says("/inviter élue 1 personne 7 jours")
    assert paul.sees("INVITATION · élu (lecture)", "Chaque inscription vous est soumise")
    [code] = re.findall(r"Code : (\S+)", paul.last)
    olga = play.stranger("olga")
    await joins(olga, code, "Olga Petit")
    assert paul.sees("Olga Petit", "Son invitation donne le rôle : élu (lecture).")
    await paul.taps("Valider")
    assert olga.sees("Votre rôle : élu (lecture)"), olga.screen()


async def test_a_coordinator_neither_invites_nor_promotes_nor_ousts_a_coordinator(
    play: Playground,
) -> None:
    """ADM-2."""
    paul = await play.person("Paul", Role.COORDINATOR)
    await play.person("Rose", Role.COORDINATOR)
    await play.person("Mia")
    await paul.says("/inviter coordinatrice")
    assert paul.sees("« coordination » ne se donne que par un administrateur"), paul.screen()
    await paul.says("/membres rose")
    assert paul.buttons() == ["💬 Écrire", "‹ Membres"]
    await paul.says("/membres mia")
    await paul.taps("Changer le rôle")
    assert paul.buttons() == ["élu (lecture)", "‹ Retour"]


async def test_an_administrator_invites_promotes_and_demotes_coordinators(
    play: Playground, code: Code
) -> None:
    ada = await play.person("Ada", Role.ADMINISTRATOR)
    mia = await play.person("Mia")
    await ada.says("/inviter coordinatrice 1 personne 7 jours")
    assert ada.sees("INVITATION · coordination", "soumise aux administrateurs")
    await _changes(ada, "mia", "coordination")
    assert mia.sees("Votre rôle est maintenant : coordination")
    await mia.says("/mobiliser")
    assert not mia.sees("réservée")
    await _changes(ada, "mia", "membre")
    assert mia.sees("Votre rôle est maintenant : membre")
    await mia.says("/tableau")
    assert mia.sees("réservée à la coordination")


async def test_the_platforms_menu_follows_a_role_that_is_given(play: Playground) -> None:
    paul = await play.person("Paul", Role.COORDINATOR)
    await play.person("Mia")
    await _changes(paul, "mia", "élu")
    names = [entry.name for entry in play.local.menus["mia", "fr"]]
    assert "tableau" in names
    assert "mobiliser" not in names


async def test_a_right_that_was_lost_between_two_screens_changes_nothing(play: Playground) -> None:
    """The page was opened as an administrator and pressed as a coordinator."""
    ada = await play.person("Ada", Role.ADMINISTRATOR)
    bea = await play.person("Bea", Role.ADMINISTRATOR)
    mia = await play.person("Mia")
    await ada.says("/membres mia")
    await ada.taps("Changer le rôle")
    await _changes(bea, "ada", "coordination")
    await ada.taps("administration")
    assert ada.sees("Rien n'est changé", "par un administrateur"), ada.screen()
    assert await _rank(play, mia) is Role.MEMBER


async def test_who_loses_a_role_loses_the_invitations_they_could_no_longer_make(
    play: Playground,
) -> None:
    """An administrator's invitations went on making administrators after they were demoted."""
    ada = await play.person("Ada", Role.ADMINISTRATOR)
    bea = await play.person("Bea", Role.ADMINISTRATOR)
    codes = {}
    for role in ("membre", "administrateur"):
        await bea.says(f"/inviter {role}")
        [codes[role]] = re.findall(r"Code : (\S+)", bea.last)
    await _changes(ada, "bea", "coordination")
    eva = play.stranger("eva")
    await eva.says(f"/start {codes['administrateur']}")
    assert eva.sees("a été annulée"), eva.screen()
    await eva.says(f"/start {codes['membre']}")
    assert eva.sees("Bienvenue"), eva.screen()
    await _changes(ada, "bea", "membre")
    async with play.db.reading() as tx:
        rows = (await tx.scalars(select(Invitation))).all()
    assert all(row.revoked_at is not None for row in rows)


async def test_an_invitation_above_what_one_may_give_is_listed_and_not_revoked(
    play: Playground,
) -> None:
    ada = await play.person("Ada", Role.ADMINISTRATOR)
    paul = await play.person("Paul", Role.COORDINATOR)
    await ada.says("/inviter administrateur")
    await paul.says("/inviter")
    await paul.taps("Les invitations")
    assert paul.sees("2 en cours", "administration, 0 sur 1"), paul.screen()
    assert len([label for label in paul.buttons() if "n° " in label]) == 1


async def test_the_last_administrator_cannot_step_down_and_hands_over_in_three_taps(
    play: Playground,
) -> None:
    """ADM-10: neither leave nor be demoted, by nobody; first somebody else has the role."""
    ada = await play.person("Ada", Role.ADMINISTRATOR)
    bea = await play.person("Bea", Role.ADMINISTRATOR)
    await bea.says("/membres ada")
    await bea.taps("Changer le rôle")
    await _changes(ada, "bea", "coordination")
    await bea.taps("membre")
    assert bea.sees("Rien n'est changé"), bea.screen()
    assert await _rank(play, ada) is Role.ADMINISTRATOR
    await ada.says("/quitter")
    assert ada.sees("seule personne à administrer", "« administration »"), ada.screen()
    await _changes(ada, "bea", "administration")
    await _changes(bea, "ada", "membre")
    assert await _rank(play, ada) is Role.MEMBER
    await bea.says("/quitter")
    assert bea.sees("seule personne à administrer")
