"""A new time beside the old one: «au lieu de 9 h à 13 h», «au lieu du samedi 12 décembre, …»."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core import Lang, Span, Text
from bot.core.when import Span as Time
from bot.core.when import spoken


def instead(
    before: tuple[datetime, datetime],
    after: tuple[datetime, datetime],
    zone: ZoneInfo,
    language: str,
) -> Text:
    """What stands after the new time: of the old one only what is otherwise."""
    old, new = (
        spoken(Time(start.astimezone(zone), end.astimezone(zone)), Lang(language), zone)
        for start, end in (before, after)
    )
    day, comma, hours = old.partition(", ")
    if comma and new.startswith(f"{day}, "):
        return Text("instead-of-hours", {"hours": Span(hours)})
    named = old.removeprefix("from " if language == Lang.EN else "du ")
    return Text("instead-of-day", {"when": Span(named)})
