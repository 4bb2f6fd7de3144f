"""The evening on the local platform, line by line: python -m tests.evening

On Telegram: python -m tests.process.evening; on Matrix: python -m tests.adapters.matrix.evening
"""

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from storage.db import Base, Database
from tests.evening.playing import Paced, gathered
from tests.evening.story import CHAPTERS
from tests.evening.tape import transcript
from tests.playground import Playground


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'bot.db'}"
        db = Database(url)
        async with db.connect() as connection:
            await connection.run_sync(Base.metadata.create_all)
        await db.close()
        play = Playground(url, platform=Paced)
        await play.boot()
        evening = await gathered(play)
        try:
            for chapter in CHAPTERS:
                began = time.monotonic()
                await chapter(evening)
                print(f"{chapter.__name__}: {time.monotonic() - began:.1f} s", file=sys.stderr)
        finally:
            print(transcript(evening.tape))
        await play.shut()


if __name__ == "__main__":
    asyncio.run(main())
