"""How long an alert stands, when the silent are told again, what can still be held back."""

from datetime import datetime, timedelta

from bot.core.severity import Severity

STEP = timedelta(minutes=10)
"""«valable jusqu'à 5 h 40»: ends are told, and happen, at a round time."""

HOLD = timedelta(seconds=30)
LONG_HOLD = timedelta(minutes=2)
"""How long a send can be held back; longer in the simple display."""


def ends_at(now: datetime, minutes: int, until: datetime | None, usual: int) -> datetime:
    """`usual` is in hours; what was named to the minute is kept to the minute."""
    if until is not None:
        return until
    end = now + timedelta(minutes=minutes or usual * 60)
    over = timedelta(
        minutes=end.minute % 10, seconds=end.second, microseconds=end.microsecond
    )  # fmt: skip
    return end - over + STEP if over else end


def chases(severity: Severity, least: str, *, drill: bool, release: bool) -> bool:
    """Are the silent told again by themselves? Never in an exercise."""
    return not drill and not release and severity.rank >= Severity(least).rank


def wants_answer(severity: Severity, *, release: bool) -> bool:
    """Is an acknowledgement asked for?"""
    return severity is not Severity.INFO and not release


def enough(acked: int, told: int, *, wanted: int, percent: int) -> bool:
    """Have so many acknowledged that nobody else need be told again? `wanted` 0: by the share."""
    if wanted:
        return acked >= min(wanted, told)
    return acked * 100 >= percent * told


def minutes_for(people: int, per_second: float) -> int:
    """How long it takes where a platform takes so many a second; 0 where that is no matter."""
    if not per_second or people / per_second < 60:
        return 0
    return round(people / per_second / 60)


def can_hold(sent: datetime, now: datetime, *, simple: bool) -> bool:
    return now - sent <= (LONG_HOLD if simple else HOLD)
