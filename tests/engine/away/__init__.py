"""A bot that was off for longer than its platform keeps what people do."""

from datetime import timedelta

from bot.adapters.local import Local
from bot.core import Role
from bot.core.ports import Abilities
from tests.playground import Person, Playground

DAY = timedelta(hours=24)
CALL = "/mobiliser Centre | sam 28/11 9h-13h | 3 IDE | Lieu | payé | tout le monde"
LOST = "Des réponses ont pu se perdre"


class Forgetful(Local):
    """It keeps for a day what nobody fetches."""

    abilities = Abilities(repeats_safely=True, keeps=DAY)


async def is_away(play: Playground, **time: float) -> None:
    """Off, for so long; then somebody writes, and a minute passes."""
    play.now += timedelta(**time)
    await play.restart()
    await play.local.say("passer-by", "bonjour", chat="passer-by")
    await play.settle()
    await play.wait(minutes=2)


async def called(play: Playground) -> tuple[Person, list[Person]]:
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
    nurses = [await play.person(name) for name in ("Ana", "Ben", "Carla")]
    await claire.says(CALL)
    await claire.taps("Envoyer")
    await nurses[0].taps("Sam. 9 h")
    await play.wait(minutes=15)
    return claire, nurses
