"""The way from a phrase to its reading: cut, sort, parse, answer."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.when.answer import answer
from bot.core.when.asking import Asking
from bot.core.when.grammar import parse
from bot.core.when.lex import lex
from bot.core.when.model import Kind, Reading, Reason, Unsure, Wrong
from bot.core.when.row import NOUNS, Row
from bot.core.when.sorting import sort
from bot.core.when.tokens import T

LONGEST = 2000
PUNCTUATION = " .,;:|()[]-–—«»“”\"'’?!"
CONCRETE = frozenset({Kind.POINT, Kind.RANGE, Kind.DAY, Kind.MULTI})
KEPT_ALONE = NOUNS | {T.NUM, T.ORD}


def read(phrase: str, now: datetime, zone: ZoneInfo, anchor: datetime | None = None) -> Reading:
    """What a phrase says of when. `now` and `anchor` are aware; never raises on any phrase."""
    return find(phrase, now, zone, anchor)[0]


def find(
    phrase: str, now: datetime, zone: ZoneInfo, anchor: datetime | None = None
) -> tuple[Reading, str]:
    """The reading of a phrase, and the words of it that say nothing of when."""
    if len(phrase) > LONGEST:
        return Reading(Kind.AMBIGUOUS, reason=Reason.NOT_READ), phrase
    ask = Asking(now.astimezone(zone), zone, anchor)
    row = Row(lex(phrase), ask.today)
    try:
        sort(row)
        written, used = parse(row, anchored=anchor is not None)
    except Wrong as wrong:
        return Reading(Kind.INVALID, reason=wrong.reason), phrase
    except Unsure as unsure:
        return Reading(Kind.AMBIGUOUS, reason=unsure.reason), phrase
    return answer(ask, written), rest_of(phrase, row, used)


def slots(phrase: str, now: datetime, zone: ZoneInfo) -> Reading:
    """The time slots of a call line: POINT, DAY, RANGE or MULTI, else a reason to ask or refuse."""
    reading = read(phrase, now, zone)
    if reading.kind in CONCRETE or reading.kind is Kind.INVALID:
        return reading
    if reading.kind is Kind.AMBIGUOUS:
        kept = tuple(r for r in reading.readings if r.kind in CONCRETE)
        return Reading(Kind.AMBIGUOUS, reason=reading.reason, readings=kept)
    return Reading(Kind.AMBIGUOUS, reason=Reason.NOT_A_SLOT)


def rest_of(phrase: str, row: Row, used: set[int]) -> str:
    """The phrase without its date words and the small words that led to them."""
    gone = set(used)
    for i in sorted(used):
        before = i - 1
        while before >= 0 and before not in gone and row.kind(before) not in KEPT_ALONE:
            gone.add(before)
            before -= 1
    last = max(gone, default=-1)
    while gone and last + 1 < len(row) and row.kind(last + 1) in (T.COMMA, T.DASH, T.SLASH):
        last += 1
        gone.add(last)
    kept: list[str] = []
    at = 0
    for i in sorted(gone):
        kept.append(phrase[at : row.at(i).start])
        at = max(at, row.at(i).end)
    kept.append(phrase[at:])
    words = (" ".join(piece.split()).strip(PUNCTUATION) for piece in kept)
    return " ".join(word for word in words if word)
