"""What recurs, against somebody who only walks from day to day and looks at a calendar."""

from __future__ import annotations

import calendar
import random
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers.meetings.rules.pattern import Pattern, times

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ZONES = (
    "Europe/Paris",
    "America/Martinique",
    "Indian/Reunion",
    "Pacific/Noumea",
    "America/Miquelon",
)
START = date(2026, 11, 21)


def random_pattern(rng: random.Random) -> Pattern:
    first = START + timedelta(days=rng.randrange(400))
    kind, every = rng.choice(("DAILY", "WEEKLY", "MONTHLY", "NTH", "YEARLY")), rng.randint(1, 4)
    rule = f"FREQ={'MONTHLY' if kind == 'NTH' else kind};INTERVAL={every}"
    if kind == "WEEKLY" and rng.random() < 0.8:
        rule += f";BYDAY={','.join(rng.sample(DAYS, rng.randint(1, 3)))}"
    if kind == "MONTHLY" and rng.random() < 0.8:
        rule += f";BYMONTHDAY={rng.choice((1, 15, 28, 29, 30, 31, -1, -2))}"
    if kind == "NTH":
        rule += f";BYDAY={rng.choice((1, 2, 3, 4, 5, -1))}{rng.choice(DAYS)}"
    off = tuple(first + timedelta(days=rng.randrange(200)) for _ in range(rng.randrange(3)))
    months = tuple(rng.sample(range(1, 13), rng.randrange(3)))
    last = first + timedelta(days=rng.randrange(2000)) if rng.random() < 0.3 else None
    return Pattern(first, rng.randrange(1440), rng.randint(1, 600), rule, last, off, months)


def falls(day: date, pattern: Pattern) -> bool:
    """Is it on this day? By the words of the rule alone."""
    words = dict(word.split("=") for word in pattern.rule.split(";"))
    first, every = pattern.day, int(words["INTERVAL"])
    months = (day.year - first.year) * 12 + day.month - first.month
    match words["FREQ"]:
        case "DAILY":
            return (day - first).days % every == 0
        case "WEEKLY":
            weeks = (_monday(day) - _monday(first)).days // 7
            named = words.get("BYDAY", DAYS[first.weekday()]).split(",")
            return weeks % every == 0 and DAYS[day.weekday()] in named
        case "MONTHLY" if "BYDAY" in words:
            return months % every == 0 and _is_nth(day, words["BYDAY"])
        case "MONTHLY":
            wanted, length = int(words.get("BYMONTHDAY", first.day)), _length(day)
            return months % every == 0 and day.day == (
                wanted if wanted > 0 else length + 1 + wanted
            )
        case _:
            same = (day.month, day.day) == (first.month, first.day)
            return same and (day.year - first.year) % every == 0


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _length(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _is_nth(day: date, word: str) -> bool:
    nth, name = int(word[:-2]), word[-2:]
    from_end = (_length(day) - day.day) // 7 + 1
    return DAYS[day.weekday()] == name and nth == ((day.day - 1) // 7 + 1 if nth > 0 else -from_end)


def moment(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """The first moment at which the clock there shows this; in the lack of a spring night, as if
    the clock had not been put forward yet."""
    shown = datetime(day.year, day.month, day.day) + timedelta(minutes=minutes)  # noqa: DTZ001
    offsets = {(shown.replace(tzinfo=UTC) + timedelta(days=d)).astimezone(zone).utcoffset()
               for d in (-1, 1)}  # fmt: skip
    found = [shown.replace(tzinfo=UTC) - offset for offset in offsets if offset is not None]
    real = [at for at in found if at.astimezone(zone).replace(tzinfo=None) == shown]
    return min(real) if real else max(found)


def expected(pattern: Pattern, zone: ZoneInfo, weeks: int) -> list[datetime]:
    end = pattern.day + timedelta(weeks=weeks)
    found, day = [], pattern.day
    while day < end:
        skipped = day in pattern.not_on or day.month in pattern.not_in
        late = pattern.last is not None and day > pattern.last
        if not skipped and not late and falls(day, pattern):
            found.append(moment(day, pattern.at, zone))
        day += timedelta(days=1)
    return found


def compare(seed: int, count: int, weeks: int) -> None:
    rng = random.Random(seed)
    for number in range(count):
        pattern, zone = random_pattern(rng), ZoneInfo(rng.choice(ZONES))
        wanted = expected(pattern, zone, weeks)
        end = moment(pattern.day + timedelta(weeks=weeks), 0, zone)
        long_ago = datetime(2026, 1, 1, tzinfo=UTC)
        every = times(pattern, zone, long_ago)
        got = []
        for one in every:
            if one.start >= end:
                break
            got.append(one.start)
        assert got == wanted, (seed, number, zone, pattern)


def test_300_random_rules_over_three_years_fall_as_in_a_calendar() -> None:
    """REM-1."""
    compare(seed=26, count=300, weeks=156)


@pytest.mark.chaos
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(10))
def test_10_000_random_rules_over_520_weeks_fall_as_in_a_calendar(seed: int) -> None:
    """REM-1."""
    compare(seed, count=1_000, weeks=520)
