"""Presses every button that is shown, each in a copy of the world: none may lead nowhere."""

import copy
import itertools
import sqlite3
from pathlib import Path

from tests.playground import Person, Playground

NOWHERE = ("erreur de ma part", "n'est plus à jour", "mistake on my side", "out of date")


async def dead_ends(play: Playground, people: list[Person], folder: Path) -> list[str]:
    """What was pressed in vain: whose button, what it says, and what came of it."""
    found: list[str] = []
    number = itertools.count()
    for person in people:
        for message in person.messages:
            for index, key in enumerate(message.wording.keys):
                if key.url or key.start:
                    continue
                file = folder / f"copy{next(number)}.db"
                end = await _press(play, person, message.id, index, file)
                found += [f"{person.account}: [{key.label}] {end}"] if end else []
    return found


async def _press(play: Playground, person: Person, message: str, index: int, file: Path) -> str:
    other = await _twin(play, file)
    twin = Person(other, person.account, person.id, person.chat)
    before = [(m.id, m.wording) for m in twin.messages]
    await other.local.press(person.account, person.chat, message, index)
    await other.settle()
    after = [(m.id, m.wording) for m in twin.messages]
    await other.shut()
    if after == before:
        return "nothing was to be seen"
    return next((words for words in NOWHERE if words in twin.everything), "")


async def _twin(play: Playground, file: Path) -> Playground:
    """The same rows and the same screens, apart."""
    assert play.db.file is not None
    with sqlite3.connect(play.db.file) as here, sqlite3.connect(file) as there:
        here.backup(there)
    here.close()
    there.close()
    other = Playground(f"sqlite+aiosqlite:///{file}")
    other.now = play.now
    await other.boot()
    other.local.chats = copy.deepcopy(play.local.chats)
    other.local._ids = itertools.count(1_000_000)
    other.local._keys = itertools.count(1_000_000)
    return other
