"""Short messages that answer the copies of an alert: an update, its end, that it was withdrawn.

Edits do not notify; whoever must know gets one of these, as an answer to their copy.
"""

import re
from dataclasses import dataclass
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
    lines = await note_lines(view, row, What(what), number, outside=side == "out")
    return Message(tuple(one.text for one in lines))


def head(row: Alert, what: What, *, drill: bool) -> Outline:
    """«📝 MISE À JOUR · **Rupture d'eau potable**»."""
    return outline(
        "alert-note-head", what=what, drill=drill, title=Titled(row.title),
        kind=says.kind(row.severity, release=row.release),
    )  # fmt: skip


async def note_lines(
    view: View, row: Alert, what: What, number: int, *, outside: bool
) -> list[Outline]:
    said = words.made(row, (), view.zone, outside=outside)
    found = [head(row, what, drill=row.drill), *says.drill(row.drill)]
    match what:
        case What.UPDATE:
            added = await view.tx.get(Update, number)
            told = (added.partners if outside else added.words) if added else ""
            found.append(outline("alert-words", words=Titled(told)))
            found.append(says.source(said))
        case What.END:
            plain = outside or not row.farewell
            said_then = outline("alert-words", words=Titled(row.farewell))
            found.append(outline("alert-note-end") if plain else said_then)
        case What.CANCELLED:
            found.append(outline("alert-void"))
    return found


@dataclass(frozen=True)
class Readers:
    """Copies of an alert that have left: members' with when each is told, None for now; and
    channels' with «in» for rooms of the community's own, «out» for partners."""

    members: tuple[tuple[Place, datetime | None], ...]
    rooms: tuple[tuple[Place, str], ...]
    asleep: int

    @property
    def count(self) -> int:
        return len(self.members) + len(self.rooms)


async def readers(
    ctx: Ctx, row: Alert, what: What, *, outside: bool = True, later: bool = False
) -> Readers:
    """Who is told this. `outside`: partners are too. `later`: those who sleep hear of it when they
    wake, unless they said that they can help."""
    abouts = [keys.alert(row.id), keys.chats(row.id)]
    found = await copies.left(ctx.tx, keys.alert(row.id), abouts)
    known = {c.chat_id: c for c in await alerts.chats_of(ctx.tx, row.id)}
    wakes = await _wakes(ctx, row) if later else {}
    members, rooms = [], []
    for place in found:
        member, room = _MEMBER.fullmatch(place.card), _CHAT.fullmatch(place.card)
        if member is not None:
            members.append((place, wakes.get(int(member[1]))))
        there = known.get(int(room[1])) if room is not None else None
        if there is not None and _hears(what, there, outside=outside):
            rooms.append((place, "out" if there.outside else "in"))
    asleep = sum(at is not None and at > ctx.now for _, at in members)
    return Readers(tuple(members), tuple(rooms), asleep)


def _hears(what: What, there: ToldChat, *, outside: bool) -> bool:
    """An update without a text for partners is none for them; what everyone reads is told by
    whoever approves it."""
    return what is not What.UPDATE or not there.outside or (outside and not there.public)


async def answer(
    ctx: Ctx, row: Alert, what: What, number: int = 0, *, outside: bool = True, later: bool = False
) -> Readers:
    """Owe the note to every chat with a copy that has left."""
    found = await readers(ctx, row, what, outside=outside, later=later)
    for place, at in found.members:
        _owe(ctx, row, what, number, place, "in", at=at)
    for place, side in found.rooms:
        _owe(ctx, row, what, number, place, side)
    return found


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


def told(row: Alert, what: What, found: Readers) -> Text:
    return Text(
        f"alert-{what.value}-done",
        {"title": words.title(row), "count": found.count, "asleep": found.asleep},
    )  # fmt: skip


def to(found: Readers) -> list[Text]:
    """«Pour 41 membres et 3 canaux, dont 12 à leur réveil.»"""
    if not found.count:
        return []
    whom = words.whom(len(found.members), len(found.rooms))
    return [Text("alert-note-to", {"to": whom, "asleep": found.asleep})]
