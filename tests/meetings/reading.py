"""Reading a meeting's line as the wizard does, on a Saturday in November."""

from datetime import UTC, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from bot.core.audience import Channel, Known
from bot.core.partners import Category
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules.line import read
from handlers.meetings.rules.pattern import Pattern
from handlers.meetings.rules.understood import Line, Reader

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)  # Saturday, 10:00 in Paris
TOWN_HALL = Channel(7, "Mairie de Saint-Aubin", "partner", Category.TOWN_HALL)
READER = Reader(NOW, PARIS, Known(("Saint-Aubin", "Garance"), {"bureau": 3}, [TOWN_HALL]))


def understood(line: str) -> Line:
    return read(line, READER)


def falls(pattern: Pattern | None, count: int = 4) -> list[str]:
    """«15/12 20:00», the first so many times."""
    assert pattern is not None
    times = islice(patterns.times(pattern, PARIS, NOW), count)
    return [f"{one.start.astimezone(PARIS):%d/%m %H:%M}" for one in times]
