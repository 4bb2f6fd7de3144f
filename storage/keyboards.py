"""What each button that was ever shown does. A press names a row here, never an action."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import Base, Tx


def new_key() -> str:
    """128 random bits: nobody can guess one, and a restored database brings none back."""
    return secrets.token_urlsafe(16)


class Keyboard(Base):
    """One revision of the buttons under one message.

    `keys` is a list of [label, action, args, words, sign], in the order shown. `account` is the
    only one who may press ("" for whoever is in the chat). After `until` it is out of date.
    """

    __tablename__ = "keyboards"
    id: Mapped[str] = mapped_column(primary_key=True)
    platform: Mapped[str]
    chat: Mapped[str]
    thread: Mapped[str] = mapped_column(default="")
    place_id: Mapped[str | None] = mapped_column(index=True)
    account: Mapped[str] = mapped_column(default="")
    keys: Mapped[list[Any]]
    at: Mapped[datetime]
    until: Mapped[datetime | None]


_these = select(Keyboard).where(Keyboard.id.in_(bindparam("ids", expanding=True)))


async def load(tx: Tx, ids: Sequence[str]) -> dict[str, Keyboard]:
    rows = await tx.scalars(_these, {"ids": list(ids)})
    return {row.id: row for row in rows}


async def forget(tx: Tx, before: datetime) -> None:
    await tx.execute(delete(Keyboard).where(Keyboard.at < before))
