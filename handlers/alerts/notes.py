"""Short messages that answer the copies of an alert: an update, its end, that it was withdrawn.

Edits do not notify; whoever must know gets one of these, as an answer to their copy.
"""

import re
from datetime import datetime
from enum import StrEnum

from bot.core import Lang, Message, Text
from bot.core.outward import Outline, Titled, outline
from bot.engine import Ctx, View, card
from bot.engine.awake import awake_at
from handlers.alerts import handing, keys, words
from handlers.alerts.rules import bulletin as says
from storage import alerts, copies, people
from storage.alerts import Alert, ToldChat, Update
from storage.chats import Chat
from storage.places import Place

_MEMBER = re.compile(r"alert:\d+:member:(\d+)")
_CHAT = re.compile(r"alert:\d+:chat:(\d+)")


class What(StrEnum):
    UPDATE = "update"
    END = "end"
    CANCELLED = "cancelled"


@card("alert-note:{alert}:{what}:{number}:{side}")
async def note_card(view: View, alert: int, what: str, number: int, side: str) -> Message | None:
    """`number` is the update's; `side` is «in» for members, «out» for partners."""
    row = await alerts.find(view.tx, alert)
    if row is None:
        return None
    lines = await _lines(view, row, What(what), number, outside=side == "out")
    return Message(tuple(one.text for one in lines))


async def _lines(
    view: View, row: Alert, what: What, number: int, *, outside: bool
) -> list[Outline]:
    said = words.made(row, (), view.zone, outside=outside)
    head = outline(
        "alert-note-head", what=what, drill=row.drill, title=Titled(row.title),
        kind=says.kind(row.severity, release=row.release),
    )  # fmt: skip
    found = [head, *says.drill(row.drill)]
    match what:
        case What.UPDATE:
            added = await view.tx.get(Update, number)
            told = (added.partners if outside else added.words) if added else ""
            found.append(outline("alert-words", words=Titled(told)))
            found.append(says.source(said))
        case What.END:
            if row.farewell and not outside:
                found.append(outline("alert-words", words=Titled(row.farewell)))
            found.append(outline("alert-note-end"))
        case What.CANCELLED:
            found.append(outline("alert-void"))
    return found


async def answer(ctx: Ctx, row: Alert, what: What, number: int = 0, *, later: bool = False) -> int:
    """Owe the note to every chat with a copy that has left; how many. `later`: those who sleep
    hear of it when they wake, unless they said that they can help."""
    abouts = [keys.alert(row.id), keys.chats(row.id)]
    found = await copies.left(ctx.tx, keys.alert(row.id), abouts)
    outside = {c.chat_id: c for c in await alerts.chats_of(ctx.tx, row.id)}
    wakes = await _wakes(ctx, row) if later else {}
    told = 0
    for place in found:
        member, room = _MEMBER.fullmatch(place.card), _CHAT.fullmatch(place.card)
        if member is not None:
            told += 1
            _owe(ctx, row, what, number, place, "in", at=wakes.get(int(member[1])))
        elif room is not None and (there := outside.get(int(room[1]))) is not None:
            says_it = await _says(ctx, what, number, there)
            told += says_it
            if says_it:
                _owe(ctx, row, what, number, place, "out" if there.outside else "in")
    return told


async def _says(ctx: Ctx, what: What, number: int, there: ToldChat) -> bool:
    """An update without a text for partners is none for them; what everyone reads is told by
    whoever approves it."""
    if what is not What.UPDATE or not there.outside:
        return True
    added = await ctx.tx.get(Update, number)
    return added is not None and bool(added.partners) and not there.public


async def _wakes(ctx: Ctx, row: Alert) -> dict[int, datetime]:
    told = [t for t in await alerts.told_all(ctx.tx, row.id) if t.helps_at is None]
    members = await people.hold(ctx.tx, [t.member_id for t in told])
    return {m.id: awake_at(ctx, m) for m in members}


def _owe(
    ctx: Ctx, row: Alert, what: What, number: int, place: Place, side: str,
    at: datetime | None = None,
) -> None:  # fmt: skip
    ctx.deal(
        place.where, note_card.key(row.id, what, number, side), lane=handing.lane(row),
        lang=Lang(place.lang), simple=place.simple, about=f"{keys.alert(row.id)}:notes",
        reply_to=place.message or "", at=at,
    )  # fmt: skip


async def to_public(ctx: Ctx, row: Alert, number: int, room: Chat) -> None:
    """An update that a second person has approved."""
    shown = keys.CHAT.format(alert=row.id, chat=room.id)
    found = await copies.left(ctx.tx, keys.alert(row.id), [])
    place = next((p for p in found if p.card == shown), None)
    ctx.deal(
        room.where, note_card.key(row.id, What.UPDATE, number, "out"), lane=handing.lane(row),
        lang=Lang(room.lang), about=f"{keys.alert(row.id)}:notes",
        reply_to=(place.message or "") if place is not None else "",
    )  # fmt: skip


def told(row: Alert, what: What, count: int) -> Text:
    return Text(f"alert-{what.value}-done", {"title": words.title(row), "count": count})
