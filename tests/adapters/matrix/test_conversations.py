"""The main job on Matrix: people with their own client, in plain and in encrypted rooms."""

import pytest

from bot.core import Role
from tests.adapters.matrix.bot import Bot
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.people import Person

CALL = "!mobiliser Centre | demain 9h-13h, 14h-18h | 1 IDE | Gymnase Pagnol | payé | tout le monde"


async def member(bot: Bot, person: Person, role: Role, *, encrypted: bool) -> Person:
    await person.creates_direct_room_with(bot.account.user, encrypted=encrypted)
    await person.sees("envoyez-moi votre code")
    await bot.knows(person, role)
    return person


@pytest.mark.parametrize("encrypted", [True, False])
async def test_a_call_is_answered_with_a_reaction_and_taken_back(
    matrix: Matrix, bot: Bot, encrypted: bool
) -> None:
    """CALL-16, A11Y-2."""
    claire, ana = await matrix.people("Claire", "Ana", encryption=encrypted)
    await member(bot, claire, Role.COORDINATOR, encrypted=encrypted)
    await member(bot, ana, Role.MEMBER, encrypted=encrypted)
    await claire.says(CALL)
    preview = await claire.sees("Aperçu", "Envoyer")
    await claire.taps("📣", on=preview)
    card = await ana.sees("APPEL À VOLONTAIRES", "1️⃣")
    assert card.encrypted is encrypted
    await ana.taps("1️⃣", on=card)
    await ana.sees("C'est noté, vous venez")
    await ana.takes_back("1️⃣", of=card)
    await ana.sees("vous ne venez plus")
    await ana.says("oui pour les deux")
    await ana.sees("C'est noté, vous venez")


async def test_what_is_one_person_s_own_is_not_said_before_others(matrix: Matrix, bot: Bot) -> None:
    """A direct room that somebody else is invited to is private no more."""
    ana, ben = await matrix.people("Ana", "Ben")
    await member(bot, ana, Role.MEMBER, encrypted=True)
    await ana.invites(ben)
    await ben.joins(ana.here)
    await ana.says("!profil")
    await ana.sees("ne sommes plus seuls")
    assert not ben.count("Saint-Aubin")
    await ana.kicks(ben)
    await ana.says("!profil")
    await ana.sees("Saint-Aubin")
