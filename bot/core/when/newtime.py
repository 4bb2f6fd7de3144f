"""The new time of something that is planned: hours alone are meant for its own day."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.when.model import Kind, Reading, Reason
from bot.core.when.read import slots

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def moved(said: str, start: datetime, now: datetime, zone: ZoneInfo) -> Reading:
    """`start`: when it begins so far. «10h-14h» is that day's; any other day has to be
    said, and is read as anywhere. «samedi 10h-14h» may mean either: both are offered."""
    day = start.astimezone(zone)
    dated = f"{day:%d/%m/%Y} {said}"
    hours = slots(f"{DAYS[day.weekday()]} {dated}", now, zone)
    if hours.kind is not Kind.DAY and _is_of(hours, day):
        return hours
    alone, near = slots(said, now, zone), slots(dated, now, zone)
    if near.kind is not Kind.RANGE or not _is_of(near, day) or near.spans == alone.spans:
        return alone
    others = alone.readings or ((alone,) if alone.spans else ())
    reason = alone.reason or Reason.WHICH_DAY
    return Reading(Kind.AMBIGUOUS, reason=reason, readings=(near, *others))


def _is_of(reading: Reading, day: datetime) -> bool:
    """Nothing but hours of that day."""
    return bool(reading.spans) and all(s.start.date() == day.date() for s in reading.spans)
