"""Meetings and shifts as an iCalendar file (RFC 5545), with wall times and their zone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Event

REFRESH = timedelta(hours=1)
"""How often calendars that subscribe should look (they often look less)."""


@dataclass(frozen=True)
class Entry:
    """`uid` stays the same when it changes, `sequence` counts the changes. `sure`: one is
    expected; else it is shown as tentative. `later`: nobody was asked about it yet."""

    uid: str
    sequence: int
    title: str
    start: datetime
    end: datetime
    whole: bool = False
    place: str = ""
    link: str = ""
    notes: str = ""
    sure: bool = True
    later: bool = False


def calendar(
    entries: Iterable[Entry], *, name: str, now: datetime, zone: ZoneInfo, subscribed: bool = False
) -> bytes:
    """`subscribed`: read again and again at an address, not kept once as a file."""
    from icalendar import Calendar  # slow to load, and seldom wanted

    made = Calendar()
    made.add("prodid", "-//Tocsin//FR")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    if subscribed:
        made.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
        made.add("x-published-ttl", "PT1H")
    for entry in entries:
        made.add_component(_event(entry, now, zone))
    made.add_missing_timezones(first_date=date(now.year - 1, 1, 1))
    return bytes(made.to_ical())


def _event(entry: Entry, now: datetime, zone: ZoneInfo) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    start, end = entry.start.astimezone(zone), entry.end.astimezone(zone)
    event.add("dtstart", start.date() if entry.whole else start)
    event.add("dtend", end.date() if entry.whole else end)
    event.add("summary", entry.title)
    if entry.place or entry.link:
        event.add("location", entry.place or entry.link)
    if entry.link:
        event.add("url", entry.link)
    if notes := "\n".join(part for part in (entry.link, entry.notes) if part):
        event.add("description", notes)
    event.add("status", "CONFIRMED" if entry.sure else "TENTATIVE")
    event.add("transp", "OPAQUE" if entry.sure else "TRANSPARENT")
    return event
