"""Dialogs under way: one row per account and chat, holding the answers given so far."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Mapped, mapped_column

from bot.core import ChatRef, Identity
from storage.db import Base, Tx


class DialogRow(Base):
    """`answers` is a list of [path, value, kind], in the order they were given.

    `turn` is counted up at each question: a button of an older turn is out of date.
    `place` is the id of the place where the last question stands. `id` is random.
    """

    __tablename__ = "dialogs"
    platform: Mapped[str] = mapped_column(primary_key=True)
    chat: Mapped[str] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(primary_key=True)
    dialog: Mapped[str]
    args: Mapped[dict[str, Any]]
    answers: Mapped[list[Any]]
    asking: Mapped[str]
    options: Mapped[list[Any]]
    turn: Mapped[int]
    id: Mapped[str] = mapped_column("dialog_id")
    place: Mapped[str]
    started_at: Mapped[datetime]
    expires_at: Mapped[datetime]


async def under_way(tx: Tx, chat: ChatRef, who: Identity) -> DialogRow | None:
    """Not one that has ended in this very transaction, by an earlier event of the same crowd."""
    row = await tx.get(DialogRow, (chat.platform, chat.chat, who.account))
    return None if row is not None and row in tx.deleted else row


async def load(tx: Tx, pairs: Iterable[tuple[ChatRef, Identity]]) -> Sequence[DialogRow]:
    """Those of a whole crowd at once; afterwards `under_way` costs nothing for them."""
    keys = [(c.platform, c.chat, w.account) for c, w in pairs]
    found = await tx.scalars(
        select(DialogRow).where(
            tuple_(DialogRow.platform, DialogRow.chat, DialogRow.account).in_(keys)
        )
    )
    return found.all()
