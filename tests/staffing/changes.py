"""What the tests of changed calls share: a call with people in it, and a change that is sent."""

from storage import callouts
from storage.callouts import Plan
from tests.playground import Person, Playground

TWO = "/mobiliser Centre | sam 12/12 9h-13h, 14h-18h | 2 IDE | Gymnase | payé | tout le monde"
ONE = "/mobiliser Centre | sam 12/12 9h-13h | 2 IDE | Gymnase | payé | tout le monde"


async def change(boss: Person, *steps: str, send: bool = True) -> None:
    """«✏️ Modifier», then taps (labels) and typed answers («=10h-14h»)."""
    await boss.taps("✏️ Modifier")
    for step in steps:
        await (boss.says(step[1:]) if step.startswith("=") else boss.taps(step))
    if send:
        await boss.taps("📣 Envoyer")


async def plan_of(play: Playground, call: int = 1) -> Plan:
    async with play.db.reading() as tx:
        found = await callouts.plan(tx, call)
    assert found is not None
    return found


def told(person: Person) -> int:
    """How many messages of a change this person has."""
    return person.everything.count("CHANGEMENT")
