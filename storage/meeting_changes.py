"""What was changed of meetings that were sent, as those concerned are told."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import Base, Tx, kept


class MeetingChange(Base):
    """One change of one time: `before` and `after` hold its times, place, link, agenda and
    capacity, None for what did not change (`handlers.meetings.rules.change`)."""

    __tablename__ = "meeting_changes"
    id: Mapped[int] = mapped_column(primary_key=True)
    occurrence_id: Mapped[int] = mapped_column(index=True)
    made_by: Mapped[int]
    made_at: Mapped[datetime]
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]


async def get(tx: Tx, change_id: int) -> MeetingChange | None:
    return await tx.get(MeetingChange, change_id)


async def load(tx: Tx, ids: Iterable[int]) -> Sequence[MeetingChange]:
    """While they are held, `get` costs nothing for them."""
    rows = (await tx.scalars(select(MeetingChange).where(MeetingChange.id.in_(list(ids))))).all()
    kept(tx, "meeting-changes").update({row.id: row for row in rows})
    return rows
