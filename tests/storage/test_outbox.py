"""What is owed leaves by lane, in order within a chat, and each row once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from bot.core import ChatRef, Lane
from storage import ledger, outbox, pauses, sends
from storage.db import Database, Tx
from storage.keyboards import new_key
from storage.outbox import Delivery, State
from tests.storage import START


def owed(chat: str = "ana", lane: Lane = Lane.ANSWERS, **more: Any) -> Delivery:
    row = {
        "key": new_key(), "platform": "local", "chat": chat, "thread": "", "lane": int(lane),
        "place_id": None, "body": {}, "made_at": START, "due_at": START, "state": State.DUE,
    }  # fmt: skip
    return Delivery(**{**row, **more})


async def write(db: Database, *rows: Delivery) -> list[int]:
    async with db.transaction() as tx:
        for row in rows:
            tx.add(row)
            await tx.flush()
        return [row.id for row in rows]


async def ready(tx: Tx, *, after: float = 0, blocked: Iterable[str] = ()) -> set[int]:
    now = START + timedelta(seconds=after)
    return {row[0] for row in await outbox.ready(tx, "local", now, 50, list(blocked))}


def outcome(row_id: int, state: State, **more: Any) -> dict[str, Any]:
    blank = {"new_message": None, "new_error": None, "new_retry_at": None, "new_sent_at": None}
    return {"row_id": row_id, "new_state": state, **blank, **more}


async def test_a_chat_s_lane_has_one_head_at_a_time(db: Database) -> None:
    first, second, other = await write(db, owed(), owed(), owed("bob"))
    async with db.transaction() as tx:
        assert await ready(tx) == {first, other}
        await sends.take(tx, [first])
        assert await ready(tx) == {other}, "what is in flight holds the next one back"
        await sends.settle(tx, [outcome(first, State.SENT, new_message="m1")])
        assert await ready(tx) == {second, other}


async def test_a_higher_lane_does_not_wait_for_a_lower_one(db: Database) -> None:
    news, urgent = await write(db, owed(lane=Lane.NEWS), owed(lane=Lane.URGENT))
    async with db.transaction() as tx:
        assert await ready(tx) == {news, urgent}
        assert await outbox.urgent_due(tx, "local")
        await sends.settle(tx, [outcome(urgent, State.FAILED)])
        assert not await outbox.urgent_due(tx, "local")


async def test_a_row_that_is_not_yet_due_blocks_nothing(db: Database) -> None:
    later, now = await write(db, owed(due_at=START + timedelta(hours=9)), owed())
    async with db.transaction() as tx:
        assert await ready(tx) == {now}
        assert await ready(tx, after=9 * 3600) == {later}


async def test_a_send_to_be_tried_again_holds_back_what_comes_after(db: Database) -> None:
    first, _ = await write(db, owed(), owed())
    async with db.transaction() as tx:
        await sends.take(tx, [first])
    again = START + timedelta(seconds=30)
    async with db.transaction() as tx:
        await sends.settle(tx, [outcome(first, State.DUE, new_retry_at=again)])
        assert await ready(tx) == set()
        assert await outbox.next_at(tx, "local", START) == again, "the second waits for the first"
        assert await ready(tx, after=30) == {first}


async def test_a_chat_that_must_wait_holds_back_no_other(db: Database) -> None:
    _, other = await write(db, owed("ana"), owed("bob"))
    async with db.transaction() as tx:
        assert await ready(tx, blocked=["ana"]) == {other}


async def test_what_is_taken_is_taken_once(db: Database) -> None:
    [row] = await write(db, owed())
    async with db.transaction() as tx:
        [taken] = await sends.take(tx, [row])
        assert (taken.id, taken.attempts) == (row, 1)
        assert await sends.take(tx, [row]) == []
    async with db.reading() as tx:
        assert [r.id for r in await outbox.left_hanging(tx, "local")] == [row]


async def test_what_has_not_left_can_be_held_back(db: Database) -> None:
    gone, held, _ = await write(db, owed(about="call:1"), owed(about="call:1"), owed(about="x"))
    async with db.transaction() as tx:
        await sends.take(tx, [gone])
    async with db.transaction() as tx:
        assert await ledger.cancel(tx, "call:1") == 1
        assert await ledger.progress(tx, "call:1") == {State.SENDING: 1, State.CANCELLED: 1}
        assert held not in await ready(tx)


async def test_what_is_owed_follows_a_chat_to_its_new_id(db: Database) -> None:
    [row] = await write(db, owed("-1"))
    async with db.transaction() as tx:
        await ledger.move(tx, ChatRef("local", "-1"), ChatRef("local", "-1001"))
    async with db.reading() as tx:
        assert (await tx.get_one(Delivery, row)).chat == "-1001"


async def test_a_pause_outlives_the_process_and_only_grows(db: Database) -> None:
    for seconds in (60, 20):
        async with db.transaction() as tx:
            await pauses.put(tx, "local", "ana", START + timedelta(seconds=seconds))
    async with db.reading() as tx:
        assert await pauses.of(tx, "local", START) == {"ana": START + timedelta(seconds=60)}
        assert await pauses.of(tx, "local", START + timedelta(seconds=61)) == {}


@dataclass
class Plan:
    """A row of the model: the same facts, and the rule in its plainest form."""

    chat: str
    lane: Lane
    due: int
    retry: int
    state: State

    def waits_for(self, older: "Plan", now: int) -> bool:
        same = (older.chat, older.lane) == (self.chat, self.lane)
        return same and older.state in (State.DUE, State.SENDING) and older.due <= now


plans = st.builds(
    Plan,
    st.sampled_from(["ana", "bob"]),
    st.sampled_from([Lane.URGENT, Lane.ANSWERS, Lane.NEWS]),
    st.integers(0, 4),
    st.integers(0, 4),
    st.sampled_from(State),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(plans, max_size=8), now=st.integers(0, 4))
async def test_what_is_ready_is_what_the_plain_rule_says(
    db: Database, rows: list[Plan], now: int
) -> None:
    async with db.transaction() as tx:
        await tx.execute(delete(Delivery))
    at = [START + timedelta(seconds=n) for n in range(5)]
    ids = await write(
        db,
        *(
            owed(p.chat, p.lane, due_at=at[p.due], retry_at=at[p.retry], state=p.state)
            for p in rows
        ),
    )
    expected = {
        row_id
        for n, (row_id, plan) in enumerate(zip(ids, rows, strict=True))
        if plan.state is State.DUE
        and max(plan.due, plan.retry) <= now
        and not any(plan.waits_for(older, now) for older in rows[:n])
    }
    async with db.reading() as tx:
        assert await ready(tx, after=now) == expected
        assert len((await tx.scalars(select(Delivery.id))).all()) == len(rows)
