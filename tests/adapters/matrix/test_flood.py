"""A crowd that speaks all at once: each of them is answered, and who comes last waits for few."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.adapters.matrix import Matrix
from bot.adapters.matrix.session import Session, Wanted, opened
from bot.app import App
from bot.settings import Settings
from bot.settings.model import Community
from storage.db import Database
from storage.inbox import Heard, State
from tests.adapters.matrix.device import QUICK
from tests.adapters.matrix.script import ANA, ME, Script, says, state, words

CROWD = 100
LAST = "!last:tocsin.test"


@asynccontextmanager
async def living(script: Script, url: str, home: Path) -> AsyncIterator[App]:
    """The whole bot; on the other side is nothing but the script."""
    wanted = Wanted("http://nowhere.test", ME, "a secret", home)
    adapter = Matrix(wanted, times=QUICK)
    adapter._line = script

    async def client() -> object:
        return opened(wanted, Session(ME, "TOCSIN", "token"))

    adapter._entrance.client = client  # type: ignore[method-assign, assignment]
    app = App(Settings(community=Community(name="Garance")), Database(url), [adapter])
    script.tells({})
    await app.start()
    await adapter.up()
    yield app
    await app.stop()
    await adapter.close()


async def unheard(app: App) -> int:
    async with app.db.reading() as tx:
        rows = select(func.count()).select_from(Heard).where(Heard.state != State.DONE)
        return int((await tx.execute(rows)).scalar_one())


@pytest.mark.parametrize("each", [3, pytest.param(100, marks=pytest.mark.chaos)])
@pytest.mark.timeout(300)
async def test_a_crowd_that_speaks_all_at_once_is_answered_whole(
    sqlite_url: str, tmp_path: Path, each: int
) -> None:
    """Ten thousand messages in one sync, in the long form. Who speaks after them is answered
    before all of them are heard."""
    script, rooms = Script(), [f"!r{n}:tocsin.test" for n in range(CROWD)]
    people = {room: f"@p{n}:tocsin.test" for n, room in enumerate(rooms)} | {LAST: ANA}
    script.direct = {user: [room] for room, user in people.items()}
    async with living(script, sqlite_url, tmp_path) as app:
        joined = {
            room: {
                "state": {"events": state(user)},
                "timeline": {"events": words(*["!aide"] * each, by=user) if room != LAST else []},
            }
            for room, user in people.items()
        }
        script.tells({"rooms": {"join": joined}})
        script.tells(says(LAST, *words("!aide")))
        await script.has_got(lambda sent: LAST in sent)
        assert len(script.sent) < CROWD * each
        await script.has_got(lambda sent: all(sent.count(room) >= each for room in rooms))
        assert await unheard(app) == 0
