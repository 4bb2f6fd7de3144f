"""What people said in their own words in answer to calls: forgotten before the counts are."""

from datetime import datetime

from sqlalchemy import select, update

from storage.callouts import Asked, Callout
from storage.db import Tx


async def forget_words(tx: Tx, member_id: int) -> None:
    """What a member wrote in their own words; that they were asked stays counted."""
    await tx.execute(update(Asked).where(Asked.member_id == member_id).values(said=""))


async def forget(tx: Tx, before: datetime) -> None:
    """Words of calls that ended before then; who came and how many stays counted."""
    old = select(Callout.id).where(Callout.ends_at < before)
    await tx.execute(
        update(Asked)
        .where(Asked.callout_id.in_(old), Asked.said != "")
        .values(said="")
        .execution_options(synchronize_session=False)
    )
