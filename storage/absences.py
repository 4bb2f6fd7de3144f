"""Days when members are away."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select, update
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import Base, Tx


class Absence(Base):
    """Days when a member is away; `last` is the last day away."""

    __tablename__ = "absences"
    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(index=True)
    first: Mapped[date]
    last: Mapped[date]


async def between(tx: Tx, first: date, last: date) -> dict[int, list[Absence]]:
    """Absences that touch these days, by member."""
    rows = await tx.scalars(select(Absence).where(Absence.first <= last, Absence.last >= first))
    found: dict[int, list[Absence]] = {}
    for row in rows:
        found.setdefault(row.member_id, []).append(row)
    return found


async def hand_over(tx: Tx, goes: int, stays: int) -> None:
    """Two members turned out to be one person."""
    await tx.execute(update(Absence).where(Absence.member_id == goes).values(member_id=stays))


async def of(tx: Tx, member_id: int, since: date) -> Sequence[Absence]:
    return (
        await tx.scalars(
            select(Absence)
            .where(Absence.member_id == member_id, Absence.last >= since)
            .order_by(Absence.first)
        )
    ).all()
