"""What was changed in calls that had been sent: each as it was before and as it is after."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import Base, Tx, kept


class Change(Base):
    """`before` and `after` have one shape: see `handlers.staffing.rules.change.Wish`."""

    __tablename__ = "changes"
    id: Mapped[int] = mapped_column(primary_key=True)
    callout_id: Mapped[int] = mapped_column(index=True)
    made_by: Mapped[int]
    made_at: Mapped[datetime]
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]


async def get(tx: Tx, change_id: int) -> Change | None:
    """Free of cost after `load`."""
    known = kept(tx, "changes")
    if change_id not in known:
        await load(tx, [change_id])
    found: Change | None = known[change_id]
    return found


async def load(tx: Tx, ids: Collection[int]) -> None:
    """For many copies of messages at once."""
    known = kept(tx, "changes")
    known.update(dict.fromkeys(ids))
    for row in await tx.scalars(select(Change).where(Change.id.in_(ids))):
        known[row.id] = row
