"""What was said once and is proposed the next time: the contact and the pay of calls."""

from sqlalchemy.orm import Mapped, mapped_column

from storage.db import Base, Tx


class Habits(Base):
    """One row for the community."""

    __tablename__ = "habits"
    id: Mapped[int] = mapped_column(primary_key=True)
    contact: Mapped[str] = mapped_column(default="")
    pay: Mapped[str] = mapped_column(default="")


async def load(tx: Tx) -> Habits:
    return await tx.get(Habits, 1) or Habits(id=1, contact="", pay="")


async def keep(tx: Tx, *, contact: str, pay: str) -> None:
    row = await tx.get(Habits, 1)
    if row is None:
        tx.add(Habits(id=1, contact=contact, pay=pay))
    else:
        row.contact, row.pay = contact, pay
