"""An invitation that comes from another calendar, as a file or pasted: a draft to send."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from bot.core.plain import clean, fold
from handlers.meetings.rules import line, pattern
from handlers.meetings.rules.draft import MOST, Draft
from handlers.meetings.rules.pattern import Pattern

KNOWN = ("FREQ", "INTERVAL", "BYMONTH", "BYDAY", "BYMONTHDAY")
OFTEN = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
"""What recurs within a day is no meeting."""
LONGEST = timedelta(days=366 * 3)
"""A recurrence that says a count is looked at so far."""
LARGEST = 500_000
"""Bytes of an invitation: with its zones and a picture of its maker's."""


LINKS = ("X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-GOOGLE-CONFERENCE", "CONFERENCE", "URL")
_URL = re.compile(r"https?://[^\s<>\"]+")
_MEETS = re.compile(
    r"//[^/]*(?:teams\.(?:microsoft|live)|zoom\.us|meet\.google|webex|whereby|jitsi|jit\.si|visio|"
    r"bbb|bigbluebutton|livestorm|gotomeet)",
    re.IGNORECASE,
)
_AFAR = re.compile(
    r"^(?:reunion |meeting )?(?:microsoft )?(?:teams|zoom|google meet|webex)\b[^,;|]*$"
)
_RULE = re.compile(r"[_*~-]{10,}|\n-:{3}")
_CANCELS = re.compile(r"^(?:METHOD:CANCEL|STATUS:CANCELLED)\s*$", re.IGNORECASE | re.MULTILINE)


def is_file(name: str, mime: str) -> bool:
    """Is this file an invitation? Mail programs often do not say so but by its name."""
    return mime.partition(";")[0] == "text/calendar" or name.lower().endswith((".ics", ".ical"))


def read_file(data: bytes) -> str:
    """The words of the file. Raises ValueError with «large» or «no-calendar»."""
    if len(data) > LARGEST:
        raise ValueError("large")
    try:
        words = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        words = data.decode("cp1252", "replace")
    if not is_calendar(words):
        raise ValueError("no-calendar")
    return words


def is_calendar(text: str) -> bool:
    return "BEGIN:VEVENT" in text.upper()


def read_calendar(text: str, zone: ZoneInfo) -> Draft | None:
    """The first event of a calendar, of a series the series itself; None if there is none that
    can be understood, or that still stands."""
    from icalendar import Calendar  # slow to load, and seldom wanted

    begins = text.upper().find("BEGIN:VCALENDAR")
    body = text[begins:] if begins >= 0 else f"BEGIN:VCALENDAR\n{text}\nEND:VCALENDAR"
    try:
        found = sorted(Calendar.from_ical(body).walk("VEVENT"), key=lambda e: "RECURRENCE-ID" in e)
        return _draft(found[0], zone) if found else None
    except (ValueError, KeyError, AttributeError, TypeError, OverflowError, IndexError):
        return None


def is_cancelled(text: str) -> bool:
    """Does it say that the meeting of another calendar does not take place?"""
    return bool(_CANCELS.search(text))


def _draft(event: Any, zone: ZoneInfo) -> Draft:
    draft = line.titled(Draft(), _words(event, "SUMMARY", "title"))
    where = _words(event, "LOCATION", "place")
    draft = replace(draft, remote=True) if _AFAR.match(fold(where)) else line.placed(draft, where)
    if (url := _link(event)) and not draft.link:
        draft = line.linked(draft, url)
    draft = line.with_words(draft, "agenda", _words(event, "DESCRIPTION", "agenda"))
    whole = not isinstance(event.start, datetime)
    start, end = _moment(event.start, zone), _moment(event.end, zone)
    once = pattern.of(start, max(end, start + timedelta(minutes=1)), zone, whole=whole)
    return line.timed(draft, _recurring(event, once, zone))


def _link(event: Any) -> str:
    """Where to take part from afar: calendars have several places for it."""
    for name in LINKS:
        found = _URL.search(str(event.get(name, "")))
        if found and len(found[0]) <= MOST["link"]:
            return found[0]
    named = (found[0] for found in _URL.finditer(str(event.get("DESCRIPTION", ""))))
    return next((url for url in named if _MEETS.search(url) and len(url) <= MOST["link"]), "")


def _words(event: Any, name: str, part: str) -> str:
    """What is too long is cut: it is shown before it is sent, and can be edited. What calendars
    put below a rule is how to dial in."""
    said = _RULE.split(str(event.get(name, "")))[0]
    return clean(said.replace("\n", " "))[: MOST[part]].strip()


def _moment(at: date, zone: ZoneInfo) -> datetime:
    """A floating time is the community's."""
    if not isinstance(at, datetime):
        return datetime.combine(at, time(), tzinfo=zone)
    return at.replace(tzinfo=zone) if at.tzinfo is None else at


def _recurring(event: Any, once: Pattern, zone: ZoneInfo) -> Pattern:
    rule = event.get("RRULE")
    if rule is None:
        return once
    words = {str(k).upper(): v for k, v in (rule[0] if isinstance(rule, list) else rule).items()}
    if str(words["FREQ"][0]).upper() not in OFTEN or int(words.get("INTERVAL", [1])[0]) < 1:
        raise ValueError("recurs like no meeting")
    kept = [f"{k}={','.join(str(v) for v in words[k])}" for k in KNOWN if k in words]
    bare = ";".join(kept)
    rrulestr(bare, dtstart=datetime.combine(once.day, time()))  # raises ValueError
    return Pattern(
        once.day, once.at, once.lasts, bare, _last(words, bare, once.day, zone),
        tuple(sorted(set(_excluded(event, zone)))), whole=once.whole,
    )  # fmt: skip


def _last(words: dict[str, Any], bare: str, first: date, zone: ZoneInfo) -> date | None:
    if "UNTIL" in words:
        until = words["UNTIL"][0]
        return until.astimezone(zone).date() if _aware(until) else _day(until)
    if "COUNT" not in words:
        return None
    begin = datetime.combine(first, time())
    every = pattern.falling(bare, begin, begin + LONGEST)
    days = list(islice(every, max(1, int(words["COUNT"][0]))))
    return days[-1].date() if days else first


def _aware(at: date) -> bool:
    return isinstance(at, datetime) and at.tzinfo is not None


def _day(at: date) -> date:
    return at.date() if isinstance(at, datetime) else at


def _excluded(event: Any, zone: ZoneInfo) -> Iterator[date]:
    found = event.get("EXDATE", [])
    for one in found if isinstance(found, list) else [found]:
        for moment in one.dts:
            yield _moment(moment.dt, zone).astimezone(zone).date()
