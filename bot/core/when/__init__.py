"""Dates as people write them, in French and English: read, and said again in words.

A phrase is cut into tokens (`lex`), its bare numbers are sorted (`sorting`), grammar makes units of
them (`grammar`), units become slots (`arrange`), and only then is the calendar opened (`answer`).
The bot never chooses between two meanings: what can be meant in two ways is AMBIGUOUS.
"""

from bot.core.when.model import Convention, Kind, Reading, Reason, Span
from bot.core.when.newtime import moved
from bot.core.when.read import find, read, slots
from bot.core.when.spoken import as_json, short, spoken

__all__ = [
    "Convention", "Kind", "Reading", "Reason", "Span",
    "as_json", "find", "moved", "read", "short", "slots", "spoken",
]  # fmt: skip
