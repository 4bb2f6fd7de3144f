"""Where no limit is known, what lands side by side is settled side by side."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import func, select

from bot.core import ChatRef, Wording
from bot.core.ports import Pace
from bot.engine import outbox
from storage.outbox import Delivery, State
from tests.playground import Playground

IN_FLIGHT = 10


@asynccontextmanager
async def sent_to(play: Playground, people: int) -> AsyncIterator[asyncio.Semaphore]:
    """So many are owed one message each; as often as the semaphore is released one arrives."""
    may_land, send = asyncio.Semaphore(0), play.local.send

    async def held(chat: ChatRef, wording: Wording, *, key: str) -> str:
        await may_land.acquire()
        return await send(chat, wording, key=key)

    play.local.pace = Pace(in_flight=IN_FLIGHT)
    play.local.send = held  # type: ignore[method-assign]
    for n in range(people):
        await play.local.say(f"p{n}", "/aide")
    while await play.app.dispatcher.handle_some():
        pass
    sending = asyncio.create_task(play.app.postmen[0].run())
    await until(play, State.SENDING, IN_FLIGHT)
    yield may_land
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)


async def count(play: Playground, state: State) -> int:
    async with play.db.reading() as tx:
        query = select(func.count()).select_from(Delivery).where(Delivery.state == state)
        return (await tx.execute(query)).scalar_one()


async def until(play: Playground, state: State, wanted: int) -> None:
    async with asyncio.timeout(20):
        while await count(play, state) != wanted:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_what_lands_while_many_are_in_the_air_is_settled_together(
    play: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each had a transaction of its own: on Matrix an alert to 200 rooms wrote 150 times."""
    monkeypatch.setattr(outbox, "BREATH", 1000.0)
    async with sent_to(play, 15) as may_land:
        for _ in range(IN_FLIGHT // 2 - 1):
            may_land.release()
            await asyncio.sleep(0.05)
        assert await count(play, State.SENT) == 0
        may_land.release()
        await until(play, State.SENT, IN_FLIGHT // 2)


async def test_the_last_ones_wait_for_nobody(
    play: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "BREATH", 1000.0)
    async with sent_to(play, 15) as may_land:
        for _ in range(15):
            may_land.release()
        await until(play, State.SENT, 15)


async def test_what_has_landed_is_settled_soon_though_the_others_hang(play: Playground) -> None:
    async with sent_to(play, 15) as may_land:
        may_land.release()
        await until(play, State.SENT, 1)
        await until(play, State.SENDING, IN_FLIGHT)
