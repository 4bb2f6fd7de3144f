"""Quiet hours: read as people type them, kept as minutes of the local day."""

import re
from datetime import time

from bot.core import Text
from bot.core.plain import fold

_HOUR = r"(\d{1,2})\s*(?:[h:]\s*(\d{2})?)?"
_SPAN = re.compile(rf"(?:de|from)?\s*{_HOUR}\s*(?:-|–|a|to|until|jusqu'a)\s*{_HOUR}")


def read_quiet(said: str) -> str | Text:
    """«de 20 h à 8 h» is kept as «1200-480»."""
    found = _SPAN.fullmatch(fold(said).strip(" ."))
    if found is None:
        return Text("quiet-odd")
    h1, m1, h2, m2 = (int(part or 0) for part in found.groups())
    if max(h1, h2) > 24 or max(m1, m2) > 59:
        return Text("quiet-odd")
    first, last = (h1 % 24) * 60 + m1, (h2 % 24) * 60 + m2
    return Text("quiet-odd") if first == last else f"{first}-{last}"


def minutes(kept: str) -> tuple[int, int] | None:
    """From a button or an answer; "" is the community's hours, anything else is forged."""
    found = re.fullmatch(r"(\d{1,4})-(\d{1,4})", kept)
    if found is None:
        return None
    first, last = int(found[1]), int(found[2])
    return (first, last) if max(first, last) < 24 * 60 else None


def clock(minute: int) -> time:
    return time(minute // 60, minute % 60)
