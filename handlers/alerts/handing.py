"""Handing an alert to channels and rooms, at once or when a second person has approved it."""

from collections.abc import Sequence
from datetime import datetime

from bot.core import Lane, Lang
from bot.engine import Ctx
from handlers.alerts import keys
from storage.alerts import Alert, ToldChat
from storage.chats import Chat, Use


def lane(row: Alert) -> Lane:
    """An exercise never goes before what is real."""
    return Lane.CALLS if row.drill else row.severity.lane


def to_chats(
    ctx: Ctx, row: Alert, rooms: Sequence[Chat], *, public: bool = False,
    at: datetime | None = None,
) -> None:  # fmt: skip
    """The copies first, then what is attached to them."""
    for room in rooms:
        ctx.tx.add(
            ToldChat(
                alert_id=row.id, chat_id=room.id, partner_id=room.partner_id, told_at=ctx.now,
                outside=room.use is Use.PARTNER, public=public,
            )
        )  # fmt: skip
        ctx.deal(
            room.where, keys.CHAT.format(alert=row.id, chat=room.id), lane=lane(row),
            lang=Lang(room.lang), about=keys.chats(row.id), at=at,
        )  # fmt: skip
    for room in rooms if row.file is not None else ():
        ctx.deal(
            room.where, keys.FILE.format(alert=row.id), lane=lane(row), lang=Lang(room.lang),
            about=keys.files(row.id), at=at,
        )  # fmt: skip
