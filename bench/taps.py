"""How many answers to one call a second: durable, confirmed on the person's card.

python -m bench.taps [people]
"""

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from bot.core import Role
from tests.playground import Playground


async def measure(people: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        play = Playground(f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}")
        await play.boot(fresh=True)
        claire = await play.person("Claire", Role.COORDINATOR, profession="autre")
        crowd = [await play.person(f"P{n}", week="o" * 28) for n in range(people)]
        await claire.says(
            f"/mobiliser X | sam 12/12 9h-13h, 14h-18h | {min(people, 400)} IDE | Lieu | payé"
        )
        await claire.taps("Tout le monde")
        began = time.perf_counter()
        await claire.taps("Envoyer", settle=False)
        while await play.app.dispatcher.handle_some():
            pass
        asked = time.perf_counter() - began
        await play.settle()
        sent = time.perf_counter() - began
        for person in crowd:
            await person.taps("9 h", settle=False)
        began = time.perf_counter()
        while await play.app.dispatcher.handle_some():
            pass
        handled = time.perf_counter() - began
        await play.settle()
        shown = time.perf_counter() - began
        seated = sum("vous venez" in p.last for p in crowd)
        print(
            f"{people} people: asked in {asked:.2f} s (sent in {sent:.2f} s); "
            f"taps handled {people / handled:.0f}/s, shown {people / shown:.0f}/s; seated {seated}"
        )
        await play.shut()


if __name__ == "__main__":
    asyncio.run(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
