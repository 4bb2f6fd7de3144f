"""A bot whose turn is over, or whose database goes away, harms nothing."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.engine.leases import TERM, WORK, Grip
from handlers import basics
from storage import inbox, leases
from storage.db import Tx
from storage.faults import Superseded
from tests.engine import kit
from tests.engine.kit import parts
from tests.playground import Playground

pytestmark = pytest.mark.postgres


@asynccontextmanager
async def kitted(url: str) -> AsyncIterator[Playground]:
    parts.bugs.clear()
    play = Playground(url, (basics.feature, kit.feature))
    await play.boot()
    yield play
    await play.shut()


async def test_two_alarms_ring_a_timer_once(postgres_url: str) -> None:
    """Even if both believe that it is their turn: the older epoch writes nothing."""
    async with kitted(postgres_url) as play:
        ana = play.stranger("Ana")
        await ana.says("/plus_tard 10")
        grips = []
        for _ in range(2):
            async with play.db.reading() as tx:
                seen = await leases.look(tx, WORK)
            async with play.db.transaction() as tx:
                epoch = await leases.take(tx, WORK, play.db.name, "", TERM, seen)
            grips.append(Grip(epoch or 0, 1e12))
        old, new = (play.app._begin(grip) for grip in grips)
        play.now += timedelta(minutes=11)
        with pytest.raises(Superseded):
            await old.alarm.ring()
        assert await new.alarm.ring()
        assert not await new.alarm.ring()
        assert not grips[0].holds()
        await play.settle()
        assert ana.everything.count("Ding") == 1


async def test_an_event_is_not_to_blame_for_a_database_that_goes_away(postgres_url: str) -> None:
    async with kitted(postgres_url) as play:
        ana = play.stranger("Ana")
        await play.local.say("ana", "/voies answers:a")

        async def ends(tx: Tx, ids: object) -> None:
            await tx.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

        for _ in range(4):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(inbox, "done", ends)
                with pytest.raises(DBAPIError):
                    await play.app.dispatcher.handle_some()
        await play.settle()
        async with play.db.reading() as tx:
            assert await inbox.parked(tx) == []
        assert ana.everything == "a"
