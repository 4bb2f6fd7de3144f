"""Whoever comes later: which slots «à partir de 10 h» or «j'arrive à 14 h» can be about."""

from collections.abc import Iterable
from datetime import time

from handlers.staffing.reading.replies_slots import SlotName

_DAY = 24 * 60


def arriving(at: time, slots: Iterable[SlotName], *, exactly: bool) -> list[SlotName]:
    """Slots not over by then. `exactly`: the one that begins then, else those under way then."""
    running = [slot for slot in slots if _minutes_in(at, slot) < _length(slot)]
    if not exactly:
        return running
    beginning = [slot for slot in running if slot.start == at]
    return beginning or [slot for slot in running if _minutes_in(at, slot) > 0]


def _minutes_in(at: time, slot: SlotName) -> int:
    """From the start of the slot; negative before it. A night goes on after midnight."""
    since = _minutes(at) - _minutes(slot.start)
    past_midnight = slot.end <= slot.start and at < slot.end
    return since + _DAY if past_midnight else since


def _length(slot: SlotName) -> int:
    length = _minutes(slot.end) - _minutes(slot.start)
    return length if length > 0 else length + _DAY


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
