"""Times of a meeting as people type them: once, several, or what recurs and when it does not."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from babel.dates import get_month_names

from bot.core import when
from bot.core.plain import fold
from bot.core.when import Kind, Reading, Reason
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules.pattern import DAY, Pattern
from handlers.meetings.rules.understood import Problem, Reader

EXCEPT = re.compile(r"[\s,(]*\b(?:sauf|excepté|excepte|except|hors)\b\s*:?\s*(.+?)\)?$", re.I)
MONTHS = {
    fold(name): number
    for lang in ("fr", "en")
    for number, name in get_month_names("wide", locale=lang).items()
}
_MONTH = re.compile(rf"^(?:en|in|au mois de|au mois d'|le mois de)?\s*({'|'.join(MONTHS)})$")
_DATED = re.compile(rf"\d|\b(?:{'|'.join(MONTHS)}|vacances|feries?|holidays?)\b")
_BETWEEN = re.compile(r"\s*(?:,|;|\bet\b|\band\b|\bou\b|&)\s*", re.IGNORECASE)
LONGEST = timedelta(days=62)
"""A stretch of days without meetings."""


def says_when(piece: str, reader: Reader) -> tuple[bool, str]:
    """Does a part of the line say when, and which of its words do not?"""
    skipped = EXCEPT.match(piece)
    if skipped and _DATED.search(fold(skipped[1])):
        return True, ""
    reading, rest = when.find(EXCEPT.sub("", piece), reader.now, reader.zone)
    if reading.reason is Reason.NO_DATE:
        return False, piece
    return True, rest if any(c.isalpha() for c in rest) else ""


def read_times(
    words: str, reader: Reader
) -> tuple[Pattern | None, Pattern | None, Problem | None, tuple[Pattern, ...]]:
    """What is meant; the other way to mean «tous les mois»; why neither; several times if that
    is what they are."""
    words, skipped = _apart(words)
    reading = when.read(words, reader.now, reader.zone)
    found = tuple(dict.fromkeys(_patterns(reading, reader)))
    if reading.reason is Reason.DST_OVERLAP and len(found) == 1:
        return found[0], None, None, ()  # by the clock on the wall, as all that recurs
    if reading.kind is Kind.MULTI and found:
        return None, None, None, found
    if reading.kind is Kind.AMBIGUOUS or not found:
        by_month = reading.reason is Reason.DAY_OR_WEEKDAY_OF_MONTH and len(found) == 2
        if not by_month:
            why = str(reading.reason) or str(Reason.NOT_READ)
            return None, None, Problem("when", words, why, found), ()
    chosen, other = found[-1], found[0] if len(found) > 1 else None
    if skipped:
        rarer = without(chosen, skipped, reader)
        if isinstance(rarer, Problem):
            return chosen, None, rarer, ()
        return rarer, None, None, ()
    return chosen, other, None, ()


def _apart(words: str) -> tuple[str, str]:
    """The times, and what stands after «sauf»."""
    skipped: list[str] = []
    kept = []
    for piece in words.split("|"):
        found = EXCEPT.search(piece)
        if found:
            skipped.append(found[1])
            piece = piece[: found.start()]
        if piece.strip():
            kept.append(piece.strip())
    return ", ".join(kept), ", ".join(skipped)


def _patterns(reading: Reading, reader: Reader) -> tuple[Pattern, ...]:
    """One for each way to read it (AMBIGUOUS), for each time (MULTI), or the only one."""
    match reading.kind:
        case Kind.AMBIGUOUS:
            every = [_patterns(one, reader) for one in reading.readings]
            return tuple(found[0] for found in every if len(found) == 1)
        case Kind.POINT | Kind.RANGE | Kind.DAY | Kind.MULTI:
            return tuple(_once(span, reader) for span in reading.spans)
        case Kind.RECUR if len(reading.spans) == 1:
            rule, last = patterns.without_until(reading.rule, reader.zone)
            return (replace(_once(reading.spans[0], reader), rule=rule, last=last),)
        case _:
            return ()


def _once(span: when.Span, reader: Reader) -> Pattern:
    """A day alone is a whole day; a moment lasts as long as is usual."""
    end = span.end or span.start + timedelta(minutes=reader.usual)
    whole = span.convention is when.Convention.DAY
    found = patterns.of(span.start, end, reader.zone, whole=whole)
    return replace(found, lasts=max(found.lasts, 1))


def without(pattern: Pattern, words: str, reader: Reader) -> Pattern | Problem:
    """The same without these days and months."""
    months, days = [], []
    for piece in _BETWEEN.split(words):
        found = _MONTH.match(fold(piece))
        if found:
            months.append(MONTHS[found[1]])
        elif piece.strip():
            days.append(piece.strip())
    left_out = _days(days, reader)
    if left_out is None:
        return Problem("except", words)
    falls = [day for day in left_out if _falls(pattern, day)]
    if days and not falls:
        return Problem("except", words, "not-then")
    return replace(
        pattern,
        not_on=tuple(sorted({*pattern.not_on, *falls})),
        not_in=tuple(sorted({*pattern.not_in, *months})),
    )


def _falls(pattern: Pattern, day: date) -> bool:
    if not pattern.rule:
        return day in (pattern.day, *(d for d, _, _ in pattern.also))
    return next(patterns.days(replace(pattern, not_on=(), not_in=()), day), None) == day


def _days(pieces: Sequence[str], reader: Reader) -> list[date] | None:
    """«le 28/12 et le 4/1», «du 20/12 au 3/1»; None if that is no list of days."""
    if not pieces:
        return []
    reading = when.read(", ".join(pieces), reader.now, reader.zone)
    if reading.kind not in (Kind.DAY, Kind.MULTI, Kind.RANGE, Kind.POINT):
        return None
    found: list[date] = []
    for span in reading.spans:
        first = span.start.astimezone(reader.zone).date()
        end = (span.end or span.start + DAY).astimezone(reader.zone)
        last = max(first, (end - timedelta(seconds=1)).date())
        if last - first > LONGEST:
            return None
        found += [first + n * DAY for n in range((last - first).days + 1)]
    return found
