"""The secret address at which a member's calendar can be read by their own programs."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import Base, Tx


class Feed(Base):
    """One for each member who asked for it. Only the secret's digest is kept: whoever reads this
    table can read nobody's calendar."""

    __tablename__ = "feeds"
    member_id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(unique=True)
    made_at: Mapped[datetime]


async def of_secret(tx: Tx, digest: str) -> int | None:
    """Whose it is."""
    found = await tx.execute(select(Feed.member_id).where(Feed.digest == digest))
    return found.scalar_one_or_none()


async def put(tx: Tx, member_id: int, digest: str, now: datetime) -> None:
    """This address from now on; an older one stops working."""
    row = await tx.get(Feed, member_id)
    if row is None:
        tx.add(Feed(member_id=member_id, digest=digest, made_at=now))
    else:
        row.digest, row.made_at = digest, now


async def drop(tx: Tx, member_id: int) -> None:
    await tx.execute(delete(Feed).where(Feed.member_id == member_id))
