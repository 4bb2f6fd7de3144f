"""What members really type in answer to a call: «oui», «les deux», «ok après 14h», «non désolé».

A wrong yes leaves a post empty and a wrong no turns a volunteer away; so every word has to be
understood, and whatever is not is UNCLEAR: the text is kept and a person reads it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from handlers.staffing.reading.replies_answer import Kind, Reply
from handlers.staffing.reading.replies_clauses import Muddled
from handlers.staffing.reading.replies_decision import decide
from handlers.staffing.reading.replies_items import Item, Named, Said, Unknown, folded, items
from handlers.staffing.reading.replies_slots import SlotName
from handlers.staffing.reading.replies_words import MINE, NOT_JUST_A_REASON, Mark

__all__ = ["Kind", "Reply", "SlotName", "read_reply"]

LONGEST = 300
"""Characters; who writes more writes more than an answer."""


def read_reply(text: str, slots: Sequence[SlotName]) -> Reply:
    """`slots`: those the person sees."""
    note = " ".join(text.split())[:LONGEST]
    unclear = Reply(Kind.UNCLEAR, note=note, certain=False)
    if len(text) > LONGEST:
        return unclear
    words = folded(text)
    said = items(words, slots)
    if any(isinstance(item, Unknown) for item in said):
        return _with_more(words, said, slots, unclear)
    if _is_doubtful(said):
        return unclear
    try:
        found = decide(said, slots)
    except Muddled:
        return unclear
    return replace(found, note=note if _says_more(said, found) else "")


def _marks(said: Sequence[Item]) -> set[Mark]:
    return {item.mark for item in said if isinstance(item, Said)}


def _is_doubtful(said: Sequence[Item]) -> bool:
    marks = _marks(said)
    about = any(
        isinstance(item, Named) or item.at for item in said if not isinstance(item, Unknown)
    )
    polite = bool(marks & {Mark.THANKS, Mark.PLEASANT})
    thanked_for_news = polite and Mark.WEAK_YES in marks and Mark.YES not in marks and not about
    told_a_day = about and not marks & _STANCES and bool(polite or Mark.STATED in marks)
    busy = Mark.EXCUSE in marks and not (marks & _REFUSALS and marks <= _REFUSING)
    in_order = [item.mark if isinstance(item, Said) else None for item in said]
    not_only = (Mark.NOT, Mark.ONLY) in pairwise(in_order)
    return bool(marks & _DOUBTS) or thanked_for_news or told_a_day or busy or not_only


_DOUBTS = {Mark.QUESTION, Mark.RECEIVED, Mark.UNTIL, Mark.OR}
_POLITE = {Mark.THANKS, Mark.PLEASANT, Mark.STATED}
_PLAIN_NO = {Mark.NO, Mark.CANNOT}
_REFUSALS = {*_PLAIN_NO, Mark.SORRY}
_REFUSING = {*_REFUSALS, *_POLITE, Mark.EXCUSE}
_HESITATING = {*_POLITE, Mark.MAYBE, Mark.YES, Mark.WEAK_YES, Mark.SORRY}
_STANCES = {*_REFUSALS, Mark.NOT, Mark.EXCEPT, Mark.MAYBE, Mark.YES, Mark.WEAK_YES}


def _says_more(said: Sequence[Item], found: Reply) -> bool:
    more = {Mark.EXCUSE, Mark.CONTRAST, Mark.FROM, Mark.AT, Mark.NOT_BEFORE}
    return bool(_marks(said) & more) or found.kind in (Kind.NEED_SLOT, Kind.UNCLEAR)


def _with_more(
    words: str, said: Sequence[Item], slots: Sequence[SlotName], unclear: Reply
) -> Reply:
    """Words nobody foresaw: a plain no may give its reason, a perhaps its own; a yes may not."""
    marks = _marks(said)
    named = any(isinstance(item, Named) for item in said)
    if not named and Mark.MAYBE in marks and marks <= _HESITATING and _begins(said, _HESITATING):
        only = tuple(slot.number for slot in slots) if len(slots) == 1 else ()
        return replace(unclear, kind=Kind.MAYBE, maybe=only)
    if _is_no_with_a_reason(words, slots):
        refused = tuple(sorted(slot.number for slot in slots))
        return replace(unclear, kind=Kind.NO, no=True, refused=refused)
    return unclear


def _begins(said: Sequence[Item], marks: set[Mark]) -> bool:
    return isinstance(said[0], Said) and said[0].mark in marks


def _is_no_with_a_reason(words: str, slots: Sequence[SlotName]) -> bool:
    cuts = [found.start() for found in re.finditer(rf"[,.;:!–—]|\b{MINE.pattern}", words)]
    return any(_refuses(words[:at], words[at:], slots) for at in cuts)


def _refuses(head: str, tail: str, slots: Sequence[SlotName]) -> bool:
    begun, rest = items(head, slots), items(tail, slots)
    plain = all(isinstance(item, Said) for item in begun) and _marks(begun) <= _REFUSING
    silent = not any(isinstance(item, Named) for item in rest)
    harmless = _marks(rest) <= _REFUSING | {Mark.NOT}
    reason = not NOT_JUST_A_REASON.search(tail)
    return bool(_marks(begun) & _PLAIN_NO) and plain and silent and harmless and reason
