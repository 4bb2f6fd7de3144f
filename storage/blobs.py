"""Bytes that are owed: a picture or a file of a message that was worded before it is sent."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Mapped, mapped_column

from bot.core import Attachment
from storage.db import Base, Tx
from storage.keyboards import new_key


class Blob(Base):
    __tablename__ = "blobs"
    id: Mapped[str] = mapped_column(primary_key=True, default=new_key)
    name: Mapped[str]
    mime: Mapped[str]
    alt: Mapped[str]
    data: Mapped[bytes]
    at: Mapped[datetime]


def keep(tx: Tx, attachment: Attachment, now: datetime) -> str:
    row = Blob(
        id=new_key(),
        name=attachment.name,
        mime=attachment.mime,
        alt=attachment.alt,
        data=attachment.data,
        at=now,
    )
    tx.add(row)
    return row.id


async def load(tx: Tx, ids: Sequence[str]) -> dict[str, Attachment]:
    if not ids:
        return {}
    rows = await tx.scalars(select(Blob).where(Blob.id.in_(ids)))
    return {row.id: Attachment(row.name, row.mime, row.data, row.alt) for row in rows}


async def forget(tx: Tx, before: datetime) -> None:
    await tx.execute(delete(Blob).where(Blob.at < before))
