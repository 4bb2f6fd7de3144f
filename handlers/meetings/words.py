"""How a meeting, its times and its places are named, in the reader's language."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core import Lang, Span, Text, text
from bot.core.i18n import NBSP
from bot.core.meetings import Kind
from bot.core.when import Span as Stretch
from bot.core.when import short, spoken
from handlers.meetings.rules.pattern import Times
from storage.meetings import Occurrence, Time
from storage.people import Member

_HOURS = re.compile(r"(?<=\d) (?=(?:h|am|pm)\b)|(?<=\dh) (?=\d)|(?<=\d h) (?=\d\d\b)")

MOST_NAMES = 8
"""In one line."""


def lang(member: Member) -> Lang:
    return Lang(member.lang)


def title(time: Time) -> Span:
    return Span(time.meeting.title)


def when(
    one: Occurrence | Times, zone: ZoneInfo, language: str, since: datetime | None = None
) -> str:
    """«mardi 15 décembre, de 20 h à 21 h 30»; with the year where it is more than one from then."""
    return bound(spoken(_stretch(one, zone), Lang(language), zone, since))


def bound(said: str) -> str:
    """No line breaks between a number and its hour."""
    return _HOURS.sub(NBSP, said)


def dated(one: Occurrence, zone: ZoneInfo, language: str) -> str:
    """With its year, as a proof needs it."""
    return when(one, zone, language, one.starts_at - timedelta(days=800))


def times(start: datetime, end: datetime, zone: ZoneInfo, language: str, since: datetime) -> str:
    """The same for times of no row."""
    stretch = Stretch(start.astimezone(zone), end.astimezone(zone))
    return bound(spoken(stretch, Lang(language), zone, since))


def button(one: Occurrence | Times, zone: ZoneInfo, language: str) -> str:
    """«Mar. 15/12 20 h»."""
    start, end = _ends(one)
    whole = isinstance(one, Occurrence) and one.whole
    stretch = Stretch(start.astimezone(zone), end.astimezone(zone) if whole else None)
    return bound(short(stretch, Lang(language), zone, dated=True))


def _stretch(one: Occurrence | Times, zone: ZoneInfo) -> Stretch:
    start, end = _ends(one)
    return Stretch(start.astimezone(zone), end.astimezone(zone))


def _ends(one: Occurrence | Times) -> tuple[datetime, datetime]:
    return (one.starts_at, one.ends_at) if isinstance(one, Occurrence) else (one.start, one.end)


def head(kind: Kind, title: str, times: str) -> Text:
    """«📅 RÉUNION · **CA de décembre** · mardi 15 décembre, de 20 h à 21 h 30»."""
    return text("meet-head", kind=kind.value, title=Span(title), when=Span(times))


def heading(time: Time, zone: ZoneInfo, language: str) -> Text:
    said = when(time.one, zone, language, time.meeting.made_at)
    return head(time.meeting.kind, time.meeting.title, said)


def where(place: str, link: str, *, remote: bool) -> list[Text]:
    """«Lieu : Maison de santé», «À distance : https://…»."""
    lines = [text("meet-place", place=Span(place))] if place else []
    if link:
        lines.append(text("meet-link", link=Span(link, link=link)))
    elif remote:
        lines.append(Text("meet-link-later"))
    return lines


def where_of(time: Time) -> list[Text]:
    return where(time.place, time.link, remote=time.remote)


def names(known: Sequence[str], most: int = MOST_NAMES) -> tuple[Span | Text, ...]:
    """A handful; of many the first, and how many more."""
    if len(known) <= most:
        return tuple(Span(name) for name in known)
    first = (Span(name) for name in known[: most - 1])
    return (*first, text("meet-names-more", count=len(known) - most + 1))
