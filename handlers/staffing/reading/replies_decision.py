"""What it all comes to, once each slot has been weighed and late arrivals are placed."""

from collections.abc import Sequence

from handlers.staffing.reading.replies_answer import Kind, Reply
from handlers.staffing.reading.replies_clauses import Muddled, Stance, clauses
from handlers.staffing.reading.replies_items import Item, Said
from handlers.staffing.reading.replies_slots import SlotName
from handlers.staffing.reading.replies_times import arriving
from handlers.staffing.reading.replies_weighing import NONE, Numbers, Weighed, weigh
from handlers.staffing.reading.replies_words import Mark


def decide(said: Sequence[Item], slots: Sequence[SlotName]) -> Reply:
    """Raises Muddled."""
    everything = frozenset(slot.number for slot in slots)
    found = weigh(clauses(said), everything)
    words = [item for item in said if isinstance(item, Said)]
    times = [word for word in words if word.mark in _TIMED]
    if len(times) > 1:
        raise Muddled
    if times:
        return _later(times[0], found, slots)
    if any(word.mark is Mark.ANY_ONE for word in words):
        if found.refused or found.open & {Stance.NO, Stance.MAYBE}:
            raise Muddled
        return Reply(Kind.NEED_SLOT, certain=False)
    return _without_times(found, everything)


_TIMED = {Mark.FROM, Mark.AT, Mark.NOT_BEFORE}


def _later(said: Said, found: Weighed, slots: Sequence[SlotName]) -> Reply:
    """«à partir de 10 h» alone is a yes; «pas avant 10 h» is none without one."""
    if said.at is None or Stance.NO in found.open or (found.maybe and found.yes):
        raise Muddled
    if said.mark is Mark.NOT_BEFORE and not (found.yes or found.open):
        raise Muddled
    taken = found.yes | found.maybe
    asked = [s for s in slots if s.number in taken or (not taken and s.number not in found.refused)]
    fitting = arriving(said.at, asked, exactly=said.mark is Mark.AT)
    if not fitting or (found.named and not found.which and len(fitting) < len(asked)):
        raise Muddled
    if len(fitting) > 1 and (found.which or not found.named):
        return Reply(Kind.NEED_SLOT, from_time=said.at, certain=False)
    numbers = _sorted(frozenset(slot.number for slot in fitting))
    refused = _sorted(found.refused)
    if found.maybe or Stance.MAYBE in found.open:
        return Reply(Kind.MAYBE, maybe=numbers, from_time=said.at, refused=refused)
    if said.mark is Mark.AT and all(slot.start == said.at for slot in fitting):
        kind = Kind.YES if len(numbers) == len(slots) else Kind.SOME
        return Reply(kind, yes=numbers, refused=refused)
    return Reply(Kind.LATER_ETA, yes=numbers, from_time=said.at, refused=refused)


def _without_times(found: Weighed, everything: Numbers) -> Reply:
    yes, maybe, refused = found.yes, found.maybe, found.refused
    if Stance.NO in found.open and not (yes or maybe):
        return Reply(Kind.NO, no=True, refused=_sorted(everything))
    if found.which:
        return Reply(Kind.NEED_SLOT, certain=False, refused=_sorted(refused))
    if Stance.MAYBE in found.open:
        maybe, yes = maybe | yes, NONE
        if not maybe:
            left = everything - refused
            sure = bool(refused) or len(left) == 1
            return Reply(Kind.MAYBE, maybe=_sorted(left) if sure else (), certain=sure)
    if Stance.YES in found.open and not yes:
        yes = everything - refused - maybe
        if not yes:
            raise Muddled
        if len(everything) > 1 and not refused:
            return Reply(Kind.NEED_SLOT, maybe=_sorted(maybe), certain=False)
    return _outcome(yes, maybe, refused, everything)


def _outcome(yes: Numbers, maybe: Numbers, refused: Numbers, everything: Numbers) -> Reply:
    no = _sorted(refused)
    if yes:
        kind = Kind.YES if yes == everything else Kind.SOME
        return Reply(kind, _sorted(yes), _sorted(maybe), refused=no)
    if maybe:
        return Reply(Kind.MAYBE, maybe=_sorted(maybe), refused=no)
    if refused and refused == everything:
        return Reply(Kind.NO, no=True, refused=no)
    return Reply(Kind.UNCLEAR, certain=False, refused=no)


def _sorted(numbers: Numbers) -> tuple[int, ...]:
    return tuple(sorted(numbers))
