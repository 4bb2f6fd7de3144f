"""When people shall be reminded, as it is typed: «7 jours, la veille à 18 h, 1 heure avant»."""

import re
from datetime import UTC, datetime

from bot.core import when
from bot.core.plain import fold
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules.pattern import Pattern
from handlers.meetings.rules.reminding import Before, as_kept, of_moment, parse
from handlers.meetings.rules.understood import Reader

MOST = 6
NO_REMINDER = re.compile(r"^(?:(?:sans|pas de|aucun|no|without) (?:rappels?|reminders?)"
                         r"|(?:rappels?|reminders?) ?: ?(?:aucun|non|none|no|0))$")  # fmt: skip
_BETWEEN = re.compile(r"\s*(?:,|\bet\b|\band\b|\+|&)\s*", re.IGNORECASE)
_NONE = frozenset({"aucun", "aucune", "non", "sans", "none", "no", "0", "-"})


def read_reminders(
    words: str, pattern: Pattern | None, reader: Reader
) -> tuple[str, ...] | None:  # fmt: skip
    """As rows keep them; None if a piece was not understood, or there are too many."""
    if fold(words).strip(" .") in _NONE:
        return ()
    pieces = [piece for piece in _BETWEEN.split(words) if piece.strip(" .")]
    befores = [_read(piece, pattern, reader) for piece in pieces]
    if not pieces or len(pieces) > MOST:
        return None
    known = [one for one in befores if one is not None]
    return as_kept(known) if len(known) == len(befores) else None


def _read(piece: str, pattern: Pattern | None, reader: Reader) -> Before | None:
    """A length of time; else a moment, seen from a day far enough ahead for it to lie before."""
    if (found := parse(piece)) is not None:
        return found
    anchor = _anchor(pattern, reader)
    reading = when.read(piece, reader.now, reader.zone, anchor)
    if reading.kind is not when.Kind.REMINDER:
        return None
    before = of_moment(reading.spans[0].start, anchor, reader.zone)
    return before if before.days or before.minutes else None


def _anchor(pattern: Pattern | None, reader: Reader) -> datetime:
    """The first time, or a stand-in at its hour if that is too near: «J-7» of tomorrow is past."""
    at = pattern.at if pattern else 18 * 60
    day = reader.now.astimezone(reader.zone).date().replace(day=15)
    return patterns.wall(day.replace(year=day.year + 1), at, reader.zone).astimezone(UTC)
