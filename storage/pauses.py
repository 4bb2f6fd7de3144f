"""Chats that asked us to wait, so that a restart does not begin by being refused again."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import Base, Tx


class Pause(Base):
    """A chat (or "" for the whole platform) that asked us to wait. Survives a restart."""

    __tablename__ = "pauses"
    platform: Mapped[str] = mapped_column(primary_key=True)
    chat: Mapped[str] = mapped_column(primary_key=True)
    until: Mapped[datetime]


async def put(tx: Tx, platform: str, chat: str, until: datetime) -> None:
    row = await tx.get(Pause, (platform, chat))
    if row is None:
        tx.add(Pause(platform=platform, chat=chat, until=until))
    else:
        row.until = max(row.until, until)


async def forget(tx: Tx, before: datetime) -> None:
    await tx.execute(delete(Pause).where(Pause.until < before))


async def sooner(tx: Tx, platform: str, by: timedelta) -> None:
    """The clock was put back by so much: nobody waits longer for that."""
    for row in await tx.scalars(select(Pause).where(Pause.platform == platform)):
        row.until -= by


async def of(tx: Tx, platform: str, now: datetime) -> dict[str, datetime]:
    rows = await tx.scalars(select(Pause).where(Pause.platform == platform, Pause.until > now))
    return {row.chat: row.until for row in rows}
