"""Sends under way: taken from what is owed, and how each of them ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, update

from bot.core import ChatRef
from storage.db import Tx, const
from storage.many import for_each
from storage.outbox import Delivery, State


@dataclass(frozen=True, slots=True)
class Send:
    """What the platform must be told of a row of the outbox; the attributes are its columns.

    A plain value: thousands are taken while people wait, and nothing is written through it.
    """

    id: int
    key: str
    platform: str
    chat: str
    thread: str
    lane: int
    place_id: str | None
    body: dict[str, Any] | None
    reply_to: str
    due_at: datetime
    attempts: int

    @property
    def where(self) -> ChatRef:
        return ChatRef(self.platform, self.chat, self.thread)


_taken = (
    update(Delivery)
    .where(Delivery.id.in_(bindparam("ids", expanding=True)), Delivery.state == const(State.DUE))
    .values(state=State.SENDING, attempts=Delivery.attempts + 1)
    .returning(*(getattr(Delivery, name) for name in Send.__slots__))
    .execution_options(synchronize_session=False)
)


async def take(tx: Tx, ids: Sequence[int]) -> list[Send]:
    """These are ours to send now: written down before the first byte leaves."""
    found = await tx.execute(_taken, {"ids": list(ids)})
    return sorted((Send(*row) for row in found), key=lambda send: send.id)


_ended = (
    update(Delivery.__table__)  # type: ignore[arg-type]
    .where(Delivery.__table__.c.id == bindparam("row_id"))
    .values(
        state=bindparam("new_state"),
        message=bindparam("new_message"),
        error=bindparam("new_error"),
        retry_at=bindparam("new_retry_at"),
        sent_at=bindparam("new_sent_at"),
    )
)


async def settle(tx: Tx, outcomes: Sequence[dict[str, Any]]) -> None:
    """Write how sends ended, all in one statement. Keys: see `_ended`."""
    await for_each(tx, _ended, outcomes)


async def give_up(tx: Tx, ids: Sequence[int], why: str) -> None:
    """These have nothing to show, nor will they."""
    gone = update(Delivery).where(Delivery.id.in_(ids)).values(state=State.FAILED, error=why)
    await tx.execute(gone.execution_options(synchronize_session=False))
