"""What need not be kept goes by itself; what is still owed stays."""

from datetime import timedelta

from sqlalchemy import func, select

from bot.engine.housekeeping import Housekeeper
from storage.inbox import Heard
from storage.outbox import Delivery, State
from tests.playground import Playground


async def test_words_go_after_a_week_and_the_ledger_after_a_month(play: Playground) -> None:
    ana = play.stranger("Ana")
    await ana.says("/compte", "/plus_tard 1")
    keeper = Housekeeper(play.db, play.app.parts)
    await keeper.tidy()
    async with play.db.reading() as tx:
        assert (await tx.execute(select(func.count()).select_from(Heard))).scalar_one() == 2
    play.now += timedelta(days=8)
    await play.settle()
    await keeper.tidy()
    async with play.db.reading() as tx:
        assert (await tx.execute(select(func.count()).select_from(Heard))).scalar_one() == 0
        rows = (await tx.scalars(select(Delivery))).all()
        old = [r for r in rows if r.made_at < play.now - timedelta(days=7)]
        assert all(r.body is None for r in old)
    play.now += timedelta(days=40)
    await keeper.tidy()
    async with play.db.reading() as tx:
        assert (await tx.scalars(select(Delivery))).all() == []


async def test_what_is_still_owed_is_never_forgotten(play: Playground) -> None:
    play.stranger("Ana")
    await play.local.say("ana", "/voies calls:c")
    await play.app.dispatcher.handle_some()
    play.now += timedelta(days=90)
    await Housekeeper(play.db, play.app.parts).tidy()
    async with play.db.reading() as tx:
        [row] = (await tx.scalars(select(Delivery))).all()
        assert row.state is State.DUE
        assert row.body is not None
