"""«Chez vous : …»: a meeting's time once more, for a person or a room in another time zone."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core import Lang, Span, Text, text, zones
from bot.core.outward import Outline, Titled, outline
from bot.core.zones import There
from bot.engine import View
from handlers.meetings.words import bound
from storage.chats import Chat
from storage.meetings import Time
from storage.people import Member


async def of_reader(view: View, member: int, time: Time) -> list[Text]:
    """One more line of this member's card, or none. Members are at hand in a crowd."""
    person = await view.tx.get(Member, member)
    return lines(person.zone, time, view.zone, view.lang) if person is not None else []


def lines(name: str, time: Time, zone: ZoneInfo, lang: Lang) -> list[Text]:
    found = _there(name, time, zone, lang)
    if found is None:
        return []
    return [text("zone-there", when=Span(bound(found.when)), clock=Span(found.clock))]


def outlines(chat: Chat | None, time: Time, zone: ZoneInfo, lang: Lang) -> tuple[Outline, ...]:
    """The same for a room."""
    found = _there(chat.zone, time, zone, lang) if chat is not None else None
    if found is None:
        return ()
    return (outline("zone-there", when=Titled(bound(found.when)), clock=Titled(found.clock)),)


def beside(
    line: Text, name: str, start: datetime | None, end: datetime | None, zone: ZoneInfo, lang: Lang
) -> Text:
    """In a list: in the same line, shorter. An answer of an opinion poll has no times."""
    if start is None or end is None:
        return line
    found = zones.there(start, end, zone, name, lang)
    return line if found is None else text("zone-beside", line=line, when=Span(bound(found.brief)))


def _there(name: str, time: Time, zone: ZoneInfo, lang: Lang) -> There | None:
    one, since = time.one, time.meeting.made_at
    return zones.there(one.starts_at, one.ends_at, zone, name, lang, since)
