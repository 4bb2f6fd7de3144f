"""The day as people lived it, line by line, as their own app showed it: for whoever reads it aloud.

python -m tests.adapters.matrix.transcript [plain]
"""

import asyncio
import contextlib
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from storage.db import Base, Database
from tests.adapters.matrix.bot import Bot, running
from tests.adapters.matrix.story import CHAPTERS
from tests.adapters.matrix.story.cast import Cast, gathered
from tests.servers.matrix.bridge import Bridge, Node
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.people import Person
from tests.servers.matrix.seen import SPACES, Message
from tests.servers.matrix.synapse import Synapse

WHAT = {"m.image": "🖼 ", "m.file": "📎 ", "m.notice": "(sans bruit) "}


@dataclass
class Line:
    """`signs` are emoji that came or went under one message, one after the other."""

    at: float
    who: str
    words: str
    signs: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return " ".join([self.words, *self.signs])


def transcript(people: Sequence[Person], bot: str) -> str:
    """«Ana › …» is what Ana did; «→ Ana …» what the bot wrote to her, with the shield that her
    app showed if it did; «↻ Ana …» what it edited; «+ Ana …» the emoji that it put under a
    message, «− Ana …» those that it took away."""
    found: list[Line] = []
    for person in people:
        found += _lived(person, bot)
    return "\n".join(str(line) for line in sorted(found, key=lambda line: line.at))


def _lived(person: Person, bot: str) -> list[Line]:
    before: dict[str, Message] = {}
    found: list[Line] = []
    for at, message in person.client.seen:
        old = before.get(message.id)
        found += [Line(at, person.name, words) for words in _words(person, old, message, bot)]
        for how, sign in _signs(old, message, bot):
            head = f"    {how} {person.name} « {message.text.splitlines()[0][:40]} » :"
            line = next(
                (one for one in reversed(found) if not one.signs or one.words == head), None
            )
            if line is None or line.words != head:
                found.append(line := Line(at, person.name, head))
            line.signs.append(sign)
        before[message.id] = message
    return found


def _words(person: Person, before: Message | None, now: Message, bot: str) -> Iterator[str]:
    if now.sender == person.id and before is None and now.type == "m.room.message":
        yield f"{person.name} › {now.text}"
    if now.sender == bot and now.text and (before is None or before.text != now.text):
        lines = "\n        ".join(now.text.translate(SPACES).splitlines())
        told = f"{_room(person, now)}{_shield(now)}: {WHAT.get(now.kind or '', '')}{lines}"
        yield f"    {'↻' if before else '→'} {person.name}{told}"
    under = now.text.splitlines()[0][:40] if now.text else ""
    for sign in now.reactions.keys() | (before.reactions.keys() if before else set()):
        mine, was = (person.id in m.reacted(sign) if m else False for m in (now, before))
        if mine != was:
            yield f"{person.name} › {'' if mine else 'retire '}[{sign}] « {under} »"


def _signs(before: Message | None, now: Message, bot: str) -> Iterator[tuple[str, str]]:
    for sign, who in now.reactions.items():
        if bot in who and not (before and bot in before.reacted(sign)):
            yield "+", sign
    for sign, who in before.reactions.items() if before else ():
        if bot in who and bot not in now.reacted(sign):
            yield "−", sign


def _room(person: Person, message: Message) -> str:
    room = person.client.rooms.get(message.room)
    return f" in «{room.name}»" if room and message.room != person.here else ""


def _shield(message: Message) -> str:
    """Nothing where the app shows nothing."""
    if message.unreadable:
        return f" [illisible : {message.unreadable}]"
    if message.encrypted and message.shield is None:
        return " [bouclier inconnu]"
    if message.shield is None or message.shield.colour == "NONE":
        return ""
    return f" [bouclier {message.shield.colour} : {message.shield.reason}]"


@contextlib.asynccontextmanager
async def stage() -> AsyncIterator[tuple[Matrix, Bot]]:
    with tempfile.TemporaryDirectory() as folder:
        home, node = Path(folder), Node()
        synapse = Synapse(home / "synapse")
        await synapse.start()
        matrix = Matrix(synapse, await Bridge.to(node))
        url = f"sqlite+aiosqlite:///{home / 'bot.db'}"
        await _tables(url)
        try:
            async with running(matrix, url, home / "matrix") as bot:
                yield matrix, bot
        finally:
            await matrix.bridge.close()
            node.stop()
            await synapse.kill()


async def _tables(url: str) -> None:
    db = Database(url)
    async with db.connect() as connection:
        await connection.run_sync(Base.metadata.create_all)
    await db.close()


async def main(*, encrypted: bool) -> None:
    async with stage() as (matrix, bot):
        cast: Cast = await gathered(matrix, bot, encrypted=encrypted)
        try:
            for chapter in CHAPTERS:
                began = time.monotonic()
                await chapter(cast)
                print(f"{chapter.__name__}: {time.monotonic() - began:.1f} s", file=sys.stderr)
        finally:
            print(transcript(cast.everyone, bot.account.user))


if __name__ == "__main__":
    asyncio.run(main(encrypted="plain" not in sys.argv[1:]))
