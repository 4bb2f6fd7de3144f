"""Days away, as people type them: «du 3 au 10 janvier», «en août», «jusqu'au 12 décembre»."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.core import Text
from bot.core.plain import fold
from bot.core.when import Kind, Reading, Reason, read

LONGEST = timedelta(days=400)

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier january jan", "fevrier february fevr feb", "mars march mar",
            "avril april avr apr", "mai may", "juin june jun", "juillet july juil jul",
            "aout august aug", "septembre september sept sep", "octobre october oct",
            "novembre november nov", "decembre december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = re.compile(
    r"(?:(?:tout|all|en|in|le|au|mois|month|the|de|d'|of|entier|whole)\s*)*"
    r"([a-z]+)(?:\s*(?:et|a|and|to|-)\s*([a-z]+))?(?:\s+(\d{4}))?"
)


@dataclass(frozen=True, slots=True)
class Days:
    """`last` is the last day away."""

    first: date
    last: date

    def __str__(self) -> str:
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


def days(written: str) -> Days:
    """From the form in which an answer keeps it."""
    first, _, last = written.partition("/")
    return Days(date.fromisoformat(first), date.fromisoformat(last))


def read_days(said: str, now: datetime, zone: ZoneInfo) -> tuple[Days, ...] | Text:
    """One reading, or several to choose from, or why there is none."""
    today = now.astimezone(zone).date()
    months = _months(fold(said).strip(" ."), today)
    if months is not None:
        return (months,)
    reading = read(said, now, zone)
    found = reading.readings if reading.kind is Kind.AMBIGUOUS else (reading,)
    meant = [d for d in (_days(one, today) for one in found) if d is not None]
    fit = tuple(dict.fromkeys(d for d in meant if today <= d.last and d.last - d.first <= LONGEST))
    if fit:
        return fit
    past = bool(meant) or reading.reason is Reason.PAST
    return Text("away-past" if past else "away-unclear")


def _days(reading: Reading, today: date) -> Days | None:
    """From the first day named to the last; what recurs or lies apart is no absence."""
    if not reading.spans or reading.kind in (Kind.RECUR, Kind.REMINDER, Kind.OPEN):
        return None
    spans = sorted(reading.spans, key=lambda span: span.start)
    first = today if reading.kind is Kind.DEADLINE else spans[0].start.date()
    ends = [span.end - timedelta(microseconds=1) if span.end else span.start for span in spans]
    starts = [span.start.date() for span in spans]
    if any(b - a > timedelta(days=1) for a, b in pairwise(starts)):
        return None
    last = max(end.date() for end in ends)
    return Days(first, last) if first <= last else None


def _months(said: str, today: date) -> Days | None:
    """«en août»: the coming one, or what is left of this one."""
    found = _MONTH.fullmatch(said)
    if found is None or found[1] not in _MONTHS or (found[2] and found[2] not in _MONTHS):
        return None
    first, last = _MONTHS[found[1]], _MONTHS[found[2] or found[1]]
    year = int(found[3]) if found[3] else today.year
    end = _month_end(year + (last < first), last)
    if end < today and not found[3]:
        year, end = year + 1, _month_end(year + 1 + (last < first), last)
    return Days(max(today, date(year, first, 1)), end) if end >= today else None


def _month_end(year: int, month: int) -> date:
    after = date(year + month // 12, month % 12 + 1, 1)
    return after - timedelta(days=1)
