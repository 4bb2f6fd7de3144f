"""From hours as written to minutes of a day, with the conventions for parts of the day."""

from bot.core.when.asking import DAY, Asking
from bot.core.when.model import Convention, Reason, Wrong
from bot.core.when.tree import Clock, Length, Per, Time

PART_HOURS = {
    Convention.MATIN: (8, 12),
    Convention.APRES_MIDI: (14, 18),
    Convention.SOIR: (18, 22),
    Convention.NUIT: (20, 32),
}
EVENING = 17 * 60
MORNING = 10 * 60
# what «7 h» becomes within a part, and the hours that a part may hold
HALF_DAY_LATER = {Convention.APRES_MIDI: range(1, 8), Convention.SOIR: range(5, 12)}
STARTS = {
    Convention.MATIN: range(13),
    Convention.APRES_MIDI: range(12, 20),
    Convention.SOIR: range(17, 26),
    Convention.NUIT: (*range(11), *range(17, 26)),
}
ENDS = STARTS | {Convention.MATIN: range(15), Convention.APRES_MIDI: range(12, 22)}


def placed(clock: Clock, part: Convention) -> Clock:
    """«8 h du soir» is 20 h."""
    if clock.hour in HALF_DAY_LATER.get(part, ()):
        return Clock(clock.hour + 12, clock.minute)
    return Clock(clock.hour, clock.minute, clock.midnight, offset=clock.offset)


def suits(time: Time, part: Convention) -> bool:
    """Whether clocks may stand for hours within that part of the day."""
    first, last = time.first, time.last
    if first is None or placed(first, part).hour not in STARTS[part]:
        return False
    if last is None or part in (Convention.SOIR, Convention.NUIT):
        return True
    return placed(last, part).hour in ENDS[part]


def overlaps(time: Time, part: Convention) -> bool:
    start, end = PART_HOURS[part]
    return suits(time, part) and time.first is not None and start <= time.first.hour < end


def bounds(ask: Asking, time: Time, *, of_a_day: bool) -> tuple[int, int | None, Convention]:
    """Minutes from the midnight that begins the day to the start and the end (None: a moment)."""
    if time.first is None:
        if time.part is None:
            raise Wrong(Reason.NO_DATE)
        start, end = PART_HOURS[time.part]
        return start * 60, end * 60, time.part
    first, last = time.first, time.last
    if time.part:
        if not suits(time, time.part):
            ask.choose(Reason.PART_CONTRADICTS, time)
        first = placed(first, time.part)
        last = placed(last, time.part) if last else None
    start = opening(ask, first, time.part, of_a_day=of_a_day)
    if time.lasting:
        return start, start + lasting(time.lasting), Convention.NONE
    return start, closing(ask, time, start, last) if last else None, Convention.NONE


def opening(ask: Asking, clock: Clock, part: Convention | None, *, of_a_day: bool) -> int:
    if clock.midnight:
        if not of_a_day or part in (Convention.SOIR, Convention.NUIT):
            return clock.minutes
        return ask.choose(Reason.WHICH_MIDNIGHT, clock, clock.minutes - DAY, clock.minutes)
    if clock.hour == 24:
        raise Wrong(Reason.NO_SUCH_HOUR)
    if clock.loose and part is None and 1 <= clock.hour <= 7:
        half = DAY // 2
        return ask.choose(Reason.MORNING_OR_AFTERNOON, clock, clock.minutes, clock.minutes + half)
    return clock.minutes


def closing(ask: Asking, time: Time, start: int, last: Clock) -> int:
    """An end before its start is the next day's only from an evening to a morning."""
    end = last.minutes
    if start >= DAY and end <= MORNING:
        return end + DAY
    if end > start:
        return end
    if end == start:
        return ask.choose(Reason.ROUND_THE_CLOCK, time, end + DAY)
    if start >= EVENING and end <= MORNING:
        return end + DAY
    raise Wrong(Reason.END_BEFORE_START)


def lasting(length: Length) -> int:
    if length.per not in (Per.MINUTE, Per.HOUR):
        raise Wrong(Reason.NO_SUCH_HOUR)
    return length.amount * int(length.per.value)
