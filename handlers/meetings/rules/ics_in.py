"""An invitation that comes from another calendar, pasted as iCalendar text: a draft to send."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Calendar

from bot.core.plain import clean
from handlers.meetings.rules import line, pattern
from handlers.meetings.rules.draft import MOST, Draft
from handlers.meetings.rules.pattern import Pattern

KNOWN = ("FREQ", "INTERVAL", "BYMONTH", "BYDAY", "BYMONTHDAY")
LONGEST = timedelta(days=366 * 3)
"""A recurrence that says a count is looked at so far."""


def is_calendar(text: str) -> bool:
    return "BEGIN:VEVENT" in text.upper()


def read_calendar(text: str, zone: ZoneInfo) -> Draft | None:
    """The first event of a calendar; None if there is none that can be understood."""
    begins = text.upper().find("BEGIN:VCALENDAR")
    body = text[begins:] if begins >= 0 else f"BEGIN:VCALENDAR\n{text}\nEND:VCALENDAR"
    try:
        found = next(iter(Calendar.from_ical(body).walk("VEVENT")), None)
        return _draft(found, zone) if found is not None else None
    except (ValueError, KeyError, AttributeError, TypeError, OverflowError):
        return None


def _draft(event: Any, zone: ZoneInfo) -> Draft:
    draft = line.titled(Draft(), _words(event, "SUMMARY", "title"))
    draft = line.placed(draft, _words(event, "LOCATION", "place"))
    url = _words(event, "URL", "link")
    if url and not draft.link:
        draft = line.linked(draft, url)
    draft = line.with_words(draft, "agenda", _words(event, "DESCRIPTION", "agenda"))
    whole = not isinstance(event.start, datetime)
    start, end = _moment(event.start, zone), _moment(event.end, zone)
    once = pattern.of(start, max(end, start + timedelta(minutes=1)), zone, whole=whole)
    return line.timed(draft, _recurring(event, once, zone))


def _words(event: Any, name: str, part: str) -> str:
    """What is too long is cut: it is shown before it is sent, and can be edited."""
    return clean(str(event.get(name, "")).replace("\n", " "))[: MOST[part]].strip()


def _moment(at: date, zone: ZoneInfo) -> datetime:
    """A floating time is the community's."""
    if not isinstance(at, datetime):
        return datetime.combine(at, time(), tzinfo=zone)
    return at.replace(tzinfo=zone) if at.tzinfo is None else at


def _recurring(event: Any, once: Pattern, zone: ZoneInfo) -> Pattern:
    rule = event.get("RRULE")
    if rule is None:
        return once
    words = {str(k).upper(): v for k, v in rule.items()}
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
    every = rrulestr(bare, dtstart=begin).between(begin, begin + LONGEST, inc=True)
    days: list[datetime] = every[: int(words["COUNT"][0])]
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
