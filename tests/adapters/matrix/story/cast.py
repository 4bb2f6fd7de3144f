"""Who is in the story, and how they find the emoji of what they want to tap."""

from dataclasses import dataclass

from tests.adapters.matrix.bot import Bot
from tests.servers.matrix.client import PATIENCE
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.people import Person
from tests.servers.matrix.seen import Message

MORE = "➡️"


@dataclass
class Cast:
    """Claire coordinates; Ana, Ben and Eva are nurses. `encrypted` are the rooms they all make."""

    matrix: Matrix
    bot: Bot
    encrypted: bool
    claire: Person
    ana: Person
    ben: Person
    eva: Person

    @property
    def everyone(self) -> tuple[Person, ...]:
        return self.claire, self.ana, self.ben, self.eva


async def gathered(matrix: Matrix, bot: Bot, *, encrypted: bool) -> Cast:
    """Each in a direct room with the bot, known to nobody."""
    names = ("Claire", "Ana", "Ben", "Eva")
    claire, ana, ben, eva = people = await matrix.people(*names, encryption=encrypted)
    for person in people:
        await person.creates_direct_room_with(bot.account.user, encrypted=encrypted)
        await person.sees("envoyez-moi votre code")
    return Cast(matrix, bot, encrypted, claire, ana, ben, eva)


def sign_of(message: Message, label: str) -> str:
    """What its text says that one taps for this; "" if it says nothing of it."""
    lines = (line for line in message.text.splitlines() if label in line)
    return next((first for line in lines if (first := line.split(" ")[0]) in message.reactions), "")


async def chooses(person: Person, label: str, on: str = "") -> Message:
    """Taps the emoji that stands beside these words in the newest message that has them, once
    the bot has placed it; one that they have tapped before they take away first."""

    def look() -> Message | None:
        found = [m for m in person.said() if m.has(label) and (not on or m.has(on))]
        return next((m for m in found if sign_of(m, label)), None)

    found = await person.client.waits(look, PATIENCE, f"finds no emoji for {label}")
    sign = sign_of(found, label)
    if person.id in found.reacted(sign):
        await person.takes_back(sign, of=found)
        await person.sees_reaction(sign, of=person, on=found.id, gone=True)
    await person.reacts(sign, to=found)
    return found


async def the_file(person: Person, ending: str) -> bytes:
    """The first that came to them with this ending, opened."""

    def look() -> Message | None:
        files = (m for m in person.said() if m.kind == "m.file")
        return next((m for m in files if m.content["filename"].endswith(ending)), None)

    found = await person.client.waits(look, 30, f"gets no file {ending}")
    return await person.opens(found)
