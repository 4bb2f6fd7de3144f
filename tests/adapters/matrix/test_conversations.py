"""The main job on Matrix: people with their own client, in plain and in encrypted rooms."""

from pathlib import Path

import pytest

from bot.core import Role
from tests.adapters.matrix.bot import Bot, running
from tests.servers.matrix.faults import Rule
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.people import Person
from tests.servers.matrix.proxy import Proxy

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


async def test_a_tap_on_a_card_of_which_nobody_heard_that_it_arrived_is_an_answer(
    matrix: Matrix, proxy: Proxy, sqlite_url: str, tmp_path: Path
) -> None:
    """The homeserver's answer was lost, so the card's message is not known yet: the tap waits."""
    claire, ana = await matrix.people("Claire", "Ana", encryption=False)
    async with running(matrix, sqlite_url, tmp_path / "matrix", url=proxy.url) as bot:
        await member(bot, claire, Role.COORDINATOR, encrypted=False)
        await member(bot, ana, Role.MEMBER, encrypted=False)
        send = f"rooms/{ana.here}/send/m.room.message/*"
        proxy.rules = [Rule("drop_after", send, times=2)]
        await claire.says(CALL.replace(", 14h-18h", ""))
        await claire.taps("📣", on=await claire.sees("Aperçu"))
        await ana.reacts("✅", to=await ana.sees("APPEL À VOLONTAIRES"))
        await ana.sees("C'est noté, vous venez")
        assert ana.count("APPEL À VOLONTAIRES") == 1
