"""Who stands in the scenes of meetings: an organiser and members."""

from bot.core import Role
from tests.playground import Person, Playground

LINE = "/reunion CA de décembre | mar 15/12 20h-21h30 | Maison de santé ou https://visio.example/ca"


async def organiser(play: Playground) -> Person:
    return await play.person("Claire", Role.COORDINATOR, profession="autre")


async def members(play: Playground, *names: str) -> list[Person]:
    return [await play.person(name) for name in names]


async def announced(play: Playground, line: str = LINE) -> Person:
    """The meeting has left: half a minute has passed."""
    claire = await organiser(play)
    await claire.says(line)
    await claire.taps("Envoyer")
    await play.wait(seconds=45)
    return claire


async def moved(claire: Person, to: str) -> None:
    """Up to the preview of the change."""
    await claire.taps("Modifier")
    await claire.taps("Date et heures")
    await claire.says(to)
