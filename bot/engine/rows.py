"""The rows that a message becomes: its place, its keyboard, its delivery."""

from datetime import datetime
from typing import Any

from bot.core import Asks, ChatRef, Lane, Lang
from bot.engine.owed import Owed
from bot.engine.wording import Worded, body
from storage import blobs, places
from storage.db import Tx
from storage.keyboards import new_key
from storage.places import Place


def place_row(
    now: datetime,
    card: str,
    where: ChatRef,
    *,
    lang: Lang,
    simple: bool,
    lane: Lane,
    serial: int = 0,
) -> dict[str, Any]:
    return {
        "id": new_key(), "card": card, "platform": where.platform, "chat": where.chat,
        "thread": where.thread, "serial": serial, "lang": lang.value, "simple": simple,
        "lane": int(lane), "state": places.State.LIVE, "made_at": now, "edit_after": now,
        "version": 1, "shown": 0, "asks": int(Asks.NO), "digest": "", "keyboard": "",
        "title": "", "attempts": 0, "signs": {}, "marks": [], "window": 0,
    }  # fmt: skip


def new_place(
    owed: Owed, now: datetime, card: str, where: ChatRef, *, lang: Lang, simple: bool, lane: Lane
) -> Place:
    """A place that gets words of its own."""
    place = Place(**place_row(now, card, where, lang=lang, simple=simple, lane=lane))
    owed.places.append(place)
    return place


def body_row(
    tx: Tx, owed: Owed, now: datetime, worded: Worded, where: ChatRef, place_id: str | None
) -> dict[str, Any]:
    """What is kept of a message that is worded already; its buttons get their keyboard."""
    attachment = worded.wording.attachment
    row = body(worded.wording, blobs.keep(tx, attachment, now) if attachment else None)
    if worded.presses:
        keyboard = worded.keyboard(place_id, where, now)
        row["keyboard"] = keyboard["id"]
        owed.keyboards.append(keyboard)
    return row


def owe(
    owed: Owed,
    now: datetime,
    where: ChatRef,
    lane: Lane,
    place_id: str | None,
    row: dict[str, Any] | None,
    *,
    about: str = "",
    reply_to: str = "",
    at: datetime | None = None,
) -> None:
    owed.deliveries.append(
        {
            "key": new_key(), "platform": where.platform, "chat": where.chat,
            "thread": where.thread, "lane": int(lane), "place_id": place_id, "body": row,
            "about": about, "reply_to": reply_to, "made_at": now, "due_at": at or now,
        }
    )  # fmt: skip
