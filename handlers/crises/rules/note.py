"""A line of the log as people type it: «14 h 10 : la mairie ouvre le gymnase»."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.core import Span, Text
from bot.core.plain import clean, fold

LONGEST = 500
SLACK = timedelta(minutes=2)
"""Clocks differ: so far ahead is still now."""

_WHEN = re.compile(
    r"(?:(?P<day>avant-hier|hier|aujourd'hui|yesterday|today|[0-3]?\d[/.][01]?\d)[\s,]+)?"
    r"(?:(?:à|a|at|vers)\s+)?"
    r"(?P<hour>\d{1,2})\s*(?:(?P<sign>h|:|\.)\s*(?P<minute>\d\d)?|(?=\s*[ap]m\b))"
    r"\s*(?P<half>[ap]m\b)?"
    r"(?P<gap>\s*[:,–—-]\s*|\s+|$)",
    re.IGNORECASE,
)
_AGO = {"aujourd'hui": 0, "today": 0, "hier": 1, "yesterday": 1, "avant-hier": 2}


@dataclass(frozen=True)
class Note:
    at: datetime
    words: str


def read(said: str, now: datetime, zone: ZoneInfo) -> Note | Text:
    """When it happened (now, where that is not said) and what. A Text says what is wrong."""
    words = clean(said)
    found = _WHEN.match(words.replace("’", "'"))
    at, rest = now, words
    if found is not None and _is_time(found, words):
        moment = _moment(found, now, zone)
        if isinstance(moment, Text):
            return moment
        at, rest = moment, words[found.end() :].strip()
    if not rest:
        return Text("note-empty")
    if len(rest) > LONGEST:
        return Text("unclear-long", {"most": LONGEST, "length": len(rest)})
    return Note(at, rest)


def _is_time(found: re.Match[str], words: str) -> bool:
    """«14h10 la mairie» and «14 h : la mairie» say when; «8 h de retard» and «2.5 doses» do not."""
    if found["minute"] is None and found["half"] is None and not found["gap"].strip():
        return found.end() == len(words)
    return found["sign"] != "." or found["half"] is not None


def _moment(found: re.Match[str], now: datetime, zone: ZoneInfo) -> datetime | Text:
    said = found.group().strip(" :,–—-")
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].lower() == "pm" else 0)
    minute = int(found["minute"] or 0)
    if hour > 23 or minute > 59:
        return Text("note-when", {"piece": Span(said)})
    today = now.astimezone(zone).date()
    day = _day(found["day"], today)
    if day is None:
        return Text("note-when", {"piece": Span(said)})
    at = datetime.combine(day, time(hour, minute), zone)
    if at.astimezone(UTC) > now + SLACK:
        return Text("note-ahead", {"piece": Span(said)})
    return at


def _day(said: str | None, today: date) -> date | None:
    """The last such day; a date without a year is never to come."""
    if said is None:
        return today
    if (ago := _AGO.get(fold(said))) is not None:
        return today - timedelta(days=ago)
    number, month = (int(one) for one in re.split(r"[/.]", said))
    for year in (today.year, today.year - 1):
        try:
            found = date(year, month, number)
        except ValueError:
            continue
        if found <= today:
            return found
    return None
