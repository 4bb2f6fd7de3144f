"""A town hall's channel, two coordinators, a partner."""

from bot.core import Role
from bot.core.partners import Category, Level
from storage.partners import Partner
from tests.playground import Person, Playground

TOWN = "mairie"


async def two(play: Playground, *, partner: str = "") -> tuple[Person, Person]:
    """Claire and Denis, who are asked whose the channel is."""
    claire = await play.person("Claire", Role.COORDINATOR)
    denis = await play.person("Denis", Role.COORDINATOR)
    if partner:
        await a_partner(play, partner)
    await play.add_bot(TOWN, "channel", "Mairie de Saint-Aubin")
    return claire, denis


async def a_partner(
    play: Playground, name: str, level: Level = Level.COOPERATION, **more: object
) -> int:
    async with play.db.transaction() as tx:
        row = Partner(
            name=name, category=Category.TOWN_HALL, level=level, made_at=play.now, **more
        )  # fmt: skip
        tx.add(row)
        await tx.flush()
        return row.id


async def a_channel(
    play: Playground, level: Level = Level.COOPERATION, name: str = "Mairie de Saint-Aubin"
) -> tuple[Person, Person]:
    """Claire, and the channel of a partner of this level."""
    claire = await play.person("Claire", Role.COORDINATOR)
    await a_partner(play, name, level)
    await play.add_bot(TOWN, "channel", name)
    await claire.taps("Partenaire")
    return claire, room(play)


def room(play: Playground) -> Person:
    """What stands in the channel."""
    return Person(play, "someone", 0, chat=TOWN)
