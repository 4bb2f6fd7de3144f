"""The audit is a chain: whoever changes, removes or slips in a row breaks it there."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, update

from storage import audit
from storage.audit import AuditRow, Chain
from storage.db import Database
from tests.playground import START


async def written(db: Database, count: int) -> None:
    async with db.transaction() as tx:
        for number in range(count):
            tx.add(
                AuditRow(
                    at=START, member_id=number, account="local:ana", what="call.sent",
                    on=f"callout:{number}", before=None, after={"état": "ouvert", "n": [1, 2]},
                )
            )  # fmt: skip


async def sealed(db: Database) -> int:
    """In one transaction."""
    async with db.transaction() as tx:
        return (await audit.seal(tx))[0]


async def chain(db: Database) -> Chain:
    async with db.reading() as tx:
        return await audit.verify(tx)


async def test_rows_are_sealed_in_order_and_the_tail_is_shown(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ADM-4"""
    monkeypatch.setattr(audit, "PAGE", 2)
    await written(db, 7)
    assert await chain(db) == Chain(sealed=0, last=0, seal="", tail=7)
    assert await sealed(db) == 7
    await written(db, 2)
    found = await chain(db)
    assert (found.sealed, found.last, found.tail, found.broken) == (7, 7, 2, None)
    assert await sealed(db) == 2
    assert await sealed(db) == 0
    assert (await chain(db)).broken is None


async def test_a_transaction_seals_a_few_rows_and_the_next_goes_on_from_there(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "SEALED", 3)
    await written(db, 7)
    assert [await sealed(db) for _ in range(4)] == [3, 3, 1, 0]
    found = await chain(db)
    assert (found.sealed, found.tail, found.broken) == (7, 0, None)


@pytest.mark.parametrize(
    ("harm", "link"),
    [
        (update(AuditRow).where(AuditRow.link == 3).values(what="call.cancelled"), 3),
        (update(AuditRow).where(AuditRow.link == 5).values(after={"n": 2}), 5),
        (delete(AuditRow).where(AuditRow.link == 4), 4),
        (update(AuditRow).where(AuditRow.link == 6).values(link=9), 6),
    ],
)
async def test_whoever_touches_a_row_breaks_the_chain_there(
    db: Database, harm: object, link: int
) -> None:
    await written(db, 7)
    await sealed(db)
    async with db.transaction() as tx:
        await tx.execute(harm)  # type: ignore[call-overload]
    assert (await chain(db)).broken == link


async def test_the_oldest_rows_go_in_their_time_and_the_chain_holds(db: Database) -> None:
    await written(db, 4)
    await sealed(db)
    async with db.transaction() as tx:
        await tx.execute(update(AuditRow).where(AuditRow.link > 2).values(at=START))
        await audit.forget(tx, START + timedelta(days=1))
    assert (await chain(db)).sealed == 0
    await written(db, 2)
    await sealed(db)
    found = await chain(db)
    assert (found.sealed, found.last, found.broken) == (2, 6, None)
