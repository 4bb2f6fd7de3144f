"""What people said in their own words in answer to calls: forgotten before the counts are."""

from datetime import datetime

from sqlalchemy import delete, select, update

from storage.callouts import Asked, Callout
from storage.db import Tx
from storage.seats import Seat


async def forget_words(tx: Tx, member_id: int) -> None:
    """What a member wrote in their own words; that they were asked stays counted."""
    await tx.execute(update(Asked).where(Asked.member_id == member_id).values(said=""))


async def forget(tx: Tx, before: datetime, hours: datetime) -> None:
    """Who was asked and who answered what, in calls that ended before then; counts stay. Who was
    there is the proof of hours, and is kept until those before `hours` are no longer needed."""
    old = select(Callout.id).where(Callout.ends_at < before)
    oldest = select(Callout.id).where(Callout.ends_at < hours)
    for gone in (
        delete(Asked).where(Asked.callout_id.in_(old)),
        delete(Seat).where(Seat.callout_id.in_(old), Seat.arrived_at.is_(None)),
        delete(Seat).where(Seat.callout_id.in_(oldest)),
    ):
        await tx.execute(gone.execution_options(synchronize_session=False))
