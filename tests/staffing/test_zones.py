"""A call as somebody elsewhere reads it (REM-3)."""

from bot.core import Role
from tests.people.test_zones import lives
from tests.playground import Playground

CALL = "/mobiliser Centre | sam 12/12 9h-13h, 13h-18h | 2 infirmier | Gymnase Pagnol | payé"


async def test_below_the_slots_stands_when_they_begin_where_one_is(play: Playground) -> None:
    """REM-3: one line for all of them, and only for who lives elsewhere."""
    ana, bob = await play.person("Ana"), await play.person("Bob")
    await lives(play, ana, "Indian/Reunion")
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    await claire.says(CALL)
    await claire.taps("Envoyer")
    own = "cela commence : 1. sam. 12/12 12 h et 2. sam. 12/12 16 h (heure de La Réunion)"
    assert ana.sees("1. samedi 12 décembre, de 9 h à 13 h", own), ana.screen()
    assert bob.sees("1. samedi 12 décembre, de 9 h à 13 h"), bob.screen()
    assert not bob.has_seen("cela commence")
