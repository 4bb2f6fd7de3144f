"""How long a pause lasts: «1 semaine», «jusqu'au 12 décembre»; people come back in the morning."""

import re
from datetime import date, datetime, time, timedelta, tzinfo

from bot.core.plain import fold

MORNING = time(8)
LONGEST = timedelta(days=366)

_UNITS = {"j": 1, "jour": 1, "day": 1, "semaine": 7, "week": 7, "sem": 7, "mois": 30, "month": 30}
_NUMBERS = {"un": 1, "une": 1, "a": 1, "one": 1, "deux": 2, "two": 2, "trois": 3, "three": 3}
_LENGTH = re.compile(r"(?:pendant|for|pour)?\s*(\d{1,3}|[a-z]+)\s*([a-z]+?)s?")


def days_in(said: str) -> int | None:
    """«2 semaines», «un mois», «10 jours»: how many days, or None."""
    found = _LENGTH.fullmatch(fold(said).strip(" ."))
    if found is None:
        return None
    number = int(found[1]) if found[1].isdecimal() else _NUMBERS.get(found[1])
    unit = _UNITS.get(found[2]) or _UNITS.get(f"{found[2]}s")
    return number * unit if number and unit else None


def last_day(today: date, days: int) -> date:
    """The last day without solicitation, today being the first."""
    return today + timedelta(days=days)


def back_at(last: date, zone: tzinfo) -> datetime:
    """When someone away until this day (it included) may be asked again."""
    return datetime.combine(last + timedelta(days=1), MORNING, zone)
